import type { Database } from './database/database.ts';

const hour = 3_600_000;

/**
 * Forgets, now and every hour, what has run out: sessions, the answers to writes of yesterday, attempts to sign in, and changes that nobody
 * goes on from any more, but for the latest, which says where the others ended. Gives what ends it.
 */
export function keepTidy(database: Database): () => void {
  const tidy = (): void => {
    database
      .script(
        `delete from sessions where expires_at <= now();
        delete from idempotency_keys where created_at <= now() - interval '24 hours';
        delete from sign_in_attempts where last_at <= now() - interval '1 hour';
        delete from changes where changed_at <= now() - interval '1 hour'
          and change_id < (select max(change_id) from changes)`,
      )
      .catch((error: unknown) => console.error('Nothing could be tidied up.', error));
  };
  tidy();
  const timer = setInterval(tidy, hour);
  return () => clearInterval(timer);
}
