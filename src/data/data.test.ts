import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../adapter/adapter-error.ts';
import type { PageRequest } from '../adapter/options.ts';
import { Note } from '../domain/note.ts';
import { deferred, until } from '../testing/kit.ts';
import { DashboardClient } from './client.ts';
import { observeList, observeRecord } from './observe.ts';
import type { ListQuery, RecordQuery } from './query.ts';
import { write, type Write } from './write.ts';

const note = (id: string, body = id, customerId = 'A'): Note => ({
  id,
  customerId,
  body,
  createdAt: '2026-01-01T00:00:00Z',
  author: { id: 'op' },
});

const list = (customerId = 'A', pageSize = 2): ListQuery<Note> => ({
  name: 'notes.list',
  customerId,
  pageSize,
  schema: Note,
  load: (adapter, page, options) => adapter.notes?.list?.(customerId, page, options),
});

const record = (customerId = 'A'): RecordQuery<Note> => ({
  name: 'notes.get',
  customerId,
  schema: Note,
  load: (adapter, options) => adapter.notes?.list?.(customerId, { first: 1 }, options),
});

/** Creates an adapter whose answers the test decides. */
function createControlledAdapter() {
  const calls: {
    page: PageRequest;
    signal: AbortSignal;
    resolve(answer: unknown): void;
    reject(error: unknown): void;
  }[] = [];
  const adapter: Adapter = {
    notes: {
      list: (_customerId, page, { signal }) => {
        const answer = deferred<unknown>();
        calls.push({ page, signal, resolve: answer.resolve, reject: answer.reject });
        return answer.promise as never;
      },
    },
  };
  const client = DashboardClient.of(adapter);
  const last = (count: number) => until(() => calls.length === count && calls[count - 1], `call ${count}`);
  return { adapter, client, calls, last };
}

const page = (items: readonly Note[], next: string | null = null) => ({ items, next, total: 9 });
const gone = (code: 'unavailable' | 'forbidden' | 'unauthenticated' | 'internal') =>
  new AdapterError(code, { retryable: false });
const nothing = () => {};

