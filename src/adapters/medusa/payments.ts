import { decimal } from '../../adapter/toolkit/index.ts';
import type { Fulfillment as OrderFulfillment, Payment as OrderPayment, Refund } from '../../domain/order-detail.ts';
import { digitsIn, moneyOf } from './amounts.ts';
import type { Fulfillment, MedusaOrder, Payment } from './medusa-order.ts';

const storeCredit = 'Store credit';

/** The references of the lines that store credit and gift cards leave at an order which they paid for. */
const methods: Readonly<Record<string, string>> = { 'store-credit': storeCredit, 'gift-card': 'Gift card' };

/** Returns what store credit and gift cards paid of an order. */
export const creditOf = (order: MedusaOrder): string => decimal.sum('0', ...spent(order).map(({ digits }) => digits));

/**
 * Returns the payments of an order: one for each capture, and one for what is authorized and not yet captured. Medusa
 * deducts store credit from the total of an order; here it is a payment, so that goods have the same value however they
 * are paid.
 */
export function paymentsOf(order: MedusaOrder): OrderPayment[] {
  const money = (digits: string) => moneyOf(digits, order.currency_code);
  const collected = order.payment_collections.flatMap(({ payments }) => payments);
  return [
    ...collected.flatMap((payment): OrderPayment[] => {
      const of = { method: methodOf(payment), reference: payment.id };
      const captured = payment.captures.map((capture) => ({ ...capture, digits: digitsIn(capture, 'amount') ?? '0' }));
      const left = decimal.subtract(
        digitsIn(payment, 'amount') ?? '0',
        decimal.sum('0', ...captured.map(({ digits }) => digits)),
      );
      const rest = payment.canceled_at ? 'voided' : 'authorized';
      return [
        ...captured.map(({ id, digits, created_at: at }) => ({ id, amount: money(digits), status: 'paid', at, ...of })),
        ...(decimal.sign(left) > 0
          ? [
              {
                id: payment.id,
                amount: money(left),
                status: rest,
                at: payment.canceled_at ?? payment.created_at,
                ...of,
              },
            ]
          : []),
      ];
    }),
    ...spent(order).map(({ id, digits, at, method }) => ({ id, amount: money(digits), status: 'paid', at, method })),
  ];
}

/** Returns the refunds of an order, also those to store credit. Their amounts are positive. */
export function refundsOf(order: MedusaOrder): Refund[] {
  const money = (digits: string) => moneyOf(digits, order.currency_code);
  const payments = order.payment_collections.flatMap((collection) => collection.payments);
  return [
    ...payments.flatMap((payment) =>
      payment.refunds.map((refund) => ({
        id: refund.id,
        amount: money(digitsIn(refund, 'amount') ?? '0'),
        at: refund.created_at,
        method: methodOf(payment),
        // Medusa stores a refund when the provider has accepted it.
        status: 'refunded',
        reason: refund.note || refund.refund_reason?.label || undefined,
        reference: payment.id,
      })),
    ),
    ...givenBack(order).map(({ id, digits, at }) => ({
      id,
      amount: money(decimal.negate(digits)),
      at,
      method: storeCredit,
      status: 'refunded',
    })),
  ];
}

const creditLines = ({ credit_lines: lines }: MedusaOrder) =>
  lines.map((line) => ({
    id: line.id,
    at: line.created_at,
    digits: digitsIn(line, 'amount') ?? '0',
    method: methods[line.reference ?? ''],
  }));

/** Medusa also adds a line for each refund, with the refund's reason as its reference. It is no payment. */
const spent = (order: MedusaOrder) =>
  creditLines(order).flatMap(({ method, ...line }) =>
    method !== undefined && decimal.sign(line.digits) > 0 ? [{ ...line, method }] : [],
  );

/** The loyalty plugin gives back what is negative as store credit, whatever its reference is. */
const givenBack = (order: MedusaOrder) => creditLines(order).filter(({ digits }) => decimal.sign(digits) < 0);

/** `pp_stripe_stripe` is Stripe: the name of a provider in Medusa is that of its package and of its configuration. */
function methodOf({ provider_id: provider }: Payment): string {
  const [name = provider] = provider.replace(/^pp_/, '').split('_', 1);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const fulfillmentsOf = ({ fulfillments }: MedusaOrder): OrderFulfillment[] =>
  fulfillments.map((fulfillment) => {
    const { id, packed_at, shipped_at, delivered_at, canceled_at, created_at, labels, items } = fulfillment;
    return {
      id,
      status: fulfillmentStatus(fulfillment),
      at: canceled_at ?? delivered_at ?? shipped_at ?? packed_at ?? created_at,
      tracking: labels.flatMap(({ tracking_number: number, tracking_url: url, label_url: labelUrl }) =>
        number ? [{ number, ...(url && { url }), ...(labelUrl && { labelUrl }) }] : [],
      ),
      itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  });

function fulfillmentStatus({ canceled_at, delivered_at, shipped_at }: Fulfillment): OrderFulfillment['status'] {
  if (canceled_at) return { code: 'canceled', label: 'Canceled' };
  if (delivered_at) return 'delivered';
  return shipped_at ? 'in-transit' : 'in-progress';
}
