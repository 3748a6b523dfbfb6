import type { PageRequest, ReadOptions } from '../../adapter/options.ts';
import type { CrossSellPort, OrdersPort, StatsPort } from '../../adapter/ports.ts';
import type { OrderDetail, OrderEntry } from '../../domain/order.ts';
import { crossSellRows, crossSellTotals } from './cross-sell.ts';
import { within } from './days.ts';
import { found, type Desk } from './desk.ts';
import { crossSellList, orderList } from './lists.ts';
import { matching, pageOf } from './paging.ts';
import type { ShopOrder } from './shop.ts';
import { statsOf } from './stats.ts';

/** The ports that are read from a customer's orders and returns. */
export function purchases(desk: Desk) {
  /** What was placed in a range of days. */
  async function placed(operation: string, customerId: string, range: PageRequest['range'], options: ReadOptions) {
    const { orders } = await desk.read(operation, customerId, options);
    const inRange = within(range, options.timeZone);
    return orders.filter(({ placedAt }) => inRange(placedAt));
  }

  const orders = {
    async list(customerId, page, options) {
      const rows = matching(await placed('orders.list', customerId, page.range, options), page, orderList);
      const { items, ...rest } = pageOf(rows, page, orderList, options.locale);
      const returns = rows.filter(({ kind }) => kind === 'return').length;
      return { ...rest, items: items.map(entryOf), totals: { orders: rows.length - returns, returns } };
    },
    async get(customerId, orderId, options) {
      const file = await desk.read('orders.get', customerId, options);
      return detailOf(found(file.orders, orderId));
    },
  } satisfies OrdersPort;

  const crossSell = {
    async list(customerId, page, options) {
      const sold = await placed('crossSell.list', customerId, page.range, options);
      const all = crossSellRows(customerId, sold, desk.store.products);
      const rows = matching(all, page, crossSellList);
      const totals = crossSellTotals(rows, sold, rows.length === all.length);
      return { ...pageOf(rows, page, crossSellList, options.locale), totals };
    },
  } satisfies CrossSellPort;

  const stats = {
    async get(customerId, range, options) {
      return statsOf(customerId, range, await placed('stats.get', customerId, range, options));
    },
  } satisfies StatsPort;

  return { orders, crossSell, stats };
}

function entryOf(order: ShopOrder): OrderEntry {
  const { id, customerId, number, placedAt, itemCount, summary, total, status } = order;
  const entry = { id, customerId, number, placedAt, itemCount, summary, total, status };
  return order.kind === 'order'
    ? { kind: order.kind, ...entry }
    : { kind: order.kind, ...entry, original: order.original };
}

/** What an order page shows: not what the goods cost the shop. */
const detailOf = (order: ShopOrder): OrderDetail => ({
  ...entryOf(order),
  lines: order.lines.map(({ id, kind, title, sku, quantity, unitPrice, total }) => ({
    id,
    kind,
    title,
    sku,
    quantity,
    unitPrice,
    total,
  })),
  payments: [...order.payments],
  fulfillments: [...order.fulfillments],
});
