-- In tables that belong to a customer, every key and index starts with customer_id, so that they can be distributed by
-- it. Values that SQL does not compute with are stored as JSON, which distinguishes an absent member from null.

create table operators (
  operator_id text primary key,
  login text not null unique,
  name text not null,
  role text not null check (role in ('manager', 'agent', 'viewer')),
  password_hash text not null
);

create table sessions (
  token_hash text primary key,
  operator_id text not null references operators on delete cascade,
  expires_at timestamptz not null
);

create table products (
  product_id text primary key,
  sku text,
  title text,
  image text,
  url text
);

create table customers (
  customer_id text primary key,
  version integer not null default 1,
  origin text not null check (origin in ('shop', 'import')),
  -- The record without its id and version.
  profile jsonb not null
);

create table orders (
  customer_id text not null references customers,
  order_id text not null,
  kind text not null check (kind in ('order', 'return')),
  -- Sorts by byte, as JavaScript does, whatever the database's locale.
  number text collate "C" not null,
  placed_at timestamptz(3) not null,
  currency text not null,
  total numeric not null,
  -- True if the order was fully canceled and is excluded from all figures.
  canceled boolean not null,
  country text,
  status jsonb not null,
  original jsonb,
  payments jsonb,
  fulfillments jsonb,
  primary key (customer_id, order_id)
);
create index orders_by_time on orders (customer_id, placed_at, number, order_id);

create table order_lines (
  customer_id text not null,
  order_id text not null,
  line_no integer not null,
  -- Null for a charge.
  product_id text references products,
  sku text,
  title text,
  quantity integer not null,
  unit_price numeric not null,
  total numeric not null,
  promotion numeric,
  cost numeric,
  fee numeric,
  -- The local time of an imported line. The latest line names its product.
  written_at timestamp,
  primary key (customer_id, order_id, line_no),
  foreign key (customer_id, order_id) references orders on delete cascade
);

create table notes (
  customer_id text not null references customers,
  note_id text not null,
  version integer not null default 1,
  body text not null,
  author jsonb not null,
  pinned boolean not null default false,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3),
  primary key (customer_id, note_id)
);
create index notes_by_time on notes (customer_id, pinned, created_at, note_id);

create table credit_accounts (
  customer_id text not null references customers,
  account_id text not null,
  -- The display order of a customer's accounts.
  account_no integer not null,
  -- Also counts the entries: the version after an entry is that entry's number.
  version integer not null default 0,
  balance numeric not null check (balance >= 0),
  currency text,
  unit text,
  allow_debit boolean not null,
  -- Kind, and the amount that expires next.
  details jsonb not null,
  primary key (customer_id, account_id),
  check ((currency is null) <> (unit is null))
);

create table credit_entries (
  customer_id text not null,
  account_id text not null,
  entry_no integer not null,
  entry_id text not null,
  amount numeric not null,
  balance_after numeric not null,
  at timestamptz(3) not null,
  -- Kind, actor, reference, description.
  details jsonb not null,
  primary key (customer_id, account_id, entry_no),
  foreign key (customer_id, account_id) references credit_accounts
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger credit_entries_append_only before update or delete on credit_entries
  for each row execute function refuse_change();
create trigger credit_entries_no_truncate before truncate on credit_entries
  for each statement execute function refuse_change();

-- The responses to writes, so that a repeated request is not carried out again.
create table idempotency_keys (
  customer_id text not null references customers on delete cascade,
  operator_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (customer_id, operator_id, route, key)
);
