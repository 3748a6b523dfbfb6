import { expect } from 'chai';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Change, Topic } from '../adapter/watch.ts';
import { Note } from '../domain/note.ts';
import { deferred, hurried, until, type Deferred } from '../testing/kit.ts';
import { DashboardClient } from './client.ts';
import { observeList, observeRecord, type ListResource, type Resource } from './observe.ts';
import type { ListQuery, RecordQuery } from './query.ts';
import { write, type Write } from './write.ts';

interface Read {
  readonly customerId: string;
  readonly signal: AbortSignal;
  readonly answer: Deferred<unknown>;
}

interface Watch {
  readonly topics: readonly string[];
  readonly signal: AbortSignal;
  readonly end: Deferred<void>;
  tell(change: unknown): void;
}

const note = (id: string, customerId = 'A'): Note => ({
  id,
  customerId,
  body: id,
  createdAt: '2026-01-01T00:00:00Z',
  author: { id: 'op' },
});
const page = (items: readonly Note[], next: string | null = null) => ({ items, next });
const textOf = ({ customerId, port }: Topic): string => `${customerId}/${port}`;
const nothing = () => {};

/** A backend whose answers and changes the test decides; what is not held back is answered at once. */
function backend() {
  const reads: Read[] = [];
  const watches: Watch[] = [];
  let isHeld = false;
  let items: readonly string[] = ['1'];
  let next: string | null = null;
  const adapter: Adapter = {
    notes: {
      list: (customerId, { after }, { signal }) => {
        const answer = deferred<unknown>();
        reads.push({ customerId, signal, answer });
        if (!isHeld)
          answer.resolve(
            page(after ? [note('last', customerId)] : items.map((id) => note(id, customerId)), after ? null : next),
          );
        return answer.promise as never;
      },
    },
    customers: { get: async (id) => ({ id }) },
    watch(topics, sink, { signal }) {
      const end = deferred();
      watches.push({ topics: topics.map(textOf), signal, end, tell: (change) => sink(change as Change) });
      signal.addEventListener('abort', () => end.resolve());
      return end.promise;
    },
  };
  return {
    adapter,
    client: DashboardClient.of(adapter),
    reads,
    watches,
    hold: (held = true) => void (isHeld = held),
    has: (now: readonly string[], cursor: string | null = null) => void ([items, next] = [now, cursor]),
    watch: (count = 1) => until(() => watches.length >= count && watches.at(-1), `watch ${count}`),
  };
}

const list = (customerId = 'A', pageSize = 2): ListQuery<Note> => ({
  name: 'notes.list',
  customerId,
  pageSize,
  schema: Note,
  load: (adapter, request, options) => adapter.notes?.list?.(customerId, request, options),
});
const record = (customerId = 'A'): RecordQuery<{ readonly id: string }> => ({
  name: 'customers.get',
  customerId,
  schema: v.object({ id: v.string() }),
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});
const changed: Change = { customerId: 'A', port: 'notes' };
const ids = ({ snapshot }: Resource<{ readonly items: readonly Note[] }>): string =>
  snapshot.phase === 'ready' ? snapshot.data.items.map(({ id }) => id).join() : snapshot.phase;
const shows = (resource: ListResource<Note, unknown>, rows: string) =>
  until(() => ids(resource) === rows, `${rows}, not ${ids(resource)}`);
/** Longer than changes are gathered. */
const settle = (milliseconds = 300) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const open: Resource<unknown>[] = [];
function observe(client: DashboardClient, query = list()): ListResource<Note, unknown> {
  const resource = observeList(client, query, {}, nothing);
  open.push(resource);
  return resource;
}

afterEach(() => {
  for (const resource of open.splice(0)) resource.release();
});

