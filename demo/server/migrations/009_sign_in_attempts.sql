-- How often someone tried to sign in of late, by name and by address. Both as hashes: what is typed for a name may be a
-- password. Housekeeping drops what is over.
create table sign_in_attempts (
  subject text primary key,
  attempts integer not null,
  last_at timestamptz not null,
  next_at timestamptz not null
);
create index sign_in_attempts_by_time on sign_in_attempts (last_at);
