// Adapters that each break one rule for live changes.
import type { Adapter, Change } from '../../src/adapter/adapter.ts';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import {
  operations,
  ports as operationTables,
  portsChangedBy,
  writesOf,
  type PortName,
} from '../../src/adapter/operations.ts';
import type { Memory, Tampering } from './tampering.ts';

type Watching = NonNullable<Adapter['watch']>;

const watching =
  (watch: (memory: Memory) => Watching): Tampering =>
  (memory) => ({ ...memory, watch: watch(memory) });
/** Changes the notifications of an adapter's `watch`. */
const changingNotifications = (change: (notification: Change) => readonly Change[]): Tampering =>
  watching(
    (memory) => (topics, sink, options) =>
      memory.watch(topics, (received) => change(received).forEach((sent) => sink(sent)), options),
  );
const forEver = (): Promise<never> => new Promise(() => {});
const until = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));

/** Starts a subscription after a pause, and never while a call is running: a write at once is always over by then. */
const startingLate: Tampering = (memory) => {
  let running = 0;
  const counting = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          running += 1;
          try {
            return await (member as (...args: readonly unknown[]) => unknown)(...args);
          } finally {
            running -= 1;
          }
        };
      },
    });
  return {
    ...memory,
    notes: counting(memory.notes),
    credit: counting(memory.credit),
    async watch(topics, sink, options) {
      do await new Promise((resolve) => setTimeout(resolve, 50));
      while (running > 0);
      // The memory adapter first repeats recent changes.
      let repeats = true;
      setTimeout(() => (repeats = false));
      await memory.watch(topics, (change) => repeats || sink(change), options);
    },
  };
};

const ports = ['notes', 'credit'];
const [afterCall, toSubscribers, afterAbort] = [
  ['reports a change of', 'right after the call'],
  ['reports a change of', 'to every subscriber'],
  ['reports no change of', 'after the abort'],
].map(([start, end]) => ports.map((port) => `watch: ${start} ${port} ${end}`)) as [string[], string[], string[]];
const topics = (Object.keys(operationTables) as PortName[])
  .flatMap(writesOf)
  .filter((name) => portsChangedBy(name).length > 0)
  // Preferences have no list that follows them.
  .filter((name) => operations[name].scope === 'customer' || name.startsWith('exports.'))
  // The kit cannot create a card, and so removes none.
  .filter((name) => name !== 'paymentCards.delete')
  .map((name) => `watch: reports every port that ${name} changes`);
const ofAll = 'watch: reports a change of one customer to who watches all of them';
const lasts = 'watch: lasts until it is aborted, and ends without an error';
const ignoresUnknown = 'watch: ignores unknown topics';

export const brokenWatches: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'reports no changes',
    changingNotifications(() => []),
    ...afterCall,
    ...toSubscribers,
    ...afterAbort,
    ...topics,
    ofAll,
  ],
  [
    'reports no change of the customer record by other ports',
    changingNotifications((change) => (change.port === 'customers' ? [] : [change])),
    ...topics.filter((name) => /customers|addresses/.test(name)),
    ofAll,
  ],
  [
    'reports a change a moment later, and drops those after it',
    watching((memory) => (topics, sink, options) => {
      let isFirst = true;
      const first = (change: Change): void => {
        if (isFirst) setTimeout(() => sink(change), 50);
        isFirst = false;
      };
      return memory.watch(topics, first, options);
    }),
    'watch: reports every port that notes.update changes',
  ],
  [
    'ignores topics without a customer',
    changingNotifications((change) => (change.customerId === undefined ? [] : [change])),
    ofAll,
  ],
  [
    'names the customer to who watches all of them',
    changingNotifications((change) => [{ customerId: 'C-20817', ...change }]),
    ofAll,
  ],
  ['starts the subscription late', startingLate, ...afterCall],
  [
    'reports changes of other topics',
    changingNotifications((change) => [change, { ...change, customerId: 'C-20821' }]),
    ...afterCall,
    ...toSubscribers,
  ],
  [
    'watches one port only',
    watching((memory) => (topics, sink, options) => memory.watch(topics.slice(-1), sink, options)),
    ...toSubscribers,
  ],
  [
    'reports every change to every subscriber',
    watching((memory) => (topics, sink, options) => {
      const all = ports.map((port) => ({ customerId: 'C-20817', port }));
      return memory.watch(all, (change) => sink({ ...change, ...topics[0] }), options);
    }),
    ...toSubscribers,
  ],
  [
    'ends all subscriptions with one',
    watching((memory) => {
      let all = new AbortController();
      return async (topics, sink, { signal }) => {
        signal.addEventListener('abort', () => {
          all.abort();
          all = new AbortController();
        });
        await memory.watch(topics, sink, { signal: all.signal });
      };
    }),
    ...toSubscribers,
    ...afterAbort,
  ],
  [
    'reports changes after the abort',
    watching((memory) => async (topics, sink, { signal }) => {
      void memory.watch(topics, sink, { signal: new AbortController().signal });
      await until(signal);
    }),
    ...afterAbort,
  ],
  [
    'does not end on abort',
    watching(
      (memory) =>
        (...args) =>
          memory.watch(...args).then(forEver),
    ),
    lasts,
    ...afterAbort,
  ],
  [
    'rejects an aborted call with an AdapterError',
    watching((memory) => async (...args) => {
      await memory.watch(...args);
      throw new AdapterError('offline');
    }),
    lasts,
    ...afterCall,
  ],
  ['ends without an abort', watching(() => async () => {}), lasts, ignoresUnknown, ...afterCall],
  [
    'ignores an abort before the call',
    watching(
      (memory) =>
        (topics, sink, { signal }) =>
          signal.aborted ? forEver() : memory.watch(topics, sink, { signal }),
    ),
    lasts,
  ],
  [
    'rejects an unknown topic',
    watching((memory) => async (topics, sink, options) => {
      if (topics.some(({ port }) => !(port in memory))) throw new AdapterError('unsupported');
      await memory.watch(topics, sink, options);
    }),
    ignoresUnknown,
  ],
];
