import { add, addAll } from '../../../domain/amounts.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import { type Money, type StoredValue, minorUnits } from '../../../domain/money.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Payment, Refund } from '../../../domain/order-detail.ts';
import type { OrderStatus } from '../../../domain/order.ts';
import type { ShopLine, ShopOrder, ShopProduct, ShopReturn, ShopSale, ShopVariant } from './types.ts';

/** Formats an instant: UTC, whole seconds. */
export const instant = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

export const minute = 60_000;
export const day = 24 * 60 * minute;

const rounded = (value: string, currency: string): Money => ({
  value: decimal.round(value, minorUnits(currency)),
  currency,
});

/** The name of the promotions on single products. */
const offer = 'Seasonal offer';

/** The sale of one product: quantity, and price if it differs from the catalog. */
export interface Sale {
  readonly product: ShopProduct;
  /** Negative for returned goods. */
  readonly quantity: number;
  readonly unitPrice: Money;
  /** The promotional discount on the whole line. */
  readonly discount?: string | undefined;
  readonly variant?: ShopVariant | undefined;
}

/**
 * Creates a line for a product, with the figures that the shop knows. A return reverses the cost of the goods, but not
 * the fee.
 */
export function productLine({ product, quantity, unitPrice, discount = '0', variant }: Sale): Omit<ShopLine, 'id'> {
  const { currency } = unitPrice;
  const total = rounded(decimal.multiply(unitPrice.value, String(quantity)), currency);
  const cost = product.cost && rounded(decimal.multiply(product.cost, String(quantity)), currency);
  const fee = product.feeRate && rounded(quantity < 0 ? '0' : decimal.multiply(total.value, product.feeRate), currency);
  return {
    kind: 'product',
    productId: product.id,
    title: product.title,
    sku: variant?.sku ?? product.sku,
    ...(variant && { variant: { id: variant.id, title: variant.title } }),
    quantity,
    unitPrice,
    total,
    ...(product.promotions && {
      discounts: decimal.sign(discount) === 0 ? [] : [{ title: offer, amount: rounded(discount, currency) }],
    }),
    ...(cost && { cost }),
    ...(fee && { fee }),
  };
}

/** Returns the variant of a product that is sold in an order; any number of the order picks it. */
export const variantFor = ({ variants = [] }: ShopProduct, number: number): ShopVariant | undefined =>
  variants[number % variants.length];

type Charge = Pick<ShopLine, 'type' | 'code' | 'rate'>;

/** Creates a line that is not a product: postage, a fee, a tax, or a discount with a negative amount. */
export const chargeLine = (title: string, total: Money, charge: Charge): Omit<ShopLine, 'id'> => ({
  kind: 'charge',
  ...charge,
  title,
  quantity: 1,
  unitPrice: total,
  total,
});

interface Draft {
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  readonly lines: readonly Omit<ShopLine, 'id'>[];
  readonly payments?: readonly Omit<Payment, 'id'>[];
  readonly refunds?: readonly Omit<Refund, 'id'>[];
  readonly fulfillments?: ShopOrder['fulfillments'];
}

function entryOf(draft: Draft) {
  const { id, customerId, number, placedAt, status, lines, payments = [], refunds = [], fulfillments = [] } = draft;
  const products = lines.filter((line) => line.kind === 'product');
  const [first, ...others] = lines.map((line) => line.total);
  return {
    id,
    customerId,
    number,
    placedAt,
    itemCount: products.reduce((count, line) => count + Math.abs(line.quantity), 0),
    summary: products[0] && { title: products[0].title ?? '', more: products.length - 1 },
    total: addAll(first!, others),
    status,
    lines: lines.map((line, index) => ({ id: `${id}-${index + 1}`, ...line })),
    payments: payments.map((payment, index) => ({ id: `${id}-p${index + 1}`, ...payment })),
    refunds: refunds.map((refund, index) => ({ id: `${id}-r${index + 1}`, ...refund })),
    fulfillments,
  };
}

/** Creates an order. Total, count and summary are computed from its lines. */
export const buildOrder = (draft: Draft): ShopSale => ({ kind: 'order', ...entryOf(draft) });

/** Creates a return. `original` is the order it belongs to, if the shop knows it. */
export const buildReturn = (draft: Draft, original?: ShopOrder): ShopReturn => ({
  kind: 'return',
  ...entryOf(draft),
  ...(original && { original: { id: original.id, number: original.number } }),
});

/** Creates the request for a return. Nothing has come back yet, and what will be refunded is not known. */
export function requestReturn(draft: Omit<Draft, 'status' | 'payments' | 'refunds'>, original: ShopOrder): ShopReturn {
  const { total: _, ...request } = buildReturn({ ...draft, status: { return: { status: 'requested' } } }, original);
  return request;
}

/** Creates a return line for some units of an order's line. A promotional discount is reversed in proportion. */
export function lineBack(product: ShopProduct, line: Omit<ShopLine, 'id'>, units: number): Omit<ShopLine, 'id'> {
  const [discount] = line.discounts ?? [];
  const taken = decimal.multiply(discount?.amount.value ?? '0', String(-units));
  const back = decimal.divide(taken, String(line.quantity), minorUnits(line.total.currency));
  const variant = product.variants?.find(({ id }) => id === line.variant?.id);
  return productLine({ product, quantity: -units, unitPrice: line.unitPrice, discount: back, variant });
}

/** Creates a payment of the whole total. */
export const paidInFull = (total: Money, method: string, at: string, reference?: string): Omit<Payment, 'id'> => ({
  amount: total,
  method,
  status: 'paid',
  at,
  ...(reference && { reference }),
});

/** Creates a refund of a return's whole total. */
export const refundInFull = (total: Money, method: string, at: string): Omit<Refund, 'id'> => ({
  amount: { ...total, value: decimal.subtract('0', total.value) },
  method,
  status: 'refunded',
  at,
});

type Movement = Omit<CreditEntry, 'id' | 'customerId' | 'accountId' | 'balanceAfter'>;

/** Creates a ledger from its movements, oldest first, with the balance after each. */
export function buildLedger(customerId: string, accountId: string, movements: readonly Movement[]): CreditEntry[] {
  let balance: StoredValue | undefined;
  return movements.map((movement, index) => {
    balance = balance ? add(balance, movement.amount) : movement.amount;
    return { id: `${accountId}-${index + 1}`, customerId, accountId, ...movement, balanceAfter: balance };
  });
}

/** Returns the final balance of a ledger, or `zero` if the ledger is empty. */
export const balanceOf = (entries: readonly CreditEntry[], zero: StoredValue): StoredValue =>
  entries.at(-1)?.balanceAfter ?? zero;
