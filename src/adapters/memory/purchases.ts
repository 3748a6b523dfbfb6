import { declarationsOf } from '../../adapter/capabilities.ts';
import type { OperationName } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../../adapter/options.ts';
import type { CrossSellPort } from '../../adapter/ports/cross-sell.ts';
import type { OrdersPort } from '../../adapter/ports/orders.ts';
import type { StatsPort } from '../../adapter/ports/stats.ts';
import type { Product } from '../../domain/cross-sell.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { OrderDetail, OrderRelation } from '../../domain/order-detail.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { crossSellRows, crossSellTotals } from './cross-sell.ts';
import { within } from './days.ts';
import { found, type MemorySession } from './session.ts';
import { crossSellList, orderList } from './lists.ts';
import { listRows } from './list-rows.ts';
import type { ShopOrder } from './shop.ts';
import { counted, statsOf } from './stats.ts';

/** Creates the ports that are derived from a customer's orders and returns. */
export function purchases(session: MemorySession) {
  /** Returns the orders that were placed in a range of days. */
  async function placed(
    operation: OperationName,
    customerId: string,
    range: PageRequest['range'],
    options: ReadOptions,
  ) {
    const { orders: all } = await session.read(operation, customerId, options);
    const inRange = within(range, options.timeZone);
    const orders = all.filter(({ placedAt }) => inRange(placedAt));
    // A return may be in the range although its canceled order is before it.
    return { orders, activeOrders: counted(orders, all) };
  }

  const orders = {
    ...declarationsOf('orders'),
    async list(customerId, request, options) {
      const { orders: all } = await session.read('orders.list', customerId, options);
      const { page, matching } = listRows(all, request, options, orderList);
      const returns = matching.filter(({ kind }) => kind === 'return').length;
      return { ...page, items: page.items.map(entryOf), totals: { orders: matching.length - returns, returns } };
    },
    async get(customerId, orderId, options) {
      const file = await session.read('orders.get', customerId, options);
      const order = found(file.orders, orderId);
      return { ...detailOf(order, session.store.products), related: returnsOf(order, file.orders) };
    },
  } satisfies OrdersPort;

  const crossSell = {
    ...declarationsOf('crossSell'),
    async list(customerId, request, options) {
      const { activeOrders: sold } = await placed('crossSell.list', customerId, request.range, options);
      const all = crossSellRows(customerId, sold, session.store.products);
      const { page, matching } = listRows(all, request, options, crossSellList);
      return { ...page, totals: crossSellTotals(matching, sold, matching.length === all.length) };
    },
  } satisfies CrossSellPort;

  const stats = {
    async get(customerId, range, options) {
      const { orders, activeOrders } = await placed('stats.get', customerId, range, options);
      return statsOf(customerId, range, orders, activeOrders);
    },
  } satisfies StatsPort;

  return { orders, crossSell, stats };
}

function entryOf(order: ShopOrder): OrderEntry {
  const { id, customerId, number, placedAt, itemCount, summary, total, status, archived } = order;
  const entry = { id, customerId, number, placedAt, itemCount, summary, total, status, ...(archived && { archived }) };
  return order.kind === 'order'
    ? { kind: order.kind, ...entry }
    : { kind: order.kind, ...entry, original: order.original };
}

/** Returns the returns of an order, newest first. */
const returnsOf = ({ id }: ShopOrder, orders: readonly ShopOrder[]): OrderRelation[] =>
  orders
    .filter((other) => other.kind === 'return' && other.original?.id === id)
    .sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt) || compareNaturally(b.number, a.number))
    .map((back) => ({ kind: 'return', id: back.id, number: back.number }));

/** Returns the details of an order without the cost of its goods, which the order page does not show. */
const detailOf = (order: ShopOrder, products: ReadonlyMap<string, Product>): OrderDetail => ({
  ...entryOf(order),
  lines: order.lines.map(({ id, kind, title, sku, productId, quantity, unitPrice, total }) => ({
    id,
    kind,
    title,
    sku,
    ...(productId !== undefined && { productId, image: products.get(productId)?.image }),
    quantity,
    unitPrice,
    total,
  })),
  payments: [...order.payments],
  refunds: [...order.refunds],
  fulfillments: [...order.fulfillments],
});
