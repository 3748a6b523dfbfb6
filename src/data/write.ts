import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError, toAdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import type { WriteOptions } from '../adapter/options.ts';
import { parseRecord, type RecordRule } from './boundary.ts';
import type { DashboardClient } from './client.ts';
import type { ListData } from './observe.ts';

/** What a write does to the lists of one name, on screen before the server has said it again. */
export interface ListChange<T, R> {
  /** Port and method of the list: `notes.list`. */
  readonly name: string;
  /** Shown at once, until the outcome is known. Absent for money: nothing is shown that is not so. */
  readonly optimistic?: (items: readonly T[]) => readonly T[];
  /** What the server said, until a read begun after it has arrived. */
  readonly confirmed?: (items: readonly T[], result: R) => readonly T[];
}

/** One write: what is sent, what it changes, and what it may answer. */
export interface Write<R, T = never> extends RecordRule<R> {
  readonly customerId: string;
  readonly ifVersion?: string | undefined;
  readonly list?: ListChange<T, R>;
  /** Other answers that no longer hold, by name. */
  readonly touches?: readonly string[];
  /** `undefined` where the platform lacks the method. */
  send(adapter: Adapter, options: WriteOptions): Promise<unknown> | undefined;
}

/** A key for one intention. Not `crypto.randomUUID`: admins are served over plain http too, where it does not exist. */
export const createIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Refused for what is there now: then what is shown is not. */
const staleCodes: ReadonlySet<AdapterErrorCode> = new Set(['conflict', 'not-found']);

/** Sends once: no retry, no queue, nothing that resumes a payment after the operator has left. */
export async function write<R, T>(client: DashboardClient, key: string, operation: Write<R, T>): Promise<R> {
  const { customerId, ifVersion, list, touches = [], send } = operation;
  const lists = () => (list ? client.entriesOf<ListData<T>>(list.name, customerId) : []);
  const { optimistic, confirmed } = list ?? {};
  const undo =
    list &&
    optimistic &&
    client.patch<ListData<T>>(list.name, customerId, (data) => replaced(data, optimistic(data.items)));
  rememberWrite(client, key, undefined);
  try {
    const call = send(client.adapter, { idempotencyKey: key, ifVersion });
    if (!call) throw new AdapterError('unsupported');
    // Not to know what was written is not to know whether it was: an unreadable answer is no refusal.
    const result = parseRecord(operation, await call);
    rememberWrite(client, key, Date.now());
    if (confirmed) for (const entry of lists()) entry.confirm((data) => replaced(data, confirmed(data.items, result)));
    for (const entry of [...lists(), ...touches.flatMap((name) => client.entriesOf(name, customerId))])
      entry.invalidate();
    return result;
  } catch (thrown) {
    client.writes.delete(key);
    const error = toAdapterError(thrown, (current) => currentOf(operation, current));
    if (staleCodes.has(error.code)) for (const entry of lists()) entry.invalidate();
    // What is on screen stays: it is there to be sent again.
    if (error.code === 'unauthenticated') client.expire();
    throw error;
  } finally {
    undo?.();
  }
}

/** The record that came with an error, where it can be read and is the customer's. */
function currentOf<R>(rule: RecordRule<R>, current: unknown): R | undefined {
  try {
    return parseRecord(rule, current);
  } catch {
    // The list says what is there now, and is read again.
    return undefined;
  }
}

/** How many writes are known again when the backend tells of them. */
const maxRememberedWrites = 100;

function rememberWrite({ writes }: DashboardClient, key: string, settledAt: number | undefined): void {
  writes.set(key, settledAt);
  const [oldest] = writes.keys();
  if (writes.size > maxRememberedWrites) writes.delete(oldest!);
}

/** The same list with other rows, and a total that has moved as they have. */
function replaced<T, S>(data: ListData<T, S>, items: readonly T[]): ListData<T, S> {
  const { total } = data.last;
  const moved = total === undefined ? undefined : total + items.length - data.items.length;
  return { ...data, items, last: { ...data.last, total: moved } };
}
