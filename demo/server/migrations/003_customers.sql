-- What is changed of a customer, and what of them is shown only for a reason.

-- What everybody sees masked, by the key of the datum. The profile has it whole, and it leaves the server masked.
alter table customers add column masked jsonb not null default '[]';
-- As a hash. The shop's own door reads it; nothing here does.
alter table customers add column password_hash text;

create table business_accounts (
  account_id text primary key,

  name text not null
);

-- Who was shown which masked datum, when and why. The datum itself is not kept here.
create table reveals (
  customer_id text not null references customers,
  reveal_id text not null,
  operator_id text not null,
  at timestamptz(3) not null default now(),
  datum text not null,
  reason text not null,
  primary key (customer_id, reveal_id)
);
create trigger reveals_append_only before update or delete on reveals
  for each row execute function refuse_change();
create trigger reveals_no_truncate before truncate on reveals
  for each statement execute function refuse_change();
