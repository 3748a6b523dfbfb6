-- The attempts of customers to sign in to the shop. A shop that keeps them for a year deletes older ones.

create table logins (
  customer_id text not null references customers on delete cascade,
  login_id text not null,
  at timestamptz(3) not null,
  -- The outcome, method, device, address and place.
  record jsonb not null,
  outcome_code text not null generated always as (code_of(record -> 'outcome')) stored,
  primary key (customer_id, login_id)
);
create index logins_by_time on logins (customer_id, at, login_id collate "C");
