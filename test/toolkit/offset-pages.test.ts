import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import type { PageRequest } from '../../src/adapter/options.ts';
import { pageByNumber, pageByOffset, type Slice } from '../../src/adapter/toolkit/offset-pages.ts';
import type { Page } from '../../src/domain/page.ts';

interface Row {
  readonly id: number;
}

/** A list on a server that only knows offsets, or pages by number. */
class Backend {
  rows: Row[];
  readonly asked: unknown[] = [];
  readonly says: 'total' | 'hasMore' | 'nothing';
  readonly most: number;

  constructor(count: number, says: Backend['says'] = 'total', most = Infinity) {
    this.rows = Array.from({ length: count }, (_, index) => ({ id: count - index }));
    this.says = says;
    this.most = most;
  }

  slice = async ({ offset, limit }: { readonly offset: number; readonly limit: number }): Promise<Slice<Row>> => {
    this.asked.push([offset, limit]);
    const items = this.rows.slice(offset, offset + Math.min(limit, this.most));
    return {
      items,
      ...(this.says === 'total' && { total: this.rows.length }),
      ...(this.says === 'hasMore' && { hasMore: offset + items.length < this.rows.length }),
    };
  };

  page = async ({ number, size }: { readonly number: number; readonly size: number }): Promise<Slice<Row>> => {
    const slice = await this.slice({ offset: (number - 1) * size, limit: size });
    this.asked.splice(-1, 1, [number, size]);
    return slice;
  };

  insert(count = 1): void {
    for (let left = count; left > 0; left--) this.rows.unshift({ id: 1000 + this.rows.length });
  }
}

type Read = (request: PageRequest) => Promise<Page<Row>>;

async function walk(read: Read, firsts: readonly number[] = [4], between: () => void = () => {}): Promise<number[]> {
  const found: number[] = [];
  let after: string | undefined;
  let turn = 0;
  do {
    const first = firsts[turn++ % firsts.length]!;
    const { items, next } = await read({ first, after });
    assert.ok(items.length <= first && (items.length > 0 || next === null));
    found.push(...items.map(({ id }) => id));
    after = next ?? undefined;
    if (after !== undefined) between();
    assert.ok(turn < 200, 'the pages never end');
  } while (after !== undefined);
  return found;
}

const down = (from: number): number[] => Array.from({ length: from }, (_, index) => from - index);
const ways: readonly (readonly [string, (backend: Backend) => Read])[] = [
  ['pageByOffset', (backend) => (request) => pageByOffset(request, backend.slice)],
  ['pageByNumber', (backend) => (request) => pageByNumber(request, backend.page)],
  ['pageByNumber of a fixed size', (backend) => (request) => pageByNumber(request, backend.page, { size: 3 })],
];

for (const [name, over] of ways)
  describe(name, () => {
    for (const says of ['total', 'hasMore', 'nothing'] as const)
      it(`reads every row once if the API says ${says}, whatever is asked for`, async () => {
        for (const count of [0, 1, 3, 4, 5, 8, 12, 13])
          for (const firsts of [[1], [2], [3], [4], [5], [100], [3, 1, 7], [7, 2]])
            assert.deepEqual(
              await walk(over(new Backend(count, says)), firsts),
              down(count),
              `${count} by ${firsts.join()}`,
            );
      });

    it('repeats no row and loses none while others are inserted', async () => {
      for (const inserted of [1, 2, 3]) {
        const backend = new Backend(13);
        assert.deepEqual(
          await walk(over(backend), [3], () => backend.insert(backend.rows.length < 20 ? inserted : 0)),
          down(13),
        );
      }
    });

    it('ends although rows were deleted in the meantime', async () => {
      const backend = new Backend(13);
      const found = await walk(over(backend), [4], () => void backend.rows.pop());
      assert.equal(new Set(found).size, found.length);
    });

    it('passes the total on, and refuses a cursor of another query and one that is none', async () => {
      const read = over(new Backend(13));
      const { total, next } = await read({ first: 4 });
      assert.equal(total, 13);
      for (const request of [
        { after: next!, text: 'x' },
        { after: next!, sort: { field: 'id', direction: 'ascending' } },
        ...['', '4', btoa('[1,[0,0]]'), btoa('null')].map((after) => ({ after })),
      ] as const)
        await assert.rejects(
          read({ first: 4, ...request }),
          (error) => error instanceof AdapterError && error.fieldErrors?.['after'] !== undefined,
        );
    });
  });

describe('pageByOffset', () => {
  it('asks for no page after the last one if the API says the total, or whether rows follow', async () => {
    for (const says of ['total', 'hasMore'] as const) {
      const backend = new Backend(12, says);
      await walk((request) => pageByOffset(request, backend.slice));
      assert.equal(backend.asked.length, 3);
    }
  });

  it('asks for no more than the API returns at once', async () => {
    const backend = new Backend(13, 'nothing', 5);
    const read: Read = (request) => pageByOffset(request, backend.slice, { most: 5 });
    assert.deepEqual(await walk(read, [100]), down(13));
    assert.deepEqual(backend.asked[0], [0, 5]);
  });

  it('goes on after what came if the API returns less than it was asked for, and says the total', async () => {
    const backend = new Backend(13, 'total', 5);
    assert.deepEqual(await walk((request) => pageByOffset(request, backend.slice), [100]), down(13));
  });

  it('tells rows apart by the id that the adapter names', async () => {
    const backend = new Backend(9);
    const read: Read = (request) => pageByOffset(request, backend.slice, { idOf: () => undefined });
    const found = await walk(read, [3], () => backend.insert(backend.rows.length < 10 ? 1 : 0));
    assert.deepEqual(found, [9, 8, 7, 7, 6, 5, 4, 3, 2, 1], 'without ids, a row that has moved appears twice');
  });

  it('leaves an error as it is', async () => {
    const error = new AdapterError('forbidden');
    await assert.rejects(
      pageByOffset({ first: 4 }, () => Promise.reject(error)),
      error,
    );
  });
});

describe('pageByNumber', () => {
  it('keeps the size of the first page, and begins where the API does', async () => {
    const backend = new Backend(13);
    const read: Read = (request) => pageByNumber(request, backend.page);
    const { next } = await read({ first: 4 });
    await read({ first: 100, after: next! });
    assert.deepEqual(backend.asked, [
      [1, 4],
      [2, 4],
    ]);
    const numbers: number[] = [];
    const load = async ({ number }: { readonly number: number }) => {
      numbers.push(number);
      return { items: [{ id: number }], hasMore: number < 1 };
    };
    const first = await pageByNumber({ first: 1 }, load, { firstPage: 0 });
    await pageByNumber({ first: 1, after: first.next! }, load, { firstPage: 0 });
    assert.deepEqual(numbers, [0, 1]);
  });

  it('loses no rows in silence if the API returns smaller pages than it was asked for', async () => {
    const backend = new Backend(13, 'total', 5);
    await assert.rejects(
      pageByNumber({ first: 100 }, backend.page),
      /The API returned 5 rows of 13 for page 1 with (13|100) rows/,
    );
    assert.deepEqual(await walk((request) => pageByNumber(request, backend.page, { most: 5 }), [100]), down(13));
  });
});
