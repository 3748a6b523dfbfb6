import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Note } from '../../src/domain/note.ts';
import { Client } from './testing/client.ts';
import { csv, createFiles } from './testing/invoices.ts';
import { run, type Program } from './testing/program.ts';

// Runs `npm start` and `npm run import` as processes on one directory. The tests depend on their order.
describe('the command-line programs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'clientele-data-'));
  const lock = join(directory, 'lock');
  const environment = {
    DATA_DIRECTORY: directory,
    PORT: '0',
    ALLOWED_ORIGINS: '',
    ALLOWED_HOSTS: 'admin.example, 127.0.0.1',
  };
  const write = createFiles();
  const notes = '/customers/C-20817/notes';
  let server: Program;
  let url: string;
  let manager: Client;

  /** Building the pages takes longer than the rest of a start, and is seen once. */
  const withoutPages = { ...environment, PAGES: 'off' };
  const start = async (settings: Readonly<Record<string, string>>): Promise<void> => {
    server = run('main.ts', [], settings);
    const where =
      'PAGES' in settings ? 'API is at (.+)/api, sign-in at POST .+/api/session' : 'demo is at (.+)/customers';
    [, url = ''] = await server.printed(new RegExp(`The ${where}\n`));
  };
  const bodies = async (): Promise<string[]> => (await manager.all<Note>(notes, 100)).map(({ body }) => body);
  const importFile = (content: string | Uint8Array) => run('import.ts', [write(content)], environment).ended;

  before(() => start(environment));
  after(async () => {
    server.kill('SIGKILL');
    await server.ended;
    rmSync(directory, { recursive: true });
  });

  it('`start` prints the logins and how to import', async () => {
    const [operators] = await server.printed(/dana +kiln-at-dawn +Dana Whitlock, manager\n[^]*npm run import -- /);
    assert.ok(operators);
    manager = await new Client(`${url}/api`).signIn('dana', 'kiln-at-dawn');
    assert.equal((await manager.send('POST', notes, { body: { body: 'Before the restart' } })).status, 201);
  });

  for (const [host, status] of [
    ['admin.example', 200],
    ['127.0.0.1', 200],
    ['localhost', 421],
  ] as const) {
    it(`with ALLOWED_HOSTS, answers the host name ${host} with ${status}`, async () => {
      const answer = await new Promise<number | undefined>((resolve, reject) => {
        get(`${url}/sign-in`, { headers: { Host: host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
      assert.equal(answer, status);
    });
  }

  for (const path of ['/sign-in', '/customers', '/customers/C-20817', '/customers/17850']) {
    it(`serves ${path} as a page under a strict policy`, async () => {
      const page = await fetch(url + path);
      assert.equal(page.status, 200);
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      const promised =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html; ";
      assert.ok(policy.startsWith(promised), policy);
      assert.deepEqual(policy.slice(promised.length).split('; '), [
        "img-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
      assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(page.headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(page.headers.get('Set-Cookie'), null);
      const html = await page.text();
      assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
      for (const [, asset = ''] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
        const { status, headers } = await fetch(url + asset);
        assert.deepEqual([status, headers.get('X-Content-Type-Options')], [200, 'nosniff'], asset);
      }
    });
  }

  it('the server listens on this machine only', async (context) => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((found) => found?.family === 'IPv4' && !found.internal);
    if (!address) return context.skip('This machine has no other address.');
    await assert.rejects(fetch(url.replace('127.0.0.1', address.address)));
  });

  it('a second server on the same directory is rejected with the process id of the first', async () => {
    const { code, output } = await run('main.ts', [], environment).ended;
    assert.equal(code, 1);
    assert.match(
      output,
      new RegExp(`^The database is open in process ${server.pid}\\. Stop that process first\\.`, 'm'),
    );
  });

  it('an import beside a running server is rejected with the reason', async () => {
    const { code, output } = await importFile(csv({ invoice: '1', customer: '100' }));
    assert.equal(code, 1);
    assert.match(output, new RegExp(`open in process ${server.pid}\\. .* The import needs the database for itself`));
    assert.equal((await manager.get(notes)).status, 200);
  });

  it('a server that is stopped exits and deletes its lock', async () => {
    assert.ok(existsSync(lock));
    server.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);
    assert.ok(!existsSync(lock));
  });

  it('an import into a stopped server prints a summary', async () => {
    const { code, output } = await importFile(csv({ invoice: '1', customer: '100' }, { invoice: '2' }));
    assert.equal(code, 0, output);
    assert.match(
      output,
      /Imported 1 lines: 1 invoices \(1 orders, 0 returns\)\n +of 1 customers, with 1 products\.\nNot used: 1 lines without a customer\./,
    );
    assert.ok(!existsSync(lock));
  });

  it('an import of a damaged file names the line, exits with 1 and changes nothing', async () => {
    const { code, output } = await importFile(
      csv({ invoice: '3', customer: '101' }, { invoice: '4', customer: '101', price: '-' }),
    );
    assert.equal(code, 1);
    assert.match(output, /^Line 3: UnitPrice is not a decimal number$/m);
    assert.doesNotMatch(output, / at .*\.ts/);
  });

  it('an import without a file, or of a missing one, exits with 1', async () => {
    for (const args of [[], ['/nowhere/at/all.csv']]) {
      const { code, output } = await run('import.ts', args, environment).ended;
      assert.equal(code, 1);
      assert.match(output, /Name the file|no such file/);
    }
  });

  it('notes and sessions survive a restart', async () => {
    const { token } = manager;
    await start(withoutPages);
    manager = new Client(`${url}/api`, token);
    assert.ok((await bodies()).includes('Before the restart'));
    assert.equal((await manager.get('/customers/100')).status, 200);
    assert.equal((await manager.get('/customers/101')).status, 404);
  });

  it('a server that is killed loses nothing, and its lock is taken over', async () => {
    await manager.send('POST', notes, { body: { body: 'Before the kill' } });
    server.kill('SIGKILL');
    await server.ended;
    assert.ok(existsSync(lock));
    const { token } = manager;
    await start(withoutPages);
    manager = new Client(`${url}/api`, token);
    assert.ok((await bodies()).includes('Before the kill'));
    server.kill('SIGINT');
    assert.equal((await server.ended).code, 0);
  });

  it('reports a port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, output } = await run('main.ts', [], { ...withoutPages, PORT: String(port) }).ended;
    taken.close();
    assert.equal(code, 1);
    assert.match(output, new RegExp(`Port ${port} is in use`));
    assert.ok(!existsSync(lock));
  });
});
