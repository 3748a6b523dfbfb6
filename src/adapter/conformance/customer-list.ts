import { listedFigures, listedMembers, type CustomerListItem } from '../../domain/customer-list.ts';
import * as decimal from '../../domain/decimal.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import type { PageRequest } from '../options.ts';
import type { CustomersPort } from '../ports/customers.ts';
import { ensure, same, sameMoney, skip } from './assert.ts';
import { dayIn } from './days.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

type Load = (request?: Omit<PageRequest, 'first'>) => Promise<readonly CustomerListItem[]>;

/** Tests the list of all customers: its rows, its search, its filters by bounds and its order by figures. */
export function customerListCases({ adapter }: ConformanceSetup): ConformanceCase[] {
  const { customers } = adapter;
  if (!customers?.list) return [];
  const load: Load = async (request = {}) => (await customers.list!({ ...all, ...request }, reading())).items;
  const { search, filter = [], sort = [] } = customers.capabilities?.list ?? {};
  return [
    ...(customers.get ? [recordCase(customers, load)] : []),
    ...(adapter.stats?.get ? [statsCase(adapter, load)] : []),
    ...(search ? [searchCase(load)] : []),
    ...boundsCases(load, filter),
    ...['orders', 'transactions', 'lifetimeTotal'].filter((field) => sort.includes(field)).map(orderCase(load)),
  ];
}

/** The number of rows that are compared with the records of their customers. */
const maxRows = 8;

const recordCase = ({ get }: CustomersPort, load: Load): ConformanceCase => ({
  name: 'customers.list: has the values of customers.get',
  async run() {
    const rows = (await load()).slice(0, maxRows);
    for (const row of rows.length ? rows : skip('there are no customers')) {
      const customer = await get!(row.id, reading());
      for (const member of listedMembers)
        if (row[member] !== undefined) same(row[member], customer[member], `customers.list: ${member} of ${row.id}`);
    }
  },
});

const statsCase = ({ stats }: Adapter, load: Load): ConformanceCase => ({
  name: 'customers.list: has the figures of stats.get',
  async run() {
    const rows = (await load()).slice(0, maxRows);
    for (const row of rows.length ? rows : skip('there are no customers')) {
      const { lifetimeTotal, ...figures } = await stats!.get!(row.id, {}, reading());
      const where = `customers.list: ${row.id}`;
      for (const figure of listedFigures)
        if (figure !== 'lifetimeTotal' && row[figure] !== undefined && figures[figure] !== undefined)
          same(row[figure], figures[figure], `${where}: ${figure}`);
      if (!row.lifetimeTotal || !lifetimeTotal) continue;
      sameMoney(row.lifetimeTotal.amounts, lifetimeTotal.amounts, `${where}: lifetimeTotal`);
      same(row.lifetimeTotal.basis, lifetimeTotal.basis, `${where}: the basis of lifetimeTotal`);
    }
  },
});

const searchCase = (load: Load): ConformanceCase => ({
  name: 'customers.list: finds a customer by name, e-mail address and telephone number',
  async run() {
    const rows = await load();
    const textsOf = ({ name, email, phones }: CustomerListItem): readonly (string | undefined)[] => {
      const [phone] = !phones || isWithheld(phones) ? [] : phones;
      const number = phone?.number.trim() ?? '';
      return [
        isWholeText(name) ? name.toUpperCase() : undefined,
        isWholeText(email) ? email : undefined,
        // The digits alone, as they are typed into a phone.
        /^\+?[\d\s-]{6,}$/.test(number) ? number.replaceAll(/[^+\d]/g, '') : undefined,
      ];
    };
    const row = rows.find((one) => textsOf(one).every(Boolean)) ?? rows.find((one) => textsOf(one).some(Boolean));
    if (!row) skip('no customer has a name, an e-mail address or a telephone number that is not withheld');
    for (const text of textsOf(row))
      if (text)
        ensure(
          (await load({ text })).some(({ id }) => id === row.id),
          `${row.id} is not found by its ${text}`,
        );
  },
});

/** The filters by bounds: the value of a row as a filter takes it, for bounds that only equal values are in. */
const boundsOf: Readonly<Record<string, (row: CustomerListItem) => readonly string[]>> = {
  orders: ({ orders }) => (orders ? [`${orders.value}/${orders.value}`] : []),
  spent: ({ lifetimeTotal }) =>
    (lifetimeTotal?.amounts ?? []).map(({ value, currency }) => {
      const plain = decimal.sum(value, '0');
      return `${currency}:${plain}/${plain}`;
    }),
  firstOrder: ({ firstOrderAt }) => dayOf(firstOrderAt),
  lastOrder: ({ lastOrderAt }) => dayOf(lastOrderAt),
  level: ({ level }) => (level ? [level.id] : []),
  group: ({ groups }) => (groups ?? []).map(({ id }) => id),
};

const dayOf = (at: string | null | undefined): readonly string[] => {
  const day = at && dayIn('UTC', at);
  return day ? [`${day}/${day}`] : [];
};

/** Returns a case for each declared filter: it keeps the rows with the value, and no others. */
const boundsCases = (load: Load, filters: readonly string[]): ConformanceCase[] =>
  Object.entries(boundsOf)
    .filter(([name]) => filters.includes(name))
    .map(([name, valuesOf]) => ({
      name: `customers.list: the filter ${name} keeps the rows that it names, and no others`,
      async run() {
        const rows = await load();
        const row = rows.find((one) => valuesOf(one).length > 0) ?? skip(`no customer has a value for ${name}`);
        const [value = ''] = valuesOf(row);
        const found = await load({ filter: { [name]: value } });
        ensure(
          found.some(({ id }) => id === row.id),
          `customers.list: ${row.id} is missing with ${name} ${value}`,
        );
        for (const one of found)
          ensure(valuesOf(one).includes(value), `customers.list: ${one.id} is listed with ${name} ${value}`);
      },
    }));

const orderCase =
  (load: Load) =>
  (field: string): ConformanceCase => ({
    name: `customers.list: sorts by the values of ${field}`,
    async run() {
      for (const direction of ['ascending', 'descending'] as const) {
        const rows = await load({ sort: { field, direction } });
        for (const [index, row] of rows.slice(1).entries()) {
          const [a, b] = [rows[index]!, row].map((one) => numberOf(one, field));
          // Amounts in two currencies cannot be compared.
          if (!a || !b || a.currency !== b.currency) continue;
          const order = decimal.compare(a.value, b.value);
          ensure(
            direction === 'ascending' ? order <= 0 : order >= 0,
            `customers.list by ${field}, ${direction}: ${row.id} is out of order`,
          );
        }
      }
    },
  });

/** Returns the value that a row is sorted by. */
function numberOf({ orders, transactions, lifetimeTotal }: CustomerListItem, field: string) {
  if (field === 'lifetimeTotal') return lifetimeTotal?.amounts[0];
  const count = field === 'orders' ? orders : transactions;
  return count && { value: String(count.value), currency: '' };
}

const isWholeText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
