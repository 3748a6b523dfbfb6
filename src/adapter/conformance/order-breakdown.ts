import * as decimal from '../../domain/decimal.ts';
import { codeOf } from '../../domain/field.ts';
import type { OrderDetail, OrderLine } from '../../domain/order-detail.ts';
import { isRequestedReturn } from '../../domain/order.ts';
import { ensure, same } from './assert.ts';
import { callOf, eachDetail, History } from './history.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the breakdown of an order, and that a return that is only requested is nothing but a request. */
export function orderBreakdownCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  if (!orders?.list) return [];
  const cases: ConformanceCase[] = [
    {
      name: 'orders.list: a return has a total, unless it is only requested',
      async run() {
        for (const entry of (await History.read(orders, full)).returns())
          ensure(
            entry.total ?? isRequestedReturn(entry),
            `orders.list: the return ${entry.id} has no total instead of its amount`,
          );
      },
    },
    {
      name: 'orders.list: the numbers of orders, returns and requested returns are those of the rows',
      async run() {
        const { items, totals = {} } = await orders.list!(full, all, reading());
        const expected = [
          ['orders', items.filter(({ kind }) => kind === 'order')],
          ['returns', items.filter(({ kind }) => kind === 'return')],
          ['requestedReturns', items.filter(isRequestedReturn)],
        ] as const;
        for (const [name, rows] of expected)
          if (totals[name] !== undefined) same(totals[name], rows.length, `orders.list: ${name} in the totals`);
      },
    },
  ];
  if (!orders.get) return cases;
  return [
    ...cases,
    eachDetail(orders, full, 'only a charge says what it is for, and only a product names one', belongsToKind, 'order'),
    eachDetail(
      orders,
      full,
      'discounts reduce an order, each in one place and in its currency',
      hasDiscounts,
      'order with a discount',
    ),
    eachDetail(
      orders,
      full,
      'the included taxes are in the currency of the total, and less than it',
      includesTaxes,
      'order with included taxes',
    ),
    eachDetail(
      orders,
      full,
      'nothing is refunded for a return that is only requested',
      refundsNothing,
      'requested return',
    ),
  ];
}

function belongsToKind({ id, lines }: OrderDetail): boolean {
  const foreign = {
    charge: ['productId', 'variant', 'discounts'],
    product: ['type', 'code', 'rate'],
  } as const satisfies Record<OrderLine['kind'], readonly (keyof OrderLine)[]>;
  for (const line of lines) {
    const member = foreign[line.kind].find((name) => line[name] !== undefined);
    ensure(
      member === undefined,
      `${callOf(id)}: the ${line.kind} ${line.id} has ${member} instead of ${foreign[line.kind].join(', ')} absent`,
    );
  }
  return true;
}

function hasDiscounts({ id, kind, lines }: OrderDetail): boolean {
  const most = kind === 'order' ? 1 : -1;
  for (const line of lines) {
    if (kind === 'order' && line.type !== undefined && codeOf(line.type) === 'discount')
      ensure(
        decimal.sign(line.total.value) <= 0,
        `${callOf(id)}: the discount ${line.id} is ${line.total.value} instead of at most 0`,
      );
    for (const { amount } of line.discounts ?? [])
      ensure(
        amount.currency === line.total.currency && decimal.sign(amount.value) !== -most,
        `${callOf(id)}: a discount of the line ${line.id} is ${amount.value} ${amount.currency} instead of ` +
          `${kind === 'order' ? 'at least' : 'at most'} 0 ${line.total.currency}`,
      );
  }
  return lines.some(({ type, discounts = [] }) => discounts.length > 0 || (type && codeOf(type) === 'discount'));
}

function includesTaxes({ id, includedTaxes = [], total }: OrderDetail): boolean {
  if (!includedTaxes.length || !total) return false;
  for (const { amount } of includedTaxes)
    ensure(
      amount.currency === total.currency,
      `${callOf(id)}: an included tax is in ${amount.currency} instead of ${total.currency}`,
    );
  const taxes = decimal.sum(...includedTaxes.map(({ amount }) => amount.value));
  const isPart =
    decimal.sign(taxes) !== -decimal.sign(total.value) && decimal.compare(size(taxes), size(total.value)) <= 0;
  ensure(
    isPart,
    `${callOf(id)}: includedTaxes add up to ${taxes} instead of a part of ${total.value}, which is the total`,
  );
  return true;
}

const size = (value: string): string => (decimal.sign(value) < 0 ? decimal.negate(value) : value);

function refundsNothing(order: OrderDetail): boolean {
  if (!isRequestedReturn(order)) return false;
  const refund = order.refunds?.find(({ status }) => status !== undefined && codeOf(status) === 'refunded');
  ensure(
    !refund,
    `${callOf(order.id)}: the requested return has refunded ${refund?.amount.value} instead of nothing; ` +
      'a refund without goods belongs to the order',
  );
  return true;
}
