-- What operators choose for a page: each for themselves, and managers for everybody.

create table preferences (
  -- Empty: everybody.
  operator_id text not null,
  key text not null check (length(key) <= 200),
  -- Null: removed. The row keeps the version.
  value jsonb,
  version bigint not null,
  updated_at timestamptz(3) not null default now(),
  primary key (operator_id, key)
);

-- The responses to writes that belong to no customer, like `idempotency_keys` of a customer.
create table shared_idempotency_keys (
  operator_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (operator_id, route, key)
);