describe('store: reading', () => {
  it('sends one request for equal queries, also for one that comes later', async () => {
    const { client, calls, last } = createControlledAdapter();
    const first = observeRecord(client, record(), {}, nothing);
    const second = observeRecord(client, record(), {}, nothing);
    (await last(1)).resolve(note('1'));
    await until(() => first.snapshot.phase === 'ready', 'ready');
    const late = observeRecord(client, record(), {}, nothing);
    expect(late.snapshot).to.deep.equal(second.snapshot);
    expect(calls.length).to.equal(1);
    for (const resource of [first, second, late]) resource.release();
  });

  it('an observer that is added twice is notified until it is removed twice', async () => {
    const { client, calls, last } = createControlledAdapter();
    let reported = 0;
    const changed = () => void reported++;
    const first = observeList(client, list(), {}, changed);
    const second = observeList(client, list(), {}, changed);
    (await last(1)).resolve(page([note('1')]));
    await until(() => second.snapshot.phase === 'ready', 'ready');
    first.release();
    reported = 0;
    second.refresh();
    await until(() => calls.length === 2 && reported > 0, 'notified when a read began');
    reported = 0;
    calls[1]!.resolve(page([note('2')]));
    await until(() => reported > 0, 'notified of the answer');
    client.clear();
    expect(second.snapshot.phase).to.equal('loading');
    (await last(3)).resolve(page([note('3')]));
    await until(() => second.snapshot.phase === 'ready', 'read again after everything was dropped');
    second.release();
  });

  it('a listener that is registered twice is called until it is removed twice', async () => {
    const { client, last } = createControlledAdapter();
    let calls = 0;
    const listener = () => void calls++;
    const [stop, stopAgain] = [client.onSessionExpired(listener), client.onSessionExpired(listener)];
    stop();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).reject(gone('unauthenticated'));
    await until(() => resource.snapshot.phase === 'error', 'signed out');
    expect(calls).to.equal(1);
    stopAgain();
    resource.release();
  });

  it('shares nothing between adapters, customers, languages', async () => {
    const one = createControlledAdapter();
    const other = createControlledAdapter();
    const resources = [
      observeRecord(one.client, record(), {}, nothing),
      observeRecord(one.client, record('B'), {}, nothing),
      observeRecord(one.client, record(), { locale: 'id' }, nothing),
      observeRecord(other.client, record(), {}, nothing),
    ];
    expect([one.calls.length, other.calls.length]).to.deep.equal([3, 1]);
    for (const resource of resources) resource.release();
  });

  it('aborts a read that nobody waits for, and clears the cache with the last element', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).resolve(note('1'));
    await until(() => resource.snapshot.phase === 'ready', 'ready');
    resource.refresh();
    resource.release();
    expect(calls[1]!.signal.aborted).to.equal(true);
    const next = observeRecord(client, record(), {}, nothing);
    expect(next.snapshot.phase).to.equal('loading');
    next.release();
  });

  it('keeps data through a failed refresh, and reports the error', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).resolve(note('1'));
    await until(() => resource.snapshot.phase === 'ready', 'ready');
    resource.refresh();
    (await last(2)).reject(gone('unavailable'));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.refreshError, 'stale');
    expect(resource.snapshot).to.include({ phase: 'ready', refreshing: false });
    resource.release();
  });

  it('drops data that may no longer be seen, for all observers in the same turn', async () => {
    const { client, last } = createControlledAdapter();
    const seen: string[] = [];
    const first = observeRecord(client, record(), {}, () =>
      seen.push(`${first.snapshot.phase} ${second.snapshot.phase}`),
    );
    const second = observeRecord(client, record(), {}, nothing);
    (await last(1)).resolve(note('1'));
    await until(() => first.snapshot.phase === 'ready', 'ready');
    second.refresh();
    (await last(2)).reject({ code: 'forbidden' });
    await until(() => first.snapshot.phase === 'error', 'error');
    expect(seen.at(-1)).to.equal('error error');
    expect(JSON.stringify(client.entriesOf('notes.get', 'A').map(({ data }) => data ?? null))).to.equal('[null]');
    first.release();
    second.release();
  });

  it('signed out is signed out everywhere, once; signed in again everything comes back', async () => {
    const { client, calls, last } = createControlledAdapter();
    let expired = 0;
    client.onSessionExpired(() => expired++);
    const one = observeRecord(client, record('A'), {}, nothing);
    const two = observeRecord(client, record('B'), {}, nothing);
    await last(2);
    calls[0]!.resolve(note('1'));
    calls[1]!.resolve(note('2', '2', 'B'));
    await until(() => two.snapshot.phase === 'ready', 'ready');
    one.refresh();
    (await last(3)).reject(gone('unauthenticated'));
    await until(() => two.snapshot.phase === 'error', 'both signed out');
    expect([one.snapshot.phase, expired]).to.deep.equal(['error', 1]);
    one.refresh();
    (await last(4)).resolve(note('1'));
    (await last(5)).resolve(note('2', '2', 'B'));
    await until(() => one.snapshot.phase === 'ready' && two.snapshot.phase === 'ready', 'back');
    one.release();
    two.release();
  });

  it('retries only where that may help', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).reject(new AdapterError('rate-limited', { retryAfter: 0 }));
    (await last(2)).reject(new AdapterError('unavailable', { retryAfter: 0 }));
    (await last(3)).reject(new AdapterError('unavailable', { retryAfter: 0 }));
    await until(() => resource.snapshot.phase === 'error', 'two further tries at the most');
    resource.refresh();
    (await last(4)).reject(new AdapterError('internal'));
    await until(() => resource.snapshot.phase === 'error', 'no retry of a fault');
    expect(calls.length).to.equal(4);
    resource.release();
  });

  it('respects a valid `retryAfter`, and does not retry if it is too long', async () => {
    for (const retryAfter of [Number.NaN, -5, 'Wed, 21 Oct 2026 07:28:00 GMT', new Date(), null]) {
      const error = toAdapterError({ code: 'rate-limited', retryAfter });
      expect(error, String(retryAfter)).to.have.property('retryAfter', undefined);
    }
    expect(toAdapterError({ code: 'rate-limited', retryAfter: 1.2 })).to.have.property('retryAfter', 1.2);
    const { client, calls, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).reject({ code: 'rate-limited', retryAfter: 3600 });
    await until(() => resource.snapshot.phase === 'error', 'error');
    expect(calls.length).to.equal(1);
    resource.release();
  });

  it('takes only valid members from a thrown error', () => {
    const error = toAdapterError({
      code: 'validation',
      reason: { html: 1 },
      correlationId: 7,
      field: [],
      retryable: 'yes',
      fieldErrors: { amount: 'too much', date: { no: 1 } },
      current: { id: 'n' },
    });
    expect(error).to.include({ code: 'validation', reason: undefined, correlationId: undefined, field: undefined });
    expect(error.retryable).to.equal(undefined);
    expect(error.fieldErrors).to.deep.equal({ amount: 'too much' });
    expect(error.current).to.deep.equal({ id: 'n' });
    expect(toAdapterError({ code: 'validation', fieldErrors: 'all' }).fieldErrors).to.equal(undefined);
  });

  it('a refresh joins a read that has just begun, and aborts one that takes too long', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    await last(1);
    resource.refresh();
    expect(calls.length).to.equal(1);
    const { now } = Date;
    Date.now = () => now() + 10_000;
    try {
      resource.refresh();
    } finally {
      Date.now = now;
    }
    expect([calls.length, calls[0]!.signal.aborted]).to.deep.equal([2, true]);
    (await last(2)).resolve(note('1'));
    await until(() => resource.snapshot.phase === 'ready', 'ready');
    resource.release();
  });

  it('ignores an answer that arrives after a later one', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeRecord(client, record(), {}, nothing);
    (await last(1)).resolve(note('1'));
    await until(() => resource.snapshot.phase === 'ready', 'ready');
    resource.refresh();
    client.entriesOf('notes.get', 'A')[0]!.invalidate();
    (await last(3)).resolve(note('new'));
    await until(() => !isBusy(resource), 'the later one');
    calls[1]!.resolve(note('old'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(resource.snapshot).to.have.nested.property('data.id', 'new');
    resource.release();
  });

  it('keeps the objects of rows that come again, in any order, and validates those that have changed', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    const rowsOf = ({ snapshot }: typeof resource) => (snapshot.phase === 'ready' ? snapshot.data.items : []);
    const mutable = { ...note('2') };
    (await last(1)).resolve(page([note('1'), mutable, note('3')]));
    const before = await until(() => rowsOf(resource).length === 3 && rowsOf(resource), 'rows');

    mutable.body = 'changed in place';
    resource.refresh();
    (await last(2)).resolve(page([{ ...note('1'), secret: 's' } as Note, mutable, note('3'), note('4')]));
    const after = await until(() => rowsOf(resource).length === 4 && rowsOf(resource), 'four rows');
    expect(after[0]).to.equal(before[0]);
    expect(after[0]).not.to.have.property('secret');
    expect(after[1]).to.have.property('body', 'changed in place');
    expect(after[2]).to.equal(before[2]);

    const reversed = observeList(client, { ...list(), params: { order: 'reversed' } }, {}, nothing);
    (await last(3)).resolve(page([note('4'), note('3'), mutable, note('1')]));
    await until(() => rowsOf(reversed).length, 'the other order');
    expect(rowsOf(reversed)).to.have.ordered.members(after.toReversed());

    resource.refresh();
    (await last(4)).resolve(page([note('1'), { ...mutable, body: 7 as never }]));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.refreshError, 'the error');
    expect(resource.snapshot).to.have.nested.property('refreshError.field', 'items[1].body');
    for (const one of [resource, reversed]) one.release();
  });

  it('rejects an invalid answer as malformed, with the name of the field', async () => {
    const { client, last } = createControlledAdapter();
    const good = note('1');
    const cases: [unknown, string][] = [
      [page([good, { ...good, id: 7 as never }]), 'items[1].id'],
      [page([{ ...good, customerId: 'B' }]), 'customerId'],
      [{ items: [good] }, 'next'],
      [{ ...page([good]), total: -1 }, 'total'],
      ['<html>', ''],
      [undefined, ''],
    ];
    const resource = observeList(client, list(), {}, nothing);
    for (const [index, [answer, field]] of cases.entries()) {
      if (index) resource.refresh();
      (await last(index + 1)).resolve(answer);
      const { snapshot } = await until(
        () => resource.snapshot.phase === 'error' && !isBusy(resource) && resource,
        field,
      );
      expect(snapshot).to.have.nested.property('error.code', 'malformed');
      expect(snapshot).to.have.nested.property('error.field', field);
    }
    resource.release();
  });

  it('converts any thrown value to an error, and a missing port to `unsupported`', async () => {
    for (const thrown of [new Error('x'), 'text', undefined, null, { code: 'nope' }, 0]) {
      const { client, last } = createControlledAdapter();
      const resource = observeRecord(client, record(), {}, nothing);
      (await last(1)).reject(thrown);
      await until(() => resource.snapshot.phase === 'error', 'error');
      expect(resource.snapshot).to.have.nested.property('error.code', 'internal');
      resource.release();
    }
    const none = observeRecord(DashboardClient.of({}), record(), {}, nothing);
    await until(() => none.snapshot.phase === 'error', 'error');
    expect(none.snapshot).to.have.nested.property('error.code', 'unsupported');
    none.release();
  });
});

