import { fromMinor, type Purchase } from '../../adapter/toolkit/index.ts';
import type { Address } from '../../domain/address.ts';
import type { Money } from '../../domain/money.ts';
import { linesOf } from './order-lines.ts';
import { fulfillmentStatus, isCanceled, orderStatus, paymentStatus, refundStatus, sum } from './order-status.ts';
import type { VendureOrder, VendureOrderAddress } from './vendure-order.ts';

export interface PurchaseOptions {
  /** The decimals of an integer amount, which are the same for every currency. */
  readonly digits: number;
  /** The URL that relative addresses of images are below. */
  readonly url: string;
}

/**
 * Converts an order. All amounts include tax, as the customer paid them.
 *
 * A canceled order has quantities and amounts of 0 in Vendure. What it cost is computed again from what was ordered: the
 * history shows it, and the status keeps it out of every sum.
 */
export function purchaseOf(customerId: string, order: VendureOrder, { digits, url }: PurchaseOptions): Purchase {
  const money = (units: number): Money => fromMinor(units, order.currencyCode, digits);
  const lines = linesOf(order, { money, url });
  const units = isCanceled(order) ? sum(lines.map((line) => line.units)) : order.totalWithTax;
  const products = lines.map(({ line }) => line).filter(({ kind }) => kind === 'product');
  const [first] = products;
  return {
    kind: 'order',
    id: order.id,
    customerId,
    number: order.code,
    placedAt: order.orderPlacedAt,
    itemCount: sum(products.map(({ quantity }) => quantity)),
    ...(first?.title && { summary: { title: first.title, more: products.length - 1 } }),
    total: money(units),
    status: orderStatus(order, units),
    lines: lines.map(({ line }) => line),
    // Those of a canceled order are 0, and not what the total above includes.
    ...(!isCanceled(order) && { includedTaxes: taxesOf(order, money) }),
    shippingAddress: addressOf(order.shippingAddress),
    billingAddress: addressOf(order.billingAddress),
    ...movementsOf(order, money),
    fulfillments: order.fulfillments.map(({ id, state, createdAt, method, trackingCode, lines: fulfilled }) => ({
      id,
      status: fulfillmentStatus(state),
      at: createdAt,
      carrier: method,
      tracking: trackingCode ? [{ number: trackingCode }] : [],
      itemCount: sum(fulfilled.map(({ quantity }) => quantity)),
    })),
    related: [],
  };
}

/** Returns the payments of an order and their refunds, which Vendure deducts from nothing. */
function movementsOf({ payments }: VendureOrder, money: (units: number) => Money) {
  return {
    payments: payments.map(({ id, amount, method, state, createdAt, transactionId }) => ({
      id,
      amount: money(amount),
      method,
      status: paymentStatus(state),
      at: createdAt,
      reference: transactionId ?? undefined,
    })),
    refunds: payments
      .flatMap((payment) => payment.refunds)
      // A refund of nothing records that goods came back.
      .filter(({ total }) => total > 0)
      .map(({ id, total, method, state, createdAt, reason, transactionId }) => ({
        id,
        amount: money(total),
        method: method ?? undefined,
        status: refundStatus(state),
        at: createdAt,
        reason: reason ?? undefined,
        reference: transactionId ?? undefined,
      })),
  };
}

const taxesOf = ({ taxSummary }: VendureOrder, money: (units: number) => Money) =>
  taxSummary
    .filter(({ taxTotal }) => taxTotal !== 0)
    .map(({ description, taxRate, taxTotal }) => ({
      title: description,
      rate: String(taxRate),
      amount: money(taxTotal),
    }));

function addressOf(address: VendureOrderAddress | null | undefined): Address | null {
  if (!address?.streetLine1) return null;
  const { fullName, company, streetLine1, streetLine2, city, province, postalCode } = address;
  return {
    name: fullName || null,
    company: company || null,
    lines: streetLine2 ? [streetLine1, streetLine2] : [streetLine1],
    city: city || null,
    region: province || null,
    postalCode: postalCode || null,
    country: address.countryCode || address.country || null,
    phone: address.phoneNumber || null,
  };
}
