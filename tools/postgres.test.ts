import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import pg from 'pg';
import { postgresMissing, startPostgres } from './postgres.mjs';

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('clientele-postgres-')).length;

test('a temporary PostgreSQL server answers, and leaves nothing behind', { skip: postgresMissing() }, async () => {
  const before = folders();
  const { url, stop } = await startPostgres();
  assert.equal(folders(), before + 1);
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('select 6 * 7 as answer');
  assert.deepEqual(rows, [{ answer: 42 }]);
  await client.end();
  await stop();
  assert.equal(folders(), before);
});
