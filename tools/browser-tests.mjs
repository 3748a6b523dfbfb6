// Plugins and reporters for Web Test Runner: the test page, browser commands, the closing line.
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { Recorder } from './results.mjs';
import { closingLine, countResults } from './tally.mjs';
import { pageModule, testPages } from './test-pages.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Returns the strictest content security policy that a host may have. The runner's own inline scripts carry the nonce.
 * The Trusted Types policy `default`, which PAGE_START creates, accepts only the URL of the mock service worker.
 * @param {string} nonce
 */
const policy = (nonce) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html default',
  ].join('; ');

/** Reports blocked content, and widgets that could not be rendered, as errors of the running test. */
const PAGE_START = `
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    if (blockedURI.endsWith('/favicon.ico')) return;
    throw new Error(\`Blocked by the page's policy: \${violatedDirective}, \${blockedURI} \${sample}\`);
  });
  const { warn } = console;
  console.warn = (...told) => {
    warn.apply(console, told);
    if (String(told[0]).includes('could not be shown')) setTimeout(() => { throw new Error(told.join(' ')); });
  };
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).pathname === '/mockServiceWorker.js' ? url : null),
  });
`;

/**
 * Serves the test page under the policy.
 * @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
export async function strictPage(context, next) {
  await next();
  if (context.path !== '/' || !context.query['wtr-session-id']) return;
  const nonce = randomBytes(16).toString('base64');
  context.set('content-security-policy', policy(nonce));
  context.body = String(context.body)
    .replace('<head>', `<head><script>${PAGE_START}</script>`)
    .replaceAll('<script', `<script nonce="${nonce}"`);
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function mswWorker() {
  const body = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
  return {
    name: 'msw-worker',
    serve: ({ path }) => (path === '/mockServiceWorker.js' ? { body, type: 'js' } : undefined),
  };
}

/**
 * Returns a test whether a module must stay apart from what all pages load: the sources load it only when they need it,
 * or it imports such a module. Otherwise a test that imports it at once would load it into the pages of all others.
 * @param {(id: string) => import('rolldown').ModuleInfo | null} infoOf
 */
function staysApart(infoOf) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const isApart = (/** @type {string} */ id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // Ends a circle of imports.
    known.set(id, false);
    const module = infoOf(id);
    const isLoadedLater = module?.dynamicImporters.some((path) => !path.endsWith('.test.ts')) ?? false;
    const apart = isLoadedLater || (module?.importedIds.some(isApart) ?? false);
    known.set(id, apart);
    return apart;
  };
  return isApart;
}

/**
 * Bundles all test files, and returns the texts of the served files by path.
 * @param {ReadonlyMap<string, readonly string[]>} pages the files of each page by its first file
 */
async function bundleTests(pages) {
  const files = pages.size > 0 ? [...pages.keys()] : globSync('src/**/*.test.ts', { cwd: root });
  /** @type {ReturnType<typeof staysApart> | undefined} */
  let isApart;
  const bundle = await rolldown({
    input: Object.fromEntries(
      files.map((file) => [file.replace(/\.ts$/, ''), pages.has(file) ? pageModule(file) : resolve(root, file)]),
    ),
    cwd: root,
    plugins: [testPages(pages, (path) => resolve(root, path))],
    platform: 'browser',
    preserveEntrySignatures: false,
    resolve: { conditionNames: ['browser', 'development', 'import', 'default'] },
    transform: { target: 'es2022' },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    sourcemap: true,
    entryFileNames: '[name].ts',
    chunkFileNames: 'test-chunks/[name]-[hash].js',
    // A page runs only the modules that its test imports.
    strictExecutionOrder: true,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: (id, context) =>
            (isApart ??= staysApart((each) => context.getModuleInfo(each)))(id) ? null : 'shared',
          minShareCount: 2,
          tags: ['$initial'],
        },
      ],
    },
  });
  await bundle.close();
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]));
}

