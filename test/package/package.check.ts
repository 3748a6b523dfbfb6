// Tests the package as users get it: packed, installed into an empty folder with its dependencies from the registry,
// then imported, bundled, loaded by a page with an import map, and loaded from a CDN.
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { bundlers } from './bundlers.ts';
import { importsOf, unresolved, type Import } from './imports.ts';
import { serveFolder, type StaticServer } from './static-server.ts';
import { packInto } from '../../tools/pack.mjs';
import { emptyFolder, installInto, packageJson, run } from './tarball.ts';
import { allWidgets, openBrowser, useOnDemand, visit } from './visit.ts';

const { name, exports } = packageJson;

/** Peer dependencies that only some entries import. */
const forHostsOf: readonly string[] = Object.entries(packageJson.peerDependenciesMeta)
  .filter(([, { optional }]) => optional)
  .map(([peer]) => peer);

const markup = `<customer-dashboard customer-id="C-20817">
  ${allWidgets.map((tag) => `<${tag}></${tag}>`).join('\n  ')}
</customer-dashboard>`;

/** `true` for a module of the command, which runs only in Node and imports the file that it is given. */
const isOfCommand = ({ file }: Import): boolean => file.startsWith('dist/bin/');

/** Returns true for the import of a widget of others, which a manifest names by its address. */
const isOfManifest = ({ file, specifier }: Import): boolean =>
  /^dist\/(dashboard\/extensions\/extension-loads|clientele\.cdn)\.js$/.test(file) &&
  specifier.startsWith('the value of');

