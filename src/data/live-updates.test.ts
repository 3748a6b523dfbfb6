import { expect } from 'chai';
import * as v from 'valibot';
import type { Adapter, Change, Topic } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import { withFastTimers, until } from '../testing/kit.ts';
import { backend, changed, ids, list, observe, releaseAll, waitForDebounce, shows } from '../testing/watched.ts';
import { DashboardClient } from './client.ts';
import { observeRecord } from './observe.ts';
import type { RecordQuery } from './query.ts';

const record = (customerId = 'A'): RecordQuery<{ readonly id: string }> => ({
  name: 'customers.get',
  customerId,
  schema: v.object({ id: v.string() }),
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

afterEach(releaseAll);

describe('live updates: the subscription', () => {
  it('covers everything on screen in one watch, and nothing that has left it', async () => {
    const { client, watches, watch } = backend();
    const first = observe(client);
    observe(client, list('A', 9));
    const other = observeRecord(client, record(), {}, () => {});
    expect((await watch()).topics).to.have.members(['A/notes', 'A/customers']);
    other.release();
    expect((await watch(2)).topics).to.deep.equal(['A/notes']);
    expect(watches[0]!.signal.aborted).to.equal(true);
    first.release();
    await waitForDebounce(50);
    expect(watches).to.have.length(2);
  });

  it('never ends before the next one has begun', async () => {
    const { adapter, client, watches, watch } = backend();
    const { watch: begin } = adapter;
    let running = 0;
    Object.assign(adapter, {
      watch: (topics: readonly Topic[], sink: (change: Change) => void, options: { signal: AbortSignal }) => {
        running = Math.max(running, watches.filter(({ signal }) => !signal.aborted).length + 1);
        return begin!(topics, sink, options);
      },
    });
    observe(client);
    await watch();
    observe(client, list('B'));
    await watch(2);
    expect(running).to.equal(2);
    expect(watches.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('ends with the last element: no watch, no read', async () => {
    const { client, reads, watch } = backend();
    const resource = observe(client);
    const { signal, notify } = await watch();
    notify(changed);
    resource.release();
    expect(signal.aborted).to.equal(true);
    notify(changed);
    await waitForDebounce();
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
      observe(client);
      const { notify, end } = await watch();
      observe(client, list('B'));
      client.isHidden = true;
      notify(changed);
      end.resolve();
      await Promise.resolve();
      releaseAll();
      await Promise.resolve();
      expect([...pending]).to.deep.equal([]);
    } finally {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    }
  });

  it('sends no request twice on a page that is opened, left and opened again', async () => {
    const { client, reads, watch } = backend();
    const { now } = Date;
    let ticks = now();
    // Makes every instant different.
    Date.now = () => ++ticks;
    try {
      for (const visit of [1, 2, 3]) {
        const resource = observe(client);
        await watch(visit);
        await waitForDebounce();
        expect([ids(resource), reads.length]).to.deep.equal(['1', visit]);
        resource.release();
      }
    } finally {
      Date.now = now;
    }
  });

  it('is not started with an adapter that does not support it', async () => {
    const { adapter, reads } = backend();
    const { notes } = adapter;
    const resource = observe(DashboardClient.of({ notes: notes! }));
    await shows(resource, '1');
    expect(reads).to.have.length(1);
  });
});

describe('live updates: a failed watch', () => {
  it('affects nothing else, however it fails', async () => {
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
      await waitForDebounce();
      expect([ids(resource), reads.length, calls, expired]).to.deep.equal(['1', 1, 1, 0]);
    }
  });

  it('is retried with growing delays, and missed changes are fetched', async () => {
    const { client, reads, watches, watch, has } = backend();
    await withFastTimers(100, async () => {
      const resource = observe(client);
      (await watch()).end.reject(new AdapterError('offline'));
      has(['2']);
      await watch(2);
      await shows(resource, '2');
      expect(reads).to.have.length(2);
      for (let count = 2; count < 6; count++) (await watch(count)).end.resolve();
      const before = performance.now();
      await watch(6);
      // 5 s doubled four times, in accelerated time.
      expect(performance.now() - before).to.be.greaterThan(500);
      expect(new Set(watches.map(({ topics }) => topics.join()))).to.have.length(1);
    });
  });

  it('is not retried if the platform does not support it', async () => {
    const { client, watches, watch } = backend();
    observe(client);
    (await watch()).end.reject(new AdapterError('unsupported'));
    await waitForDebounce(20);
    observe(client, list('B'));
    await waitForDebounce(100);
    expect(watches).to.have.length(1);
  });

  it('is retried with other topics if it was forbidden', async () => {
    const { client, watches, watch } = backend();
    observe(client);
    (await watch()).end.reject(new AdapterError('forbidden'));
    await waitForDebounce(100);
    expect(watches).to.have.length(1);
    observe(client, list('B'));
    expect((await watch(2)).topics).to.deep.equal(['A/notes', 'B/notes']);
  });

  it('resumes after a sign-in if nobody was signed in', async () => {
    const { client, reads, watch } = backend();
    const resource = observe(client);
    (await watch()).end.reject(new AdapterError('unauthenticated'));
    await waitForDebounce(20);
    client.clear();
    await shows(resource, '1');
    await watch(2);
    await waitForDebounce();
    expect(reads, 'read once by the clearing').to.have.length(2);
  });
});

describe('live updates: on a page that is left and kept for the back button', () => {
  const go = (type: 'pagehide' | 'pageshow') => dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

  it('the watch ends at once; on return everything is up to date', async () => {
    const { client, watches, has, watch } = backend();
    const resource = observe(client);
    const { signal } = await watch();
    go('pagehide');
    expect(signal.aborted).to.equal(true);
    has(['2']);
    go('pageshow');
    await watch(2);
    await shows(resource, '2');
    go('pageshow');
    await waitForDebounce(50);
    expect(watches.map((each) => each.signal.aborted)).to.deep.equal([true, false]);
  });

  it('the watch goes on if the page was hidden first, and is seen before it is shown again', async () => {
    const { client, watch } = backend();
    await withFastTimers(100, async () => {
      observe(client);
      await watch();
      client.isHidden = true;
      go('pagehide');
      client.isHidden = false;
      const { signal } = await watch(2);
      go('pageshow');
      await waitForDebounce(40_000);
      expect(signal.aborted).to.equal(false);
    });
  });

  it('no watch begins on return to a hidden tab', async () => {
    const { client, watches, watch } = backend();
    observe(client);
    await watch();
    client.isHidden = true;
    go('pagehide');
    go('pageshow');
    await waitForDebounce(50);
    expect(watches).to.have.length(1);
    client.isHidden = false;
    await watch(2);
  });
});

describe('live updates: in a hidden tab', () => {
  const isAt = (client: DashboardClient, here: boolean) => {
    client.isHidden = !here;
    if (here) client.refetchExpired();
  };

  it('the watch ends after a while; on return everything is up to date', async () => {
    const { client, reads, watches, has, watch } = backend();
    await withFastTimers(100, async () => {
      const resource = observe(client);
      const { signal } = await watch();
      isAt(client, false);
      await until(() => signal.aborted, 'asleep');
      observe(client, list('B'));
      await waitForDebounce(5000);
      expect(watches).to.have.length(1);
      has(['2']);
      isAt(client, true);
      expect((await watch(2)).topics).to.deep.equal(['A/notes', 'B/notes']);
      await shows(resource, '2');
      expect(reads).to.have.length(4);
    });
  });

  it('nothing happens if the tab is hidden for a moment only', async () => {
    const { client, reads, watches, watch } = backend();
    await withFastTimers(100, async () => {
      observe(client);
      await watch();
      isAt(client, false);
      isAt(client, true);
      await waitForDebounce(40_000);
      expect([watches.length, watches[0]!.signal.aborted, reads.length]).to.deep.equal([1, false, 1]);
    });
  });

  it('no watch begins', async () => {
    const { client, watches, watch } = backend();
    const first = observe(client);
    await watch();
    first.release();
    observe(client);
    isAt(client, false);
    await waitForDebounce(100);
    expect(watches).to.have.length(1);
    isAt(client, true);
    await watch(2);
  });

  it('a page that opens hidden has no watch', async () => {
    const { client, reads, watches, watch } = backend();
    client.isHidden = true;
    const resource = observe(client);
    await shows(resource, '1');
    await waitForDebounce(50);
    expect(watches).to.have.length(0);
    isAt(client, true);
    await watch();
    await waitForDebounce();
    expect(reads.length).to.be.lessThan(3);
  });

  it('an element that is removed meanwhile leaves nothing behind', async () => {
    const { client, watches, watch } = backend();
    await withFastTimers(100, async () => {
      const resource = observe(client);
      await watch();
      isAt(client, false);
      resource.release();
      await waitForDebounce(50);
      isAt(client, true);
      const { length } = watches;
      observe(client);
      await watch(length + 1);
    });
  });
});