/**
 * Serves the test files as one bundle, because a browser takes seconds to load some four hundred modules one by one.
 * What several tests import is one file, which the browser loads and compiles once for all pages. A source map is a
 * file of its own: only the trace of an error needs it.
 * @param {ReadonlyMap<string, readonly string[]>} pages the files of each page by its first file
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledTests(pages) {
  /** @type {ReturnType<typeof bundleTests> | undefined} */
  let bundling;
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      if (!path.startsWith('/test-chunks/') && !/\.test\.ts(\.map)?$/.test(path)) return undefined;
      const body = (await (bundling ??= bundleTests(pages))).get(path);
      if (body === undefined) return undefined;
      if (path.endsWith('.map')) return { body, type: 'json' };
      if (path.endsWith('.ts')) return { body, type: 'js' };
      // The name of a chunk has a hash of its content.
      return { body, type: 'js', headers: { 'cache-control': 'max-age=31536000, immutable' } };
    },
  };
}

/** The environment variables that a test may read. */
const SETTINGS = new Set(['SWITCH_RUNS', 'SWITCH_SEED', 'SWITCH_WIDGETS']);

/**
 * Adds the commands of the tests: `await executeServerCommand('press', 'Shift+Tab')` presses keys, and `await
 * executeServerCommand('environment', 'SWITCH_RUNS')` returns an environment variable, or an empty string.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function browserCommands() {
  return {
    name: 'browser-commands',
    async executeCommand({ command, payload, session }) {
      if (command === 'environment' && SETTINGS.has(String(payload))) return process.env[String(payload)] ?? '';
      if (command !== 'press') return undefined;
      const keys = String(payload).split(/(?<=.)\+/);
      const browser = /** @type {any} */ (session.browser);
      if (session.browser.type === 'webdriver') {
        await browser.press(keys);
      } else {
        const { keyboard } = browser.getPage(session.id);
        for (const key of keys) await keyboard.down(key);
        for (const key of keys.toReversed()) await keyboard.up(key);
      }
      return true;
    },
  };
}

/**
 * Returns the results of a page by test file. A page of several files has a suite for each, with its name.
 * @param {import('@web/test-runner').TestSession} session
 * @returns {[file: string, results: import('@web/test-runner').TestSuiteResult | undefined][]}
 */
function resultsByFile({ testFile, testResults }) {
  const shared = testResults?.suites.filter(({ name }) => name.endsWith('.test.ts')) ?? [];
  if (shared.length === 0) return [[relative(root, testFile), testResults]];
  return shared.map((suite) => [suite.name, suite]);
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** @returns {import('@web/test-runner').Reporter} */
export function tallyReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      /** @type {string[]} */
      const failures = [];
      for (const session of sessions) {
        const { name: browser } = session.browser;
        const tests = resultsByFile(session).flatMap(([file, results]) =>
          testsOf(results).map((test) => ({ ...test, name: `${browser}, ${file}: ${test.name}` })),
        );
        const failing = tests.filter((test) => !test.skipped && !test.passed);
        const failed = failing.length;
        failures.push(...failing.map(({ name, error }) => `${name}\n    ${error?.message ?? ''}`));
        if (failed === 0 && !session.passed)
          failures.push(
            ...session.errors.map(({ message }) => `${browser}, ${relative(root, session.testFile)}: ${message}`),
          );
        // A test file that a bundler leaves out has no tests, and so no failure.
        const empty = resultsByFile(session).filter(([, results]) => session.passed && testsOf(results).length === 0);
        failures.push(...empty.map(([file]) => `${browser}, ${file}: has no tests`));
        counts.failed += empty.length;
        counts.skipped += tests.filter((test) => test.skipped).length;
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        // A file that cannot be loaded, or whose hooks fail, has errors outside of its tests.
        counts.failed += failed === 0 && !session.passed ? 1 : failed;
      }
      if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);
      // Starts on a new line, because piped output contains the escape codes that erased the progress.
      console.log(`\n${closingLine(countResults(counts))}`);
    },
  };
}

/**
 * Stores the result of each test for tools/check-features.mjs.
 * @returns {import('@web/test-runner').Reporter}
 */
export function resultsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const recorder = new Recorder();
      for (const [file, results] of sessions.flatMap(resultsByFile)) {
        /** @type {(suite: import('@web/test-runner').TestSuiteResult, names: readonly string[]) => void} */
        const walk = ({ tests, suites }, names) => {
          for (const { name, passed, skipped } of tests)
            recorder.add(file, [...names, name], skipped ? 'skipped' : passed ? 'passed' : 'failed');
          for (const suite of suites) walk(suite, [...names, suite.name]);
        };
        recorder.file(file);
        if (results) walk(results, []);
      }
      recorder.write();
    },
  };
}
