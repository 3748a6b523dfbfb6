// Adapters whose figures of all customers are not those of their purchases.
import type { CustomerListItem } from '../../src/domain/customer-list.ts';
import type { NewVersusReturning, PaymentMethods } from '../../src/domain/insights.ts';
import type { Page } from '../../src/domain/page.ts';
import type { PageRequest, ReadOptions } from '../../src/adapter/options.ts';
import { overriding, type Tampering } from './tampering.ts';

type Broken = readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[];

const requests = (change: (request: PageRequest) => PageRequest): Tampering =>
  overriding(
    'insights.topCustomers',
    (list) =>
      (page, ...rest) =>
        list(change(page as PageRequest), ...rest),
  );

/** Changes the answer of an operation. */
const answers = <A>(
  name: 'insights.newVersusReturning' | 'insights.paymentMethods' | 'insights.topCustomers',
  change: (answer: A) => A,
): Tampering =>
  overriding(
    name,
    (method) =>
      async (...args) =>
        change((await method(...args)) as A),
  );

const reads = ['insights.newVersusReturning', 'insights.paymentMethods', 'insights.peakTimes'] as const;

export const brokenInsights: Broken = [
  ...reads.flatMap((name): Broken => [
    [`answers ${name} with nothing`, overriding(name, () => async () => ({})), `${name}: matches the schema`],
    [
      `does not abort ${name}`,
      overriding(
        name,
        (method) => (range, options) =>
          method(range, { ...(options as ReadOptions), signal: new AbortController().signal }),
      ),
      `${name}: an abort ends the call, and is not an AdapterError`,
    ],
  ]),
  [
    'ranks customers by the total of an average order',
    answers<Page<CustomerListItem>>('insights.topCustomers', (page) => ({
      ...page,
      items: page.items.map((row) => ({ ...row, averageOrderValue: row.lifetimeTotal })),
    })),
    'insights.topCustomers: has the figures of stats.get',
  ],
  ...(['lifetimeTotal', 'orders', 'averageOrderValue'] as const).map(
    (field) =>
      [
        `ranks the worst customers first by ${field}`,
        requests((page) =>
          page.sort?.field === field ? { ...page, sort: { field, direction: 'ascending' as const } } : page,
        ),
        `insights.topCustomers: ranks by ${field}, in one currency`,
      ] as const,
  ),
  [
    'ignores the currency of a ranking',
    requests((page) => ({ ...page, filter: {} })),
    'insights.topCustomers: the filter currency keeps the customers of that currency',
  ],
  [
    'counts every customer of a month as new',
    answers<NewVersusReturning>('insights.newVersusReturning', (answer) => ({
      ...answer,
      months: answer.months.map(({ month, newCustomers, returningCustomers }) => ({
        month,
        newCustomers: newCustomers + returningCustomers,
        returningCustomers: 0,
      })),
    })),
    'insights.newVersusReturning: a customer is new in the month of the first order, and returning later',
  ],
  [
    'leaves out the most used payment method',
    answers<PaymentMethods>('insights.paymentMethods', (answer) => ({ ...answer, methods: answer.methods.slice(1) })),
    'insights.paymentMethods: counts the payments that were made, the most used method first',
  ],
  [
    'counts orders by weekday and hour in UTC',
    overriding('insights.peakTimes', (method) => async (range, options) => {
      const { orders } = (await method({}, { ...(options as ReadOptions), timeZone: 'UTC' })) as { orders: unknown };
      return { range, timeZone: (options as ReadOptions).timeZone, orders };
    }),
    'insights.peakTimes: counts the orders of a day at its weekday and hours in the given time zone',
  ],
];
