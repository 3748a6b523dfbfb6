import { readdirSync, readFileSync } from 'node:fs';
import { one, type Database } from './database.ts';
import { sql } from './sql.ts';

const folder = new URL('../migrations/', import.meta.url);

/** Applies the numbered files in `migrations/` that have not been applied yet, all of them or none. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // If two servers start on the same database at once, the second waits and then finds the migrations applied.
    await tx.query(sql`select pg_advisory_xact_lock(${lockId})`);
    await tx.script(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    for (const name of readdirSync(folder).sort()) {
      const { applied } = await one<{ applied: boolean }>(
        tx,
        sql`select exists (select 1 from migrations where name = ${name}) as applied`,
      );
      if (applied) continue;
      await tx.script(readFileSync(new URL(name, folder), 'utf8'));
      await tx.query(sql`insert into migrations (name) values (${name})`);
    }
  });
}

/** An arbitrary advisory lock id that nothing else uses on this database. */
const lockId = 417_300_001;
