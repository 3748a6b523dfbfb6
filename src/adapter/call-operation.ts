import type { DayRange } from '../domain/time.ts';
import type { Adapter } from './adapter.ts';
import { operations, type OperationName } from './operations.ts';
import type { PageRequest, ReadOptions, WriteOptions } from './options.ts';

/** The arguments of an operation. Each kind of operation uses a part of them. */
export interface Arguments {
  /** The ids in the operation's path, in order: the customer's id, then the record's. */
  readonly ids: readonly string[];
  readonly page?: PageRequest | undefined;
  readonly range?: DayRange | undefined;
  readonly body?: unknown;
  readonly options: ReadOptions | WriteOptions;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

const isMethod = (value: unknown): value is Method => typeof value === 'function';

/** Returns the adapter's method for an operation, bound to its port, or `undefined` if the adapter does not have it. */
export function methodOf(adapter: Adapter, name: OperationName): Method | undefined {
  const [port, member] = name.split('.', 2) as [keyof Adapter, string | undefined];
  const owner: unknown = member === undefined ? adapter : adapter[port];
  if (typeof owner !== 'object' || owner === null) return undefined;
  const method: unknown = Reflect.get(owner, member ?? port);
  return isMethod(method) ? method.bind(owner) : undefined;
}

/** Calls an operation of an adapter. Returns `undefined` if the adapter does not have it. */
export function callOperation(adapter: Adapter, name: OperationName, call: Arguments): Promise<unknown> | undefined {
  const operation = operations[name];
  const { ids, page = { first: 50 }, range = {}, body, options } = call;
  const middle =
    operation.kind === 'list'
      ? [page]
      : operation.kind === 'write'
        ? operation.body && [body]
        : operation.range && [range];
  return methodOf(adapter, name)?.(...ids, ...(middle ?? []), options);
}

/** Converts the positional arguments of an adapter's method back to `Arguments`. */
export function readArguments(name: OperationName, args: readonly unknown[]): Arguments {
  const operation = operations[name];
  const hasMiddle =
    operation.kind === 'list' || (operation.kind === 'write' ? operation.body !== undefined : operation.range === true);
  const ids = args.slice(0, hasMiddle ? -2 : -1) as readonly string[];
  const middle = hasMiddle ? args.at(-2) : undefined;
  const options = args.at(-1) as ReadOptions | WriteOptions;
  if (operation.kind === 'list') return { ids, page: middle as PageRequest, options };
  if (operation.kind === 'read') return { ids, range: middle as DayRange | undefined, options };
  return { ids, body: middle, options };
}