const isBusy = ({ snapshot }: { readonly snapshot: { readonly phase: string; readonly refreshing?: boolean } }) =>
  snapshot.refreshing === true;

describe('store: lists', () => {
  const ids = (resource: { readonly snapshot: unknown }) =>
    ((resource.snapshot as { data?: { items: readonly Note[] } }).data?.items ?? []).map(({ id }) => id);

  it('appends pages, each row once, and ends', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1'), note('2')], 'c1'));
    await until(() => ids(resource).length === 2, 'first page');
    resource.more();
    resource.more();
    (await last(2)).resolve({ items: [note('2'), note('3')], next: null });
    await until(() => ids(resource).length === 3, 'second page');
    expect(calls.map(({ page }) => page.after)).to.deep.equal([undefined, 'c1']);
    expect(ids(resource)).to.deep.equal(['1', '2', '3']);
    expect(resource.snapshot).to.have.nested.property('data.total', 9);
    resource.more();
    expect(calls.length).to.equal(2);
    resource.release();
  });

  it('keeps the rows when the next page fails, and retries only on request', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')], 'c1'));
    await until(() => ids(resource).length === 1, 'first page');
    resource.more();
    (await last(2)).reject(gone('internal'));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.data.moreError, 'the event');
    expect(resource.snapshot).to.include({ refreshError: undefined });
    resource.more();
    expect(calls.length).to.equal(2);
    resource.more(true);
    (await last(3)).resolve(page([note('2')]));
    await until(() => ids(resource).length === 2, 'second page');
    resource.release();
  });

  it('old rows stay marked as old when a further page comes', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')], 'c1'));
    await until(() => ids(resource).length === 1, 'first page');
    resource.refresh();
    (await last(2)).reject(gone('internal'));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.refreshError, 'stale');
    resource.more();
    (await last(3)).resolve(page([note('2')]));
    await until(() => ids(resource).length === 2, 'second page');
    expect(resource.snapshot).to.have.nested.property('refreshError.code', 'internal');
    resource.release();
  });

  it('a page whose cursor points to itself is malformed, and is not fetched again and again', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')], 'c1'));
    await until(() => ids(resource).length === 1, 'first page');
    resource.more();
    (await last(2)).resolve(page([note('1')], 'c1'));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.data.moreError, 'the event');
    expect(resource.snapshot).to.have.nested.property('data.moreError.field', 'next');
    resource.more();
    expect(calls.length).to.equal(2);
    resource.release();
  });

  it('refetches a list of several pages only on request, from its first page', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')], 'c1'));
    await until(() => ids(resource).length === 1, 'first page');
    resource.more();
    (await last(2)).resolve(page([note('2')], 'c2'));
    await until(() => ids(resource).length === 2, 'second page');
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
    try {
      client.refetchExpired();
    } finally {
      Date.now = now;
    }
    expect(calls.length).to.equal(2);
    resource.refresh();
    (await last(3)).resolve(page([note('9')]));
    await until(() => ids(resource).join() === '9', 'the first page only');
    resource.release();
  });

  it('refetches a list of several pages that changed while it was not observed', async () => {
    const { client, calls, last } = createControlledAdapter();
    // A second observer keeps the client from clearing its cache.
    const other = observeList(client, list('B'), {}, nothing);
    const first = observeList(client, list(), {}, nothing);
    (await last(2)).resolve(page([note('1')], 'c1'));
    await until(() => ids(first).length === 1, 'first page');
    first.more();
    (await last(3)).resolve(page([note('2')]));
    await until(() => ids(first).length === 2, 'second page');
    first.release();
    const unchanged = observeList(client, list(), {}, nothing);
    expect([calls.length, ids(unchanged).join()]).to.deep.equal([3, '1,2']);
    unchanged.release();
    for (const entry of client.entriesOf('notes.list', 'A')) entry.invalidate();
    const second = observeList(client, list(), {}, nothing);
    (await last(4)).resolve(page([note('9')], 'c1'));
    await until(() => ids(second).join() === '9', 'the new first page');
    second.release();
    other.release();
  });

  it('refetches an expired list of one page on return to the tab', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')]));
    await until(() => ids(resource).length === 1, 'first page');
    client.refetchExpired();
    expect(calls.length).to.equal(1);
    const { now } = Date;
    Date.now = () => now() + 31_000;
    try {
      client.refetchExpired();
    } finally {
      Date.now = now;
    }
    expect(calls.length).to.equal(2);
    resource.release();
  });
});

