import type { Database } from './database/database.ts';

const hour = 3_600_000;

/**
 * Deletes expired rows, now and every hour: sessions, responses to writes after a day, sign-in attempts, and old
 * changes. The latest change is kept because it marks the end of the deleted ones. Returns a function that stops the
 * timer.
 */
export function startHousekeeping(database: Database): () => void {
  const deleteExpired = (): void => {
    database
      .script(
        `delete from sessions where expires_at <= now();
        delete from idempotency_keys where created_at <= now() - interval '24 hours';
        delete from sign_in_attempts where last_at <= now() - interval '1 hour';
        delete from changes where changed_at <= now() - interval '1 hour'
          and change_id < (select max(change_id) from changes)`,
      )
      .catch((error: unknown) => console.error('Expired rows could not be deleted.', error));
  };
  deleteExpired();
  const timer = setInterval(deleteExpired, hour);
  return () => clearInterval(timer);
}
