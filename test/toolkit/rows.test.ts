import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/adapter-error.ts';
import type { PageRequest } from '../../src/adapter/options.ts';
import { byCode, capabilitiesOf, listRows, type RowList } from '../../src/adapter/toolkit/rows.ts';
import { naturalKey } from '../../src/domain/fold-text.ts';

interface Ticket {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly at: string;
  readonly weight?: number;
}

const list: RowList<Ticket> = {
  order: [{ key: ({ at }) => Date.parse(at), descending: true }, { key: ({ id }) => id }],
  texts: ({ title }) => [title],
  sort: { title: ({ title }) => naturalKey(title), weight: ({ weight }) => weight },
  filters: { state: byCode(({ state }) => state) },
  at: ({ at }) => at,
};

const ticket = (index: number): Ticket => ({
  id: `t${index}`,
  title: `Ticket ${index}`,
  state: index % 2 ? 'open' : 'closed',
  at: `2026-01-${String((index % 20) + 1).padStart(2, '0')}T23:30:00Z`,
  ...(index % 3 && { weight: index % 7 }),
});
const rows = Array.from({ length: 45 }, (_, index) => ticket(index));

const page = (request: Partial<PageRequest>, of: readonly Ticket[] = rows, timeZone?: string) =>
  listRows(of, { first: 1000, ...request }, { timeZone }, list).page;
const ids = (request: Partial<PageRequest>, timeZone?: string) =>
  page(request, rows, timeZone).items.map(({ id }) => id);

const refused = (code: AdapterErrorCode, field: string) => (error: unknown) =>
  error instanceof AdapterError && error.code === code && error.fieldErrors?.[field] !== undefined;

/** Reads all pages. `change` may replace the rows after each page. */
function walk(request: Partial<PageRequest>, change: (rows: readonly Ticket[]) => readonly Ticket[] = (same) => same) {
  const found: string[] = [];
  let current: readonly Ticket[] = rows;
  let after: string | undefined;
  do {
    const { items, next } = page({ first: 4, ...request, after }, current);
    found.push(...items.map(({ id }) => id));
    after = next ?? undefined;
    current = change(current);
  } while (after !== undefined);
  return found;
}

describe('listRows', () => {
  it('supports what the list has, declares it, and refuses everything else', () => {
    assert.deepEqual(capabilitiesOf(list), { search: true, sort: ['title', 'weight'], filter: ['state'], range: true });
    const bare: RowList<Ticket> = { order: list.order };
    assert.deepEqual(capabilitiesOf(bare), {});
    const ask = (request: Partial<PageRequest>) => listRows(rows, { first: 5, ...request }, {}, bare);
    assert.throws(() => ask({ text: 'x' }), refused('unsupported', 'text'));
    assert.throws(() => ask({ sort: { field: 'title', direction: 'ascending' } }), refused('unsupported', 'sort'));
    assert.throws(() => ask({ filter: { state: 'open' } }), refused('unsupported', 'filter[state]'));
    assert.throws(() => ask({ range: { from: '2026-01-01' } }), refused('unsupported', 'range'));
    assert.throws(() => page({ filter: { constructor: 'x' } }), refused('unsupported', 'filter[constructor]'));
    assert.throws(
      () => page({ sort: { field: 'constructor', direction: 'ascending' } }),
      refused('unsupported', 'sort'),
    );
  });

  it('searches regardless of case and diacritics, filters by several codes, and narrows to days of a zone', () => {
    assert.deepEqual(ids({ text: 'TÍCKET  44' }), ['t44']);
    assert.deepEqual(ids({ text: '%' }), []);
    assert.equal(ids({ filter: { state: 'open' } }).length, 22);
    assert.equal(ids({ filter: { state: 'open,closed' } }).length, 45);
    assert.deepEqual(ids({ range: { from: '2026-01-02', to: '2026-01-02' } }).sort(), ['t1', 't21', 't41']);
    assert.deepEqual(ids({ range: { from: '2026-01-02', to: '2026-01-02' } }, 'Asia/Tokyo').sort(), [
      't0',
      't20',
      't40',
    ]);
  });

  it('sorts either way, numbers in texts as numbers, what is unknown last', () => {
    assert.deepEqual(
      ids({ sort: { field: 'title', direction: 'ascending' } }),
      rows.map(({ id }) => id),
    );
    for (const direction of ['ascending', 'descending'] as const) {
      const { items } = page({ sort: { field: 'weight', direction } });
      const weights = items.map(({ weight }) => weight);
      const known = weights.filter((weight) => weight !== undefined);
      const sign = direction === 'ascending' ? 1 : -1;
      assert.deepEqual(
        known,
        known.toSorted((a, b) => sign * (a - b)),
      );
      assert.deepEqual(weights.slice(known.length), Array(15).fill(undefined));
    }
  });

  it('pages without gap or repeat, also while rows are inserted and deleted', () => {
    const all = ids({});
    assert.deepEqual(walk({}), all);
    let added = 100;
    const found = walk({}, (current) => [{ ...ticket(added++), at: '2026-02-01T00:00:00Z' }, ...current]);
    assert.deepEqual(found, all);
    assert.deepEqual(
      walk({}, (current) => current.filter(({ id }) => id !== all[0])),
      all,
    );
    const sort = { field: 'weight', direction: 'descending' } as const;
    assert.deepEqual(walk({ sort }), ids({ sort }));
  });

  it('refuses a cursor of another query, one that is none, and a page of no rows', () => {
    const { next } = page({ first: 4, text: 'Ticket' });
    assert.equal(page({ first: 4, text: 'Ticket', after: next! }).items.length, 4);
    for (const request of [
      { after: next! },
      { after: next!, text: 'ticket ' },
      { after: next!, text: 'Ticket', filter: { state: 'open' } },
      { after: next!, text: 'Ticket', range: { from: '2026-01-01' } },
      { after: next!, text: 'Ticket', sort: { field: 'title', direction: 'ascending' } },
      ...['', 'x', 'bnVsbA', btoa('[]'), btoa('{}'), '💥'].map((after) => ({ after })),
    ] as const)
      assert.throws(() => page({ first: 4, ...request }), refused('validation', 'after'));
    for (const first of [0, -1, 1.5, NaN]) assert.throws(() => page({ first }), refused('validation', 'first'));
  });

  it('has cursors that fit into a URL, and say nothing of what was searched for', () => {
    const { next } = page({ first: 4, text: 'Ticket' });
    assert.match(next!, /^[\w-]+$/);
    assert.doesNotMatch(decodeURIComponent(atob(next!.replaceAll('-', '+'))), /Ticket/);
    for (const id of ['~', '~~', '~~~', '?>?', '💥', '+/=', 'ÿ']) {
      const odd = [ticket(1), { ...ticket(1), id: `${id}x` }, { ...ticket(1), id }];
      const cursor = page({ first: 2 }, odd).next!;
      assert.match(cursor, /^[\w-]+$/);
      assert.equal(page({ first: 5, after: cursor }, odd).items.length, 1);
    }
  });
});
