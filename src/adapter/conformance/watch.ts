import * as decimal from '../../domain/decimal.ts';
import type { Adapter } from '../adapter.ts';
import { isAdapterError } from '../adapter-error.ts';
import { portsChangedBy } from '../operations.ts';
import { pause } from '../pause.ts';
import { topicKey, type Change, type Topic } from '../watch.ts';
import { ensure, same, settled, type Outcome } from './assert.ts';
import { ledgerOf, small } from './ledger.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import { send } from './trial.ts';
import { trialsOf } from './trials.ts';

/** Timeouts in milliseconds: for an expected change, and for the absence of an unexpected one. */
const tenSeconds = 10_000;
const silence = 200;

type Listen = (topics: readonly Topic[], aborted?: AbortSignal) => Watch;

/** A port that the kit can change, and a function that does. */
interface Stir {
  readonly topic: Topic;
  write(): Promise<unknown>;
}

/** Tests that live changes are complete, limited to the topics, and end with the signal. */
export function watchCases({ adapter, customers, patience = tenSeconds }: ConformanceSetup): ConformanceCase[] {
  if (!adapter.watch) return [];
  const stirs = stirsOf(adapter, customers.full);
  const listen: Listen = (topics, aborted) => new Watch(adapter, topics, patience, aborted);
  return [
    ...stirs.flatMap((stir) => changeCases(listen, stir, stirs, customers.empty)),
    ...topicCases(listen, adapter, customers.full),
    ...endCases(listen, { customerId: customers.full, port: 'notes' }),
  ];
}

function changeCases(listen: Listen, { topic, write }: Stir, stirs: readonly Stir[], empty: string): ConformanceCase[] {
  const { port } = topic;
  return [
    {
      name: `watch: what changes of ${port} right after the call is told`,
      async run() {
        const watch = listen([topic]);
        await write();
        await watch.hears(1);
        await watch.end();
      },
    },
    {
      name: `watch: a change of ${port} is told to everybody who watches it, and to nobody else`,
      async run() {
        const others = stirs.flatMap((stir) => (stir.topic.port === port ? [] : [stir.topic]));
        const [gone, one, other] = [listen([topic]), listen([topic]), listen([topic, ...others])];
        const elsewhere = listen([{ customerId: empty, port }, ...others]);
        await quiet();
        const before = [one, other, elsewhere].map(({ heard }) => heard.length);
        await gone.end();
        await write();
        await one.hears(before[0]! + 1);
        await other.hears(before[1]! + 1);
        await quiet();
        same(elsewhere.heard.length, before[2], 'changes of other topics');
        for (const watch of [one, other, elsewhere]) await watch.end();
      },
    },
    {
      name: `watch: nothing of ${port} is told once it has ended`,
      async run() {
        const [watch, still] = [listen([topic]), listen([topic])];
        await quiet();
        await watch.end();
        const before = [watch.heard.length, still.heard.length] as const;
        await write();
        await still.hears(before[1] + 1);
        await quiet();
        same(watch.heard.length, before[0], 'changes');
        await still.end();
      },
    },
  ];
}

/**
 * Tests the ports that each write changes according to the operation table. A write that only reveals data changes
 * none.
 */
const topicCases = (listen: Listen, adapter: Adapter, customerId: string): ConformanceCase[] =>
  trialsOf(adapter, customerId)
    .filter(({ name }) => portsChangedBy(name).length > 0)
    .map((trial) => ({
      name: `watch: ${trial.name} tells of every port whose answers it changes`,
      async run() {
        const attempt = await trial.prepare();
        // The preparation may still cause notifications.
        await quiet();
        const watches = portsChangedBy(trial.name).map((port) => listen([{ customerId, port }]));
        await quiet();
        const before = watches.map(({ heard }) => heard.length);
        await send(adapter, trial, attempt, customerId);
        for (const [index, watch] of watches.entries()) {
          await watch.hears(before[index]! + 1);
          await watch.end();
        }
        await attempt.tidy?.();
      },
    }));

function endCases(listen: Listen, topic: Topic): ConformanceCase[] {
  return [
    {
      name: 'watch: goes on until it is aborted, and ends without an error',
      async run() {
        const watch = listen([topic]);
        await quiet();
        ensure(!watch.hasEnded, 'the watch ended before it was aborted');
        await watch.end();
        const before = listen([topic], AbortSignal.abort());
        await before.end();
        const soon = listen([topic]);
        await soon.end();
      },
    },
    {
      name: 'watch: overlooks topics that it does not know',
      async run() {
        const topics = ['no-such-port', 'notes'].map((port) => ({ customerId: 'no-such-customer', port }));
        const watch = listen([...topics, topic]);
        await quiet();
        ensure(!watch.hasEnded, 'the watch ended because of a topic');
        await watch.end();
      },
    },
  ];
}

const never = new AbortController().signal;
const quiet = (): Promise<void> => pause(silence, never);

/** Returns the changes that the kit can make. They are reverted where possible. */
function stirsOf(adapter: Adapter, customerId: string): Stir[] {
  const { notes } = adapter;
  const ledger = ledgerOf(adapter, customerId);
  const stirs: Stir[] = [];
  if (notes?.create)
    stirs.push({
      topic: { customerId, port: 'notes' },
      write: () => notes.create!(customerId, { body: 'Conformance kit: somebody watches' }, writing()),
    });
  if (ledger)
    stirs.push({
      topic: { customerId, port: 'credit' },
      async write() {
        const account = await ledger.open();
        await ledger.move(account, small(account, 1));
        await ledger.move(account, decimal.negate(small(account, 1)));
      },
    });
  return stirs;
}

/** A subscription that records its changes and its errors. */
class Watch {
  readonly heard: Change[] = [];
  hasEnded = false;
  readonly #controller = new AbortController();
  readonly #patience: number;
  readonly #outcome: Promise<Outcome<void>>;
  readonly #strange: unknown[] = [];

  constructor(adapter: Adapter, topics: readonly Topic[], patience: number, aborted?: AbortSignal) {
    this.#patience = patience;
    const known = new Set(topics.map(topicKey));
    const sink = (change: Change): void => {
      if (!known.has(topicKey(change))) this.#strange.push(change);
      this.heard.push(change);
    };
    const signal = aborted ?? this.#controller.signal;
    this.#outcome = settled(adapter.watch!(topics, sink, { signal })).then((outcome) => {
      this.hasEnded = true;
      return outcome;
    });
  }

  /** Waits until a number of changes have arrived. */
  async hears(count: number): Promise<void> {
    for (const end = Date.now() + this.#patience; this.heard.length < count; await pause(5, this.#controller.signal)) {
      ensure(!this.hasEnded, 'the watch ended before it was aborted');
      ensure(Date.now() < end, 'a change was not told');
    }
    same(this.#strange, [], 'changes of topics that were not asked for');
  }

  /** Aborts the subscription and waits until it has ended. An abort must not cause an error. */
  async end(): Promise<void> {
    this.#controller.abort();
    const outcome = await Promise.race([this.#outcome, pause(this.#patience, never)]);
    ensure(outcome, 'the watch did not end when it was aborted');
    ensure(!outcome.thrown || !isAdapterError(outcome.error), 'the watch took an abort for an error');
  }
}
