-- Quotes and subscriptions, and the prices of products. The records are stored as JSON, which distinguishes an absent
-- member from null. The columns for filters, sorting and search are generated from them.

alter table products
  add column price numeric,
  add column price_currency text,
  -- The available subscription intervals. null: any.
  add column intervals jsonb,
  add check ((price is null) = (price_currency is null));
create index products_by_title on products (title_key, product_id collate "C");

create function code_of(coded jsonb) returns text language sql immutable strict parallel safe as $$
  select coalesce(coded ->> 'code', coded #>> '{}')
$$;

create table quotes (
  customer_id text not null references customers,
  quote_id text not null,
  created_at timestamptz(3) not null,
  -- The record without the ids. A quote expires after its last day without a change of the stored status.
  record jsonb not null,
  number_key text collate "C" generated always as (natural_key(record ->> 'number')) stored,
  total numeric generated always as ((record #>> '{total,value}')::numeric) stored,
  currency text generated always as (record #>> '{total,currency}') stored,
  valid_until text collate "C" generated always as (record ->> 'validUntil') stored,
  search text generated always as (search_text(record ->> 'number', record ->> 'title')) stored,
  primary key (customer_id, quote_id)
);
create index quotes_by_time on quotes (customer_id, created_at, quote_id collate "C");

create table subscriptions (
  customer_id text not null references customers,
  subscription_id text not null,
  version integer not null default 1,
  -- The record without the ids. Listing subscriptions first updates those that are due.
  record jsonb not null,
  status_code text generated always as (code_of(record -> 'status')) stored,
  started_at text collate "C" generated always as (record ->> 'startedAt') stored,
  next_renewal text collate "C" generated always as (record ->> 'nextRenewal') stored,
  ends_at text collate "C" generated always as (record ->> 'endsAt') stored,
  price numeric generated always as ((record #>> '{price,value}')::numeric) stored,
  currency text generated always as (record #>> '{price,currency}') stored,
  product_key text collate "C" generated always as (natural_key(record #>> '{product,title}')) stored,
  search text generated always as (
    search_text(record #>> '{product,title}', record #>> '{product,variant}', record #>> '{product,sku}')
  ) stored,
  primary key (customer_id, subscription_id)
);
create index subscriptions_by_start on subscriptions (customer_id, started_at, subscription_id collate "C");