describe('store: writing', () => {
  const adding = (outcome: Promise<unknown>): Write<Note, Note> => ({
    customerId: 'A',
    schema: Note,
    list: {
      name: 'notes.list',
      optimistic: (items) => [note('draft'), ...items],
      confirmed: (items, written) => (items.some(({ id }) => id === written.id) ? items : [written, ...items]),
    },
    send: () => outcome,
  });
  const ids = (resource: { readonly snapshot: unknown }) =>
    ((resource.snapshot as { data?: { items: readonly Note[] } }).data?.items ?? []).map(({ id }) => id).join();

  it('shows a write at once, confirms it in place, and keeps it through older reads', async () => {
    const { client, last } = createControlledAdapter();
    const history: string[] = [];
    const resource = observeList(client, list(), {}, () => history.push(ids(resource)));
    (await last(1)).resolve(page([note('1')]));
    await until(() => ids(resource) === '1', 'first page');
    const outcome = deferred<unknown>();
    const done = write(client, 'k', adding(outcome.promise));
    expect(ids(resource)).to.equal('draft,1');
    outcome.resolve(note('2'));
    await done;
    expect(ids(resource)).to.equal('2,1');
    expect(resource.snapshot).to.have.nested.property('data.total', 10);
    // The confirmed row stays until the read that the write started has succeeded, also if that read fails.
    (await last(2)).reject(gone('internal'));
    await until(() => resource.snapshot.phase === 'ready' && resource.snapshot.refreshError, 'the read failed');
    expect(ids(resource)).to.equal('2,1');
    resource.refresh();
    (await last(3)).resolve(page([note('2'), note('1')]));
    await until(() => !isBusy(resource as never), 'read again');
    expect(ids(resource)).to.equal('2,1');
    expect(history.filter((shown) => shown !== '' && !shown.includes('1'))).to.deep.equal([]);
    resource.release();
  });

  it('removes only its own patch when it fails', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')]));
    await until(() => ids(resource) === '1', 'first page');
    const bad = deferred<unknown>();
    const good = deferred<unknown>();
    const failing = write(client, 'k1', adding(bad.promise)).catch((error: AdapterError) => error.code);
    const writing = write(client, 'k2', adding(good.promise));
    good.resolve(note('2'));
    await writing;
    bad.reject(new AdapterError('validation'));
    expect(await failing).to.equal('validation');
    expect(ids(resource)).to.equal('2,1');
    resource.release();
  });

  it('a read that began before the write does not restore the old state', async () => {
    const { client, calls, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    await last(1);
    await write(client, 'k', adding(Promise.resolve(note('2'))));
    expect(calls[0]!.signal.aborted).to.equal(true);
    calls[0]!.resolve(page([]));
    (await last(2)).resolve(page([note('2')]));
    await until(() => ids(resource) === '2', 'the later read counts');
    resource.release();
  });

  it('a refresh of a deep list that began before the write does not take the confirmed row away', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')], 'c1'));
    await until(() => ids(resource) === '1', 'first page');
    resource.more();
    (await last(2)).resolve(page([note('0')]));
    await until(() => ids(resource) === '1,0', 'second page');
    resource.refresh();
    await write(client, 'k', adding(Promise.resolve(note('2'))));
    (await last(3)).resolve(page([note('1')]));
    await until(() => !isBusy(resource), 'the older read has come');
    expect(ids(resource)).to.equal('2,1');
    resource.refresh();
    (await last(4)).resolve(page([note('3')]));
    await until(() => ids(resource) === '3', 'a later read has the current state');
    resource.release();
  });

  it('refetches the list after a conflict', async () => {
    for (const code of ['conflict', 'not-found'] as const) {
      const { client, last } = createControlledAdapter();
      const resource = observeList(client, list(), {}, nothing);
      (await last(1)).resolve(page([note('1')]));
      await until(() => ids(resource) === '1', 'first page');
      await write(client, 'k', adding(Promise.reject(new AdapterError(code)))).catch(nothing);
      (await last(2)).resolve(page([note('1'), note('3')]));
      await until(() => ids(resource) === '1,3', 'as it is now');
      resource.release();
    }
  });

  it('a write can expire the session too', async () => {
    const { client, calls, last } = createControlledAdapter();
    let expired = 0;
    client.onSessionExpired(() => expired++);
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')]));
    await until(() => ids(resource) === '1', 'first page');
    await write(client, 'k', adding(Promise.reject(new AdapterError('unauthenticated')))).catch(nothing);
    expect([expired, resource.snapshot.phase, calls.length]).to.deep.equal([1, 'ready', 1]);
    resource.refresh();
    (await last(2)).reject(new AdapterError('unauthenticated'));
    await until(() => resource.snapshot.phase === 'error', 'signed out');
    expect(expired).to.equal(1);
    resource.release();
  });

  it('shows an unconfirmed write in a list that is opened meanwhile', async () => {
    const { client, last } = createControlledAdapter();
    const outcome = deferred<unknown>();
    const done = write(client, 'k', adding(outcome.promise));
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1')]));
    await until(() => ids(resource) === 'draft,1', 'with the draft');
    outcome.reject(new AdapterError('validation'));
    await done.catch(nothing);
    expect(ids(resource)).to.equal('1');
    const later = observeList(client, list('A', 9), {}, nothing);
    (await last(2)).resolve(page([note('1')]));
    await until(() => ids(later) === '1', 'without it');
    for (const { release } of [resource, later]) release();
  });

  it('an answer for another customer is not shown, and leaves the outcome unknown', async () => {
    const { client, last } = createControlledAdapter();
    const resource = observeList(client, list(), {}, nothing);
    (await last(1)).resolve(page([note('1', 'mine')]));
    await until(() => resource.snapshot.phase === 'ready', 'ready');
    for (const answer of [note('1', 'theirs', 'B'), { ...note('1', 'theirs'), customerId: undefined }]) {
      const operation: Write<Note, Note> = {
        customerId: 'A',
        schema: Note,
        list: { name: 'notes.list', confirmed: (_notes, result) => [result] },
        send: async () => answer,
      };
      const failure = await write(client, 'k', operation).catch(toAdapterError);
      expect(failure).to.include({ code: 'malformed', field: 'customerId' });
      expect(JSON.stringify(resource.snapshot)).to.contain('mine').and.not.contain('theirs');
    }
    resource.release();
  });

  it('validates the record that comes with a conflict', async () => {
    const { client } = createControlledAdapter();
    const failing = (current: unknown) =>
      write(client, 'k', {
        customerId: 'A',
        schema: Note,
        send: () => Promise.reject(new AdapterError('conflict', { current })),
      }).catch(toAdapterError);
    expect(await failing(note('1'))).to.deep.include({ code: 'conflict', current: note('1') });
    for (const current of [note('1', 'theirs', 'B'), { id: '1' }, 'a text', null])
      expect(await failing(current)).to.include({ code: 'conflict', current: undefined });
  });

  it('an unreadable confirmation leaves the outcome unknown', async () => {
    const { client } = createControlledAdapter();
    const failure = await write(client, 'k', adding(Promise.resolve({ id: 1 }))).catch((error: AdapterError) => error);
    expect(failure).to.include({ code: 'malformed', field: 'id' });
    const none = await write(client, 'k', { ...adding(Promise.resolve()), send: () => undefined }).catch(
      (error) => error,
    );
    expect(none).to.include({ code: 'unsupported' });
  });
});
