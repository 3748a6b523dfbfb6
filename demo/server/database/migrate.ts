import { readdirSync, readFileSync } from 'node:fs';
import { one, type Database } from './database.ts';
import { sql } from './sql.ts';

const folder = new URL('../migrations/', import.meta.url);

/** Brings the schema up to date: every numbered file in `migrations/` that was not yet applied, all or none. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // Two servers that start at once on one database: the second waits, and finds the work done.
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

/** Any number that nothing else on this database locks by. */
const lockId = 417_300_001;
