// Checks docs/promises.md: each promise is listed once, with existing tests or with "Not yet".
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const items = readFileSync('docs/promises.md', 'utf8')
  .split(/\n(?=\d+\. |## )/)
  .filter((item) => /^\d+\. /.test(item));

test('the promises are numbered without a gap', () => {
  assert.deepEqual(
    items.map((item) => Number.parseInt(item, 10)),
    Array.from({ length: 33 }, (_, index) => index + 1),
  );
});

for (const item of items)
  test(`promise ${Number.parseInt(item, 10)} names existing tests, or says that it has none`, () => {
    const files = [...item.matchAll(/`([^`]+\.(?:ts|mjs|json))`/g)].map(([, file]) => file!);
    assert.ok(files.length > 0 || item.includes('Not yet: '));
    for (const file of files) assert.ok(existsSync(file), file);
  });
