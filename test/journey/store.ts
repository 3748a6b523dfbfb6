// The content of the database after the journey, read without the server.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../demo/server/database/open.ts';
import { one, type Queryable } from '../../demo/server/database/database.ts';
import { Sql, sql } from '../../demo/server/database/sql.ts';
import { newPassword, revealReason } from './customer.ts';
import { ingrid, type Environment } from './environment.ts';
import type { Operator } from './operator.ts';

/** Stops the server to read its files, and starts it again. */
export async function keepsReasonsAndNoPassword(environment: Environment): Promise<void> {
  await environment.stop();
  const database = await openDatabase({ directory: environment.store });
  try {
    const reveals = await database.query<{ who: string; datum: string; reason: string }>(sql`
      select operator_id as who, datum, reason from reveals where customer_id = ${ingrid}`);
    assert.deepEqual(reveals, [{ who: 'op-114', datum: 'email', reason: revealReason }]);
    const { hash } = await one<{ hash: string }>(
      database,
      sql`select password_hash as hash from customers where customer_id = ${ingrid}`,
    );
    assert.ok(hash);
    // All tables, including the one with the answers of earlier writes.
    const rows = await everyRow(database);
    assert.ok(
      rows.some((row) => row.includes('ingrid.holm')),
      'what was written is found',
    );
    assert.ok(!rows.some((row) => row.includes(newPassword)), 'the password is in a row');
    assert.ok(!rows.some((row) => row.includes('ingrid@holmcafe.example') && row.includes(revealReason)));
  } finally {
    await database.close();
  }
  // The raw files too: logs, free pages, overwritten rows.
  const files = await filesIn(environment.store);
  assert.ok(
    files.some((file) => file.includes(revealReason)),
    'what was written is found',
  );
  assert.ok(!files.some((file) => file.includes(newPassword)), 'the password is in a file');
  await environment.start();
}

async function everyRow(database: Queryable): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  assert.ok(tables.some(({ name }) => name === 'idempotency_keys'));
  const rows: string[] = [];
  for (const { name } of tables) {
    const all = new Sql([`select t::text as row from "${name}" t`], []);
    rows.push(...(await database.query<{ row: string }>(all)).map(({ row }) => row));
  }
  return rows;
}

async function filesIn(directory: string): Promise<Buffer[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map((path) => readFile(path)));
}

/** The page is the same as before the restart, and the operator is still signed in. */
export async function survivesRestart(dana: Operator): Promise<void> {
  const { page, credit, notes } = dana;
  const address = page.url();
  await page.goto(address);
  await dana.isAt(`/customers/${ingrid}`);
  await notes.waitForText('Written as the session ended.');
  await credit.waitForText('Answer lost');
}
