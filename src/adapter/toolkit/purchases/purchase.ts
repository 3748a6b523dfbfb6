import { totals } from '../../../domain/amounts.ts';
import type { Product } from '../../../domain/cross-sell.ts';
import type { Money } from '../../../domain/money.ts';
import { compareNaturally } from '../../../domain/fold-text.ts';
import type { OrderDetail, OrderLine } from '../../../domain/order-detail.ts';
import { isRequestedReturn, type OrderEntry } from '../../../domain/order.ts';

/**
 * An order line with the data for cross-sell figures. Amounts are for the whole line and have its sign. Absent:
 * unknown. Its `discounts` are the promotions of the figures.
 */
export interface PurchaseLine extends OrderLine {
  readonly cost?: Money | undefined;
  readonly fee?: Money | undefined;
}

/** The members of an order that only its details have. Of `related`, absent: the returns that name the order. */
type Details = {
  readonly [K in Exclude<keyof OrderDetail, keyof OrderEntry | 'lines'>]?: Readonly<OrderDetail[K]>;
};

/** An order or a return with all its lines. A return without a total has that of its lines, once it has come back. */
export type Purchase = OrderEntry & Details & { readonly lines: readonly PurchaseLine[] };

/** Returns the total of a purchase; `undefined` for a requested return whose total is unknown. */
export function totalOf(purchase: Purchase): Money | undefined {
  const { total, lines } = purchase;
  return total ?? (isRequestedReturn(purchase) ? undefined : totals(lines.map((line) => line.total))[0]);
}

/** Returns the row of a purchase in the order history. */
export function entryOf(purchase: Purchase): OrderEntry {
  const { id, customerId, number, placedAt, itemCount, summary, status, archived } = purchase;
  const entry = { id, customerId, number, placedAt, itemCount, summary, status, ...(archived && { archived }) };
  return purchase.kind === 'order'
    ? { kind: purchase.kind, ...entry, total: purchase.total }
    : { kind: purchase.kind, ...entry, total: totalOf(purchase), original: purchase.original };
}

/**
 * Returns the details of a purchase, with its returns among `all`. Without the cost of its goods, which the order page
 * does not show.
 */
export const detailOf = (
  purchase: Purchase,
  all: readonly Purchase[],
  products: ReadonlyMap<string, Product>,
): OrderDetail => ({
  ...entryOf(purchase),
  lines: purchase.lines.map(({ cost: _cost, fee: _fee, ...line }) => {
    const image = line.image ?? (line.productId === undefined ? undefined : products.get(line.productId)?.image);
    return image === undefined ? line : { ...line, image };
  }),
  ...Object.fromEntries(detailMembers.map((member) => [member, purchase[member]])),
  related: [...(purchase.related ?? returnsOf(purchase, all))],
});

const detailMembers = [
  'includedTaxes',
  'shippingAddress',
  'billingAddress',
  'payments',
  'refunds',
  'fulfillments',
] as const satisfies readonly (keyof Details)[];

/** Returns the returns of an order, newest first. */
const returnsOf = ({ id }: Purchase, all: readonly Purchase[]): NonNullable<OrderDetail['related']> =>
  all
    .filter((other) => other.kind === 'return' && other.original?.id === id)
    .sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt) || compareNaturally(b.number, a.number))
    .map((back) => ({ kind: 'return', id: back.id, number: back.number }));
