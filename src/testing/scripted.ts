import type { Adapter } from '../adapter/adapter.ts';

type Method = (...args: never[]) => Promise<unknown>;
type NamesOf<Port extends string, T> = T extends Method
  ? Port
  : { [M in keyof T & string]: NonNullable<T[M]> extends Method ? `${Port}.${M}` : never }[keyof T & string];

type Asked = Omit<Adapter, 'watch'>;

/** Port and method, or a method beside the ports: `notes.create`, `permissions`. */
export type MethodName = { [P in keyof Asked]-?: NamesOf<P, NonNullable<Asked[P]>> }[keyof Asked];

/** One call that reached the adapter. */
export interface Call {
  readonly method: MethodName;
  readonly args: readonly unknown[];
}

/** What becomes of a call. What is not said goes its ordinary way. */
export interface Step {
  /** The call goes on when this settles, or ends when it is aborted before. */
  readonly until?: Promise<unknown>;
  /** What the call rejects with instead of being carried out: an `AdapterError`, or whatever else an adapter may throw. */
  readonly fail?: unknown;
  /** With `fail`: the call is carried out all the same, and only its answer is lost. */
  readonly written?: boolean;
  /** What is answered instead: anything, made from the true answer where it is asked for. */
  readonly answer?: (carryOut: () => Promise<unknown>) => unknown;
}

export interface Scripted<A extends Adapter> {
  readonly adapter: A;
  readonly calls: readonly Call[];
  callsTo(method: MethodName): readonly Call[];
  /** What becomes of the next call that has no step yet; several are taken in their order. */
  next(method: MethodName, step: Step): void;
  /** What becomes of every call without a step of its own. */
  always(method: MethodName, step: Step): void;
}

/** An adapter whose calls are recorded and, as a test says, wait, fail, answer nonsense, or fail after they have written. */
export function scripted<A extends Adapter>(adapter: A): Scripted<A> {
  const calls: Call[] = [];
  const queues = new Map<string, Step[]>();
  const standing = new Map<string, Step>();
  const isMethod = (value: unknown): value is (...args: unknown[]) => Promise<unknown> => typeof value === 'function';

  async function run(name: string, args: readonly unknown[], carryOut: () => Promise<unknown>): Promise<unknown> {
    calls.push({ method: name as MethodName, args });
    const { until, written, answer, ...rest } = queues.get(name)?.shift() ?? standing.get(name) ?? {};
    if (until) await Promise.race([until, abortOf(args)]);
    if ('fail' in rest) {
      if (written) await carryOut();
      throw rest.fail;
    }
    return answer ? answer(carryOut) : carryOut();
  }

  const watched = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get(from, key) {
        const value: unknown = Reflect.get(from, key);
        const name = prefix + String(key);
        // Links are made on the spot and ask nobody, and a watch goes on for as long as somebody looks.
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
      standing.set(method, step);
    },
  };
}

/** Rejects when a call is aborted, as a request would; never, where it cannot be. */
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
