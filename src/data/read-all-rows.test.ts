import { expect } from 'chai';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { PageRequest } from '../adapter/options.ts';
import type { Page } from '../domain/page.ts';
import { DashboardClient } from './client.ts';
import { readAllRows } from './read-all-rows.ts';
import type { ListQuery } from './query.ts';

interface Row {
  readonly id: string;
  readonly customerId: string;
}
type Answer = (page: PageRequest, calls: number) => Partial<Page<unknown>> | Promise<Partial<Page<unknown>>>;

const row = (id: number, customerId = 'A'): Row => ({ id: `r${id}`, customerId });

function listing(answer: Answer) {
  let calls = 0;
  const query: ListQuery<Row> = {
    name: 'orders.list',
    customerId: 'A',
    schema: v.object({ id: v.string(), customerId: v.string() }),
    pageSize: 2,
    load: async (_, page) => ({ next: null, items: [], ...(await answer(page, ++calls)) }),
  };
  return { query, client: DashboardClient.of({} satisfies Adapter), calls: () => calls };
}

/** Serves the given number of rows in pages of two. */
const paged =
  (count: number): Answer =>
  ({ after, first }) => {
    const start = Number(after ?? 0);
    const items = Array.from({ length: Math.min(first, count - start) }, (_, index) => row(start + index));
    return { items, next: start + first < count ? String(start + first) : null, total: start ? undefined : count };
  };

async function all({ query, client }: ReturnType<typeof listing>, signal = new AbortController().signal) {
  const rows: string[] = [];
  const totals: (number | undefined)[] = [];
  for await (const { items, total } of readAllRows(client, query, { timeZone: 'UTC' }, signal)) {
    rows.push(...items.map(({ id }) => id));
    totals.push(total);
  }
  return { rows, totals };
}

const failure = (promise: Promise<unknown>): Promise<AdapterError> =>
  promise.then(
    () => expect.fail('did not fail'),
    (error: unknown) => error as AdapterError,
  );

describe('readAllRows', () => {
  it('returns every row once, in order, with the total', async () => {
    const { rows, totals } = await all(listing(paged(5)));
    expect(rows).to.deep.equal(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(totals, 'reported with the first page').to.deep.equal([5, 5, 5]);
  });

  it('returns a row once that moves to the next page meanwhile', async () => {
    const { rows } = await all(
      listing((_, calls) => (calls === 1 ? { items: [row(1), row(2)], next: 'n' } : { items: [row(2), row(3)] })),
    );
    expect(rows).to.deep.equal(['r1', 'r2', 'r3']);
  });

  it('fetches only the pages that are consumed', async () => {
    const list = listing(paged(100));
    for await (const { items } of readAllRows(list.client, list.query, {}, new AbortController().signal)) {
      expect(items.length).to.equal(2);
      break;
    }
    expect(list.calls()).to.equal(1);
  });

  for (const [what, answer] of [
    ['point to themselves', () => ({ items: [row(1)], next: 'same' })],
    ['repeat in a cycle', (_, calls) => ({ items: [row(calls)], next: `c${calls % 3}` })],
    ['return no new rows', (_, calls) => ({ items: [row(1)], next: `c${calls}` })],
  ] satisfies [string, Answer][])
    it(`ends where cursors ${what}`, async () => {
      const list = listing(answer);
      const { code, field } = await failure(all(list));
      expect(`${code} ${field}`).to.equal('malformed next');
      expect(list.calls()).to.be.lessThan(30);
    });

  it('retries a page that fails temporarily, and gives up on a permanent error', async () => {
    const list = listing((page, calls) => {
      if (calls === 2) throw new AdapterError('unavailable', { retryAfter: 0 });
      return paged(3)(page, calls);
    });
    expect((await all(list)).rows).to.deep.equal(['r0', 'r1', 'r2']);
    expect(list.calls()).to.equal(3);
    const forbidden = listing(() => {
      throw new AdapterError('forbidden');
    });
    expect((await failure(all(forbidden))).code).to.equal('forbidden');
    expect(forbidden.calls()).to.equal(1);
  });

  it('stops when it is aborted, without another error', async () => {
    const abort = new AbortController();
    const list = listing((page, calls) => {
      if (calls === 2) abort.abort(new Error('enough'));
      return paged(100)(page, calls);
    });
    expect(String(await failure(all(list, abort.signal)))).to.equal('Error: enough');
    expect(list.calls()).to.equal(2);
  });

  it('rejects rows of another customer, and expires the session once', async () => {
    expect((await failure(all(listing(() => ({ items: [row(1, 'B')] }))))).code).to.equal('malformed');
    const list = listing(() => {
      throw new AdapterError('unauthenticated');
    });
    let expiries = 0;
    const stop = list.client.onSessionExpired(() => expiries++);
    await failure(all(list));
    expect(expiries).to.equal(1);
    stop();
  });
});
