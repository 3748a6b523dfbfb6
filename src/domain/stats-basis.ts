import { codeOf, labelOf, type Coded } from './field.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from './stats.ts';

/**
 * The basis of the rates of canceled and returned items: items per item, or items per order, which can exceed 100 %.
 */
export type RatioBasis = 'items' | 'orders';

/** Returns what a number of items is divided by: the items or the orders that were placed, canceled ones included. */
export const ratioDivisor = ({ items, orders, canceled }: CustomerStats, basis: RatioBasis): number | undefined =>
  basis === 'orders' ? orders && orders.value + (canceled?.value ?? 0) : items?.value;

type Total = MoneyMetric | CountMetric;

/** Returns `true` if a basis is one of the known codes. With its own label, the platform defines it differently. */
export const isKnownBasis = (basis: Coded): boolean => labelOf(basis) === undefined;

/**
 * Returns whether returns are deducted from a figure (`net`) or not (`gross`), or `undefined` if that is unknown or the
 * figure is not about money.
 */
export function returnsIn({ basis }: Total): 'net' | 'gross' | undefined {
  if (!isKnownBasis(basis)) return undefined;
  const code = codeOf(basis);
  if (net.includes(code)) return 'net';
  return gross.includes(code) ? 'gross' : undefined;
}

const net = ['net-of-returns', 'paid-net-of-refunds'];
const gross = ['gross', 'gross-without-canceled', 'sales-per-order'];

/**
 * Returns the number of orders in a figure, or `undefined` if it does not count orders or counts them over other
 * channels. `canceled`: fully canceled orders are included.
 */
export function ordersIn(total: Total, stats: CustomerStats, from: { readonly canceled: boolean }): number | undefined {
  const { orders, canceled } = stats;
  if (!orders || codeOf(orders.basis) !== 'sales' || !isKnownBasis(orders.basis)) return undefined;
  if (scopeCode(orders) !== scopeCode(total)) return undefined;
  return from.canceled ? canceled && orders.value + canceled.value : orders.value;
}

const scopeCode = ({ scope }: Total): string | undefined => scope && codeOf(scope);
