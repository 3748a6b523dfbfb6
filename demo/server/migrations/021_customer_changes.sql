-- The changes of customers, each written in the transaction of the change itself. The values are unmasked, as those in
-- the profile are; the server masks them.

create table customer_changes (
  customer_id text not null references customers on delete cascade,
  change_id text not null,
  at timestamptz(3) not null default now(),
  -- The kind, the actor, the member, and its value before and after.
  record jsonb not null,
  kind_code text not null generated always as (code_of(record -> 'kind')) stored,
  primary key (customer_id, change_id)
);
create index customer_changes_by_time on customer_changes (customer_id, at, change_id collate "C");
