-- The changes for subscribers: a row for each port that a write changed, inserted in the write's transaction.
-- Housekeeping deletes old rows.
create table changes (
  change_id bigint generated always as identity primary key,
  -- null: any data of any customer may have changed.
  customer_id text,
  port text,
  record_id text,
  -- The operator who wrote, and the key. Only that operator receives the key.
  operator_id text,
  idempotency_key text,
  changed_at timestamptz not null default clock_timestamp(),
  check ((customer_id is null) = (port is null))
);
create index changes_by_topic on changes (customer_id, port, change_id);
create index changes_by_time on changes (changed_at);

-- Assigns ids in the order of commits: the lock is held until the transaction ends. Otherwise, a reader that has seen
-- a higher id would miss a lower one that was committed after it.
create function number_changes_in_order() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(417300002);
  return null;
end
$$;
create trigger changes_in_order before insert on changes
  for each statement execute function number_changes_in_order();

create function announce_changes() returns trigger language plpgsql as $$
begin
  perform pg_notify('changes', '');
  return null;
end
$$;
create trigger changes_announced after insert on changes
  for each statement execute function announce_changes();

-- A deleted session closes its open event streams, for whatever reason it was deleted.
create function announce_end_of_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('sessions_ended', old.token_hash);
  return null;
end
$$;
create trigger sessions_end_announced after delete on sessions
  for each row execute function announce_end_of_session();
