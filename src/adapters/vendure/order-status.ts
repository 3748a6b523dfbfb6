import type { Coded } from '../../domain/field.ts';
import type { AxisStatus, OrderStatus } from '../../domain/order.ts';
import type { VendureOrder } from './vendure-order.ts';

/** The state of an order, a payment, a fulfillment or a refund. A shop can configure states of its own. */
type State = string;

const coded = (codes: Readonly<Record<State, string>>, state: State): Coded =>
  // A state that is configured in the shop is shown as it is called there.
  Object.hasOwn(codes, state) ? codes[state]! : { code: state, label: spaced(state) };

/** `PartiallyPickedUp` is "Partially Picked Up". */
const spaced = (state: State): string => state.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');

const paymentCodes = {
  Created: 'pending',
  Authorized: 'authorized',
  Settled: 'paid',
  Declined: 'failed',
  Error: 'failed',
  Cancelled: 'voided',
} as const;
export const paymentStatus = (state: State): Coded => coded(paymentCodes, state);

export const refundStatus = (state: State): Coded =>
  coded({ Pending: 'pending', Settled: 'refunded', Failed: 'failed' }, state);

export const fulfillmentStatus = (state: State): Coded =>
  coded({ Created: 'in-progress', Pending: 'in-progress', Shipped: 'in-transit', Delivered: 'delivered' }, state);

/** A cancellation reduces the `quantity` of a line, not its `orderPlacedQuantity`. */
type Line = VendureOrder['lines'][number];

export const isCanceled = ({ state }: VendureOrder): boolean => state === 'Cancelled';

/** Returns the units of a line that count: those that are left, or all that were ordered if nothing is left of the order. */
export const unitsOf = (order: VendureOrder, { quantity, orderPlacedQuantity }: Line): number =>
  isCanceled(order) ? orderPlacedQuantity : quantity;

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Returns the status of an order on each axis. Vendure has one state for all of them, so most are derived from payments,
 * refunds, fulfillments and quantities. Returns and exchanges are absent: Vendure does not know them.
 *
 * `total` is what the order cost, also if it was canceled since.
 */
export const orderStatus = (order: VendureOrder, total: number): OrderStatus => ({
  payment: { status: paymentAxis(order, total) },
  fulfillment: fulfillmentAxis(order),
  cancellation: cancellationAxis(order),
});

function paymentAxis({ state, payments }: VendureOrder, total: number): Coded {
  const amountOf = (wanted: State): number =>
    sum(payments.filter((one) => one.state === wanted).map((one) => one.amount));
  const settled = amountOf('Settled');
  const refunds = payments.flatMap((payment) => payment.refunds);
  const refunded = sum(refunds.filter((refund) => refund.state === 'Settled').map((refund) => refund.total));
  if (refunded > 0) return refunded < settled ? 'partially-refunded' : 'refunded';
  if (settled > 0) return settled < total ? 'partially-paid' : 'paid';
  if (amountOf('Authorized') > 0) return 'authorized';
  // An order that costs nothing needs no payment.
  if (total === 0 && state !== 'ArrangingPayment') return 'paid';
  const last = payments.at(-1);
  return last ? paymentStatus(last.state) : 'pending';
}

function fulfillmentAxis(order: VendureOrder): AxisStatus {
  const { fulfillments, lines } = order;
  const stateOf = new Map(fulfillments.map(({ id, state }) => [id, state]));
  const unitsIn = (...states: readonly State[]): number =>
    sum(
      lines
        .flatMap((line) => line.fulfillmentLines)
        .filter(({ fulfillmentId }) => states.includes(stateOf.get(fulfillmentId) ?? ''))
        .map(({ quantity }) => quantity),
    );
  const of = sum(lines.map((line) => unitsOf(order, line)));
  const delivered = unitsIn('Delivered');
  const sent = delivered + unitsIn('Shipped');
  if (of > 0 && delivered >= of) return { status: 'delivered' };
  if (of > 0 && sent >= of) return { status: 'in-transit' };
  if (sent > 0) return { status: 'partial', extent: { done: sent, of } };
  const active = fulfillments.filter(({ state }) => state !== 'Cancelled');
  return { status: active.length > 0 ? fulfillmentStatus(active.at(-1)!.state) : 'unfulfilled' };
}

function cancellationAxis(order: VendureOrder): AxisStatus {
  if (isCanceled(order)) return { status: 'full' };
  const canceled = sum(order.lines.map((line) => Math.max(0, line.orderPlacedQuantity - line.quantity)));
  if (canceled === 0) return { status: 'none' };
  const of = sum(order.lines.map((line) => Math.max(line.orderPlacedQuantity, line.quantity)));
  return { status: 'partial', extent: { done: canceled, of } };
}
