import type { CrossSellRow, CrossSellTotals, Product } from '../../../domain/cross-sell.ts';
import type { OrderDetail } from '../../../domain/order-detail.ts';
import { isRequestedReturn, type OrderEntry, type OrderTotals } from '../../../domain/order.ts';
import type { Page } from '../../../domain/page.ts';
import type { CustomerStats } from '../../../domain/stats.ts';
import type { DayRange } from '../../../domain/time.ts';
import type { Transaction, TransactionTotals } from '../../../domain/transaction.ts';
import { AdapterError } from '../../adapter-error.ts';
import type { PageRequest, ReadOptions } from '../../options.ts';
import type { CrossSellPort, OrdersPort, StatsPort, TransactionsPort } from '../../ports.ts';
import { within } from '../days.ts';
import { capabilitiesOf, listRows } from '../rows.ts';
import type { SharedOptions } from '../share.ts';
import { crossSellRows, crossSellTotals } from './cross-sell.ts';
import { crossSellList, orderList } from './lists.ts';
import { detailOf, entryOf, type Purchase } from './purchase.ts';
import { counted, statsOf } from './stats.ts';
import { transactionList, transactionsOf, transactionTotals } from './transactions.ts';

export type { Purchase, PurchaseLine } from './purchase.ts';

/** The time zone of the call. Pass on the options of the port's method. */
interface Zoned {
  readonly timeZone?: string | undefined;
}

type WithTotals<T, S> = Page<T, S> & { readonly totals: S };

/** The answers of the ports `orders`, `transactions`, `crossSell` and `stats` that one customer's purchases give. */
export interface Purchases {
  /** Answers `orders.list`: a page of the order history, with the number of orders and returns. */
  orders(page: PageRequest, options: Zoned): WithTotals<OrderEntry, OrderTotals>;
  /** Answers `orders.get`. Throws `not-found` if the customer has no such order. */
  order(orderId: string): OrderDetail;
  /** Answers `transactions.list`: the payments and refunds of all orders and returns, with totals over all pages. */
  transactions(page: PageRequest, options: Zoned): WithTotals<Transaction, TransactionTotals>;
  /** Answers `crossSell.list`: a row for each product and currency, with totals over all rows. */
  crossSell(page: PageRequest, options: Zoned): WithTotals<CrossSellRow, CrossSellTotals>;
  /** Answers `stats.get`. Each figure names its basis; what the purchases do not say is absent. */
  stats(range: DayRange, options: Zoned): CustomerStats;
}

/** The capabilities of the lists of `purchases`. */
export const purchaseCapabilities = {
  orders: { list: capabilitiesOf(orderList) },
  transactions: { list: capabilitiesOf(transactionList) },
  crossSell: { list: capabilitiesOf(crossSellList) },
} as const;

/**
 * Derives the order history, the transactions, the products bought and the statistics from all orders and returns of one
 * customer, for a platform that has no figures of its own.
 *
 * The purchases must be complete, in any order, and each with all its lines: of a part, every sum is too small. A fully
 * canceled order (`status.cancellation`) stays in the history and counts nowhere else, nor do its returns, nor does a
 * return that is only requested (`status.return`). Payments and refunds count if their status says that they are
 * completed. `products` adds titles and images by product id. Call it again when purchases or products have changed: what
 * is derived of all days is kept.
 */
export function purchases(
  customerId: string,
  all: readonly Purchase[],
  { products = new Map() }: { readonly products?: ReadonlyMap<string, Product> | undefined } = {},
): Purchases {
  /** Returns the orders that were placed in a range of days, and those of them that count. */
  function placed(range: DayRange | undefined, { timeZone }: Zoned) {
    const inRange = within(range, timeZone);
    // What is only requested to be returned counts in no figure.
    const orders = all.filter((order) => inRange(order.placedAt) && !isRequestedReturn(order));
    // A return may be in the range although its canceled order is before it.
    return { orders, activeOrders: counted(orders, all) };
  }

  /** The rows of all days, as most requests ask for them, page by page. */
  let allRows: readonly CrossSellRow[] | undefined;

  return {
    orders(request, options) {
      const { page, matching } = listRows(all, request, options, orderList);
      const returns = matching.filter(({ kind }) => kind === 'return').length;
      const requestedReturns = matching.filter(isRequestedReturn).length;
      const totals = { orders: matching.length - returns, returns, requestedReturns };
      return { ...page, items: page.items.map(entryOf), totals };
    },

    order(orderId) {
      const purchase = all.find(({ id }) => id === orderId);
      if (!purchase) throw new AdapterError('not-found');
      return detailOf(purchase, all, products);
    },

    transactions(request, options) {
      const { page, matching } = listRows(transactionsOf(all), request, options, transactionList);
      return { ...page, totals: transactionTotals(matching) };
    },

    crossSell(request, options) {
      const { activeOrders } = placed(request.range, options);
      const rowsOf = () => crossSellRows(customerId, activeOrders, products);
      const rows = request.range ? rowsOf() : (allRows ??= rowsOf());
      const { page, matching } = listRows(rows, request, options, crossSellList);
      return { ...page, totals: crossSellTotals(matching, activeOrders, matching.length === rows.length) };
    },

    stats(range, options) {
      const { orders, activeOrders } = placed(range, options);
      return statsOf(customerId, range, orders, activeOrders);
    },
  };
}

/** The ports that the purchases of a customer answer. */
export interface PurchasePorts {
  readonly orders: Required<OrdersPort>;
  readonly transactions: TransactionsPort;
  readonly crossSell: CrossSellPort;
  readonly stats: StatsPort;
}

/**
 * Creates the ports `orders`, `transactions`, `crossSell` and `stats`, with what their lists support. `read` returns
 * `purchases` of all orders and returns of one customer: see `shareRead`, so that ports that ask at the same time read
 * once, and pages after the first are those of the same read. If your platform has a single order sooner than all of them,
 * replace `orders.get`.
 */
export function purchasePorts(
  read: (customerId: string, options: ReadOptions & SharedOptions) => Promise<Purchases>,
): PurchasePorts {
  const readFor = async (customerId: string, page: PageRequest, options: ReadOptions): Promise<Purchases> =>
    read(customerId, page.after === undefined ? options : { ...options, isNextPage: true });
  return {
    orders: {
      capabilities: purchaseCapabilities.orders,
      list: async (customerId, page, options) => (await readFor(customerId, page, options)).orders(page, options),
      get: async (customerId, orderId, options) => (await read(customerId, options)).order(orderId),
    },
    transactions: {
      capabilities: purchaseCapabilities.transactions,
      list: async (customerId, page, options) => (await readFor(customerId, page, options)).transactions(page, options),
    },
    crossSell: {
      capabilities: purchaseCapabilities.crossSell,
      list: async (customerId, page, options) => (await readFor(customerId, page, options)).crossSell(page, options),
    },
    stats: {
      get: async (customerId, range, options) => (await read(customerId, options)).stats(range, options),
    },
  };
}