describe('live: what is watched', () => {
  it('is everything that is on screen, in one watch, and nothing that has gone', async () => {
    const { client, watches, watch } = backend();
    const first = observe(client);
    observe(client, list('A', 9));
    const other = observeRecord(client, record(), {}, nothing);
    expect((await watch()).topics).to.have.members(['A/notes', 'A/customers']);
    other.release();
    expect((await watch(2)).topics).to.deep.equal(['A/notes']);
    expect(watches[0]!.signal.aborted).to.equal(true);
    first.release();
    await settle(50);
    expect(watches).to.have.length(2);
  });

  it('never ends before the next has begun', async () => {
    const { adapter, client, watches, watch } = backend();
    const { watch: begin } = adapter;
    let alive = 0;
    Object.assign(adapter, {
      watch: (topics: readonly Topic[], sink: (change: Change) => void, options: { signal: AbortSignal }) => {
        alive = Math.max(alive, watches.filter(({ signal }) => !signal.aborted).length + 1);
        return begin!(topics, sink, options);
      },
    });
    observe(client);
    await watch();
    observe(client, list('B'));
    await watch(2);
    expect(alive).to.equal(2);
    expect(watches.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('is nothing once the last element has gone: no watch, no read', async () => {
    const { client, reads, watch } = backend();
    const resource = observe(client);
    const { signal, tell } = await watch();
    tell(changed);
    resource.release();
    expect(signal.aborted).to.equal(true);
    tell(changed);
    await settle();
    expect(reads).to.have.length(1);
  });

  it('leaves no timer behind', async () => {
    const { client, watch } = backend();
    const pending = new Set<unknown>();
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    globalThis.setTimeout = ((act: () => void, delay?: number) => {
      const timer = set(() => (pending.delete(timer), act()), delay);
      pending.add(timer);
      return timer;
    }) as typeof setTimeout;
    globalThis.clearTimeout = ((timer: number) => (pending.delete(timer), clear(timer))) as typeof clearTimeout;
    try {
      const resource = observe(client);
      const { tell, end } = await watch();
      observe(client, list('B'));
      client.away = true;
      tell(changed);
      end.resolve();
      await Promise.resolve();
      for (const { release } of [resource, ...open.splice(0)]) release();
      await Promise.resolve();
      expect([...pending]).to.deep.equal([]);
    } finally {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    }
  });

  it('asks nothing twice on a page that is opened, left and opened again', async () => {
    const { client, reads, watch } = backend();
    const { now } = Date;
    let ticks = now();
    // No two instants are the same.
    Date.now = () => ++ticks;
    try {
      for (const visit of [1, 2, 3]) {
        const resource = observe(client);
        await watch(visit);
        await settle();
        expect([ids(resource), reads.length]).to.deep.equal(['1', visit]);
        resource.release();
      }
    } finally {
      Date.now = now;
    }
  });

  it('is not asked of an adapter that cannot', async () => {
    const { adapter, reads } = backend();
    const { notes } = adapter;
    const resource = observe(DashboardClient.of({ notes: notes! }));
    await shows(resource, '1');
    expect(reads).to.have.length(1);
  });
});

describe('live: what has changed', () => {
  it('is read again, and nothing else is', async () => {
    const { client, reads, has, watch } = backend();
    const here = observe(client);
    const there = observe(client, list('B'));
    const { tell } = await watch();
    has(['2', '1']);
    tell(changed);
    await shows(here, '2,1');
    await settle();
    expect([reads.length, ids(there)]).to.deep.equal([3, '1']);
  });

  it('many times is read once', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    for (let count = 1; count <= 200; count++) {
      has([String(count)]);
      tell(changed);
      if (count % 50 === 0) await settle(5);
    }
    await shows(resource, '200');
    expect(reads).to.have.length(2);
  });

  it('without end is read once a second', async () => {
    const { client, reads, watch } = backend();
    observe(client);
    const { tell } = await watch();
    for (const end = Date.now() + 1500; Date.now() < end; await settle(20)) tell(changed);
    expect(reads.length).to.be.within(3, 4);
  });

  it('while it is being read is read once more, and what comes in between is shown', async () => {
    const { client, reads, hold, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    hold();
    tell(changed);
    await until(() => reads.length === 2, 'a read');
    tell(changed);
    await settle(200);
    expect([reads.length, reads[1]!.signal.aborted]).to.deep.equal([2, false]);
    hold(false);
    has(['3']);
    reads[1]!.answer.resolve(page([note('2')]));
    await shows(resource, '2');
    await shows(resource, '3');
    expect(reads).to.have.length(3);
  });

  it('in a read that was asked for since is not read again', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    tell(changed);
    await settle(5);
    has(['2']);
    resource.refresh();
    await shows(resource, '2');
    await settle();
    expect(reads).to.have.length(2);
  });

  it('on no screen is read when it comes back', async () => {
    const { client, reads, has, watch } = backend();
    const there = observe(client, list('B'));
    const here = observe(client);
    await watch();
    await shows(here, '1');
    await shows(there, '1');
    here.release();
    await watch(2);
    has(['2']);
    const again = observe(client);
    expect([ids(again), reads.length]).to.deep.equal(['1', 2]);
    await shows(again, '2');
    await settle();
    expect(reads).to.have.length(3);
  });

  it('is nobody else’s: a change that comes late is overlooked', async () => {
    const { client, reads, watch } = backend();
    const here = observe(client);
    const { tell } = await watch();
    observe(client, list('B'));
    here.release();
    await watch(2);
    const before = reads.length;
    tell({ customerId: 'B', port: 'notes' });
    await settle();
    expect(reads).to.have.length(before);
  });

  it('is a change only if it is one', async () => {
    const { client, reads, watch } = backend();
    observe(client);
    const { tell } = await watch();
    const circular: Record<string, unknown> = {};
    circular['customerId'] = circular['port'] = circular;
    for (const nonsense of [undefined, null, 0, 'A/notes', [], circular, { customerId: 'A' }, { port: 'notes' }])
      tell(nonsense);
    await settle();
    expect(reads).to.have.length(1);
    tell({ ...changed, idempotencyKey: 7 });
    await until(() => reads.length === 2, 'what is wrong beside it does not matter');
  });
});

describe('live: a list of many pages', () => {
  async function deep() {
    const parts = backend();
    parts.has(['1'], 'c1');
    const resource = observe(parts.client);
    await shows(resource, '1');
    resource.more();
    await shows(resource, '1,last');
    return { ...parts, resource, ...(await parts.watch()) };
  }
  const isOutdated = ({ snapshot }: Resource<unknown>): boolean => snapshot.phase === 'ready' && snapshot.outdated;

  it('is not cut: it says that it has changed, until it is asked for again', async () => {
    const { resource, reads, has, tell } = await deep();
    has(['2', '1'], 'c1');
    expect(isOutdated(resource)).to.equal(false);
    tell(changed);
    await until(() => isOutdated(resource), 'outdated');
    expect([ids(resource), reads.length]).to.deep.equal(['1,last', 2]);
    resource.refresh();
    await shows(resource, '2,1');
    expect(isOutdated(resource)).to.equal(false);
  });

  it('keeps the page that is on its way', async () => {
    const { client, reads, has, hold, watch } = backend();
    has(['1'], 'c1');
    const resource = observe(client);
    const { tell } = await watch();
    hold();
    resource.more();
    tell(changed);
    await settle();
    expect(reads[1]!.signal.aborted).to.equal(false);
    reads[1]!.answer.resolve(page([note('last')]));
    await shows(resource, '1,last');
    await until(() => isOutdated(resource), 'outdated');
    expect(reads).to.have.length(2);
  });

  it('shows an own write already, and does not call itself changed for it', async () => {
    const { client, resource, tell } = await deep();
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    tell({ ...changed, idempotencyKey: 'k1' });
    await settle();
    expect([ids(resource), isOutdated(resource)]).to.deep.equal(['2,1,last', false]);
    tell({ ...changed, idempotencyKey: 'k2' });
    await until(() => isOutdated(resource), 'another’s');
  });
});

const adding = (outcome: Promise<unknown>, names: Partial<Write<Note, Note>> = {}): Write<Note, Note> => ({
  customerId: 'A',
  schema: Note,
  list: {
    name: 'notes.list',
    confirmed: (items, written) => [written, ...items.filter(({ id }) => id !== written.id)],
  },
  send: () => outcome,
  ...names,
});

describe('live: an own write', () => {
  it('is read once, when its echo comes after its answer', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    has(['2', '1']);
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    tell({ ...changed, idempotencyKey: 'k1' });
    await settle();
    expect([reads.length, ids(resource)]).to.deep.equal([2, '2,1']);
  });

  it('is read once, when its echo comes before its answer', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    const answer = deferred<unknown>();
    const written = write(client, 'k1', adding(answer.promise));
    has(['2', '1']);
    tell({ ...changed, idempotencyKey: 'k1' });
    await settle();
    expect(reads).to.have.length(1);
    answer.resolve(note('2'));
    await written;
    await settle(1300);
    expect([reads.length, ids(resource)]).to.deep.equal([2, '2,1']);
  });

  it('whose answer is lost is seen all the same', async () => {
    const { client, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    const answer = deferred<unknown>();
    const written = write(client, 'k1', adding(answer.promise)).catch(nothing);
    has(['2', '1']);
    tell({ ...changed, idempotencyKey: 'k1' });
    await settle();
    answer.reject(new AdapterError('timeout'));
    await written;
    await shows(resource, '2,1');
  });

  it('that touches more than its own list is read there too', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    has(['2']);
    await write(client, 'k1', adding(Promise.resolve(note('2')), { list: { name: 'credit.accounts' } }));
    expect(reads).to.have.length(1);
    tell({ ...changed, idempotencyKey: 'k1' });
    await shows(resource, '2');
  });

  it('hides no change of another that comes with it', async () => {
    const { client, reads, hold, has, watch } = backend();
    const resource = observe(client);
    const { tell } = await watch();
    await shows(resource, '1');
    hold();
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    tell(changed);
    tell({ ...changed, idempotencyKey: 'k1' });
    reads[1]!.answer.resolve(page([note('2'), note('1')]));
    hold(false);
    has(['3', '2', '1']);
    await shows(resource, '3,2,1');
    expect(reads).to.have.length(3);
  });
});

