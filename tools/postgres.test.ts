import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { postgresMissing, startPostgres } from './postgres.mjs';

test('a temporary PostgreSQL server answers, and leaves nothing behind', { skip: postgresMissing() }, async () => {
  const { url, stop } = await startPostgres();
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('select 6 * 7 as answer');
  assert.deepEqual(rows, [{ answer: 42 }]);
  const data = (await client.query('show data_directory')).rows[0].data_directory as string;
  const folder = dirname(data);
  assert.ok(existsSync(folder));
  await client.end();
  await stop();
  assert.ok(!existsSync(folder));
});

test('a temporary PostgreSQL server ends even if its process is killed', { skip: postgresMissing() }, async () => {
  const program = spawn(process.execPath, ['tools/postgres.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(program.stdout, 'data')) as [Buffer];
  const client = new pg.Client(String(line).trim());
  await client.connect();
  const { data_directory: data } = (await client.query('show data_directory')).rows[0] as { data_directory: string };
  const ended = new Promise((resolve) => void client.once('end', resolve));
  client.on('error', () => undefined);
  program.kill('SIGKILL');
  // The server ends the connection when it ends.
  await ended;
  // A process that was killed cannot remove its folder. Only this one: other tests may be starting servers of their own.
  rmSync(dirname(data), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});
