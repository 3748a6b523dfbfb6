-- The address book. The customer's profile contains the defaults too; both are written in one transaction.
create table addresses (
  customer_id text not null references customers,
  address_id text not null,
  -- The order of creation.
  address_no integer not null,
  version integer not null default 1,
  address jsonb not null,
  billing boolean not null default false,
  shipping boolean not null default false,
  primary key (customer_id, address_id)
);
create index addresses_in_order on addresses (customer_id, address_no);
-- At most one default for each use, even with concurrent writes.
create unique index addresses_one_billing on addresses (customer_id) where billing;
create unique index addresses_one_shipping on addresses (customer_id) where shipping;
