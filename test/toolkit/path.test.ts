import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { path, pathSegment } from '../../src/adapter/toolkit/path.ts';

const isNotFound = (error: unknown): boolean => error instanceof AdapterError && error.code === 'not-found';

describe('path', () => {
  it('escapes each id as one segment, and nothing else', () => {
    assert.equal(path`/customers/${'C 1'}/orders/${7}?x=1`, '/customers/C%201/orders/7?x=1');
    assert.equal(path`/customers`, '/customers');
    assert.equal(path`${'a'}${'b'}`, 'ab');
  });

  for (const id of ['17', 'a/b', 'gid://shop/Customer/1', 'a?b#c', '100%', '...', '.a', 'a..b', 'é', '😀', '%zz'])
    it(`leads to ${id} and nowhere else`, () => {
      const { pathname } = new URL(path`/shop/customers/${id}/notes`, 'https://shop.example');
      const segments = pathname.split('/');
      assert.deepEqual(segments.map(decodeURIComponent), ['', 'shop', 'customers', id, 'notes']);
    });

  for (const id of [
    ...['', '.', '..', '../admin', 'a/../b', 'a/./b', 'a/..', '..\\admin', 'a\\..\\b', '%2e%2e', '%2E', '.%2e'],
    ...['..%2Fadmin', 'a%2f..%2fb', 'a%5c..', 'a\0', 'a\nb', '\x7f', 'a\uD83D', '\uDE00'],
  ])
    it(`is none for the id ${JSON.stringify(id)}`, () => {
      assert.throws(() => path`/customers/${id}`, isNotFound);
      assert.throws(() => pathSegment(id), isNotFound);
    });
});