describe('live: a watch that fails', () => {
  it('disturbs nothing, whatever it does', async () => {
    const failures: readonly (() => unknown)[] = [
      () => {
        throw new Error('at once');
      },
      () => Promise.reject({ code: 'offline' }),
      () => Promise.reject(undefined),
      () => Promise.resolve(),
      () => undefined,
      () => 'text',
      () => Promise.reject(new AdapterError('unauthenticated')),
    ];
    for (const fail of failures) {
      const { adapter, reads } = backend();
      let calls = 0;
      const failing = { ...adapter, watch: () => (calls++, fail()) } as Adapter;
      const client = DashboardClient.of(failing);
      let expired = 0;
      client.onSessionExpired(() => expired++);
      const resource = observe(client);
      await until(() => calls, 'called');
      await settle();
      expect([ids(resource), reads.length, calls, expired]).to.deep.equal(['1', 1, 1, 0]);
    }
  });

  it('is tried again, more and more seldom, and what it may have missed is read', async () => {
    const { client, reads, watches, watch, has } = backend();
    await hurried(100, async () => {
      const resource = observe(client);
      (await watch()).end.reject(new AdapterError('offline'));
      has(['2']);
      await watch(2);
      await shows(resource, '2');
      expect(reads).to.have.length(2);
      for (let count = 2; count < 6; count++) (await watch(count)).end.resolve();
      const before = performance.now();
      await watch(6);
      // 5 s doubled four times, in hurried time.
      expect(performance.now() - before).to.be.greaterThan(500);
      expect(new Set(watches.map(({ topics }) => topics.join()))).to.have.length(1);
    });
  });

  it('because the platform cannot is not tried again', async () => {
    const { client, watches, watch } = backend();
    observe(client);
    (await watch()).end.reject(new AdapterError('unsupported'));
    await settle(20);
    observe(client, list('B'));
    await settle(100);
    expect(watches).to.have.length(1);
  });

  it('because it is forbidden is tried again with something else', async () => {
    const { client, watches, watch } = backend();
    observe(client);
    (await watch()).end.reject(new AdapterError('forbidden'));
    await settle(100);
    expect(watches).to.have.length(1);
    observe(client, list('B'));
    expect((await watch(2)).topics).to.deep.equal(['A/notes', 'B/notes']);
  });

  it('because nobody is signed in goes on when somebody is', async () => {
    const { client, reads, watch } = backend();
    const resource = observe(client);
    (await watch()).end.reject(new AdapterError('unauthenticated'));
    await settle(20);
    client.clear();
    await shows(resource, '1');
    await watch(2);
    await settle();
    expect(reads, 'read once by the clearing').to.have.length(2);
  });
});

