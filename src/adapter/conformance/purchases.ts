import * as decimal from '../../domain/decimal.ts';
import { type OrderEntry, axes, type Axis } from '../../domain/order.ts';
import { isAdapterError } from '../adapter-error.ts';
import { ensure, same, outcomeOf, skip } from './assert.ts';
import { codeIn, History } from './history.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the filters of the list of orders, and the amounts of refunds. */
export function purchaseCases({ adapter, customers: { full, archived } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  if (!orders?.list) return [];
  const listed = async (customerId: string, filter?: Readonly<Record<string, string>>) =>
    (await orders.list!(customerId, { ...all, filter }, reading())).items;
  const cases: ConformanceCase[] = [
    {
      name: 'orders.list: several codes, separated by commas, match any of them',
      async run() {
        const rows = await listed(full);
        const filters: readonly Filter[] = [
          ['kind', ({ kind }) => kind],
          ...(Object.keys(axes) as Axis[]).map((axis): Filter => [axis, (row) => codeIn(row, axis)]),
        ];
        for (const [name, codeIs] of filters) {
          const codes = [...new Set(rows.flatMap((row) => codeIs(row) ?? []))].slice(0, 2);
          if (codes.length < 2) continue;
          const outcome = await outcomeOf(listed(full, { [name]: codes.join(',') }));
          if (outcome.thrown) {
            ensure(isRejection(outcome.error), `orders.list should reject the filter ${name} with validation`);
            continue;
          }
          const expectedRows = rows.filter((row) => codes.includes(codeIs(row) ?? ''));
          same(idsOf(outcome.answer), idsOf(expectedRows), `orders whose ${name} is ${codes.join(' or ')}`);
        }
      },
    },
    {
      name: 'orders.list: archived orders are listed on request only',
      async run() {
        const customerId = archived ?? full;
        const outcome = await outcomeOf(listed(customerId, { archived: 'include' }));
        if (outcome.thrown) {
          ensure(isRejection(outcome.error), 'orders.list should reject an unsupported filter');
          skip('the platform has no archive');
        }
        const every = outcome.answer;
        if (archived !== undefined && !every.some(isArchived)) skip('the archived customer has no archived order');
        same(
          idsOf(await listed(customerId)),
          idsOf(every.filter((row) => !isArchived(row))),
          'the list without the filter',
        );
        same(
          idsOf(await listed(customerId, { archived: 'only' })),
          idsOf(every.filter(isArchived)),
          'the archived orders',
        );
      },
    },
  ];
  if (orders.get)
    cases.push({
      name: 'orders.get: refunds are positive',
      async run() {
        const history = await History.read(orders, full);
        const refunds = (await history.details(history.entries)).flatMap((order) => order.refunds ?? []);
        if (refunds.length === 0) skip('the full customer has no refund');
        for (const { amount } of refunds) ensure(decimal.sign(amount.value) > 0, 'a refund is not positive');
      },
    });
  return cases;
}

type Filter = readonly [name: string, codeIs: (row: OrderEntry) => string | undefined];

const isArchived = ({ archived }: OrderEntry): boolean => archived === true;
const idsOf = (rows: readonly OrderEntry[]): readonly string[] => rows.map(({ id }) => id);
const isRejection = (error: unknown): boolean =>
  isAdapterError(error) && ['validation', 'unsupported'].includes(error.code);
