-- Changes of customers, and values that are only revealed for a reason.

-- The keys of the values that are masked for all operators. The profile contains them unmasked; the server masks them.
alter table customers add column masked jsonb not null default '[]';
-- Only the shop's own sign-in reads the hash.
alter table customers add column password_hash text;

create table business_accounts (
  account_id text primary key,

  name text not null
);

-- The log of revealed values: who saw which, when and why. It does not contain the values.
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
