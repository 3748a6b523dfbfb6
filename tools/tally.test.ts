import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLine, countResults, readClosingLine } from './tally.mjs';

test('a skipped test counts as failed in CI, unless it is excused', () => {
  const counts = { passed: 3, failed: 1, skipped: 2, excused: 1 };
  assert.deepEqual(countResults(counts, 'true'), { passed: 3, failed: 2, skipped: 1 });
  assert.deepEqual(countResults(counts, ''), { passed: 3, failed: 1, skipped: 2 });
});

test('the last closing line of an output is read, and no other line', () => {
  const line = closingLine({ passed: 3, failed: 2, skipped: 1 });
  assert.equal(line, '3 passed, 2 failed, 1 skipped');
  assert.deepEqual(readClosingLine(`1 passed, 0 failed\n${line}\nChromium: 9 passed, 9 failed\n`), {
    passed: 3,
    failed: 2,
    skipped: 1,
  });
  assert.deepEqual(readClosingLine('1 passed, 0 failed\n'), { passed: 1, failed: 0, skipped: 0 });
  assert.deepEqual(readClosingLine('\u001B[2K\u001B[1A\u001B[2K\u001B[G1 passed, 0 failed\n'), {
    passed: 1,
    failed: 0,
    skipped: 0,
  });
  assert.equal(readClosingLine('no tests\n'), undefined);
});