describe('live: at another tab', () => {
  const isAt = (client: DashboardClient, here: boolean) => {
    client.away = !here;
    if (here) client.wake();
  };

  it('nothing is watched after a while; on return everything is as it is', async () => {
    const { client, reads, watches, has, watch } = backend();
    await hurried(100, async () => {
      const resource = observe(client);
      const { signal } = await watch();
      isAt(client, false);
      await until(() => signal.aborted, 'asleep');
      observe(client, list('B'));
      await settle(5000);
      expect(watches).to.have.length(1);
      has(['2']);
      isAt(client, true);
      expect((await watch(2)).topics).to.deep.equal(['A/notes', 'B/notes']);
      await shows(resource, '2');
      expect(reads).to.have.length(4);
    });
  });

  it('for a moment only, nothing happens', async () => {
    const { client, reads, watches, watch } = backend();
    await hurried(100, async () => {
      observe(client);
      await watch();
      isAt(client, false);
      isAt(client, true);
      await settle(40_000);
      expect([watches.length, watches[0]!.signal.aborted, reads.length]).to.deep.equal([1, false, 1]);
    });
  });

  it('nothing begins there', async () => {
    const { client, watches, watch } = backend();
    const first = observe(client);
    await watch();
    first.release();
    observe(client);
    isAt(client, false);
    await settle(100);
    expect(watches).to.have.length(1);
    isAt(client, true);
    await watch(2);
  });

  it('nothing is watched from the beginning', async () => {
    const { client, reads, watches, watch } = backend();
    client.away = true;
    const resource = observe(client);
    await shows(resource, '1');
    await settle(50);
    expect(watches).to.have.length(0);
    isAt(client, true);
    await watch();
    await settle();
    expect(reads.length).to.be.lessThan(3);
  });

  it('nothing is left of an element that went there', async () => {
    const { client, watches, watch } = backend();
    await hurried(100, async () => {
      const resource = observe(client);
      await watch();
      isAt(client, false);
      resource.release();
      await settle(50);
      isAt(client, true);
      const { length } = watches;
      observe(client);
      await watch(length + 1);
    });
  });
});
