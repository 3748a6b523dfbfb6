import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest, ReadOptions } from '../../adapter/options.ts';
import type { CrossSellPort, OrdersPort, StatsPort } from '../../adapter/ports.ts';
import type { Product } from '../../domain/cross-sell.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { OrderDetail, OrderRelation } from '../../domain/order-detail.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { crossSellRows, crossSellTotals } from './cross-sell.ts';
import { within } from './days.ts';
import { found, type MemorySession } from './session.ts';
import { crossSellList, orderList } from './lists.ts';
import { matching, pageOf } from './paging.ts';
import type { ShopOrder } from './shop.ts';
import { counted, statsOf } from './stats.ts';

/** The ports that are read from a customer's orders and returns. */
export function purchases(desk: MemorySession) {
  /** What was placed in a range of days. */
  async function placed(operation: string, customerId: string, range: PageRequest['range'], options: ReadOptions) {
    const { orders: all } = await desk.read(operation, customerId, options);
    const inRange = within(range, options.timeZone);
    const orders = all.filter(({ placedAt }) => inRange(placedAt));
    // What was canceled may have been placed before the range in which some of it came back.
    return { orders, standing: counted(orders, all) };
  }

  const orders = {
    async list(customerId, page, options) {
      const { archived, ...filter } = page.filter ?? {};
      const { orders: inRange } = await placed('orders.list', customerId, page.range, options);
      const kept = inRange.filter(isListed(archived));
      const rows = matching(kept, { ...page, filter }, orderList);
      const { items, ...rest } = pageOf(rows, page, orderList);
      const returns = rows.filter(({ kind }) => kind === 'return').length;
      return { ...rest, items: items.map(entryOf), totals: { orders: rows.length - returns, returns } };
    },
    async get(customerId, orderId, options) {
      const file = await desk.read('orders.get', customerId, options);
      const order = found(file.orders, orderId);
      return { ...detailOf(order, desk.store.products), related: returnsOf(order, file.orders) };
    },
  } satisfies OrdersPort;

  const crossSell = {
    async list(customerId, page, options) {
      const { standing: sold } = await placed('crossSell.list', customerId, page.range, options);
      const all = crossSellRows(customerId, sold, desk.store.products);
      const rows = matching(all, page, crossSellList);
      const totals = crossSellTotals(rows, sold, rows.length === all.length);
      return { ...pageOf(rows, page, crossSellList), totals };
    },
  } satisfies CrossSellPort;

  const stats = {
    async get(customerId, range, options) {
      const { orders, standing } = await placed('stats.get', customerId, range, options);
      return statsOf(customerId, range, orders, standing);
    },
  } satisfies StatsPort;

  return { orders, crossSell, stats };
}

/** What is put away stands in a list that asks for it. */
function isListed(archived: string | undefined): (order: ShopOrder) => boolean {
  if (archived === undefined) return (order) => !order.archived;
  if (archived === 'only') return (order) => order.archived === true;
  if (archived === 'include') return () => true;
  throw new AdapterError('validation', { fieldErrors: { 'filter[archived]': 'include or only' } });
}

function entryOf(order: ShopOrder): OrderEntry {
  const { id, customerId, number, placedAt, itemCount, summary, total, status, archived } = order;
  const entry = { id, customerId, number, placedAt, itemCount, summary, total, status, ...(archived && { archived }) };
  return order.kind === 'order'
    ? { kind: order.kind, ...entry }
    : { kind: order.kind, ...entry, original: order.original };
}

/** What came back of an order, newest first. */
const returnsOf = ({ id }: ShopOrder, orders: readonly ShopOrder[]): OrderRelation[] =>
  orders
    .filter((other) => other.kind === 'return' && other.original?.id === id)
    .sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt) || compareNaturally(b.number, a.number))
    .map((back) => ({ kind: 'return', id: back.id, number: back.number }));

/** What an order page shows: not what the goods cost the shop. */
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
