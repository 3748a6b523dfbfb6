import { decimal, type Purchase, type PurchaseLine } from '../../adapter/toolkit/index.ts';
import { minorUnits, type Money } from '../../domain/money.ts';
import { digitsIn, moneyOf } from './amounts.ts';
import { addressOf } from './addresses.ts';
import type { MedusaOrder, Return } from './medusa-order.ts';
import { charge, linesOf } from './order-lines.ts';
import { isListed, isRequested, returnStatusOf, statusOf, unitsBack } from './order-status.ts';
import { creditOf, fulfillmentsOf, paymentsOf, refundsOf } from './payments.ts';

/** Converts an order and its returns: in Medusa, returns are members of their order. */
export const purchasesOf = (customerId: string, order: MedusaOrder): Purchase[] => [
  orderOf(customerId, order),
  ...order.returns.filter(isListed).map((one) => returnOf(customerId, order, one)),
];

export const numberOf = ({ custom_display_id: own, display_id: number }: MedusaOrder): string => own || `#${number}`;

/**
 * Converts an order. Medusa's own total shrinks when goods come back, and is that of unpaid credit; here it is the sum of
 * the lines, and a return has a negative total of its own.
 */
function orderOf(customerId: string, order: MedusaOrder): Purchase {
  const currency = order.currency_code;
  const { lines, includedTaxes } = linesOf({
    // A line without units was removed by an edit.
    goods: order.items.filter(({ quantity }) => quantity > 0).map((item) => ({ item, units: item.quantity })),
    // The shipping of a return is listed with the order, and belongs to the return.
    shipping: order.shipping_methods.filter(({ detail }) => !detail?.return_id),
    sign: 1,
    currency,
  });
  const total = totalOf(lines, currency);
  const credit = creditOf(order);
  const isPaidByCredit = decimal.sign(credit) > 0 && decimal.compare(credit, total.value) >= 0;
  return {
    kind: 'order',
    id: order.id,
    customerId,
    number: numberOf(order),
    placedAt: order.created_at,
    ...contentsOf(lines),
    total,
    status: statusOf(order, { isPaidByCredit }),
    ...(order.status === 'archived' && { archived: true }),
    lines,
    includedTaxes,
    shippingAddress: order.shipping_address ? addressOf(order.shipping_address) : null,
    billingAddress: order.billing_address ? addressOf(order.billing_address) : null,
    payments: paymentsOf(order),
    refunds: refundsOf(order),
    fulfillments: fulfillmentsOf(order),
  };
}

/** Converts a return. Payments and refunds are those of the order, and are not repeated here. */
function returnOf(customerId: string, order: MedusaOrder, back: Return): Purchase {
  const currency = order.currency_code;
  const items = new Map(order.items.map((item) => [item.id, item]));
  const goods = back.items.flatMap((returned) => {
    const item = items.get(returned.item_id);
    const units = isRequested(back) ? returned.quantity : unitsBack(returned);
    return item && units > 0 ? [{ item, units }] : [];
  });
  const shipping = order.shipping_methods.filter(({ detail }) => detail?.return_id === back.id);
  const { lines: computed, includedTaxes } = linesOf({ goods, shipping, sign: -1, currency });
  const lines = [...computed, ...agreed(back, computed, currency)];
  // Until the goods are back, nobody knows what is refunded, unless it was agreed.
  const isTotalKnown = !isRequested(back) || digitsIn(back, 'refund_amount') !== undefined;
  return {
    kind: 'return',
    id: back.id,
    customerId,
    number: `R-${back.display_id}`,
    placedAt: back.received_at ?? back.requested_at ?? back.created_at,
    ...contentsOf(lines),
    ...(isTotalKnown && { total: totalOf(lines, currency) }),
    status: { return: returnStatusOf(back) },
    original: { id: order.id, number: numberOf(order) },
    lines,
    includedTaxes,
    payments: [],
    refunds: [],
    fulfillments: [],
    related: [],
  };
}

/** Returns what an agreed refund differs from the price of the goods, as a charge. Mostly, none was agreed. */
function agreed(back: Return, lines: readonly PurchaseLine[], currency: string): PurchaseLine[] {
  const amount = digitsIn(back, 'refund_amount');
  if (amount === undefined) return [];
  const rest = decimal.negate(decimal.sum(amount, ...lines.map(({ total }) => total.value)));
  return decimal.sign(rest) === 0 ? [] : [charge('fee', { id: `${back.id}-agreed` }, moneyOf(rest, currency))];
}

/** Returns the sum of lines, rounded as it is paid. */
function totalOf(lines: readonly PurchaseLine[], currency: string): Money {
  const sum = decimal.sum('0', ...lines.map(({ total }) => total.value));
  return moneyOf(decimal.round(sum, minorUnits(currency.toUpperCase())), currency);
}

function contentsOf(lines: readonly PurchaseLine[]): Pick<Purchase, 'itemCount' | 'summary'> {
  const products = lines.filter(({ kind }) => kind === 'product');
  const [first] = products;
  return {
    itemCount: products.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0),
    ...(first?.title && { summary: { title: first.title, more: products.length - 1 } }),
  };
}
