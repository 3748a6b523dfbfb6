import type { Product } from '../../../domain/cross-sell.ts';
import type { Money } from '../../../domain/money.ts';
import { compareNaturally } from '../../../domain/fold-text.ts';
import type {
  Fulfillment,
  OrderDetail,
  OrderLine,
  OrderRelation,
  Payment,
  Refund,
} from '../../../domain/order-detail.ts';
import type { OrderEntry } from '../../../domain/order.ts';

/**
 * An order line with the data for cross-sell figures. Amounts are for the whole line and have its sign. Absent:
 * unknown.
 */
export interface PurchaseLine extends OrderLine {
  /** The promotional discount, already deducted from `total`. Zero if there was no promotion. */
  readonly promotion?: Money | undefined;
  readonly cost?: Money | undefined;
  readonly fee?: Money | undefined;
}

/** An order or a return with all its lines. */
export type Purchase = OrderEntry & {
  readonly lines: readonly PurchaseLine[];
  /** Absent: unknown. Empty: none. */
  readonly payments?: readonly Payment[] | undefined;
  readonly refunds?: readonly Refund[] | undefined;
  readonly fulfillments?: readonly Fulfillment[] | undefined;
  /** Absent: the returns among the customer's purchases that name the order as their original. */
  readonly related?: readonly OrderRelation[] | undefined;
};

/** Returns the row of a purchase in the order history. */
export function entryOf(purchase: Purchase): OrderEntry {
  const { id, customerId, number, placedAt, itemCount, summary, total, status, archived } = purchase;
  const entry = { id, customerId, number, placedAt, itemCount, summary, total, status, ...(archived && { archived }) };
  return purchase.kind === 'order'
    ? { kind: purchase.kind, ...entry }
    : { kind: purchase.kind, ...entry, original: purchase.original };
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
  lines: purchase.lines.map(({ promotion: _promotion, cost: _cost, fee: _fee, ...line }) => {
    const image = line.image ?? (line.productId === undefined ? undefined : products.get(line.productId)?.image);
    return image === undefined ? line : { ...line, image };
  }),
  payments: purchase.payments && [...purchase.payments],
  refunds: purchase.refunds && [...purchase.refunds],
  fulfillments: purchase.fulfillments && [...purchase.fulfillments],
  related: [...(purchase.related ?? returnsOf(purchase, all))],
});

/** Returns the returns of an order, newest first. */
const returnsOf = ({ id }: Purchase, all: readonly Purchase[]): OrderRelation[] =>
  all
    .filter((other) => other.kind === 'return' && other.original?.id === id)
    .sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt) || compareNaturally(b.number, a.number))
    .map((back) => ({ kind: 'return', id: back.id, number: back.number }));
