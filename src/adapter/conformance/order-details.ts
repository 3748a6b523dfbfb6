import * as decimal from '../../domain/decimal.ts';
import { minorUnits } from '../../domain/money.ts';
import type { OrderDetail, Payment, Refund } from '../../domain/order-detail.ts';
import { axes, type Axis } from '../../domain/order.ts';
import { ensure, same } from './assert.ts';
import { eachDetail, History } from './history.ts';
import type { ConformanceCase, ConformanceSetup } from './subject.ts';

/** Tests that the members of an order agree with each other. */
export function orderDetailCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  if (!orders?.list) return [];
  const cases: ConformanceCase[] = [
    {
      name: 'orders.list: the total of a return is not positive',
      async run() {
        for (const { id, total } of (await History.read(orders, full)).returns())
          ensure(
            !total || decimal.sign(total.value) <= 0,
            `orders.list: the total of the return ${id} is ${total?.value} instead of at most 0 ${total?.currency}`,
          );
      },
    },
    {
      name: 'orders.list: no axis has more done than there is',
      async run() {
        for (const { id, status } of (await History.read(orders, full)).entries)
          for (const axis of Object.keys(axes) as Axis[]) {
            const { done, of } = status[axis]?.extent ?? { done: 0, of: 0 };
            ensure(
              done >= 0 && done <= of,
              `orders.list: the extent of ${axis} of ${id} is ${done} of ${of} instead of 0 to ${of}`,
            );
          }
      },
    },
  ];
  if (!orders.get) return cases;
  return [
    ...cases,
    eachDetail(orders, full, 'lines add up to the total', addUp, 'order with lines'),
    eachDetail(
      orders,
      full,
      'quantities and amounts of a return are not positive, and its item count is not negative',
      hasSigns,
      'return',
    ),
    eachDetail(
      orders,
      full,
      'the item count is the number of product units in the lines',
      countsItems,
      'order with lines and an item count',
    ),
    eachDetail(
      orders,
      full,
      'the summary is the first product line, and the number of further ones',
      summarizes,
      'order with a summary and a product',
    ),
    eachDetail(orders, full, 'a refund is not listed as a payment too', listsRefundsOnce, 'order with a refund'),
  ];
}

/** Checks the summary. A line without a title cannot be compared. */
function summarizes({ summary, lines }: OrderDetail, call: string): boolean {
  const [first, ...further] = lines.filter(({ kind }) => kind === 'product');
  if (!summary || !first) return false;
  if (first.title !== undefined) same(summary.title, first.title, `${call}: the title of the summary`);
  same(summary.more, further.length, `${call}: the further lines of the summary`);
  return true;
}

/** Checks the sum of products and charges. A line may have more decimals than the currency, so the sum is rounded. */
function addUp({ lines, total: whole }: OrderDetail, call: string): boolean {
  // Without lines, the widgets show the total alone.
  if (!lines.length || !whole) return false;
  const { value, currency } = whole;
  for (const { id, total } of lines)
    ensure(
      total.currency === currency,
      `${call}: the total of the line ${id} is in ${total.currency} instead of ${currency}`,
    );
  const sum = decimal.sum(...lines.map(({ total }) => total.value));
  const [found, expected] = [sum, value].map((amount) => decimal.round(amount, minorUnits(currency)));
  ensure(
    decimal.compare(found!, expected!) === 0,
    `${call}: the lines add up to ${found} instead of ${expected} ${currency}, which is the total`,
  );
  return true;
}

function hasSigns({ kind, itemCount = 0, lines, total }: OrderDetail, call: string): boolean {
  ensure(itemCount >= 0, `${call}: itemCount is ${itemCount} instead of ${-itemCount}`);
  if (kind === 'order') return false;
  ensure(
    !total || decimal.sign(total.value) <= 0,
    `${call}: the total of the return is ${total?.value} instead of at most 0`,
  );
  for (const line of lines) {
    // A charge of a return, such as a fee for it, may have any sign.
    if (line.kind === 'charge') continue;
    ensure(
      line.quantity <= 0 && decimal.sign(line.total.value) <= 0,
      `${call}: the return has a line of ${line.quantity} for ${line.total.value} instead of at most 0`,
    );
  }
  return true;
}

function countsItems({ itemCount, lines }: OrderDetail, call: string): boolean {
  if (itemCount === undefined || !lines.length) return false;
  const units = lines.reduce((sum, line) => sum + (line.kind === 'product' ? Math.abs(line.quantity) : 0), 0);
  ensure(Math.abs(itemCount) === units, `${call}: itemCount is ${itemCount} instead of ${units}`);
  return true;
}

function listsRefundsOnce({ payments = [], refunds = [] }: OrderDetail, call: string): boolean {
  for (const refund of refunds) {
    const twice = payments.find((payment) => isSame(payment, refund));
    ensure(
      !twice,
      `${call}: the refund ${refund.id} of ${refund.amount.value} is also the payment ${twice?.id} ` +
        `of ${twice?.amount.value} instead of in refunds only`,
    );
  }
  return refunds.length > 0;
}

/** Returns true if a payment is money that was returned, and neither time nor reference tells it from a refund. */
function isSame(payment: Payment, refund: Refund): boolean {
  const { currency, value } = payment.amount;
  if (currency !== refund.amount.currency || decimal.sign(decimal.sum(value, refund.amount.value)) !== 0) return false;
  const isDistinct = payment.at !== undefined && refund.at !== undefined && time(payment.at) !== time(refund.at);
  const { reference = refund.reference } = payment;
  return !isDistinct && reference === (refund.reference ?? reference);
}

const time = (instant: string): number => Date.parse(instant);
