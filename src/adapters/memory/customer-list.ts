import { readBounds, readDayBounds, readMoneyBounds, type Bounds } from '../../adapter/toolkit/bounds.ts';
import { within } from '../../adapter/toolkit/days.ts';
import { counted } from '../../adapter/toolkit/purchases/stats.ts';
import { purchases } from '../../adapter/toolkit/purchases/purchases.ts';
import { byCode, type ContractList, type Filter } from '../../adapter/toolkit/rows.ts';
import { pick, listedFigures, listedMembers, type CustomerListItem } from '../../domain/customer-list.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import * as decimal from '../../domain/decimal.ts';
import { codeOf, isWithheld, type Field } from '../../domain/field.ts';
import { foldText, naturalKey } from '../../domain/fold-text.ts';
import { orderNumbers, phoneDigits, phonePatterns } from '../../domain/phone-search.ts';
import type { MoneyMetric } from '../../domain/stats.ts';
import type { CustomerFile } from './store.ts';

/** A customer in the list, with what a search of their orders looks at. */
export interface ListedCustomer extends CustomerListItem {
  readonly orderNumbers: ReadonlySet<string>;
}

type Figures = Pick<CustomerListItem, (typeof listedFigures)[number] | 'averageOrderValue'> &
  Pick<ListedCustomer, 'orderNumbers'>;

/** The figures by the orders of a customer, which never change. */
const known = new WeakMap<CustomerFile['orders'], Figures>();

/** Returns a customer as the list shows them. `seen` is the record as the operator may see it. */
export const listed = ({ orders }: CustomerFile, seen: Customer): ListedCustomer => ({
  id: seen.id,
  ...pick(seen, listedMembers),
  ...figuresOf(seen.id, orders),
});

/** Returns the row without what only a search looks at. */
export const listItem = (row: ListedCustomer): CustomerListItem => ({
  id: row.id,
  ...pick(row, listedMembers),
  ...pick(row, listedFigures),
});

function figuresOf(customerId: string, orders: CustomerFile['orders']): Figures {
  const before = known.get(orders);
  if (before) return before;
  const stats = purchases(customerId, orders).stats({}, {});
  const sales = counted(orders, orders).filter(({ kind }) => kind === 'order');
  const countOf = (currency: string) => sales.filter(({ total }) => total?.currency === currency).length;
  /** The amounts by the number of orders in their currency. */
  const ordered = <T extends MoneyMetric>(metric: T): T => ({
    ...metric,
    amounts: metric.amounts.toSorted(
      (a, b) => countOf(b.currency) - countOf(a.currency) || (a.currency < b.currency ? -1 : 1),
    ),
  });
  const { lifetimeTotal, averageOrderValue } = stats;
  const figures = {
    ...pick(stats, listedFigures),
    ...(lifetimeTotal && { lifetimeTotal: ordered(lifetimeTotal) }),
    ...(averageOrderValue && { averageOrderValue: ordered(averageOrderValue) }),
    orderNumbers: new Set(orders.map(({ number }) => foldText(number))),
  };
  known.set(orders, figures);
  return figures;
}

/** Latest order first. Withheld values are unknown: they are neither found nor sorted by. */
export const customerList: ContractList<'customers.list', ListedCustomer> = {
  order: [
    { key: ({ lastOrderAt }) => lastOrderAt && Date.parse(lastOrderAt), descending: true },
    { key: ({ id }) => id },
  ],
  sort: {
    name: ({ name }) => textKey(visible(name)),
    email: ({ email }) => textKey(visible(email)),
    lifetimeTotal: ({ lifetimeTotal }) => lifetimeTotal?.amounts[0],
    orders: ({ orders }) => orders?.value,
    transactions: ({ transactions }) => transactions?.value,
    firstOrderAt: ({ firstOrderAt }) => firstOrderAt && Date.parse(firstOrderAt),
    lastOrderAt: ({ lastOrderAt }) => lastOrderAt && Date.parse(lastOrderAt),
    verification: ({ verification }) => verification && codeOf(verification),
    level: ({ level }) => textKey(level?.name),
  },
  filters: {
    verification: byCode(({ verification }) => verification && codeOf(verification)),
    level: byCode(({ level }) => level?.id),
    group: (codes) => (customer) =>
      codes === undefined || (customer.groups ?? []).some(({ id }: Named) => codes.includes(id)),
    orders: anyOf((text) => {
      const isWithin = between(readBounds('orders', text));
      return ({ orders }) => orders !== undefined && isWithin(String(orders.value));
    }),
    spent: anyOf((text) => {
      const { currency, ...bounds } = readMoneyBounds('spent', text);
      const isWithin = between(bounds);
      return ({ lifetimeTotal }) =>
        lifetimeTotal?.amounts.some((amount) => amount.currency === currency && isWithin(amount.value)) === true;
    }),
    firstOrder: ofDay('firstOrder', 'firstOrderAt'),
    lastOrder: ofDay('lastOrder', 'lastOrderAt'),
  },
  texts: ({ name, firstName, lastName, company, email }) => {
    const [first, last] = [visible(firstName), visible(lastName)];
    return [visible(name), first && last && `${first} ${last}`, first, last, visible(company), visible(email)];
  },
  finds(text) {
    const [patterns, numbers] = [phonePatterns(text), orderNumbers(text)];
    return (customer) => {
      const digits = phoneDigits((visible(customer.phones) ?? []).map(({ number }) => number));
      return (
        patterns.some((pattern) => digits.includes(pattern)) ||
        foldText(customer.id) === text ||
        numbers.some((number) => customer.orderNumbers.has(number))
      );
    };
  },
};

const visible = <T>(value: Field<T> | null | undefined): T | undefined =>
  isWithheld(value) ? undefined : (value ?? undefined);

const textKey = (text: string | undefined): string | undefined => (text === undefined ? undefined : naturalKey(text));

/** Creates a filter whose values are ranges: a row matches if it is in any of them. */
function anyOf<T>(read: (text: string, timeZone?: string) => (row: T) => boolean): Filter<T> {
  return (texts, timeZone) => {
    const ranges = texts?.map((text) => read(text, timeZone));
    return (row) => ranges?.some((isWithin) => isWithin(row)) ?? true;
  };
}

const between =
  ({ from, to }: Bounds) =>
  (value: string): boolean =>
    (from === undefined || decimal.compare(value, from) >= 0) && (to === undefined || decimal.compare(value, to) <= 0);

function ofDay(filter: string, member: 'firstOrderAt' | 'lastOrderAt'): Filter<ListedCustomer> {
  return anyOf((text, timeZone) => {
    const isWithin = within(readDayBounds(filter, text), timeZone);
    return ({ [member]: at }) => typeof at === 'string' && isWithin(at);
  });
}
