-- The address book. What it says of the defaults the customer's profile says too: both are written in one transaction.
create table addresses (
  customer_id text not null references customers,
  address_id text not null,
  -- In which order they were added.
  address_no integer not null,
  version integer not null default 1,
  address jsonb not null,
  billing boolean not null default false,
  shipping boolean not null default false,
  primary key (customer_id, address_id)
);
create index addresses_in_order on addresses (customer_id, address_no);
-- One default for each use at the most, whoever chooses at once.
create unique index addresses_one_billing on addresses (customer_id) where billing;
create unique index addresses_one_shipping on addresses (customer_id) where shipping;
