import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError, toAdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import type { WriteOptions } from '../adapter/options.ts';
import { parseRecord } from './boundary.ts';
import type { DashboardClient } from './client.ts';
import type { ListData } from './observe.ts';
import type { RecordRule } from './query.ts';
import { withSource } from './read.ts';

/** The effect of a write on the cached lists of one name. */
export interface ListChange<T, R> {
  /** The port and method of the list: `notes.list`. */
  readonly name: string;
  /**
   * Applied at once, until the outcome is known. Absent for money, which is shown only after the server has confirmed
   * it.
   */
  readonly optimistic?: (items: readonly T[]) => readonly T[];
  /** Applies the server's answer, until a later read has succeeded. */
  readonly confirmed?: (items: readonly T[], result: R) => readonly T[];
}

/** Describes a write: the request, its effect on the cache, and its answer. Without a customer, of the platform. */
export interface AnyWrite<R, T = never> extends RecordRule<R> {
  readonly ifVersion?: string | undefined;
  readonly list?: ListChange<T, R>;
  /** The names of other queries that the write invalidates. */
  readonly touches?: readonly string[];
  /** Sends the request. Returns `undefined` if the platform lacks the method. */
  send(adapter: Adapter, options: WriteOptions): Promise<unknown> | undefined;
}

/** Describes a write of one customer's data. */
export interface Write<R, T = never> extends AnyWrite<R, T> {
  readonly customerId: string;
}

/**
 * Creates an idempotency key for one intention. `crypto.randomUUID` does not exist on pages served over plain HTTP,
 * where admins may run.
 */
export const createIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Errors which mean that the data on screen is out of date. */
const staleCodes: ReadonlySet<AdapterErrorCode> = new Set(['conflict', 'not-found']);

/** Sends a write once. There is no retry and no queue, so that no payment resumes after the operator has left. */
export async function write<R, T>(client: DashboardClient, key: string, operation: AnyWrite<R, T>): Promise<R> {
  const { customerId, ifVersion, list, touches = [], send } = operation;
  const lists = () => (list ? client.entriesOf<ListData<T>>(list.name, customerId) : []);
  const { optimistic, confirmed } = list ?? {};
  const undo =
    list &&
    optimistic &&
    client.patch<ListData<T>>(list.name, customerId, (data) => withItems(data, optimistic(data.items)));
  rememberWrite(client, key, undefined);
  try {
    const call = send(client.adapter, { idempotencyKey: key, ifVersion });
    if (!call) throw new AdapterError('unsupported');
    // An unreadable answer does not mean that the write was rejected: its outcome is unknown.
    const result = parseRecord(operation, await call);
    rememberWrite(client, key, Date.now());
    if (confirmed) for (const entry of lists()) entry.confirm((data) => withItems(data, confirmed(data.items, result)));
    for (const entry of [...lists(), ...touches.flatMap((name) => client.entriesOf(name, customerId))])
      entry.invalidate();
    return result;
  } catch (thrown) {
    client.writes.delete(key);
    throw rejection(client, operation, thrown);
  } finally {
    undo?.();
  }
}

/**
 * Returns the error of a write that failed, or of the comparison before it. Invalidates the list if the error means that
 * it is out of date.
 */
export function rejection<R, T>(client: DashboardClient, operation: AnyWrite<R, T>, thrown: unknown): AdapterError {
  const { customerId, list } = operation;
  const rejected = toAdapterError(thrown, (current) => currentOf(operation, current));
  const error = list ? withSource(rejected, client.adapter, list.name) : rejected;
  if (list && staleCodes.has(error.code))
    for (const entry of client.entriesOf(list.name, customerId)) entry.invalidate();
  // The form stays on screen, so that the operator can send it again.
  if (error.code === 'unauthenticated') client.expire();
  return error;
}

/** Returns the current record of an error, if it is valid and belongs to the customer. */
export function currentOf<R>(rule: RecordRule<R>, current: unknown): R | undefined {
  try {
    return parseRecord(rule, current);
  } catch {
    // The list, which is refetched, shows the current state.
    return undefined;
  }
}

/** The number of writes that are recognized when the backend reports them as changes. */
const maxRememberedWrites = 100;

function rememberWrite({ writes }: DashboardClient, key: string, settledAt: number | undefined): void {
  writes.set(key, settledAt);
  const [oldest] = writes.keys();
  if (writes.size > maxRememberedWrites) writes.delete(oldest!);
}

/** Returns the list with other rows, and adjusts its total by the difference. */
function withItems<T, S>(data: ListData<T, S>, items: readonly T[]): ListData<T, S> {
  const { total } = data.last;
  const delta = total === undefined ? undefined : total + items.length - data.items.length;
  return { ...data, items, last: { ...data.last, total: delta } };
}
