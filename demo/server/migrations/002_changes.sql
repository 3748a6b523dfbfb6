-- What has changed, for whoever watches: a row for each port that a write touched, written in the write's own
-- transaction. Housekeeping drops the old ones.
create table changes (
  change_id bigint generated always as identity primary key,
  -- null: anything may have changed, of any customer.
  customer_id text,
  port text,
  record_id text,
  -- Who wrote, and with which key: told to nobody else.
  operator_id text,
  idempotency_key text,
  changed_at timestamptz not null default clock_timestamp(),
  check ((customer_id is null) = (port is null))
);
create index changes_by_topic on changes (customer_id, port, change_id);
create index changes_by_time on changes (changed_at);

-- Ids are given in the order of the commits: the lock is held until the transaction ends. Else a reader that has seen
-- the later of two would never see the earlier one, which was committed after it.
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

-- A session that ends, however it does, ends what is open in its name.
create function announce_end_of_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('sessions_ended', old.token_hash);
  return null;
end
$$;
create trigger sessions_end_announced after delete on sessions
  for each row execute function announce_end_of_session();
