import * as decimal from '../../domain/decimal.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import { basisCodes, type CountMetric, type CustomerStats, type MoneyMetric } from '../../domain/stats.ts';
import { isKnownBasis } from '../../domain/stats-basis.ts';
import type { Money } from '../../domain/money.ts';
import { refundCodes, type OrderDetail } from '../../domain/order-detail.ts';
import { axes, isRequestedReturn } from '../../domain/order.ts';
import type { OrdersPort } from '../ports/orders.ts';
import { ensure, same, sameMoney, skip } from './assert.ts';
import { callOf, History } from './history.ts';
import type { ConformanceCase } from './subject.ts';

type Metric = CountMetric | MoneyMetric;

/**
 * Returns a figure if it counts what the code says, in all channels. A basis of the platform's own cannot be compared.
 */
export function withBasis<T extends Metric>(
  metric: T | null | undefined,
  code: (typeof basisCodes)[number],
): T | undefined {
  if (!metric || metric.scope !== undefined || !isKnownBasis(metric.basis)) return undefined;
  return codeOf(metric.basis) === code ? metric : undefined;
}

/** Tests that each figure says what is counted, in a code of the contract or in words of the platform. */
export const basisCase = (read: () => Promise<CustomerStats>): ConformanceCase => ({
  name: 'stats.get: each basis is a known code, or has a label',
  async run() {
    for (const [name, metric] of Object.entries(await read()) as [string, unknown][]) {
      if (!isMetric(metric)) continue;
      const { basis } = metric;
      ensure(
        labelOf(basis) !== undefined || basisCodes.some((code) => code === basis),
        `stats.get: the basis of ${name} is "${codeOf(basis)}" instead of a known code or a code with a label ` +
          `(known: ${basisCodes.join(', ')})`,
      );
    }
  },
});

const isMetric = (value: unknown): value is Metric => typeof value === 'object' && value !== null && 'basis' in value;

/** The codes of payments that were made, whatever became of them later. */
const paidCodes: readonly string[] = ['paid', 'partially-refunded', 'refunded', 'disputed'];

/** Tests the amount paid, which counts each payment and each refund of all orders and returns once. */
export const paymentCase = (orders: OrdersPort, full: string, read: () => Promise<CustomerStats>): ConformanceCase => ({
  name: 'stats.get: the amount paid counts each payment and each refund once',
  async run() {
    const { totalPaid, transactions } = await read();
    const paid = withBasis(totalPaid, 'paid-net-of-refunds');
    const count = withBasis(transactions, 'transactions');
    if (!paid && !count) return;
    const history = await History.read(orders, full);
    const entries = history.entries.filter((entry) => !isRequestedReturn(entry));
    const moved = (await history.details(entries, { whole: true })).flatMap(movementsOf);
    if (paid) sameMoney(paid.amounts, moved, 'stats.get: totalPaid, of the payments and refunds in orders.get,');
    if (count) same(count.value, moved.length, 'stats.get: transactions, of the payments and refunds in orders.get');
  },
});

/** Returns the payments that were made, and the refunds that were, as negative amounts. */
function movementsOf({ id, payments, refunds }: OrderDetail): readonly Money[] {
  if (!payments || !refunds) return skip(`${callOf(id)} does not say what was paid and refunded`);
  const isKnown = (status: (typeof payments)[number]['status'], codes: readonly string[]): boolean =>
    status !== undefined && codes.includes(codeOf(status));
  const unknown = [
    ...payments.filter(({ status }) => !isKnown(status, axes.payment)),
    ...refunds.filter(({ status }) => !isKnown(status, refundCodes)),
  ];
  if (unknown.length) skip(`${callOf(id)} has the payment or refund ${unknown[0]!.id} of an unknown status`);
  return [
    ...payments.filter(({ status }) => isKnown(status, paidCodes)).map(({ amount }) => amount),
    ...refunds
      .filter(({ status }) => isKnown(status, ['refunded']))
      .map(({ amount }) => ({ ...amount, value: decimal.negate(amount.value) })),
  ];
}
