import * as decimal from '../../domain/decimal.ts';
import { type Adapter, portOf, topicKey, type Change, type Topic } from '../adapter.ts';
import { isAdapterError } from '../adapter-error.ts';
import { listNames } from '../capabilities.ts';
import { operations, portsChangedBy, type WriteName } from '../operations.ts';
import { pause } from '../pause.ts';
import { ensure, same, outcomeOf, type Outcome } from './assert.ts';
import { ledgerOf, small } from './ledger.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import { send } from './trial.ts';
import { trialsOf } from './writes.ts';

/** Timeouts in milliseconds: for an expected change, and for the absence of an unexpected one. */
const tenSeconds = 10_000;
const silence = 200;

type Listen = (topics: readonly Topic[], aborted?: AbortSignal) => Watch;

/** A port that the kit can change, and a function that does. */
interface ChangeablePort {
  readonly topic: Topic;
  write(): Promise<unknown>;
}

/** Tests that live changes are complete, limited to the topics, and end with the signal. */
export function watchCases({ adapter, customers, timeout = tenSeconds }: ConformanceSetup): ConformanceCase[] {
  if (!adapter.watch) return [];
  const changeable = changeablePortsOf(adapter, customers.full);
  const open: Watch[] = [];
  const listen: Listen = (topics, aborted) => {
    const watch = new Watch(adapter, topics, timeout, aborted);
    open.push(watch);
    return watch;
  };
  const cases = [
    ...changeable.flatMap((source) => changeCases(listen, source, changeable, customers.empty)),
    ...topicCases(listen, adapter, customers.full),
    ...platformCases(listen, adapter, customers.full),
    ...endCases(listen, { customerId: customers.full, port: 'notes' }),
  ];
  return cases.map(({ name, run }) => ({
    name,
    async run() {
      try {
        await run();
      } finally {
        // A case that failed has not ended its subscriptions, which would keep a connection and its process open.
        for (const watch of open.splice(0)) watch.abort();
      }
    },
  }));
}

