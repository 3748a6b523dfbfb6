// Runs the command `clientele-conformance` in a process of its own, against adapters in temporary modules.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { knownCustomers } from '../src/adapters/memory/index.ts';
import type { CaseResult } from '../src/adapter/conformance/run.ts';

const { ingrid, noOrders, archived } = knownCustomers;
const memory = JSON.stringify(pathToFileURL(resolve('src/adapters/memory/index.ts')).href);
const who = ['--customer', `full=${ingrid}`, '--empty', noOrders, '--missing', 'C-0'];

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly results: readonly CaseResult[];
  readonly leftovers: readonly string[];
  readonly widgets: readonly string[];
}

let folder: string;
let serial = 0;

/** Writes a module of an adapter, and returns its path. */
function adapterModule(code: string): string {
  const path = join(folder, `adapter-${serial++}.mjs`);
  writeFileSync(
    path,
    `import { memoryAdapter, MemoryStore } from ${memory};\nconst store = new MemoryStore();\n${code}`,
  );
  return path;
}

const whole = `export const adapter = memoryAdapter({ store });
export const restricted = memoryAdapter({ store, role: 'viewer', actor: { id: 'op-9', name: 'Vera Lind' } });`;

function command(...args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ['src/bin/conformance.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, error]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => error.push(text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, out: out.join(''), error: error.join('') }));
  });
}

async function report(code: string, ...args: readonly string[]): Promise<Report & { readonly code: number | null }> {
  const { out, code: exit, error } = await command(adapterModule(code), ...who, '--json', ...args);
  assert.equal(error, '');
  return { ...(JSON.parse(out) as Report), code: exit };
}

const named = (results: readonly CaseResult[], start: string): CaseResult => {
  const found = results.find(({ name }) => name.startsWith(start));
  assert.ok(found, start);
  return found;
};

