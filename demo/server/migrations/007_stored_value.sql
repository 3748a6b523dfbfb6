-- Reversals, at most one for each entry, and coupons.

-- The entry of the same ledger that this one reverses. The inverse is derived from it.
alter table credit_entries add column reverses text;
create unique index credit_entries_reversed_once on credit_entries (customer_id, account_id, reverses)
  where reverses is not null;
create unique index credit_entries_by_id on credit_entries (customer_id, account_id, entry_id);

create table coupons (
  customer_id text not null references customers,
  coupon_id text not null,
  version integer not null default 1,
  -- The stored status. An active coupon expires after its last day without a write.
  status jsonb not null,
  issued_at timestamptz(3) not null,
  -- Name, benefit, code, minimum, last day, time of use.
  details jsonb not null,
  primary key (customer_id, coupon_id)
);
create index coupons_by_time on coupons (customer_id, issued_at, coupon_id);
