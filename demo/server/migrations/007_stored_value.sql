-- Entries that take others back, each entry once; coupons.

-- The entry of the same ledger that this one takes back. Which one took an entry back follows from it.
alter table credit_entries add column reverses text;
create unique index credit_entries_reversed_once on credit_entries (customer_id, account_id, reverses)
  where reverses is not null;
create unique index credit_entries_by_id on credit_entries (customer_id, account_id, entry_id);

create table coupons (
  customer_id text not null references customers,
  coupon_id text not null,
  version integer not null default 1,
  -- As it was left: an active one has expired once its last day is over.
  status jsonb not null,
  issued_at timestamptz(3) not null,
  -- Name, benefit, code, minimum, last day, when it was used.
  details jsonb not null,
  primary key (customer_id, coupon_id)
);
create index coupons_by_time on coupons (customer_id, issued_at, coupon_id);