/** Returns a page with all widgets. `head` precedes everything that is loaded. */
const page = (head: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${markup}</body></html>`;

const app = (elements: string, memory: string): string => `import '${elements}';
import { memoryAdapter } from '${memory}';
document.querySelector('customer-dashboard').adapter = memoryAdapter();
`;

/** Returns the strictest policy for a page that loads its modules from a CDN. */
const policy = (cdn: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${cdn}`,
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

describe('the package, installed', () => {
  const folder = emptyFolder('package');
  let tarball: string;
  let installed: string;
  let imports: readonly Import[];
  let server: StaticServer;
  let browser: Browser;
  before(async () => {
    tarball = packInto(folder);
    installed = installInto(folder, tarball);
    imports = await importsOf(installed);
    writeFileSync(join(folder, 'app.js'), app(`${name}/define`, `${name}/adapters/memory`));
    server = await serveFolder(folder);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (path: string): Promise<void> => visit(browser, `${server.origin}/${path}`, useOnDemand);

  it('publint finds nothing', () => void run('publint', [tarball, '--strict'], folder));

  it('attw finds nothing', () => {
    // The tool cannot check wildcard entries.
    const apart = ['--exclude-entrypoints', './themes/*.css'];
    run('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', ...apart], folder);
  });

  it('installs no dependency that it never loads', () => {
    const tree = JSON.parse(run('npm', ['ls', '--all', '--json'], folder)) as Tree;
    const peers = ['@lit/context', 'lit', '@lit-labs/ssr-dom-shim', '@lit/reactive-element', 'lit-element', 'lit-html'];
    const expected = [...peers, '@types/trusted-types', name, ...Object.keys(packageJson.dependencies)];
    assert.deepEqual([...namesIn(tree)].sort(), expected.sort());
  });

  it('every import of every module and type resolves', () => {
    assert.ok(imports.length > 1000, 'there are some');
    const lost = unresolved(installed, imports)
      .filter((each) => !(isOfCommand(each) && each.specifier.startsWith('the value of')) && !isOfManifest(each))
      .filter(
        ({ specifier }) => !forHostsOf.includes(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')),
      )
      .map(({ file, specifier }) => `${file}: ${specifier}`);
    assert.deepEqual(lost, []);
  });

  it('the check finds an import that does not resolve', async () => {
    const planted = join(installed, 'planted');
    mkdirSync(planted);
    writeFileSync(join(planted, 'a.js'), "export const a = () => import('./b.ts');\nimport 'typescript';\n");
    writeFileSync(join(planted, 'a.d.ts'), "export type A = import('./c.js').C;\n");
    const lost = unresolved(installed, await importsOf(installed)).filter(({ file }) => file.startsWith('planted'));
    rmSync(planted, { recursive: true });
    assert.deepEqual(lost.map(({ specifier }) => specifier).sort(), ['./b.ts', './c.js', 'typescript']);
  });

  it('every entry loads in Node, without a DOM', () => {
    const entries = Object.entries(exports).flatMap(([entry, target]) => specifiersOf(installed, entry, target));
    assert.ok(entries.length > 10);
    const elsewhere = [`${name}/cdn`, ...forHostsOf.map((peer) => `${name}/testing/${peer}`)];
    // A thread has modules and globals of its own, and starts in half the time of a process.
    const script = `
      import { Worker } from 'node:worker_threads';
      for (const entry of ${JSON.stringify(entries.filter((each) => !elsewhere.includes(each)))}) {
        const worker = new Worker('import(' + JSON.stringify(entry) + ')', { eval: true });
        await new Promise((resolve, reject) => {
          worker.once('exit', resolve).once('error', (cause) => reject(new Error(entry, { cause })));
        });
      }`;
    run(process.execPath, ['--input-type=module', '-e', script], folder);
  });

  it('the command runs without anything beside the package', () => {
    writeFileSync(join(folder, 'adapter.js'), `export { memoryAdapter as default } from '${name}/adapters/memory';\n`);
    const command = join(folder, 'node_modules/.bin/clientele-conformance');
    const customers = ['--full', 'C-20817', '--empty', 'none', '--missing', 'C-0', '--only', 'products', '--json'];
    const { passed, failed } = JSON.parse(run(command, ['adapter.js', ...customers], folder)) as Tested;
    assert.ok(passed > 3 && failed === 0, `${passed} passed, ${failed} failed`);
  });

  it('source maps name their sources and contain them', () => {
    const maps = globSync('dist/**/*.js.map', { cwd: installed });
    assert.equal(maps.length, globSync('dist/**/*.js', { cwd: installed, exclude: ['dist/vendor/**'] }).length);
    for (const map of maps) {
      const { sources, sourcesContent } = JSON.parse(readFileSync(join(installed, map), 'utf8')) as SourceMap;
      assert.ok(sources.length > 0 && sources.length === sourcesContent.length, map);
      assert.ok(
        sourcesContent.every((content) => content),
        map,
      );
    }
  });

  it('style sheets are small', () => {
    const modules = globSync('dist/**/*.styles.js', { cwd: installed });
    assert.ok(modules.length > 5);
    for (const path of modules) {
      const sheets = [...readFileSync(join(installed, path), 'utf8').matchAll(/css\s?`([^`]*)`/g)];
      for (const [, sheet = ''] of sheets) assert.doesNotMatch(sheet, /\n/, path);
    }
  });

  for (const [bundler, bundle] of Object.entries(bundlers))
    it(`${bundler} bundles all widgets, and they work`, async () => {
      const output = await bundle(folder);
      writeFileSync(join(folder, `${bundler}.html`), page(`<script type="module" src="${output}/app.js"></script>`));
      await open(`${bundler}.html`);
    });

  it('an import map loads them without a bundler', async () => {
    const map = JSON.stringify({
      imports: importMap(
        folder,
        imports.filter((each) => !isOfCommand(each) && !isOfManifest(each)),
      ),
    });
    const head = `<script type="importmap">${map}</script><script type="module" src="app.js"></script>`;
    writeFileSync(join(folder, 'import-map.html'), page(head));
    await open('import-map.html');
  });

  describe('the single file from a CDN', () => {
    const cdnFolder = emptyFolder('cdn');
    const hostFolder = emptyFolder('host');
    let cdn: StaticServer;
    let host: StaticServer;
    let integrity: string;
    before(async () => {
      for (const path of globSync('dist/clientele.cdn.*', { cwd: installed }))
        cpSync(join(installed, path), join(cdnFolder, basename(path)));
      const hashes = JSON.parse(readFileSync(join(installed, 'dist/integrity.json'), 'utf8')) as Record<string, string>;
      integrity = hashes['clientele.cdn.js']!;
      cdn = await serveFolder(cdnFolder, { headers: { 'Access-Control-Allow-Origin': '*' } });
      host = await serveFolder(hostFolder, { headers: { 'Content-Security-Policy': policy(cdn.origin) } });
      const url = `${cdn.origin}/clientele.cdn.js`;
      const head = (hash: string): string =>
        `<script type="module" src="${url}" integrity="${hash}" crossorigin></script>
        <script type="module" src="app.js"></script>`;
      writeFileSync(join(hostFolder, 'app.js'), app(url, url));
      writeFileSync(join(hostFolder, 'index.html'), page(head(integrity)));
      writeFileSync(join(hostFolder, 'tampered.html'), page(head(integrity.replace(/.{8}$/, 'AAAAAAAA'))));
    });
    after(() => {
      cdn?.close();
      host?.close();
      for (const path of [cdnFolder, hostFolder]) rmSync(path, { recursive: true, force: true });
    });

    it('works from another origin, under the strict policy and with its hash', async () => {
      await visit(browser, `${host.origin}/`, useOnDemand);
    });

    it('is not loaded if it does not match its hash', async () => {
      await assert.rejects(
        visit(browser, `${host.origin}/tampered.html`, async (opened) => {
          await opened.waitForNetworkIdle();
        }),
        /integrity/,
      );
    });

    it('needs no other file', () => {
      assert.deepEqual(
        imports.filter((each) => each.file === 'dist/clientele.cdn.js' && !isOfManifest(each)),
        [],
      );
    });

    it('is what `unpkg` and `jsdelivr` serve, and exports what its types declare', async () => {
      const { unpkg, jsdelivr } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Cdns;
      assert.deepEqual([unpkg, jsdelivr], ['./dist/clientele.cdn.js', './dist/clientele.cdn.js']);
      const adapters = ['adapters/memory/index.js', 'adapters/rest/index.js', 'adapter/toolkit/index.js'];
      const modules = ['index.js', 'extend.js', ...adapters];
      const typed = await Promise.all(
        modules.map((path) => import(pathToFileURL(join(installed, 'dist', path)).href) as Promise<object>),
      );
      await visit(browser, `${host.origin}/`, async (opened) => {
        const given = await opened.evaluate(`import('${cdn.origin}/clientele.cdn.js').then(Object.keys)`);
        assert.deepEqual((given as string[]).sort(), [...new Set(typed.flatMap(Object.keys))].sort());
      });
    });
  });
});

interface Cdns {
  readonly unpkg: string;
  readonly jsdelivr: string;
}

interface Tested {
  readonly passed: number;
  readonly failed: number;
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}

interface Tree {
  /** Absent if the package is not installed, such as an optional peer dependency. */
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, Tree>>;
}

const namesIn = ({ dependencies = {} }: Tree): Set<string> =>
  new Set(
    Object.entries(dependencies)
      .filter(([, { version }]) => version)
      .flatMap(([dependency, below]) => [dependency, ...namesIn(below)]),
  );

/** Returns the import specifiers of an entry in `exports`: for a wildcard, one per file. */
function specifiersOf(installed: string, entry: string, target: string | Readonly<Record<string, string>>): string[] {
  const path = typeof target === 'string' ? target : (target.default ?? target.import ?? '');
  if (!path.endsWith('.js')) return [];
  const [start = '', end = ''] = path.split('*');
  return path.includes('*')
    ? globSync(path, { cwd: installed }).map(
        (file) => name + entry.slice(1).replace('*', `./${file}`.slice(start.length, -end.length)),
      )
    : [name + entry.slice(1)];
}

/** Returns an import map for the packages that the modules import, directly or indirectly. */
function importMap(folder: string, imports: readonly Import[]): Record<string, string> {
  const map: Record<string, string> = {};
  const specifiers = new Set(imports.filter(({ file }) => file.endsWith('.js')).map(({ specifier }) => specifier));
  const script = `console.log(JSON.stringify(process.argv.slice(1).map((each) => import.meta.resolve(each))))`;
  const wanted = [...specifiers, `${name}/define`, `${name}/adapters/memory`].filter(
    (each) => !each.startsWith('.') && !forHostsOf.includes(each),
  );
  const args = ['--conditions=browser', '--input-type=module', '-e', script, ...wanted, ...ofLit];
  const urls = JSON.parse(run(process.execPath, args, folder)) as string[];
  [...wanted, ...ofLit].forEach((specifier, index) => {
    map[specifier] = urls[index]!.slice(pathToFileURL(folder).href.length);
  });
  for (const specifier of ofLit) map[`${specifier}/`] = `${dirname(map[specifier]!)}/`;
  return map;
}

/** The packages that Lit's own modules import. */
const ofLit = ['@lit/reactive-element', 'lit-html', 'lit-element/lit-element.js'];
