import { codeOf, labelOf, type Coded } from './coded.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from './stats.ts';

type Total = MoneyMetric | CountMetric;

/** Whether a code means what we take it to mean: the platform has no words of its own for it. */
export const isKnownBasis = (basis: Coded): boolean => labelOf(basis) === undefined;

/** Whether returns are taken off in a figure; `undefined` where nobody knows, or it is not about money. */
export function returnsIn({ basis }: Total): 'net' | 'gross' | undefined {
  if (!isKnownBasis(basis)) return undefined;
  const code = codeOf(basis);
  if (net.includes(code)) return 'net';
  return gross.includes(code) ? 'gross' : undefined;
}

const net = ['net-of-returns', 'paid-net-of-refunds'];
const gross = ['gross', 'gross-without-canceled', 'sales-per-order'];

/**
 * Of how many orders a figure is; `undefined` where what is counted are no orders, or they are counted over other
 * channels. `canceled`: those that were canceled as a whole are in it too.
 */
export function ordersIn(total: Total, stats: CustomerStats, from: { readonly canceled: boolean }): number | undefined {
  const { orders, canceled } = stats;
  if (!orders || codeOf(orders.basis) !== 'sales' || !isKnownBasis(orders.basis)) return undefined;
  if (scopeCode(orders) !== scopeCode(total)) return undefined;
  return from.canceled ? canceled && orders.value + canceled.value : orders.value;
}

const scopeCode = ({ scope }: Total): string | undefined => scope && codeOf(scope);
