import type { Coded } from '../../domain/field.ts';
import type { AxisStatus, OrderStatus } from '../../domain/order.ts';
import type { Item, MedusaOrder, Return } from './medusa-order.ts';

const own = (code: string, label: string): Coded => ({ code, label });

/** Medusa's status of the payments of an order. A known code, or Medusa's own with its label. */
const payment: Readonly<Record<string, Coded>> = {
  not_paid: 'pending',
  awaiting: 'pending',
  authorized: 'authorized',
  partially_authorized: own('partially-authorized', 'Partially authorized'),
  captured: 'paid',
  partially_captured: 'partially-paid',
  partially_refunded: 'partially-refunded',
  refunded: 'refunded',
  canceled: 'voided',
  requires_action: own('requires-action', 'Requires action'),
};

/** Medusa's status of the fulfillments. `fulfilled` means packed, and not yet sent. */
const fulfillment: Readonly<Record<string, Coded>> = {
  not_fulfilled: 'unfulfilled',
  partially_fulfilled: 'in-progress',
  fulfilled: 'in-progress',
  partially_shipped: 'partial',
  shipped: 'in-transit',
  partially_delivered: 'partial',
  delivered: 'delivered',
  // All parcels were canceled: nothing was sent.
  canceled: 'unfulfilled',
};

/** A status that a later version of Medusa, or a plugin, may have is shown as it is called there. */
const coded = (codes: Readonly<Record<string, Coded>>, status: string): Coded =>
  Object.hasOwn(codes, status) ? codes[status]! : own(status, status.replaceAll('_', ' '));

/** A return that was canceled, or that an operator has not sent off yet, is no part of the history. */
export const isListed = ({ status }: Return): boolean => status !== 'canceled' && status !== 'open';

export const isRequested = ({ status }: Return): boolean => status === 'requested';

/**
 * Returns the status of an order on each axis. `isPaidByCredit`: store credit paid for all of it, so that there is no
 * payment, and Medusa says `not_paid`.
 */
export function statusOf(order: MedusaOrder, { isPaidByCredit }: { readonly isPaidByCredit: boolean }): OrderStatus {
  const { status, payment_status, fulfillment_status, items } = order;
  const isUnpaid = payment_status === 'not_paid' || payment_status === 'awaiting';
  const of = units(items, ({ quantity }) => quantity);
  // Medusa counts a delivered unit as shipped too.
  const sent = units(items, ({ detail }) => Math.max(detail.shipped_quantity, detail.delivered_quantity));
  const code = coded(fulfillment, fulfillment_status);
  return {
    payment: { status: isUnpaid && isPaidByCredit ? 'paid' : coded(payment, payment_status) },
    fulfillment: { status: code, ...(code === 'partial' && { extent: extentOf(sent, of) }) },
    // Medusa cancels whole orders. An edit that removes a line changes what was ordered.
    cancellation: { status: status === 'canceled' ? 'full' : 'none' },
    exchange: exchangeAxis(order.returns.filter(isListed)),
    return: returnAxis(items),
  };
}

const units = (items: readonly Item[], read: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + read(item), 0);

const extentOf = (done: number, of: number) => ({ done: Math.min(done, of), of });

function returnAxis(items: readonly Item[]): AxisStatus {
  const of = units(items, ({ quantity }) => quantity);
  const back = units(items, ({ detail }) => detail.return_received_quantity + detail.return_dismissed_quantity);
  if (back > 0) return back >= of ? { status: 'full' } : { status: 'partial', extent: extentOf(back, of) };
  return { status: units(items, ({ detail }) => detail.return_requested_quantity) > 0 ? 'requested' : 'none' };
}

/** An exchange is a return, and further lines of the same order. */
function exchangeAxis(returns: readonly Return[]): AxisStatus {
  const exchanged = returns.filter(({ exchange_id, exchange }) => Boolean(exchange_id ?? exchange));
  if (exchanged.length === 0) return { status: 'none' };
  return { status: exchanged.every(({ status }) => status === 'received') ? 'done' : 'requested' };
}

/** Returns the status of a return: of itself, how much of it came back. */
export function returnStatusOf({ status, items }: Return): AxisStatus {
  if (status === 'requested') return { status: 'requested' };
  if (status !== 'partially_received') return { status: 'full' };
  const done = items.reduce((sum, item) => sum + unitsBack(item), 0);
  return {
    status: 'partial',
    extent: extentOf(
      done,
      items.reduce((sum, { quantity }) => sum + quantity, 0),
    ),
  };
}

/** Returns the number of units that came back, whole or damaged. */
export const unitsBack = ({ received_quantity, damaged_quantity }: Return['items'][number]): number =>
  (received_quantity ?? 0) + (damaged_quantity ?? 0);
