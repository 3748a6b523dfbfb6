import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkPage, requiredIds, rowsOf } from './check-features.mjs';
import { add, Recorder, resultsOf, type Results } from './results.mjs';

const page = (...rows: readonly string[]) => `# Features

\`\`\`text ids
S0: 01
W: hint
\`\`\`

| id | what it is | where it is reached | proof |
| --- | --- | --- | --- |
${rows.join('\n')}
`;

const first = '| S0-01 | orders | `order-history` | `a.test.ts`: a list > shows them |';
const second = '| W-hint | a hint | slot `hint` | `b.test.ts`: has a \\| in it<br>`a.test.ts`: shows them |';
const results: Readonly<Record<string, Results>> = {
  'a.test.ts': { 'a list > shows them': 'passed', 'a list > hides them': 'skipped', 'a list > sorts them': 'failed' },
  'b.test.ts': { 'slots > has a | in it': 'passed' },
};
const check = (text: string) =>
  checkPage(text, { exists: (file) => file in results || file === 'c.test.ts', resultsOf: (file) => results[file] });

describe('checkPage', () => {
  it('finds no fault if each id has a row, and each of its tests has passed', () => {
    assert.deepEqual(check(page(first, second)), { faults: [], open: [], proven: 2 });
  });

  const faulty: Readonly<Record<string, readonly [rows: readonly string[], message: string]>> = {
    'a missing row': [[first], 'W-hint has no row.'],
    'a duplicate row': [[first, first, second], 'S0-01 has several rows: lines 10, 11.'],
    'an id that the page does not require': [
      [first, second, first.replace('S0-01', 'S9-01')],
      'Line 12: S9-01 is not among the ids that the page names.',
    ],
    'a missing file': [[first.replace('a.test', 'd.test'), second], 'S0-01: there is no d.test.ts.'],
    'a file that did not run': [[first.replace('a.test', 'c.test'), second], 'S0-01: c.test.ts did not run.'],
    'a missing test': [
      [first.replace('shows them', 'shows'), second],
      'S0-01: a.test.ts has run no test "a list > shows".',
    ],
    'a test that was skipped': [
      [first.replace('shows', 'hides'), second],
      'S0-01: "a list > hides them" in a.test.ts was skipped.',
    ],
    'a test that failed': [
      [first.replace('shows', 'sorts'), second],
      'S0-01: "a list > sorts them" in a.test.ts was failed.',
    ],
    'the second test of a row': [
      [first, second.replace('shows them', 'hides them')],
      'W-hint: "a list > hides them" in a.test.ts was skipped.',
    ],
    'a proof that names no file': [
      [first.replace('`a.test.ts`: ', ''), second],
      'Line 10 cannot be read: a list > shows them',
    ],
    'a row with too few cells': [
      [first.replace('| orders ', ''), second],
      `Line 10 cannot be read: ${first.replace('| orders ', '')}`,
    ],
    'a row without a location': [
      [first.replace('`order-history`', ''), second],
      `Line 10 cannot be read: ${first.replace('`order-history`', '')}`,
    ],
  };
  for (const [what, [rows, message]] of Object.entries(faulty))
    it(`finds a fault if there is ${what}`, () => assert.ok(check(page(...rows)).faults.includes(message), message));

  it('finds a fault if the page requires no id, or a title matches only the end of a longer word', () => {
    assert.deepEqual(check('# Features').faults, ['The page does not say which ids it has to have.']);
    const rows = [first.replace('a list > shows them', 'hows them'), second];
    assert.equal(check(page(...rows)).faults.length, 1);
  });

  it('returns rows without a test as open', () => {
    const rows = ['| S0-01 | orders | `order-history` | |', second];
    assert.deepEqual(check(page(...rows)), { faults: [], open: ['S0-01'], proven: 1 });
  });

  it('reads ids as ranges and lists', () => {
    assert.deepEqual(requiredIds('```text ids\nS0: 04, 08-10\nW: hint, help\n```'), [
      ...['S0-04', 'S0-08', 'S0-09', 'S0-10'],
      ...['W-hint', 'W-help'],
    ]);
  });

  it('reads one proof per line of a cell, with escaped bars', () => {
    assert.deepEqual(rowsOf(page(second)), [
      {
        id: 'W-hint',
        line: 10,
        proofs: [
          { file: 'b.test.ts', title: 'has a | in it' },
          { file: 'a.test.ts', title: 'shows them' },
        ],
      },
    ]);
  });
});

describe('stored test results', () => {
  it('keep the worst of several runs', () => {
    const outcome: Results = {};
    for (const state of ['passed', 'failed', 'skipped', 'passed'] as const) add(outcome, 'one', state);
    for (const state of ['passed', 'skipped'] as const) add(outcome, 'constructor', state);
    assert.deepEqual(outcome, { one: 'failed', constructor: 'skipped' });
  });

  it('are replaced file by file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-results-'));
    const run = (record: (recorder: Recorder) => void) => {
      const recorder = new Recorder();
      record(recorder);
      recorder.write(folder);
    };
    run((recorder) => {
      recorder.add(join(process.cwd(), 'src/a.test.ts'), ['a', 'b'], 'passed');
      recorder.add('src/b.test.ts', ['c'], 'passed');
    });
    // This time the file could not be loaded.
    run((recorder) => recorder.file('src/b.test.ts'));
    assert.deepEqual(resultsOf('src/a.test.ts', folder), { 'a > b': 'passed' });
    assert.deepEqual(resultsOf('src/b.test.ts', folder), {});
    assert.equal(resultsOf('src/c.test.ts', folder), undefined);
  });
});
