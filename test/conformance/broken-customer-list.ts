// Adapters whose list of all customers has other values, or other rows, than what was asked for.
import type { PageRequest } from '../../src/adapter/options.ts';
import type { CustomerListItem } from '../../src/domain/customer-list.ts';
import { customers, type Tampering } from './tampering.ts';

type Broken = readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[];

const row = (change: (item: CustomerListItem) => CustomerListItem): Tampering =>
  customers(({ customers: port }) => ({
    list: async (...args) => {
      const page = await port.list(...args);
      return { ...page, items: page.items.map(change) };
    },
  }));

const request = (change: (request: PageRequest) => PageRequest): Tampering =>
  customers(({ customers: port }) => ({ list: (page, options) => port.list(change(page), options) }));

const filters = ['orders', 'spent', 'firstOrder', 'lastOrder', 'level', 'group'];

export const brokenCustomerList: Broken = [
  [
    'lists another name of a customer',
    row((item) => ({ ...item, name: 'Somebody else' })),
    'customers.list: has the values of customers.get',
  ],
  [
    'lists a sum of another basis',
    row((item) => ({
      ...item,
      ...(item.lifetimeTotal && { lifetimeTotal: { ...item.lifetimeTotal, basis: 'gross' } }),
    })),
    'customers.list: has the figures of stats.get',
  ],
  [
    'lists another sum of a customer',
    row((item) => ({
      ...item,
      lifetimeTotal: { amounts: [{ value: '1', currency: 'XTS' }], basis: 'net-of-returns' },
    })),
    'customers.list: has the figures of stats.get',
  ],
  [
    'finds telephone numbers only as they are written',
    request((page) => (/^[+\d]{6,}$/.test(page.text ?? '') ? { ...page, text: 'nobody has this' } : page)),
    'customers.list: finds a customer by name, e-mail address and telephone number',
  ],
  ...filters.map(
    (name) =>
      [
        `ignores the filter ${name} of customers`,
        request((page) => ({
          ...page,
          filter: Object.fromEntries(Object.entries(page.filter ?? {}).filter(([other]) => other !== name)),
        })),
        `customers.list: the filter ${name} keeps the rows that it names, and no others`,
      ] as const,
  ),
  ...['orders', 'transactions', 'lifetimeTotal'].map(
    (field) =>
      [
        `sorts customers by name instead of ${field}`,
        request((page) => (page.sort?.field === field ? { ...page, sort: { ...page.sort, field: 'name' } } : page)),
        `customers.list: sorts by the values of ${field}`,
      ] as const,
  ),
];
