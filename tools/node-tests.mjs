// Runs the tests that need no test page in a browser: `node tools/node-tests.mjs [file ...]`.
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { Recorder } from './results.mjs';
import { closingLine, countResults } from './tally.mjs';

/** The longest time of a file. Those that build an app of every framework take minutes beside other stages. */
const TWENTY_MINUTES = 1_200_000;

/** The files that take longest, which start first, so that none of them runs alone at the end. */
const LONGEST = [
  'demo/server/pglite.test.ts',
  'demo/server/postgres.test.ts',
  'test/strict-page.test.ts',
  'test/journey.test.ts',
  'demo/server/partitioned.test.ts',
  'test/conformance.test.ts',
  'test/new.test.ts',
  'test/snippets.test.ts',
  'test/money.test.ts',
];

/** As many files as the usual cores: other stages run beside these, and a file may drive a browser and a server. */
const CONCURRENCY = 2;

// Options of this process are also those of the processes that it runs files in. Much of what a test creates is soon
// garbage, which a larger space for new objects has to move less often.
process.execArgv.push(
  `--import=${import.meta.resolve('./unfollowed-promises.mjs')}`,
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
);

/** Returns the files with the longest first. */
const inOrder = (/** @type {readonly string[]} */ all) => [
  ...LONGEST.filter((file) => all.includes(file)),
  ...all.filter((file) => !LONGEST.includes(file)),
];

const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : globSync(
        ['test', 'demo', 'tools'].map((folder) => `${folder}/**/*.test.ts`),
        {
          // The tests of real shops are a stage of their own.
          exclude: (path) => path.includes('node_modules') || path.includes('test/shops'),
        },
      );

/** The variables with the files that some tests need: the real data set, and the shops that adapters are tested with. */
const OPTIONAL = ['ONLINE_RETAIL', 'CLIENTELE_BACKENDS'];

/** Returns `true` if a skipped test is excused: its reason names a variable that is not set. */
const excuses = (/** @type {unknown} */ reason) =>
  OPTIONAL.some((name) => !process.env[name] && String(reason).includes(name));

const recorder = new Recorder();
/** The titles of the suites around the reported test. The runner reports one file after another. @type {string[]} */
let names = [];

/**
 * @param {import('node:test').EventData.TestPass | import('node:test').EventData.TestFail} test
 * @param {import('./results.mjs').State} state
 */
function record({ file, nesting, name, details }, state) {
  if (file === undefined || details.type === 'suite') return;
  recorder.add(file, [...names.slice(0, nesting), name], state);
}

const counts = { passed: 0, failed: 0, skipped: 0, excused: 0 };
let failedHooks = 0;
run({
  files: inOrder(files),
  concurrency: CONCURRENCY,
  timeout: TWENTY_MINUTES,
})
  .on('test:start', ({ nesting, name }) => {
    names = [...names.slice(0, nesting), name];
  })
  .on('test:pass', (test) => {
    const { skip, todo } = test;
    if (skip !== undefined && excuses(skip)) counts.excused += 1;
    record(test, skip === undefined && todo === undefined ? 'passed' : 'skipped');
  })
  .on('test:fail', (test) => {
    record(test, 'failed');
    // A hook after the tests of a suite fails the suite alone.
    const { type, error } = test.details;
    const reason = error && 'failureType' in error && error.failureType;
    if (type === 'suite' && reason === 'hookFailed') failedHooks += 1;
  })
  .on('test:summary', ({ file, counts: { tests, passed, skipped, todo } }) => {
    if (file !== undefined) return;
    counts.passed = passed;
    counts.skipped = skipped + todo;
    counts.failed = tests - passed - counts.skipped + failedHooks;
  })
  .compose(spec)
  .on('end', () => {
    recorder.write();
    const tally = countResults(counts);
    console.log(`\n${closingLine(tally)}`);
    process.exitCode = tally.failed > 0 ? 1 : 0;
  })
  .pipe(process.stdout);
