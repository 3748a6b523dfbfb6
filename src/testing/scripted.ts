import type { Adapter } from '../adapter/adapter.ts';

type Method = (...args: never[]) => Promise<unknown>;
type NamesOf<Port extends string, T> = T extends Method
  ? Port
  : { [M in keyof T & string]: NonNullable<T[M]> extends Method ? `${Port}.${M}` : never }[keyof T & string];

type Asked = Omit<Adapter, 'watch'>;

/** A port with its method, or a method outside of the ports: `notes.create`, `permissions`. */
export type MethodName = { [P in keyof Asked]-?: NamesOf<P, NonNullable<Asked[P]>> }[keyof Asked];

/** A call that reached the adapter. */
export interface Call {
  readonly method: MethodName;
  readonly args: readonly unknown[];
}

/** The scripted behavior of a call. Without a member, the call behaves normally in that respect. */
export interface Step {
  /** The call continues when this promise settles, and ends early if it is aborted. */
  readonly until?: Promise<unknown>;
  /**
   * The error that the call rejects with instead of being executed: an `AdapterError`, or anything else that an adapter
   * may throw.
   */
  readonly fail?: unknown;
  /** With `fail`: the call is executed, and only its answer is lost. */
  readonly written?: boolean;
  /** Returns the answer to use instead. `carryOut` executes the call and returns the original answer. */
  readonly answer?: (carryOut: () => Promise<unknown>, args: readonly unknown[]) => unknown;
}

export interface Scripted<A extends Adapter> {
  readonly adapter: A;
  readonly calls: readonly Call[];
  callsTo(method: MethodName): readonly Call[];
  /** Scripts the next call that has no step yet. Several steps are used in order. */
  next(method: MethodName, step: Step): void;
  /** Scripts all calls without a step of their own. */
  always(method: MethodName, step: Step): void;
}

/**
 * Wraps an adapter: its calls are recorded, and can wait, fail, return invalid answers, or fail after they have been
 * executed.
 */
export function scripted<A extends Adapter>(adapter: A): Scripted<A> {
  const calls: Call[] = [];
  const queues = new Map<string, Step[]>();
  const defaultSteps = new Map<string, Step>();
  const isMethod = (value: unknown): value is (...args: unknown[]) => Promise<unknown> => typeof value === 'function';

  async function run(name: string, args: readonly unknown[], carryOut: () => Promise<unknown>): Promise<unknown> {
    calls.push({ method: name as MethodName, args });
    const { until, written, answer, ...rest } = queues.get(name)?.shift() ?? defaultSteps.get(name) ?? {};
    if (until) await Promise.race([until, abortOf(args)]);
    if ('fail' in rest) {
      if (written) await carryOut();
      throw rest.fail;
    }
    return answer ? answer(carryOut, args) : carryOut();
  }

  const watched = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get(from, key) {
        const value: unknown = Reflect.get(from, key);
        const name = prefix + String(key);
        // Links are synchronous and send no request; a subscription lasts as long as something is observed.
        if (name === 'links' || name === 'watch') return value;
        if (isMethod(value)) return (...args: unknown[]) => run(name, args, () => value.apply(from, args));
        return typeof value === 'object' && value !== null && !prefix ? watched(value, `${name}.`) : value;
      },
    });

  return {
    adapter: watched(adapter, ''),
    calls,
    callsTo: (method) => calls.filter((call) => call.method === method),
    next(method, step) {
      queues.set(method, [...(queues.get(method) ?? []), step]);
    },
    always(method, step) {
      defaultSteps.set(method, step);
    },
  };
}

/** Rejects when the call is aborted, as a request does. Stays pending if the call has no signal. */
function abortOf(args: readonly unknown[]): Promise<never> {
  const options: unknown = args.at(-1);
  const signal = typeof options === 'object' && options !== null && 'signal' in options ? options.signal : undefined;
  return new Promise((_, reject) => {
    if (!(signal instanceof AbortSignal)) return;
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
}
