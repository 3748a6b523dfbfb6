import { type Database, one } from './database/database.ts';
import { sql } from './database/sql.ts';

const hour = 3_600_000;

/** An advisory lock id that nothing else uses on this database. */
const lockId = 417_300_003;

/**
 * Deletes expired rows: sessions, responses to writes and files of exports after a day, sign-in attempts, old
 * changes, and customers' logins after a year. The latest change
 * is kept because it marks the end of the deleted ones. Resolves to false if another server of the same database is
 * doing so: two that delete the same rows in different orders would wait for each other.
 */
export const deleteExpired = (database: Database): Promise<boolean> =>
  database.transaction(async (tx) => {
    const { free } = await one<{ free: boolean }>(tx, sql`select pg_try_advisory_xact_lock(${lockId}) as free`);
    if (!free) return false;
    await tx.script(`
      delete from sessions where expires_at <= now();
      delete from idempotency_keys where created_at <= now() - interval '24 hours';
      delete from shared_idempotency_keys where created_at <= now() - interval '24 hours';
      delete from sign_in_attempts where last_at <= now() - interval '1 hour';
      delete from export_parts using exports
        where export_parts.export_id = exports.export_id and ended_at <= now() - interval '24 hours';
      delete from logins where at < now() - interval '1 year';
      delete from changes where changed_at <= now() - interval '1 hour'
        and change_id < (select max(change_id) from changes)`);
    return true;
  });

/** Deletes expired rows now and every hour. Returns a function that stops the timer. */
export function startHousekeeping(database: Database): () => void {
  const run = (): void => {
    deleteExpired(database).catch((error: unknown) => console.error('Expired rows could not be deleted.', error));
  };
  run();
  const timer = setInterval(run, hour);
  return () => clearInterval(timer);
}
