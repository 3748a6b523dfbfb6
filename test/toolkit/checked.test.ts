import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { checked, type StandardSchema } from '../../src/adapter/toolkit/checked.ts';

const Orders = v.object({
  rows: v.array(v.object({ id: v.number(), pence: v.pipe(v.number(), v.integer()) })),
  more: v.optional(v.boolean(), false),
});
const orders = { rows: [{ id: 1, pence: 5 }] };
const wrong = {
  rows: [
    { id: 1, pence: 5 },
    { id: 2, pence: 'Ingrid Halvorsen' },
  ],
};

const malformed =
  (field: string | undefined) =>
  (error: unknown): boolean =>
    error instanceof AdapterError &&
    error.code === 'malformed' &&
    error.field === field &&
    !JSON.stringify([error.message, Object.entries(error)]).includes('Ingrid');

describe('checked', () => {
  it('returns the parsed value, with the defaults of the schema and without other members', () => {
    assert.deepEqual(checked(Orders)({ ...orders, secret: 7 }), { ...orders, more: false });
  });

  it('names the first invalid member, never its value', () => {
    assert.throws(() => checked(Orders, 'orders')(wrong), malformed('orders.rows[1].pence'));
    assert.throws(() => checked(Orders)(wrong), malformed('rows[1].pence'));
    assert.throws(() => checked(Orders, 'orders')({}), malformed('orders.rows'));
    for (const value of [undefined, null, 'Ingrid'])
      assert.throws(() => checked(Orders, 'orders')(value), malformed('orders'));
    assert.throws(() => checked(Orders)(7), malformed(undefined));
  });

  it('wraps a method: arguments and errors pass through, answers are checked', async () => {
    const calls: unknown[] = [];
    const read = checked(
      Orders,
      'orders',
    )(async (customerId: string, page: number) => {
      calls.push([customerId, page]);
      if (page === 2) throw new AdapterError('forbidden');
      return page === 1 ? orders : wrong;
    });
    assert.deepEqual(await read('17', 1), { ...orders, more: false });
    await assert.rejects(read('17', 2), { code: 'forbidden' });
    await assert.rejects(read('17', 3), malformed('orders.rows[1].pence'));
    assert.deepEqual(calls, [
      ['17', 1],
      ['17', 2],
      ['17', 3],
    ]);
    // @ts-expect-error: the arguments of a method keep their types.
    await assert.doesNotReject(read('17', '1').catch(() => {}));
  });

  it('takes a schema of any library, with paths of keys or of objects', async () => {
    const failing = (path: readonly (PropertyKey | { readonly key: PropertyKey })[]): StandardSchema<string> => ({
      '~standard': { validate: () => ({ issues: [{ path }] }) },
    });
    assert.throws(() => checked(failing(['a', 0, 'b']), 'x')(1), malformed('x.a[0].b'));
    assert.throws(() => checked(failing([{ key: 'a' }, { key: 3 }]))(1), malformed('a[3]'));
    assert.throws(() => checked(failing([]), 'x')(1), malformed('x'));
    assert.throws(
      () => checked(failing(['k'.repeat(5000)]))(1),
      (error) => (error as AdapterError).field!.length <= 200,
    );
    const later: StandardSchema<string> = { '~standard': { validate: async () => ({ value: 'later' }) } };
    assert.equal(await checked(later)(async () => 'now')(), 'later');
    assert.throws(() => checked(later)(1), TypeError);
  });

  it('is malformed where reading the value throws', async () => {
    const hostile = {
      get rows(): never {
        throw new Error('Ingrid');
      },
    };
    assert.throws(() => checked(Orders, 'orders')(hostile), malformed('orders'));
    await assert.rejects(checked(Orders, 'orders')(async () => hostile)(), malformed('orders'));
  });
});
