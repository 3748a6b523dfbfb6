import { declarationsOf } from '../../adapter/capabilities.ts';
import type { OperationName } from '../../adapter/operations.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { InsightsPort } from '../../adapter/ports/insights.ts';
import { dayIn, within } from '../../adapter/toolkit/days.ts';
import { counted } from '../../adapter/toolkit/purchases/stats.ts';
import { transactionsOf } from '../../adapter/toolkit/purchases/transactions.ts';
import { byCode, listRows, type ContractList } from '../../adapter/toolkit/rows.ts';
import { totals } from '../../domain/amounts.ts';
import type { CustomerListItem } from '../../domain/customer-list.ts';
import { wholeMonths, type PaymentMethodUse } from '../../domain/insights.ts';
import { masked } from '../../domain/masking.ts';
import { isMade, type Transaction } from '../../domain/transaction.ts';
import { wallClockAt } from '../../domain/wall-clock.ts';
import { listed, listItem, type ListedCustomer } from './customer-list.ts';
import type { MemorySession } from './session.ts';
import type { CustomerFile } from './store.ts';

/** The currency of most orders of a customer. */
const currencyOf = ({ lifetimeTotal }: CustomerListItem): string | undefined => lifetimeTotal?.amounts[0]?.currency;

const topList: ContractList<'insights.topCustomers', CustomerListItem> = {
  order: [{ key: ({ lifetimeTotal }) => lifetimeTotal?.amounts[0], descending: true }, { key: ({ id }) => id }],
  sort: {
    lifetimeTotal: ({ lifetimeTotal }) => lifetimeTotal?.amounts[0],
    orders: ({ orders }) => orders?.value,
    averageOrderValue: ({ averageOrderValue }) => averageOrderValue?.amounts[0],
  },
  filters: { currency: byCode(currencyOf) },
};

/** Creates the port of the figures of all customers. */
export function insightsPort(session: MemorySession) {
  const read = async (operation: OperationName, options: ReadOptions): Promise<readonly CustomerFile[]> =>
    (await session.readShared(operation, options)).files;

  return {
    ...declarationsOf('insights'),

    async topCustomers(page, options) {
      const rows = (await read('insights.topCustomers', options)).flatMap((file) => {
        const row = listed(file, masked(file.customer, session.masksOf(file)));
        return row.orders?.value ? [itemOf(row)] : [];
      });
      const currencies = mostFirst(rows.flatMap((row) => currencyOf(row) ?? []));
      const isNamed = page.filter?.['currency'] !== undefined;
      const ranked = isNamed ? rows : rows.filter((row) => currencyOf(row) === currencies[0]);
      return { ...listRows(ranked, page, options, topList).page, totals: { currencies } };
    },

    async newVersusReturning(range, options) {
      const { timeZone = 'UTC' } = options;
      const [months, dayOf] = [wholeMonths(range), dayIn(timeZone)];
      const isWithin = within(months, timeZone);
      const found = new Map<string, { newCustomers: number; returningCustomers: number }>();
      for (const file of await read('insights.newVersusReturning', options)) {
        const times = salesOf(file).map(({ placedAt }) => placedAt);
        const first = times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a), times[0] ?? '');
        for (const month of new Set(times.filter(isWithin).map((at) => dayOf(at).slice(0, 7)))) {
          const count = found.get(month) ?? { newCustomers: 0, returningCustomers: 0 };
          count[dayOf(first).startsWith(month) ? 'newCustomers' : 'returningCustomers'] += 1;
          found.set(month, count);
        }
      }
      const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      return { range: months, timeZone, months: sorted.map(([month, count]) => ({ month, ...count })) };
    },

    async paymentMethods(range, options) {
      const { timeZone = 'UTC' } = options;
      const isWithin = within(range, timeZone);
      const paid = (await read('insights.paymentMethods', options))
        .flatMap(({ orders }) => transactionsOf(orders))
        .filter((one) => one.kind === 'payment' && isMade(one) !== false && isWithin(one.createdAt));
      return { range, timeZone, methods: methodsOf(paid) };
    },

    async peakTimes(range, options) {
      const { timeZone = 'UTC' } = options;
      const isWithin = within(range, timeZone);
      const orders = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
      for (const { placedAt } of (await read('insights.peakTimes', options)).flatMap(salesOf)) {
        if (!isWithin(placedAt)) continue;
        const local = new Date(wallClockAt(placedAt, timeZone).time);
        orders[(local.getUTCDay() + 6) % 7]![local.getUTCHours()]! += 1;
      }
      return { range, timeZone, orders };
    },
  } satisfies InsightsPort;
}

const salesOf = ({ orders }: CustomerFile) => counted(orders, orders).filter(({ kind }) => kind === 'order');

const itemOf = (row: ListedCustomer): CustomerListItem => ({
  ...listItem(row),
  ...(row.averageOrderValue && { averageOrderValue: row.averageOrderValue }),
});

/** Returns the distinct values: the most frequent one first, and equally frequent ones in their order. */
function mostFirst(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)).map(([value]) => value);
}

function methodsOf(paid: readonly Transaction[]): PaymentMethodUse[] {
  return [...new Set(paid.map(({ method = null }) => method))]
    .map((method) => {
      const amounts = paid.flatMap((one) => ((one.method ?? null) === method ? one.amount : []));
      return { method, payments: amounts.length, amounts: [...totals(amounts)] };
    })
    .sort((a, b) => b.payments - a.payments || ((a.method ?? '') < (b.method ?? '') ? -1 : 1));
}
