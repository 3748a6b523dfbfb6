create table price_groups (
  group_id text primary key,
  name text not null,
  priority integer,
  discount text,
  -- The number of customers in the group. Whoever adds or removes one changes it in the same transaction.
  members integer not null default 0,
  name_key text collate "C" generated always as (natural_key(name)) stored,
  search text generated always as (search_text(name, discount)) stored
);

create table customer_price_groups (
  customer_id text not null references customers on delete cascade,
  group_id text not null references price_groups,
  assigned_at timestamptz(3) not null default now(),
  -- The operator who added the customer. Null: unknown.
  assigned_by text,
  primary key (customer_id, group_id)
);
