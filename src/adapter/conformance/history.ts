import * as v from 'valibot';
import { codeOf } from '../../domain/field.ts';
import { OrderDetail } from '../../domain/order-detail.ts';
import { isRequestedReturn, OrderEntry, type Axis, type Return } from '../../domain/order.ts';
import type { OrdersPort } from '../ports/orders.ts';
import { outcomeOf, readable, skip } from './assert.ts';
import { walk } from './lists.ts';
import { all, reading, type ConformanceCase } from './subject.ts';

/** The number of details to read if the latest are enough, and the maximum if all are needed. */
const latest = 25;
const most = 200;

/** The orders and returns of one customer, read anew by each case. */
export class History {
  /** All entries, including archived ones, which the figures include. */
  readonly entries: readonly OrderEntry[];
  /**
   * The entries that count in figures. A fully canceled order stays in the history, but nothing was sold: neither it nor
   * its returns count. Nor does a return that is only requested.
   */
  readonly counted: readonly OrderEntry[];
  readonly #orders: OrdersPort;
  readonly #customerId: string;

  private constructor(orders: OrdersPort, customerId: string, entries: readonly OrderEntry[]) {
    const canceled = new Set(entries.filter(isCanceled).map(({ id }) => id));
    this.#orders = orders;
    this.#customerId = customerId;
    this.entries = entries;
    this.counted = entries.filter(
      (entry) =>
        !isRequestedReturn(entry) &&
        !canceled.has((entry.kind === 'return' ? entry.original?.id : undefined) ?? entry.id),
    );
  }

  static async read(orders: OrdersPort, customerId: string): Promise<History> {
    const load: NonNullable<OrdersPort['list']> = (id, page, options) => orders.list!(id, page, options);
    const read = (filter?: Readonly<Record<string, string>>) => walk({ load }, customerId, { ...all, filter });
    // A platform without an archive may reject the filter.
    const withArchived = await outcomeOf(read({ archived: 'include' }));
    const rows = withArchived.thrown ? await read() : withArchived.answer;
    return new History(orders, customerId, readable(v.array(OrderEntry), rows, 'orders.list'));
  }

  /** Returns the returns. Skips the case if there are none. */
  returns(): readonly Return[] {
    const returns = this.entries.filter((entry) => entry.kind === 'return');
    return returns.length > 0 ? returns : skip('the full customer has no return');
  }

  /** Fetches the details of some entries: the latest, or all of them. Skips the case if there are too many. */
  async details(entries: readonly OrderEntry[], { whole = false } = {}): Promise<readonly OrderDetail[]> {
    if (whole && entries.length > most)
      skip(`the full customer has ${entries.length} orders and returns, and this reads at most ${most}`);
    const details: OrderDetail[] = [];
    for (const { id } of whole ? entries : someOf(entries))
      details.push(readable(OrderDetail, await this.#orders.get!(this.#customerId, id, reading()), callOf(id)));
    return details;
  }
}

/** Returns the latest entries, and the latest returns: there may be no return among the former. */
function someOf(entries: readonly OrderEntry[]): readonly OrderEntry[] {
  const returns = entries.filter(({ kind }) => kind === 'return').slice(0, latest);
  return [...new Set([...entries.slice(0, latest), ...returns])];
}

/**
 * Returns a case that checks the details of the latest orders and returns. `check` returns `false` for one to which the rule
 * does not apply; the case is skipped for `missing` if it applies to none.
 */
export const eachDetail = (
  orders: OrdersPort,
  customerId: string,
  rule: string,
  check: (order: OrderDetail, call: string) => boolean,
  missing: string,
): ConformanceCase => ({
  name: `orders.get: ${rule}`,
  async run() {
    const history = await History.read(orders, customerId);
    const details = await history.details(history.entries);
    if (details.filter((order) => check(order, callOf(order.id))).length === 0)
      skip(`the full customer has no ${missing}`);
  },
});

/** Returns the name of a call of `orders.get` for messages. */
export const callOf = (orderId: string): string => `orders.get(${JSON.stringify(orderId)})`;

/** Returns the code of an axis, or `undefined` if it is unknown. */
export function codeIn({ status }: OrderEntry, axis: Axis): string | undefined {
  const found = status[axis];
  return found && codeOf(found.status);
}

export const isOrder = ({ kind }: OrderEntry): boolean => kind === 'order';
export const isCanceled = (entry: OrderEntry): boolean => codeIn(entry, 'cancellation') === 'full';