function changeCases(
  listen: Listen,
  { topic, write }: ChangeablePort,
  changeable: readonly ChangeablePort[],
  empty: string,
): ConformanceCase[] {
  const { port } = topic;
  return [
    {
      name: `watch: reports a change of ${port} right after the call`,
      async run() {
        const watch = listen([topic]);
        await write();
        await watch.waitFor(1);
        await watch.end();
      },
    },
    {
      name: `watch: reports a change of ${port} to every subscriber of it, and to no other`,
      async run() {
        const others = changeable.flatMap((source) => (source.topic.port === port ? [] : [source.topic]));
        const [gone, one, other] = [listen([topic]), listen([topic]), listen([topic, ...others])];
        const elsewhere = listen([{ customerId: empty, port }, ...others]);
        await waitForSilence(one, other, elsewhere);
        const before = [one, other, elsewhere].map(({ received }) => received.length);
        await gone.end();
        await write();
        await one.waitFor(before[0]! + 1);
        await other.waitFor(before[1]! + 1);
        await waitForSilence(elsewhere);
        same(elsewhere.received.length, before[2], 'changes of other topics');
        for (const watch of [one, other, elsewhere]) await watch.end();
      },
    },
    {
      name: `watch: reports no change of ${port} after the abort`,
      async run() {
        const [watch, still] = [listen([topic]), listen([topic])];
        await waitForSilence(watch, still);
        await watch.end();
        const before = [watch.received.length, still.received.length] as const;
        await write();
        await still.waitFor(before[1] + 1);
        await waitForSilence();
        same(watch.received.length, before[0], 'changes');
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
    .filter(({ name }) => portsChangedBy(name).length > 0 && (isOfCustomer(name) || hasList(name)))
    .map((trial) => ({
      name: `watch: reports every port that ${trial.name} changes`,
      async run() {
        const owner = isOfCustomer(trial.name) ? { customerId } : {};
        // What the preparation causes is heard too, so that the silence after it is known.
        const watches = portsChangedBy(trial.name).map((port) => listen([{ ...owner, port }]));
        const attempt = await trial.prepare();
        await waitForSilence(...watches);
        const before = watches.map(({ received }) => received.length);
        await send(adapter, trial, attempt, customerId);
        for (const [index, watch] of watches.entries()) {
          await watch.waitFor(before[index]! + 1);
          await watch.end();
        }
        await attempt.cleanUp?.();
      },
    }));

const isOfCustomer = (name: WriteName): boolean => operations[name].scope === 'customer';

/** Returns whether the port of a write has a list, which is what follows a platform. */
const hasList = (name: WriteName): boolean => listNames.some((list) => portOf(list) === portOf(name));

/** Tests that a list of all customers hears of each one, without its id, if the platform has such a list. */
function platformCases(listen: Listen, adapter: Adapter, customerId: string): ConformanceCase[] {
  const trial = trialsOf(adapter, customerId).find(({ name }) => portsChangedBy(name).includes('customers'));
  if (!trial || !adapter.customers?.list) return [];
  return [
    {
      name: 'watch: reports a change of one customer to who watches all of them',
      async run() {
        const watch = listen([{ port: 'customers' }]);
        const attempt = await trial.prepare();
        await waitForSilence(watch);
        const before = watch.received.length;
        await send(adapter, trial, attempt, customerId);
        await watch.waitFor(before + 1);
        await watch.end();
        await attempt.cleanUp?.();
      },
    },
  ];
}

function endCases(listen: Listen, topic: Topic): ConformanceCase[] {
  return [
    {
      name: 'watch: lasts until it is aborted, and ends without an error',
      async run() {
        const watch = listen([topic]);
        await waitForSilence();
        ensure(!watch.hasEnded, 'the watch ended before it was aborted');
        await watch.end();
        const before = listen([topic], AbortSignal.abort());
        await before.end();
        const soon = listen([topic]);
        await soon.end();
      },
    },
    {
      name: 'watch: ignores unknown topics',
      async run() {
        const topics = ['no-such-port', 'notes'].map((port) => ({ customerId: 'no-such-customer', port }));
        const watch = listen([...topics, topic]);
        await waitForSilence();
        ensure(!watch.hasEnded, 'the watch ended because of a topic');
        await watch.end();
      },
    },
  ];
}

const never = new AbortController().signal;
/** The longest wait for silence: a platform may report changes for as long as it is watched. */
const patience = 25 * silence;

/** Waits until nothing is reported to the watches for a while. What is reported may come in parts. */
async function waitForSilence(...watches: readonly Watch[]): Promise<void> {
  const start = performance.now();
  const quietSince = (): number => {
    const last = Math.max(0, ...watches.map(({ lastAt }) => lastAt));
    // Where nothing was heard yet, the first report may still come.
    return last ? Math.max(start, last) : start + silence;
  };
  for (let now = start; now < Math.min(quietSince() + silence, start + patience); now = performance.now()) {
    await pause(quietSince() + silence - now, never);
    // In a busy process timers run late, and in another order: what else is due is reported first.
    await pause(0, never);
  }
}

/** Returns the changes that the kit can make. They are reverted where possible. */
function changeablePortsOf(adapter: Adapter, customerId: string): ChangeablePort[] {
  const { notes } = adapter;
  const ledger = ledgerOf(adapter, customerId);
  const changeable: ChangeablePort[] = [];
  // A second note would be rejected where there is one for each customer.
  if (notes?.create && !notes.single)
    changeable.push({
      topic: { customerId, port: 'notes' },
      write: () => notes.create!(customerId, { body: 'Conformance kit: somebody watches' }, writing()),
    });
  if (ledger)
    changeable.push({
      topic: { customerId, port: 'credit' },
      async write() {
        const account = await ledger.open();
        await ledger.move(account, small(account, 1));
        await ledger.move(account, decimal.negate(small(account, 1)));
      },
    });
  return changeable;
}

/** A subscription that records its changes and its errors. */
class Watch {
  readonly received: Change[] = [];
  hasEnded = false;
  /** When the last change was received: a time of `performance.now`. */
  lastAt = 0;
  readonly #controller = new AbortController();
  readonly #timeout: number;
  readonly #outcome: Promise<Outcome<void>>;
  readonly #unexpected: unknown[] = [];

  constructor(adapter: Adapter, topics: readonly Topic[], timeout: number, aborted?: AbortSignal) {
    this.#timeout = timeout;
    const known = new Set(topics.map(topicKey));
    const sink = (change: Change): void => {
      if (!known.has(topicKey(change))) this.#unexpected.push(change);
      this.received.push(change);
      this.lastAt = performance.now();
    };
    const signal = aborted ?? this.#controller.signal;
    this.#outcome = outcomeOf(adapter.watch!(topics, sink, { signal })).then((outcome) => {
      this.hasEnded = true;
      return outcome;
    });
  }

  /** Waits until a number of changes have arrived. */
  async waitFor(count: number): Promise<void> {
    for (
      const end = Date.now() + this.#timeout;
      this.received.length < count;
      await pause(5, this.#controller.signal)
    ) {
      ensure(!this.hasEnded, 'the watch ended before it was aborted');
      ensure(Date.now() < end, 'a change was not reported');
    }
    same(this.#unexpected, [], 'changes of other topics');
  }

  abort(): void {
    this.#controller.abort();
  }

  /** Aborts the subscription and waits until it has ended. An abort must not cause an error. */
  async end(): Promise<void> {
    this.abort();
    // A timer that goes on would keep the process of the test running.
    const waiting = new AbortController();
    const outcome = await Promise.race([this.#outcome, pause(this.#timeout, waiting.signal)]);
    waiting.abort();
    ensure(outcome, 'the watch did not end when it was aborted');
    ensure(!outcome.thrown || !isAdapterError(outcome.error), 'the watch rejected with an AdapterError on abort');
  }
}
