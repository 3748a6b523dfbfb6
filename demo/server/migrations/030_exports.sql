-- Exports of the list of customers. The rows are the log, and stay; the text of a file goes after a day.

create table exports (
  export_id text primary key,
  operator_id text not null,
  -- The operator as the log names them, also when they are gone.
  actor jsonb not null,
  -- The fields, the range and the filters, and the texts of the file.
  input jsonb not null,
  state text collate "C" not null default 'running' check (state in ('running', 'done', 'canceled', 'failed')),
  written integer not null default 0,
  -- The customers at the start.
  total integer not null,
  -- The last customer in the file. They are written by their ids, which never change.
  last_customer_id text,
  started_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  reason text,
  search text generated always as (search_text(actor ->> 'id', actor ->> 'name')) stored,
  check ((state = 'running') = (ended_at is null))
);
create index exports_by_start on exports (started_at, export_id collate "C");
create index exports_running on exports (written, started_at) where state = 'running';

create table export_parts (
  export_id text not null references exports,
  part_no integer not null,
  text text not null,
  primary key (export_id, part_no)
);

-- Wakes the servers, of which one writes the next part.
create function announce_export() returns trigger language plpgsql as $$
begin
  perform pg_notify('exports', '');
  return null;
end
$$;
create trigger exports_announced after insert on exports
  for each statement execute function announce_export();
