// Plugins and reporters for Web Test Runner: the test page, browser commands, the closing line.
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { Recorder } from './results.mjs';
import { closingLine, countResults } from './tally.mjs';

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
 * Serves each test file as a bundle, because a browser takes seconds to load some four hundred modules one by one. The
 * files of a folder are bundled together, which takes little longer than bundling one. What several of them import, or
 * one on demand, is a file of its own, which the browser loads once for all pages.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledTests() {
  /** The served texts of the bundled folders, by path. @type {Map<string, Promise<Map<string, string>>>} */
  const folders = new Map();
  /** The texts of the files that tests share, by path. @type {Map<string, string>} */
  const chunks = new Map();
  const outdir = '/';
  /** @param {string} folder */
  async function bundleFolder(folder) {
    const { outputFiles } = await build({
      entryPoints: globSync(`.${folder}/*.test.ts`, { cwd: root }),
      absWorkingDir: root,
      outbase: root,
      outdir,
      chunkNames: 'test-chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['browser', 'development'],
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'silent',
    });
    /** @type {Map<string, string>} */
    const tests = new Map();
    for (const { path, text } of outputFiles)
      (path.startsWith('/test-chunks/') ? chunks : tests).set(path.replace(/\.test\.js$/, '.test.ts'), text);
    return tests;
  }
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      const chunk = chunks.get(path);
      // The name of a chunk has a hash of its content.
      if (chunk) return { body: chunk, type: 'js', headers: { 'cache-control': 'max-age=31536000, immutable' } };
      if (!path.endsWith('.test.ts')) return undefined;
      const folder = dirname(path);
      if (!folders.has(folder)) folders.set(folder, bundleFolder(folder));
      const body = (await folders.get(folder))?.get(path);
      return body === undefined ? undefined : { body, type: 'js' };
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
        const tests = testsOf(session.testResults);
        const failing = tests.filter((test) => !test.skipped && !test.passed);
        const failed = failing.length;
        const at = `${session.browser.name}, ${relative(process.cwd(), session.testFile ?? '')}`;
        failures.push(...failing.map(({ name, error }) => `${at}: ${name}\n    ${error?.message ?? ''}`));
        if (failed === 0 && !session.passed) failures.push(...session.errors.map(({ message }) => `${at}: ${message}`));
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
      for (const { testFile, testResults } of sessions) {
        /** @type {(suite: import('@web/test-runner').TestSuiteResult, names: readonly string[]) => void} */
        const walk = ({ tests, suites }, names) => {
          for (const { name, passed, skipped } of tests)
            recorder.add(testFile, [...names, name], skipped ? 'skipped' : passed ? 'passed' : 'failed');
          for (const suite of suites) walk(suite, [...names, suite.name]);
        };
        recorder.file(testFile);
        if (testResults) walk(testResults, []);
      }
      recorder.write();
    },
  };
}
