import type { Permissions } from '../../domain/operator.ts';
import type { Adapter, Topic } from '../adapter.ts';
import { isAdapterError } from '../adapter-error.ts';
import type { ReadOptions } from '../options.ts';
import type { Ports } from '../ports.ts';

/** A system with its adapter. */
export interface Source {
  /** The name of the system, as operators know it: its errors name it. */
  readonly name: string;
  readonly adapter: Adapter;
}

/**
 * Combines several systems into one adapter: `others` names the source of each port that is not from `main`. What belongs
 * to no port is combined:
 *
 * - Permissions of an operation come from the source of its port. If a source cannot answer, the writes of its ports are
 *   denied, and the others are not affected. Rejects only if no source can answer, or if the session has expired.
 * - Live changes come from all sources, each asked for the topics of its ports. A source without live changes is left out.
 * - A link to a page about a port, such as `credit`, is that of its source. Otherwise the first source that has one is
 *   used, beginning with `main`.
 *
 * The adapters are plain objects, or their ports are: methods are called on the port that they belong to.
 */
export function combineSources(main: Source, others: { readonly [P in keyof Ports]?: Source }): Adapter {
  const replaced = new Map(Object.entries(others));
  const all = [...new Set([main, ...replaced.values()])];
  const ports = portsOf(main.adapter).filter((port) => !replaced.has(port));
  const sourceOf = (port: string): Source => replaced.get(port) ?? main;
  const names = [...ports, ...replaced.keys()];
  return {
    ...Object.fromEntries(ports.map((port) => [port, memberOf(main.adapter, port)])),
    ...Object.fromEntries([...replaced].map(([port, { adapter }]) => [port, memberOf(adapter, port)])),
    sources: Object.fromEntries(names.map((port) => [port, sourceOf(port).name])),
    ...(all.some(({ adapter }) => adapter.permissions) && {
      permissions: (customerId: string, options: ReadOptions) =>
        permissionsOf(
          all.map((source) => [source, names.filter((port) => sourceOf(port) === source)]),
          customerId,
          options,
        ),
    }),
    ...(all.some(({ adapter }) => adapter.links) && {
      links: (intent: string, params: Readonly<Record<string, string>>) => {
        for (const { adapter } of new Set([sourceOf(intent), ...all])) {
          const url = adapter.links?.(intent, params);
          if (url) return url;
        }
        return null;
      },
    }),
    ...(all.some(({ adapter }) => adapter.watch) && { watch: watchAll(all, sourceOf) }),
  };
}

const memberOf = (adapter: Adapter, name: string): unknown => Reflect.get(adapter, name);

/** Returns the names of an adapter's ports, also of those that the library does not know. */
const portsOf = (adapter: Adapter): readonly string[] =>
  Object.keys(adapter).filter((name) => name !== 'sources' && typeof memberOf(adapter, name) === 'object');

/** The methods that read. All others write: the toolkit is loaded without the table of operations. */
export const readMethods: ReadonlySet<string> = new Set([
  ...['list', 'get', 'accounts', 'entries', 'revisions', 'fields', 'file', 'log'],
  ...['topCustomers', 'newVersusReturning', 'paymentMethods', 'peakTimes'],
]);

/** Returns the names of a port's writes: `credit.adjust`. The port may be an instance of a class. */
function writesOf(port: string, methods: unknown): readonly string[] {
  if (typeof methods !== 'object' || methods === null) return [];
  const prototype = Object.getPrototypeOf(methods) as object;
  const inherited = prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype);
  return [...Object.keys(methods), ...inherited]
    .filter((name) => name !== 'constructor' && !readMethods.has(name))
    .filter((name) => typeof Reflect.get(methods, name) === 'function')
    .map((name) => `${port}.${name}`);
}

/** Returns what an operator may do, each operation as the source of its port says. */
async function permissionsOf(
  sources: readonly (readonly [source: Source, ports: readonly string[]])[],
  customerId: string,
  options: ReadOptions,
): Promise<Permissions> {
  const failures: unknown[] = [];
  const answers = await Promise.all(
    sources.map(async ([{ adapter }, ports], index): Promise<Permissions> => {
      try {
        const answer = (await adapter.permissions?.(customerId, options)) ?? {};
        // What belongs to no port is the main source's to say.
        const isOwn = (name: string): boolean =>
          ports.includes(name.split('.', 1)[0]!) || (index === 0 && !name.includes('.'));
        return Object.fromEntries(Object.entries(answer).filter(([name]) => isOwn(name)));
      } catch (thrown) {
        if (options.signal.aborted || isExpired(thrown)) throw thrown;
        failures.push(thrown);
        const names = ports.flatMap((port) => writesOf(port, memberOf(adapter, port)));
        return Object.fromEntries(names.map((name) => [name, { state: 'denied' }]));
      }
    }),
  );
  if (failures.length === sources.length) throw failures[0];
  return Object.assign({}, ...answers) as Permissions;
}

/** Returns a `watch` that subscribes to each source. It ends as a whole, so that the library begins it again as a whole. */
const watchAll =
  (all: readonly Source[], sourceOf: (port: string) => Source): NonNullable<Adapter['watch']> =>
  async (topics, sink, { signal }) => {
    const ofSource = (source: Source): readonly Topic[] =>
      topics.filter(({ port }) => port === 'permissions' || sourceOf(port) === source);
    const watched = all.filter((source) => source.adapter.watch && ofSource(source).length > 0);
    const controller = new AbortController();
    const both = AbortSignal.any([signal, controller.signal]);
    let left = watched.length;
    const subscribe = async (source: Source): Promise<void> => {
      try {
        await source.adapter.watch!(ofSource(source), sink, { signal: both });
      } catch (thrown) {
        // A source that cannot be watched leaves the others as they are.
        if (both.aborted || --left === 0 || !isLasting(thrown)) throw thrown;
        await aborted(both);
      }
    };
    try {
      await Promise.race(watched.length > 0 ? watched.map(subscribe) : [aborted(both)]);
    } finally {
      controller.abort();
    }
  };

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const isExpired = (thrown: unknown): boolean => isAdapterError(thrown) && thrown.code === 'unauthenticated';
const isLasting = (thrown: unknown): boolean =>
  isAdapterError(thrown) && (thrown.code === 'unsupported' || thrown.code === 'forbidden');
