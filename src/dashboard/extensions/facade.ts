import type { Adapter, Change } from '../../adapter/adapter.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import type { AddedOperation, PortDefinition } from '../../adapter/define-port.ts';
import type { Operation } from '../../adapter/operation.ts';
import { ports as libraryPorts } from '../../adapter/operations.ts';
import type { Permission, Permissions } from '../../domain/operator.ts';

/** The operations that a facade lets through. */
export interface FacadeOptions {
  /** The ports that are not the library's. */
  readonly ports: readonly PortDefinition[];
  /** The writes that are let through: operations, or ports with all of theirs. Reads always are. */
  readonly grants: readonly string[];
  /** Returns why a write is refused, for the operator. */
  readonly reason: () => string;
  /** Called with each error that the facade rejects with. */
  readonly onError?: (error: AdapterError) => void;
}

type Method = (...args: readonly unknown[]) => unknown;
type Table = Readonly<Record<string, Operation | AddedOperation | undefined>>;

const isMethod = (value: unknown): value is Method => typeof value === 'function';

/**
 * Returns a read-only adapter over another one. It has the ports and methods that the other one has. What it returns are
 * frozen copies, and writes that were not granted reject with `forbidden`. Nothing of it leads to the other adapter: it
 * has no prototype, its functions share no `this`, and its errors have no cause.
 */
export function createFacade(adapter: Adapter, options: FacadeOptions): Adapter {
  const { grants, reason, onError } = options;
  const added = Object.fromEntries(options.ports.map(({ name, operations }) => [name, operations]));
  const tables: Readonly<Record<string, Table>> = { ...added, ...libraryPorts };
  const refused: string[] = [];

  const reject = (thrown: unknown, args: readonly unknown[]): never => {
    const signal = args.map(signalOf).find(Boolean);
    if (signal?.aborted) throw signal.reason;
    const error = withoutCause(toAdapterError(thrown));
    onError?.(error);
    throw error;
  };

  /** Returns a function that calls a method of the adapter, or refuses to. */
  const guard = (isAllowed: boolean, call: Method): Method =>
    Object.freeze(async (...args: readonly unknown[]) => {
      try {
        if (!isAllowed) throw new AdapterError('forbidden', { reason: reason() });
        return frozenCopy(await call(...args.map(frozenCopy)));
      } catch (thrown) {
        return reject(thrown, args);
      }
    });

  const portOf = (name: string, port: object, table: Table): object => {
    const members = new Set([...Object.keys(port), ...Object.keys(table)]);
    return bare(
      [...members].flatMap((member) => {
        const value: unknown = Reflect.get(port, member);
        if (!isMethod(value)) return value === undefined ? [] : [[member, frozenCopy(value)] as const];
        const kind = table[member]?.kind;
        const operation = `${name}.${member}`;
        const isAllowed =
          kind === 'read' || kind === 'list' || (kind && (grants.includes(name) || grants.includes(operation)));
        if (!isAllowed) refused.push(operation);
        return [
          [
            member,
            guard(Boolean(isAllowed), (...args) => Reflect.apply(Reflect.get(port, member) as Method, port, args)),
          ],
        ];
      }),
    );
  };

  const ports = Object.entries(tables).flatMap(([name, table]) => {
    const port: unknown = Reflect.get(adapter, name);
    return typeof port === 'object' && port !== null ? [[name, portOf(name, port, table)] as const] : [];
  });
  const denied = (): Permission => ({ state: 'denied', reason: reason() });
  const permissions = async (...args: readonly unknown[]): Promise<Permissions> => ({
    ...((await (adapter.permissions as Method | undefined)?.apply(adapter, [...args])) as Permissions | undefined),
    ...Object.fromEntries(refused.map((operation) => [operation, denied()])),
  });
  return bare([
    ...ports,
    ...(adapter.sources ? [['sources', frozenCopy(adapter.sources)] as const] : []),
    ...(adapter.permissions || refused.length > 0 ? [['permissions', guard(true, permissions)] as const] : []),
    ...(adapter.links ? [['links', Object.freeze(linksOf(adapter))] as const] : []),
    ...(adapter.watch ? [['watch', watchOf(adapter, reject)] as const] : []),
  ]) as Adapter;
}

/** Returns a frozen object without a prototype. */
const bare = (members: readonly (readonly [string, unknown])[]): object =>
  Object.freeze(Object.assign(Object.create(null) as object, Object.fromEntries(members)));

const linksOf =
  (adapter: Adapter): NonNullable<Adapter['links']> =>
  (intent, params) => {
    try {
      const url: unknown = adapter.links?.(intent, frozenCopy(params));
      return typeof url === 'string' ? url : null;
    } catch {
      return null;
    }
  };

/** The sink runs in a task of its own, so that what it throws does not end the subscription of others. */
const watchOf = (adapter: Adapter, reject: (thrown: unknown, args: readonly unknown[]) => never) =>
  Object.freeze(async (...[topics, sink, options]: Parameters<NonNullable<Adapter['watch']>>) => {
    const forward = (change: Change): void => {
      const copied = frozenCopy(change);
      queueMicrotask(() => sink(copied));
    };
    try {
      await adapter.watch?.(frozenCopy(topics), forward, frozenCopy(options));
    } catch (thrown) {
      reject(thrown, [options]);
    }
  });

function signalOf(argument: unknown): AbortSignal | undefined {
  const signal: unknown =
    typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'signal') : undefined;
  return signal instanceof AbortSignal ? signal : undefined;
}

/** The cause is what the other adapter has thrown, which may have members of it. */
function withoutCause({ code, ...details }: AdapterError): AdapterError {
  const { cause: _, ...rest } = details;
  return Object.freeze(new AdapterError(code, frozenCopy(rest)));
}

/**
 * Returns a copy of data that nothing can change: of objects and lists, all the way down, with their own members only.
 * Functions are left out. An `AbortSignal` stays what it is, because it says when to stop.
 */
function frozenCopy<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null || value instanceof AbortSignal) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  // A file is immutable, and a date is not data of the contract: neither has members of its own to copy.
  if (value instanceof Blob || value instanceof Date || value instanceof ArrayBuffer) return structuredClone(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member)])));
}
