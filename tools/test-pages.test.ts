import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { sharePages } from './test-pages.mjs';

test('each test file runs in one page, and those that need a page of their own share none', () => {
  const files = globSync('src/**/*.test.ts').toSorted();
  const alone = new Set(files.filter((_, index) => index % 5 === 0));
  const pages = sharePages(files, alone);
  assert.deepEqual([...pages.values()].flat().toSorted(), files);
  for (const [first, page] of pages) {
    assert.equal(page[0], first);
    if (page.some((file) => alone.has(file))) assert.equal(page.length, 1);
  }
  assert.ok(pages.size < files.length / 2);
});
