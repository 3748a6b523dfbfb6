// Follows the guide "Write an adapter" step by step against a real HTTP server, and tests each step with the command.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root, sourceOf } from './snippets/specifiers.ts';
import { snippetsOf } from './snippets/markdown.ts';
import { openShop } from './write-an-adapter/shop.ts';

const steps = snippetsOf('docs/guides/write-an-adapter.md').filter(({ name }) => name === 'adapter.js');

/** Returns the file after a step: the last line with the adapter is replaced by each step that has one. */
const fileAfter = (step: number): string =>
  steps
    .slice(0, step + 1)
    .map(({ code }) => code)
    .join('\n')
    .replaceAll(/^export default .+;\n(?=[\s\S]*^export default )/gm, '');

interface Report {
  readonly code: number | null;
  readonly failed: number;
  readonly passed: number;
  readonly results: readonly { readonly name: string; readonly outcome: string; readonly message?: string }[];
  readonly leftovers: readonly string[];
  readonly widgets: readonly string[];
}

let folder: string;
let shop: { readonly url: string; readonly server: Server };

/** Bundles the file of a reader, and runs the command on it. */
async function run(code: string, ...args: readonly string[]): Promise<Report> {
  const file = join(folder, 'adapter.mjs');
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    plugins: [
      {
        name: 'package',
        setup: ({ onResolve }) => onResolve({ filter: /^clientele\// }, ({ path }) => ({ path: sourceOf(path)! })),
      },
    ],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  });
  writeFileSync(file, outputFiles[0]!.text);
  const customers = ['--customer', 'full=17', '--empty', '18', '--missing', '404'];
  const child = spawn(process.execPath, ['src/bin/conformance.ts', file, ...customers, '--json', ...args], {
    env: { ...process.env, SHOP_URL: shop.url, SHOP_TOKEN: 'shop-token' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const code_ = await new Promise<number | null>((done) => child.on('close', done));
  return { ...(JSON.parse(out) as Report), code: code_ };
}

const failures = ({ results }: Report): readonly string[] =>
  results.filter(({ outcome }) => outcome === 'failed').map(({ name, message }) => `${name}: ${message}`);

/** The cases that the guide's shop cannot be tested with, and why. */
const notInTheShop = [
  'orders.list: archived orders are listed on request only: the platform has no archive',
  'orders.get: refunds are positive: the full customer has no refund',
  'orders.list: the total of a return is not positive: the full customer has no return',
  'orders.get: quantities and amounts of a return are not positive, and its item count is not negative: the full customer has no return',
  'orders.get: the summary is the first product line, and the number of further ones: the full customer has no order with a summary and a product',
  'orders.get: a refund is not listed as a payment too: the full customer has no order with a refund',
  'orders.list: a return has a total, unless it is only requested: the full customer has no return',
  'orders.get: discounts reduce an order, each in one place and in its currency: the full customer has no order with a discount',
  'orders.get: the included taxes are in the currency of the total, and less than it: the full customer has no order with included taxes',
  'orders.get: nothing is refunded for a return that is only requested: the full customer has no requested return',
  'customers.get: the default addresses are those of the address book: customers.get has no default addresses, or they are withheld',
  'addresses.setDefault: the customer’s record has the same default: customers.get has no default address, or it is withheld',
  'credit.adjust: rejects a debit of an account that does not allow it: all accounts of the full customer allow debits',
  'credit.adjust: reverses an entry by another one, and links the two: a new entry is not reversible',
  'credit.adjust: reverses an entry once, also under concurrent requests: a new entry is not reversible',
  'credit.adjust: requires and stores one of the account’s reasons: no account that allows debits has reasons',
  'credit.adjust: stores an expiry date if the account allows one: no account that allows debits allows an expiry date',
];

describe('the guide "Write an adapter"', () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-guide-'));
    shop = await openShop();
  });
  after(() => {
    shop.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ports = ['customers', 'customers.update', 'orders', 'addresses', 'credit'];
  for (const [index, port] of ports.entries())
    it(`is green after the step about ${port}`, async () => {
      const report = await run(fileAfter(index + 1));
      assert.deepEqual(failures(report), []);
      assert.deepEqual([report.code, report.leftovers], [0, []]);
      const tested = report.results.filter(({ name, outcome }) => name.startsWith(port) && outcome === 'passed');
      assert.ok(tested.length >= 4, `${tested.length} cases of ${port} passed`);
      assert.ok(!report.widgets.includes('notes-panel'));
    });

  it('skips only what the shop does not have', async () => {
    const { results } = await run(fileAfter(steps.length - 1));
    assert.deepEqual(
      results.filter(({ outcome }) => outcome === 'skipped').map(({ name, message }) => `${name}: ${message}`),
      notInTheShop,
    );
  });

  it('is red if an amount is rounded', async () => {
    const whole = fileAfter(steps.length - 1);
    assert.ok(whole.includes('toMajorNumber(amount)'));
    const before = shop;
    // What was rounded stays in the account.
    shop = await openShop();
    try {
      const found = failures(
        await run(whole.replace('toMajorNumber(amount)', 'Number(amount.value)'), '--only', 'credit.adjust'),
      );
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(
        found[0]!,
        /an adjustment by 1\.005 was accepted, and the balance afterwards is \d+\.\d\d instead of \d+\.\d\d5: reject with/,
      );
    } finally {
      shop.server.close();
      shop = before;
    }
  });

  it('is red without what its steps explain', async () => {
    const whole = fileAfter(steps.length - 1);
    for (const [part, other, only, rule] of [
      ['rejectUndeclared(page, {});', '', 'orders.list', /rejects/],
      ["street: 'lines', ", '', 'addresses.create', /names the member/],
      ['path`/customers/${customerId}`', '`/customers/${customerId}`', 'customers.get', /unusual id/],
      ['if (!shipping) return products;', 'return products;', 'orders.get', /add up/],
      ['if (options.ifVersion === undefined)', 'if (false)', 'customers.update', /missing version/],
      ['current: now && customerOf(now),', '', 'customers.update', /outdated version/],
      ["throw new AdapterError('unsupported');", 'continue;', 'customers.update', /does not take/],
      ["headers: { 'Request-Id': idempotencyKey }, ", '', 'credit.adjust', /repeated key/],
    ] as const) {
      assert.ok(whole.includes(part), part);
      const found = failures(await run(whole.replace(part, other), '--only', only));
      assert.ok(
        found.some((name) => rule.test(name)),
        `${part}: ${found.join('\n')}`,
      );
    }
  });
});
