import type { Database } from './database/database.ts';

const hour = 3_600_000;

/** Forgets, now and every hour, what has run out: sessions, and the answers to writes of yesterday. Gives what ends it. */
export function keepTidy(database: Database): () => void {
  const tidy = (): void => {
    database
      .script(
        `delete from sessions where expires_at <= now();
        delete from idempotency_keys where created_at <= now() - interval '24 hours'`,
      )
      .catch((error: unknown) => console.error('Nothing could be tidied up.', error));
  };
  tidy();
  const timer = setInterval(tidy, hour);
  return () => clearInterval(timer);
}
