// Adapters that each break one rule for live changes.
import type { Adapter } from '../../src/adapter/adapter.ts';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { ports as operationTables, portsChangedBy, writesOf, type PortName } from '../../src/adapter/operations.ts';
import type { Change } from '../../src/adapter/watch.ts';
import type { Memory, Spoil } from './tampering.ts';

type Watching = NonNullable<Adapter['watch']>;

const watching =
  (watch: (memory: Memory) => Watching): Spoil =>
  (memory) => ({ ...memory, watch: watch(memory) });
/** Changes the notifications of an adapter's `watch`. */
const telling = (change: (told: Change) => readonly Change[]): Spoil =>
  watching(
    (memory) => (topics, sink, options) =>
      memory.watch(topics, (told) => change(told).forEach((other) => sink(other)), options),
  );
const forEver = (): Promise<never> => new Promise(() => {});
const until = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));

const ports = ['notes', 'credit'];
const [told, everybody, ended] = ['what changes of', 'a change of', 'nothing of'].map((start) =>
  ports.map((port) => `watch: ${start} ${port}`),
) as [string[], string[], string[]];
const topics = (Object.keys(operationTables) as PortName[])
  .flatMap(writesOf)
  .filter((name) => portsChangedBy(name).length > 0)
  .map((name) => `watch: ${name} tells`);
const goesOn = 'watch: goes on until';
const overlooks = 'watch: overlooks';

export const brokenWatches: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  ['tells nothing', telling(() => []), ...told, ...everybody, ...ended, ...topics],
  [
    'tells of the customer’s record nothing that is written elsewhere',
    telling((change) => (change.port === 'customers' ? [] : [change])),
    ...topics.filter((name) => /customers|addresses/.test(name)),
  ],
  [
    'begins too late',
    watching((memory) => async (topics, sink, options) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const begun = performance.now();
      await memory.watch(topics, (change) => performance.now() - begun > 10 && sink(change), options);
    }),
    ...told,
  ],
  [
    'tells what nobody asked for',
    telling((change) => [change, { ...change, customerId: 'C-20821' }]),
    ...told,
    ...everybody,
  ],
  [
    'watches one port only',
    watching((memory) => (topics, sink, options) => memory.watch(topics.slice(-1), sink, options)),
    ...everybody,
  ],
  [
    'tells everybody everything',
    watching((memory) => (topics, sink, options) => {
      const all = ports.map((port) => ({ customerId: 'C-20817', port }));
      return memory.watch(all, (change) => sink({ ...change, ...topics[0] }), options);
    }),
    ...everybody,
  ],
  [
    'ends all watches with one',
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
    ...everybody,
    ...ended,
  ],
  [
    'goes on telling when it was aborted',
    watching((memory) => async (topics, sink, { signal }) => {
      void memory.watch(topics, sink, { signal: new AbortController().signal });
      await until(signal);
    }),
    ...ended,
  ],
  [
    'does not end',
    watching(
      (memory) =>
        (...args) =>
          memory.watch(...args).then(forEver),
    ),
    goesOn,
    ...ended,
  ],
  [
    'takes an abort for an error',
    watching((memory) => async (...args) => {
      await memory.watch(...args);
      throw new AdapterError('offline');
    }),
    goesOn,
    ...told,
  ],
  ['ends by itself', watching(() => async () => {}), goesOn, overlooks, ...told],
  [
    'overlooks an abort before it began',
    watching(
      (memory) =>
        (topics, sink, { signal }) =>
          signal.aborted ? forEver() : memory.watch(topics, sink, { signal }),
    ),
    goesOn,
  ],
  [
    'refuses a topic that it does not know',
    watching((memory) => async (topics, sink, options) => {
      if (topics.some(({ port }) => !(port in memory))) throw new AdapterError('unsupported');
      await memory.watch(topics, sink, options);
    }),
    overlooks,
  ],
];
