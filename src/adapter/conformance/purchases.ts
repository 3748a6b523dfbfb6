import { codeOf } from '../../domain/coded.ts';
import * as decimal from '../../domain/decimal.ts';
import { axes, type Axis } from '../../domain/order-codes.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { isAdapterError } from '../adapter-error.ts';
import { ensure, same, settled } from './assert.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the filters of the list of orders, and the amounts of refunds. */
export function purchaseCases({ adapter, customers: { full, archived } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  if (!orders?.list) return [];
  const listed = async (customerId: string, filter?: Readonly<Record<string, string>>) =>
    (await orders.list!(customerId, { ...all, filter }, reading())).items;
  const cases: ConformanceCase[] = [
    {
      name: 'orders.list: several codes with commas between them mean any of these',
      async run() {
        const rows = await listed(full);
        const filters: readonly Filter[] = [
          ['kind', ({ kind }) => kind],
          ...(Object.keys(axes) as Axis[]).map((axis): Filter => [axis, ({ status }) => codeIn(status, axis)]),
        ];
        for (const [name, codeIs] of filters) {
          const codes = [...new Set(rows.flatMap((row) => codeIs(row) ?? []))].slice(0, 2);
          if (codes.length < 2) continue;
          const outcome = await settled(listed(full, { [name]: codes.join(',') }));
          if (outcome.thrown) {
            ensure(isRefusal(outcome.error), `orders.list should refuse the filter ${name} with validation`);
            continue;
          }
          const wanted = rows.filter((row) => codes.includes(codeIs(row) ?? ''));
          same(idsOf(outcome.answer), idsOf(wanted), `orders of which ${name} is ${codes.join(' or ')}`);
        }
      },
    },
    {
      name: 'orders.list: what was archived is there for who asks for it, and for nobody else',
      async run() {
        const customerId = archived ?? full;
        const outcome = await settled(listed(customerId, { archived: 'include' }));
        if (outcome.thrown)
          return ensure(isRefusal(outcome.error), 'orders.list should refuse what it cannot filter by');
        const every = outcome.answer;
        if (archived !== undefined) ensure(every.some(isArchived), 'nothing of this customer was archived');
        same(
          idsOf(await listed(customerId)),
          idsOf(every.filter((row) => !isArchived(row))),
          'a list that says nothing',
        );
        same(idsOf(await listed(customerId, { archived: 'only' })), idsOf(every.filter(isArchived)), 'the archive');
      },
    },
  ];
  if (orders.get)
    cases.push({
      name: 'orders.get: refunds are above nought',
      async run() {
        for (const { id } of (await listed(full)).slice(0, 10))
          for (const { amount } of (await orders.get!(full, id, reading())).refunds ?? [])
            ensure(decimal.sign(amount.value) > 0, 'a refund is not above nought: what went back is a positive amount');
      },
    });
  return cases;
}

type Filter = readonly [name: string, codeIs: (row: OrderEntry) => string | undefined];

function codeIn(status: OrderEntry['status'], axis: Axis): string | undefined {
  const found = status[axis];
  return found && codeOf(found.status);
}

const isArchived = ({ archived }: OrderEntry): boolean => archived === true;
const idsOf = (rows: readonly OrderEntry[]): readonly string[] => rows.map(({ id }) => id);
const isRefusal = (error: unknown): boolean =>
  isAdapterError(error) && ['validation', 'unsupported'].includes(error.code);
