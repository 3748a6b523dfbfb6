import { conformance } from '../conformance.ts';
import { isAdapterError } from '../adapter-error.ts';
import { operations, type ListName, type OperationName } from '../operations.ts';
import type { PageRequest, ReadOptions } from '../options.ts';
import { pause } from '../pause.ts';
import { isSkipped, rejectionText, skip } from './assert.ts';
import { Leftovers } from './leftovers.ts';
import { rowsWanted } from './lists.ts';
import { observed, type ObservedCall, type Observer } from './observed.ts';
import type { ConformanceCase, ConformanceSetup } from './subject.ts';

export interface RunOptions {
  /** `true`: nothing is written. Cases that would write are skipped. */
  readonly readOnly?: boolean | undefined;
  /** The ports or operations to test: `notes`, `credit.adjust`. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Milliseconds after which a call counts as unanswered. Default: 30,000. */
  readonly timeout?: number | undefined;
  /** Called with each result as soon as it is known. */
  readonly onResult?: ((result: CaseResult) => void) | undefined;
}

/** The outcome of a case. A case that could not be tested is `skipped`, never `passed`. */
export interface CaseResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The violation, or the reason why the case was skipped. */
  readonly message?: string;
  /** The last calls of a failed case, and what came of them. */
  readonly calls?: readonly ObservedCall[];
}

export interface RunResult {
  readonly results: readonly CaseResult[];
  /** The records that the kit created and could not remove. */
  readonly leftovers: readonly string[];
}

/** Runs the cases of the kit one after another, without a test runner, and removes what they created in any case. */
export async function runConformance(setup: ConformanceSetup, options: RunOptions = {}): Promise<RunResult> {
  const { only = [], timeout = 30_000, onResult } = options;
  const run = new Run(setup, timeout, options.readOnly ?? false);
  const results: CaseResult[] = [];
  try {
    for (const one of run.cases.filter(({ name }) => isAmong(name, only))) {
      const result = await run.result(one);
      results.push(result);
      onResult?.(result);
    }
  } finally {
    await run.cleanUp();
  }
  return { results, leftovers: run.remaining };
}

/** Returns true if a case is about one of the ports or operations. `notes` matches `notes.list: …` and `notes: …`. */
const isAmong = (name: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((start) => name.startsWith(`${start}:`) || name.startsWith(`${start}.`));

/** The number of last calls that are reported for a failed case. */
const lastCalls = 3;

/** The calls and the outcome of the current case. */
interface Current {
  readonly calls: ObservedCall[];
  /** The most rows of the full customer that each list has returned. */
  readonly rows: Map<ListName, number>;
  refusedWrite?: OperationName;
  /** The first call that did not answer in time. */
  late?: string;
}

class Run implements Observer {
  readonly cases: readonly ConformanceCase[];
  readonly timeout: number;
  remaining: readonly string[] = [];
  readonly #setup: ConformanceSetup;
  readonly #readOnly: boolean;
  readonly #leftovers = new Leftovers();
  /** The writes that did not answer in time, and have not answered yet. */
  readonly #late = new Set<{ readonly call: string; readonly answer: Promise<unknown> }>();
  /** The rows of the pages of each list that were read since its first page. */
  readonly #pages = new Map<ListName, number>();
  #current: Current = { calls: [], rows: new Map() };

  constructor(setup: ConformanceSetup, timeout: number, readOnly: boolean) {
    const { adapter, restricted } = setup;
    this.timeout = timeout;
    this.#setup = setup;
    this.#readOnly = readOnly;
    this.cases = conformance({
      ...setup,
      adapter: observed(adapter, this),
      restricted: restricted && observed(restricted, this),
    });
  }

  before(name: OperationName): void {
    if (!this.#readOnly || operations[name].kind !== 'write') return;
    this.#current.refusedWrite ??= name;
    skip(`calls ${name}, and nothing is to be written`);
  }

  began(call: ObservedCall): void {
    this.#current.calls.push(call);
  }

  timedOut(call: string, answer: Promise<unknown>): void {
    this.#current.late ??= call;
    const late = { call, answer };
    if (!isWriteCall(call)) return;
    this.#late.add(late);
    void answer.then(() => this.#late.delete(late));
  }

  answeredLate(name: OperationName, args: readonly unknown[], answer: unknown): void {
    this.#leftovers.add(name, args, answer);
  }

  answered(name: OperationName, args: readonly unknown[], answer: unknown): void {
    this.#leftovers.add(name, args, answer);
    if (operations[name].kind !== 'list') return;
    const [request, { signal }] = args.slice(-2) as [PageRequest, ReadOptions];
    const { items }: { readonly items?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
    const isWhole = !request.text && !request.filter && !request.range && request.first >= 3 && !signal.aborted;
    if (!isWhole || !Array.isArray(items) || (args.length > 2 && args[0] !== this.#setup.customers.full)) return;
    const list = name as ListName;
    const { rows } = this.#current;
    // A backend may return fewer rows than it is asked for, so the rows of all pages count.
    const before = request.after === undefined ? 0 : (this.#pages.get(list) ?? 0);
    this.#pages.set(list, before + items.length);
    rows.set(list, Math.max(rows.get(list) ?? 0, before + items.length));
  }

  async result({ name, run }: ConformanceCase): Promise<CaseResult> {
    const current: Current = (this.#current = { calls: [], rows: new Map() });
    const thrown = await run().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    // A case may have taken the refusal of a write for that of the adapter, or an answer that was too late for an error.
    const { refusedWrite, late } = current;
    if (refusedWrite) return skipped(name, `calls ${refusedWrite}, and nothing is to be written`);
    if (late) return failed(name, `${late} did not answer within ${this.timeout} ms`, current);
    if (thrown) {
      const { error } = thrown;
      if (isSkipped(error)) return skipped(name, String((error as Error).message));
      return failed(name, describeError(error), current);
    }
    for (const [list, rows] of current.rows) {
      const wanted = rowsWanted(this.#setup.adapter, list);
      if (name.startsWith(`${list}:`) && rows < wanted)
        return skipped(name, `the full customer has ${rows} rows in ${list}, and this needs ${wanted}`);
    }
    return { name, outcome: 'passed' };
  }

  /** Removes what was created, through the adapter itself. */
  async cleanUp(): Promise<void> {
    if (this.#readOnly) return;
    // A write that did not answer in time may be carried out all the same. Its record is removed if it still answers.
    const waiting = new AbortController();
    await Promise.race([Promise.all([...this.#late].map(({ answer }) => answer)), pause(this.timeout, waiting.signal)]);
    waiting.abort();
    const unanswered = [...this.#late].map(({ call }) => `what ${call} may still write`);
    this.remaining = [...(await this.#leftovers.remove(this.#setup.adapter)), ...unanswered];
  }
}

/** Returns the message of a violation. An error of the adapter itself was expected by no rule. */
function describeError(error: unknown): string {
  if (isAdapterError(error)) return `${rejectionText(error)}, and should have answered`;
  return error instanceof Error ? error.message : String(error);
}

/** Returns true for the text of a write: `notes.create(…)`. */
const isWriteCall = (call: string): boolean => operations[call.split('(', 1)[0] as OperationName].kind === 'write';

const failed = (name: string, message: string, { calls }: Current): CaseResult => ({
  name,
  outcome: 'failed',
  message,
  calls: calls.slice(-lastCalls).map(({ call, came }) => ({ call, came })),
});

const skipped = (name: string, message: string): CaseResult => ({ name, outcome: 'skipped', message });
