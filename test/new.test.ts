// Runs `npm run new` in a copy of the project. The created files must pass every check unchanged.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);
const copy = mkdtempSync(join(tmpdir(), 'clientele-new-'));
// Other tests run beside this one, and several threads do the same work more than once.
const tsc = ['node_modules/typescript-7/bin/tsc', '--singleThreaded', '-p'];
// Node refuses to run tests inside of a test process unless this variable is absent.
const { NODE_TEST_CONTEXT: _, ...env } = process.env;

/** The files that were written: for the port, and for the widget. */
let portFiles: readonly string[] = [];
let widgetFiles: readonly string[] = [];
let written: readonly string[] = [];
const filesIn = (output: string) => [...output.matchAll(/^(\S+) written\.$/gm)].map(([, path]) => path!);

/** Runs Node in the copy. Rejects with its output if it fails. */
async function node(...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, args, { cwd: copy, env, maxBuffer: 16e6 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

const read = (path: string) => readFileSync(join(copy, path), 'utf8');

describe('npm run new', () => {
  before(async () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);
    for (const path of tracked.filter((each) => existsSync(join(root, each))))
      cpSync(join(root, path), join(copy, path));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const port = await node('tools/new.mjs', 'port', 'gift-cards');
    const widget = await node('tools/new.mjs', 'widget', 'gift-cards-panel');
    // Its rows are about products, which have a base class of their own.
    const products = await node('tools/new.mjs', 'widget', 'basket-panel', '--reads', 'cart.list');
    [portFiles, widgetFiles] = [filesIn(port), filesIn(widget)];
    written = [...new Set([...portFiles, ...widgetFiles, ...filesIn(products)])];
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  for (const config of ['tsconfig.json', 'tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.stories.json'])
    it(`creates a port and a widget that compile with ${config}`, async () => {
      await node(...tsc, config);
    });

  it('makes a port and a widget that pass lint, and formats them', async () => {
    assert.ok(written.length > 20, written.join());
    await node('node_modules/oxlint/bin/oxlint', ...written.filter((path) => path.endsWith('.ts')));
    await node('node_modules/oxfmt/bin/oxfmt', '--check', ...written);
  });

  it('makes a port of at most 12 files beside the generated description, and a widget of at most 250 lines', () => {
    assert.match(read('docs/openapi.yaml'), /giftCards\.list/);
    assert.ok(portFiles.length <= 12, portFiles.join());
    const folder = widgetFiles.filter((path) => path.startsWith('src/widgets/gift-cards-panel/'));
    assert.ok(folder.length >= 6, folder.join());
    const lines = folder.reduce((sum, path) => sum + read(path).split('\n').length - 1, 0);
    assert.ok(lines <= 250, `${lines} lines`);
  });

  it('writes the modules that list all widgets and all words, and the description of the protocol', async () => {
    const output = await node('tools/node-tests.mjs', 'test/generated.test.ts', 'test/openapi.test.ts');
    assert.match(output, /^\d\d passed, 0 failed$/m);
  });

  it('creates a port that fulfills the contract, with a broken adapter for each rule', async () => {
    const script = `
      import { conformance } from './src/adapter/conformance.ts';
      import { knownCustomers, memoryAdapter } from './src/adapters/memory/index.ts';
      const { ingrid: full, noOrders: empty } = knownCustomers;
      const cases = conformance({ adapter: memoryAdapter(), customers: { full, empty, missing: 'C-0' } });
      const own = cases.filter(({ name }) => name.startsWith('giftCards.'));
      for (const { run } of own) await run();
      console.log(own.length);`;
    assert.ok(Number(await node('--input-type=module', '--eval', script)) >= 8);
    const guarded = await node(
      '--test',
      '--test-name-pattern=^giftCards',
      '--test-reporter=tap',
      'test/conformance.test.ts',
    );
    assert.match(guarded, /^# pass ([89]|\d\d)$/m);
  });

  it('adds the rows of the guides and the list of tables that are spread', () => {
    assert.match(read('docs/guides/embedding.md'), /^\| `gift-cards` +\| `customerId` +\| all rows open in a dialog/m);
    assert.match(read('docs/guides/embedding.md'), /^\| `giftCards` +\| the gift cards change/m);
    assert.match(read('docs/scale.md'), /^\| `gift_cards` +\| distributed/m);
    assert.match(read('demo/server/database/distribution.ts'), /^ {2}'gift_cards',$/m);
  });

  it('leaves compiler errors where a new field of a record is not handled yet', async () => {
    const path = join(copy, 'src/domain/gift-card.ts');
    const text = readFileSync(path, 'utf8');
    const files = ['src/adapters/memory/gift-cards.ts', 'demo/server/operations/gift-cards.ts'];
    // The rest of the project has been compiled above.
    const config = join(copy, 'tsconfig.part.json');
    writeFileSync(config, JSON.stringify({ extends: './tsconfig.node.json', include: files }));
    writeFileSync(path, text.replace('createdAt: Instant,', 'createdAt: Instant,\n  code: ShortText,'));
    try {
      const { message } = (await node(...tsc, 'tsconfig.part.json').catch((error: Error) => error)) as Error;
      for (const file of files)
        assert.ok(
          message.split('\n').some((line) => line.startsWith(file) && line.includes("'code' is missing")),
          message,
        );
    } finally {
      writeFileSync(path, text);
      rmSync(config);
    }
  });

  const rejected: [what: string, args: readonly string[], message: RegExp][] = [
    ['a widget without a port', ['widget', 'wishes-panel'], /no operation wishes\.list/],
    ['an existing widget', ['widget', 'gift-cards-panel'], /already exists/],
    [
      'a widget for an operation that is not a list of a customer',
      ['widget', 'product-list', '--reads', 'products.list'],
      /not a list/,
    ],
    ['a tag without a hyphen', ['widget', 'quotes'], /A tag needs a hyphen/],
    ['a port whose record exists', ['port', 'notes'], /Name a schema that does not exist yet/],
    ['a name in another spelling', ['port', 'giftCards'], /Usage/],
  ];
  for (const [what, args, message] of rejected)
    it(`rejects ${what}, and writes nothing`, async () => {
      const status = () => read('src/widgets/registry.ts') + read('src/adapter/ports.ts');
      const earlier = status();
      await assert.rejects(node('tools/new.mjs', ...args), message);
      assert.equal(status(), earlier);
    });
});
