-- Recent sign-in attempts by name and by address. Both are hashed because people sometimes type a password as the name.
-- Housekeeping deletes old rows.
create table sign_in_attempts (
  subject text primary key,
  attempts integer not null,
  last_at timestamptz not null,
  next_at timestamptz not null
);
create index sign_in_attempts_by_time on sign_in_attempts (last_at);