// Each test runs processes of its own.
describe('clientele-conformance', { concurrency: 4 }, () => {
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'clientele-conformance-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('passes the memory adapter, and leaves nothing behind but accounts that it opened', async () => {
    const log = join(folder, 'left.json');
    const { code, failed, passed, skipped, leftovers, widgets } = await report(
      `${whole}
import { writeFileSync } from 'node:fs';
const { notes, addresses } = adapter;
const count = async (list) => (await list(${JSON.stringify(ingrid)}, { first: 1000 }, {})).items.length;
const before = [await count(notes.list), await count(addresses.list)];
process.on('exit', () => {
  const file = store.fileOf(${JSON.stringify(ingrid)});
  writeFileSync(${JSON.stringify(log)}, JSON.stringify([before, [file.notes.length, file.addresses.length]]));
});`,
      '--archived',
      archived,
    );
    // The customer has no order with included taxes, and no requested return.
    assert.deepEqual([code, failed, skipped], [0, 0, 2]);
    // No platform closes an account again. Each is named once.
    assert.deepEqual(
      leftovers.filter((left) => !/^account-new-\d+ of credit\.open$/.test(left)),
      [],
    );
    assert.equal(new Set(leftovers).size, leftovers.length);
    assert.ok(passed > 150, String(passed));
    assert.ok(widgets.includes('notes-panel'));
    const [counted, left] = JSON.parse(readFileSync(log, 'utf8')) as [number[], number[]];
    assert.deepEqual(left, counted);
  });

  it('stops if the adapter cannot reach its backend', async () => {
    const { code, out, error } = await command(
      adapterModule(`import { AdapterError } from ${JSON.stringify(pathToFileURL(resolve('src/adapter/adapter-error.ts')).href)};
const get = async () => { throw new AdapterError('offline', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') }); };
export default { customers: { get } };`),
      ...who,
    );
    const reason = 'the adapter cannot reach its backend: offline: connect ECONNREFUSED 127.0.0.1:9';
    assert.deepEqual([code, out, error], [2, '', `clientele-conformance: ${reason}\n`]);
  });

  it('says what is broken: the rule, the call, and what came', async () => {
    const { code, out } = await command(
      adapterModule(`const whole = memoryAdapter({ store });
export default {
  ...whole,
  notes: {
    ...whole.notes,
    list: async (...args) => {
      const page = await whole.notes.list(...args);
      return { ...page, items: page.items.toReversed() };
    },
  },
};`),
      ...who,
      '--only',
      'notes.list',
    );
    assert.equal(code, 1);
    assert.match(
      out,
      /✖ notes\.list: is sorted with pinned notes first, then newest first\n {4}rule: {3}notes\.list: row \d+ /,
    );
    assert.match(
      out,
      /called: notes\.list\("C-20817", \{"first":1000\}\)\n {4}came: {3}a page of \d+ rows, \{"next":null/,
    );
    assert.match(out, /\n\d+ passed, \d+ failed, \d+ skipped\n$/);
    assert.doesNotMatch(out, /orders\.list/);
  });

  it('says what an adapter rejects with that is no error of the contract', async () => {
    const { results } = await report(
      `const whole = memoryAdapter({ store });
export default () => ({ orders: { ...whole.orders, get: async () => { throw new TypeError('row is undefined'); } } });`,
      '--only',
      'orders.get',
    );
    const { message, calls } = named(results, 'orders.get: rejects with not-found for an unknown customer');
    assert.match(message!, /other than an AdapterError instead of not-found: TypeError: row is undefined/);
    assert.match(calls!.at(-1)!.call, /^orders\.get\("C-0", /);
    assert.match(calls!.at(-1)!.came!, /rejected with TypeError: row is undefined/);
  });

  it('says which call was rejected that should have been answered', async () => {
    const args = ['--full', 'nobody', '--empty', noOrders, '--missing', 'C-0', '--only', 'stats', '--json'];
    const { code, out } = await command(adapterModule(whole), ...args);
    assert.equal(code, 1);
    const { message, calls } = named((JSON.parse(out) as Report).results, 'stats.get: matches the schema');
    assert.equal(message, 'rejected with not-found, and should have answered');
    assert.deepEqual(calls, [{ call: 'stats.get("nobody", {})', came: 'rejected with not-found' }]);
  });

  it('waits for no answer longer than it is told, and names the call', async () => {
    const began = Date.now();
    const { code, results } = await report(
      `const whole = memoryAdapter({ store });
export default { customers: { get: whole.customers.get }, stats: { get: () => new Promise(() => {}) } };`,
      '--timeout',
      '200ms',
    );
    assert.equal(code, 1);
    const { outcome, message } = named(results, 'stats.get: matches the schema');
    assert.deepEqual([outcome, message], ['failed', `stats.get("${ingrid}", {}) did not answer within 200 ms`]);
    assert.equal(named(results, 'customers.get: matches the schema').outcome, 'passed');
    assert.ok(Date.now() - began < 30_000);
  });

  it('writes nothing if it is told so, and says which cases it skips', async () => {
    const { code, results, failed, skipped, passed } = await report(
      `${whole}
const refuse = (method) => () => { process.stderr.write('written: ' + method); throw new Error(method); };
for (const [port, methods] of Object.entries({
  notes: ['create', 'update', 'delete', 'restore'],
  credit: ['adjust'],
  customers: ['update', 'setStatus', 'setPassword', 'reveal'],
  addresses: ['create', 'update', 'delete', 'setDefault'],
}))
  for (const method of methods) adapter[port][method] = refuse(port + '.' + method);`,
      '--read-only',
    );
    assert.deepEqual([code, failed], [0, 0]);
    assert.ok(skipped > 50 && passed > 50, `${skipped} skipped, ${passed} passed`);
    const { outcome, message } = named(results, 'notes.create: stores the text exactly');
    assert.deepEqual([outcome, message], ['skipped', 'calls notes.create, and nothing is to be written']);
    assert.equal(named(results, 'notes.list: pages stay consistent').outcome, 'skipped');
    assert.equal(named(results, 'orders.list: is sorted newest first').outcome, 'passed');
  });

  it('skips what needs more rows than there are, and never passes it', async () => {
    const few = (rows: number) => `const whole = memoryAdapter({ store });
const list = async (id, page, options) => {
  const { items } = await whole.orders.list(id, { first: ${rows} || 1 }, options);
  const shown = items.slice(0, ${rows});
  return { items: page.after ? [] : shown.slice(0, page.first), next: null, total: shown.length };
};
export default { orders: { list } };`;
    for (const rows of [0, 1]) {
      const { code, results } = await report(few(rows));
      const passed = results.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name);
      for (const start of ['matches the schema', 'pages have no gaps', 'is sorted newest first']) {
        const { outcome, message } = named(results, `orders.list: ${start}`);
        assert.equal(outcome, 'skipped', `${rows}: ${start}`);
        assert.match(message!, rows === 0 ? /has 0 rows|has no order/ : /has 1 rows in orders\.list, and this needs 3/);
      }
      assert.ok(
        passed.includes('orders.list: is empty or rejects with not-found for an unknown customer'),
        passed.join(),
      );
      assert.notEqual(code, 2);
    }
  });

  it('removes what it created although a case fails, and says what it cannot remove', async () => {
    const code = (remove: string) => `${whole}
const { update } = adapter.notes;
adapter.notes.update = async (...args) => ({ ...(await update(...args)), body: 'wrong' });
${remove}`;
    const removed = await report(code(''), '--only', 'notes');
    assert.ok(removed.failed > 0);
    assert.deepEqual(removed.leftovers, []);
    const kept = await report(code(`delete adapter.notes.delete;`), '--only', 'notes');
    assert.match(kept.leftovers.join(), /note-new-\d+ of notes\.create/);
  });

  it('removes what a write created that answered too late, and names one that never answers', async () => {
    const log = join(folder, 'late.json');
    const late = (answer: string) => `${whole}
import { writeFileSync } from 'node:fs';
const before = store.fileOf(${JSON.stringify(ingrid)}).notes.length;
const { create } = adapter.notes;
adapter.notes.create = async (...args) => {
  const created = await create(...args);
  await new Promise((resolve) => { ${answer} });
  return created;
};
process.on('exit', () => {
  writeFileSync(${JSON.stringify(log)}, String(store.fileOf(${JSON.stringify(ingrid)}).notes.length - before));
});`;
    const args = ['--only', 'notes.create', '--timeout', '300ms'];
    const removed = await report(late('setTimeout(resolve, 500);'), ...args);
    assert.match(
      named(removed.results, 'notes.create: stores the text exactly').message!,
      /did not answer within 300 ms/,
    );
    assert.deepEqual(removed.leftovers, []);
    assert.equal(readFileSync(log, 'utf8'), '0');
    const never = await report(late(''), ...args);
    assert.match(never.leftovers.join(), /what notes\.create\("C-20817", .+\) may still write/);
  });

  it('takes an instance of a class for an adapter, and a port that is one', async () => {
    const { code, passed } = await report(
      `const whole = memoryAdapter({ store });
class Notes {
  #list = whole.notes.list;
  get capabilities() { return this.#list && { list: whole.notes.capabilities.list }; }
  list(...args) { return this.#list(...args); }
}
class Shop {
  #watch = whole.watch;
  notes = Object.freeze(new Notes());
  watch(...args) { return this.#watch(...args); }
}
export default new Shop();`,
    );
    assert.equal(code, 0);
    assert.ok(passed > 5);
  });

  describe('refuses, with a message and exit code 2,', () => {
    const cases: readonly (readonly [string, readonly string[] | (() => readonly string[]), RegExp])[] = [
      ['no module', [], /Name the module of your adapter/],
      [
        'no test customers, and asks for each by name',
        ['./a.js', '--full', '17'],
        /--empty ID {2}a customer without orders.*\n.*--missing ID/,
      ],
      ['an unknown role', ['./a.js', '--customer', 'ful=17'], /--customer ful=17: say which, full, empty, missing/],
      ['a customer without an id', ['./a.js', '--customer', 'full='], /--customer full=/],
      ['two ids for one role', ['./a.js', '--full', '1', '--customer', 'full=2'], /--full: two are given, 2 and 1/],
      ['one id for two roles', ['./a.js', '--full', '1', '--empty', '1', '--missing', '3'], /must be three ids/],
      ['an unknown option', ['./a.js', '--readonly'], /Unknown option '--readonly'/],
      ['two modules', ['./a.js', './b.js', ...who], /not also \.\/b\.js/],
      ...['5', 's', '0s', '-1s', '1h', 'Infinitys', '99999999m'].map(
        (time) =>
          [`the timeout ${time}`, ['./a.js', ...who, `--timeout=${time}`], /write a number and a unit/] as const,
      ),
      ['a module that there is not', ['./nowhere.js', ...who], /There is no file .*nowhere\.js/],
      [
        'a module that throws',
        () => [adapterModule('throw new Error("no database");'), ...who],
        /cannot be imported: Error: no database/,
      ],
      ['a module without an adapter', () => [adapterModule('export const shop = 1;'), ...who], /exports no adapter/],
      [
        'an adapter without a method',
        () => [adapterModule('export default { orders: {} };'), ...who],
        /has no method of the contract/,
      ],
      [
        'a factory that fails',
        () => [adapterModule('export default () => { throw new Error("no token"); };'), ...who],
        /cannot be created: Error: no token/,
      ],
      [
        'a name that the adapter has not',
        () => [adapterModule(whole), ...who, '--only', 'rewards'],
        /nothing that --only rewards names/,
      ],
    ];
    for (const [what, args, message] of cases)
      it(what, async () => {
        const { code, error } = await command(...(typeof args === 'function' ? args() : args));
        assert.match(error, message);
        assert.match(error, /^clientele-conformance: /);
        assert.equal(code, 2);
      });
  });

  it('says how it is used', async () => {
    const { code, out } = await command('--help');
    assert.equal(code, 0);
    for (const option of [
      '--full',
      '--empty',
      '--missing',
      '--archived',
      '--read-only',
      '--only',
      '--timeout',
      '--json',
    ])
      assert.match(out, new RegExp(`\n  ${option}\\b`));
  });
});
