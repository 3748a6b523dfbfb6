// Adapters that each break one rule of the contract.
import type { CustomerChange, CustomerMember } from '../../src/domain/customer-change.ts';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import * as decimal from '../../src/domain/decimal.ts';
import { isMoney } from '../../src/domain/money.ts';
import { listNames } from '../../src/adapter/capabilities.ts';
import { customerMembers } from '../../src/adapter/features.ts';
import { ports, writesOf, type ListName } from '../../src/adapter/operations.ts';
import type { ReadOptions } from '../../src/adapter/options.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { brokenAccountHistory } from './broken-account-history.ts';
import { brokenAgreement, brokenCodes } from './broken-agreement.ts';
import { brokenAddresses } from './broken-addresses.ts';
import { brokenChosenProducts } from './broken-chosen-products.ts';
import { brokenCustomerList } from './broken-customer-list.ts';
import { brokenLists } from './broken-lists.ts';
import { brokenExports } from './broken-exports.ts';
import { brokenInquiries } from './broken-inquiries.ts';
import { brokenInsights } from './broken-insights.ts';
import { brokenNotes } from './broken-notes.ts';
import { brokenReseller } from './broken-reseller.ts';
import { brokenOperations } from './broken-operations.ts';
import { brokenPaymentCards } from './broken-payment-cards.ts';
import { brokenPreferences } from './broken-preferences.ts';
import { brokenPriceGroups } from './broken-price-groups.ts';
import { brokenStoredValue } from './broken-stored-value.ts';
import { brokenSubscriptions } from './broken-subscriptions.ts';
import { brokenTimeline } from './broken-timeline.ts';
import { brokenTransactions } from './broken-transactions.ts';
import { brokenWatches } from './broken-watch.ts';
import {
  changingRequests,
  byPosition,
  credit,
  customers,
  withNewKey,
  listsUnder,
  checkThenDeduct,
  notes,
  overriding,
  pages,
  reversed,
  rowOf,
  type Tampering,
} from './tampering.ts';

const { ingrid, noOrders } = knownCustomers;
const read: ReadOptions = { signal: new AbortController().signal };

const mapValues = (
  record: Readonly<Record<string, string>> = {},
  change: (value: string) => string,
): Record<string, string> => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Returns the names of a rule's cases for all lists except some. */
const lists = (rule: string, ...without: readonly ListName[]): string[] =>
  listNames.filter((name) => !without.includes(name)).map((name) => `${name}: ${rule}`);
/** The lists whose rows belong to no customer, or are listed for each, assigned or not. */
const shared = [
  'businessAccounts.list',
  'customers.list',
  'exports.log',
  'insights.topCustomers',
  'priceGroups.list',
  'products.list',
] as const;
/** The lists that belong to a record, not to the customer as a whole. */
const nested = ['credit.entries', 'notes.revisions'] as const;

const without = (change: CustomerChange, member: CustomerMember): CustomerChange =>
  Object.fromEntries(Object.entries(change).filter(([name]) => name !== member));

/** Adapters that declare a member of a customer and do not change it. */
const brokenMembers = customerMembers.map((member): (typeof broken)[number] => [
  `takes ${member} of a customer, and does not store it`,
  customers(({ customers: port }) => ({
    update: (id, change, options) => port.update(id, without(change, member), options),
  })),
  `customers.update: changes ${member}, and nothing else`,
]);

/**
 * The broken adapters: a description, the change to the adapter, and the names of the cases that must fail, or their
 * prefixes.
 */
export const broken: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ...brokenOperations,
  ...brokenInsights,
  ...brokenAddresses,
  ...brokenAgreement,
  ...brokenCodes,
  ...brokenWatches,
  ...brokenLists,
  ...brokenChosenProducts,
  ...brokenCustomerList,
  ...brokenNotes,
  ...brokenPaymentCards,
  ...brokenStoredValue,
  ...brokenSubscriptions,
  ...brokenInquiries,
  ...brokenExports,
  ...brokenReseller,
  ...brokenPriceGroups,
  ...brokenTransactions,
  ...brokenAccountHistory,
  ...brokenTimeline,
  ...brokenPreferences,
  ...brokenMembers,
  [
    'declares no guarantees',
    (memory) =>
      Object.fromEntries(
        Object.entries(memory).map(([name, port]) => [
          name,
          'guarantees' in port ? { ...port, guarantees: undefined } : port,
        ]),
      ),
    ...Object.keys(ports)
      .filter((port) => writesOf(port).length)
      .map((port) => `${port}: declares its guarantees`),
  ],
  [
    'returns another customer’s record',
    (memory) => ({
      ...memory,
      customers: { get: async (_, options) => memory.customers.get(noOrders, options) },
      stats: { get: async (_, range, options) => memory.stats.get(noOrders, range, options) },
    }),
    'customers.get: matches the schema, and belongs to the requested customer',
    'stats.get: matches the schema, and belongs to the requested customer',
  ],
  [
    'returns invalid permissions',
    (memory) => ({ ...memory, permissions: async () => ({ 'notes.create': 'yes' }) as never }),
    'permissions: matches the schema, and belongs to the requested customer',
  ],
  [
    'returns a record for unknown customers',
    (memory) => ({
      ...memory,
      customers: { get: async (id) => ({ id }) },
      stats: { get: async (customerId) => ({ customerId }) },
      permissions: async () => ({}),
    }),
    'customers.get: rejects with not-found for an unknown customer',
    'stats.get: rejects with not-found for an unknown customer',
    'permissions: rejects with not-found for an unknown customer',
    'customers.get: an unusual id matches no customer',
    'stats.get: an unusual id matches no customer',
    'permissions: an unusual id matches no customer',
  ],
  [
    'lists rows of another customer',
    pages((page) => ({ ...page, items: page.items.map((row: object) => ({ ...row, customerId: noOrders })) })),
    ...lists('matches the schema', ...shared),
  ],
  [
    'lists a row without an id',
    pages((page) => ({ ...page, items: page.items.map((row: object) => ({ ...row, id: undefined })) })),
    ...lists('matches the schema'),
  ],
  [
    'returns a row for a customer without rows',
    pages((page, _, id) => (page.items.length ? page : { ...page, items: [rowOf(id)] })),
    ...lists('is empty for a customer without rows', ...shared, ...nested),
  ],
  [
    'returns rows for an unknown customer',
    listsUnder((id) => (id === 'C-0' || id.includes('/') ? ingrid : id)),
    ...lists('is empty or rejects with not-found for an unknown customer', ...shared),
    ...lists('an unusual id matches no customer', ...shared),
  ],
  [
    'returns another total in the order details',
    (memory) => ({
      ...memory,
      orders: {
        ...memory.orders,
        get: async (...args) => ({ ...(await memory.orders.get(...args)), total: { value: '1', currency: 'GBP' } }),
      },
    }),
    'orders.get: matches the row in the list',
  ],
  [
    'returns an invalid order for any id',
    (memory) => ({
      ...memory,
      orders: { ...memory.orders, get: (...args) => memory.orders.get(...args).catch(() => ({}) as never) },
    }),
    'orders.get: an unusual id matches no customer',
  ],
  [
    'returns an order without its lines',
    (memory) => ({
      ...memory,
      orders: {
        ...memory.orders,
        get: async (...args) => ({ ...(await memory.orders.get(...args)), lines: [] as never, id: 7 as never }),
      },
    }),
    'orders.get: matches the schema, and belongs to the requested customer',
  ],
  [
    'ignores an abort of orders.get',
    overriding('orders.get', (get) => (id, orderId) => get(id, orderId, read)),
    'orders.get: an abort ends the call, and is not an AdapterError',
  ],
  [
    'ignores aborts',
    (memory) => {
      const waiting = (options: ReadOptions): ReadOptions => ({ ...options, signal: new AbortController().signal });
      return {
        ...changingRequests((request, options) => [request, waiting(options)])(memory, undefined as never),
        customers: {
          get: (id, options) => memory.customers.get(id, waiting(options)),
          list: (page, options) => memory.customers.list(page, waiting(options)),
        },
        stats: { get: (id, range, options) => memory.stats.get(id, range, waiting(options)) },
        permissions: (id, options) => memory.permissions(id, waiting(options)),
      };
    },
    ...lists('an abort ends the call'),
    'customers.get: an abort ends the call, and is not an AdapterError',
    'stats.get: an abort ends the call, and is not an AdapterError',
    'permissions: an abort ends the call, and is not an AdapterError',
  ],
  [
    'rejects an aborted call with an AdapterError',
    (memory) => ({
      ...memory,
      customers: {
        get: (...args) =>
          memory.customers.get(...args).catch(() => {
            throw new AdapterError('offline');
          }),
      },
    }),
    'customers.get: an abort ends the call, and is not an AdapterError',
  ],
  [
    'loses the first row of each further page',
    pages((page, { after }) => (after ? { ...page, items: page.items.slice(1) } : page)),
    ...lists('pages have no gaps', 'notes.revisions'),
  ],
  [
    'returns a wrong total',
    pages((page) => ({ ...page, total: (page.total ?? 0) + 1 })),
    ...lists('pages have no gaps'),
  ],
  [
    'pages by position',
    byPosition(),
    'notes.list: pages stay consistent while rows are inserted',
    'credit.entries: pages stay consistent while rows are inserted',
  ],
  [
    'lists oldest first',
    pages(reversed),
    'orders.list: is sorted newest first; equal times by number, numerically descending',
    'notes.list: is sorted with pinned notes first, then newest first',
    'credit.entries: is sorted newest first, and each balance is the previous one plus the amount',
    'crossSell.list: is sorted by revenue, highest first, by default',
    'crossSell.list: can be sorted by any figure in both directions, with unknown values last',
    'crossSell.list: can be sorted by title and SKU in both directions, numerically, with unknown values last',
  ],
  [
    'sorts orders of one instant by number as text',
    pages(
      (page) => ({
        ...page,
        items: page.items
          .map((row: object, index) => ({
            ...row,
            placedAt: '2026-01-01T00:00:00Z',
            number: `#${page.items.length - index}`,
          }))
          .toSorted((a, b) => (a.number > b.number ? -1 : 1)),
      }),
      'orders.list',
    ),
    'orders.list: is sorted newest first; equal times by number, numerically descending',
  ],
  [
    'sorts titles and SKUs as text',
    pages(
      (page, { sort }) => ({
        ...page,
        items: page.items
          .map((row: object, index) => ({ ...row, product: { id: 'p', title: `Cup ${index + 1}` } }))
          .toSorted(
            (a, b) => (a.product.title < b.product.title ? -1 : 1) * (sort?.direction === 'descending' ? -1 : 1),
          ),
      }),
      'crossSell.list',
    ),
    'crossSell.list: can be sorted by title and SKU in both directions, numerically, with unknown values last',
  ],
  [
    'ignores the sort order',
    pages((page, { sort }) => (sort ? reversed(page) : page)),
    'crossSell.list: can be sorted by any figure in both directions, with unknown values last',
  ],
  [
    'returns a balance that differs from the ledger',
    pages(
      (page) => ({
        ...page,
        items: page.items.map((row: object) => ({ ...row, balance: { value: '1.00', currency: 'GBP' } })),
      }),
      'credit.accounts',
    ),
    'credit.entries: is sorted newest first, and each balance is the previous one plus the amount',
  ],
  [
    'returns totals of the page',
    pages((page) => ({ ...page, totals: { ...(page.totals as object), rows: page.items.length } }), 'crossSell.list'),
    'crossSell.list: totals cover all pages, and add up to the lifetime total',
  ],
  [
    'counts rows with unknown values as known',
    pages(
      (page) => ({ ...page, totals: { ...(page.totals as object), profit: { amounts: [], known: 23 } } }),
      'crossSell.list',
    ),
    'crossSell.list: totals cover all pages, and add up to the lifetime total',
  ],
  [
    'has charges that do not add up',
    pages((page) => ({ ...page, totals: { ...(page.totals as object), charges: [] } }), 'crossSell.list'),
    'crossSell.list: totals cover all pages, and add up to the lifetime total',
  ],
  [
    'ignores the time zone',
    changingRequests((request, options) => [request, { ...options, timeZone: 'UTC' }]),
    'orders.list: a range covers whole days, both included, in the given time zone',
  ],
  [
    'excludes the last day of a range',
    changingRequests(({ range, ...request }, options) => [
      { ...request, range: range?.to ? { from: range.from, to: '2000-01-01' } : range },
      options,
    ]),
    'orders.list: a range covers whole days, both included, in the given time zone',
  ],
  [
    'ignores the range',
    changingRequests((request, options) => [{ ...request, range: undefined }, options]),
    'orders.list: a range covers whole days, both included, in the given time zone',
    'stats.get: counts only orders that were placed in the range',
  ],
  [
    'does not store changes of a customer',
    customers(({ customers: port }) => ({
      update: async (id, change) => ({ ...(await port.get(id, read)), ...change, version: 'v' }) as never,
    })),
    'customers.update: returns the changed customer, with another version',
    'customers.update: names an invalid member, and writes nothing',
    'customers.update: changes company, and nothing else',
  ],
  [
    'changes the login with the company',
    customers(({ customers: port }) => ({
      update: (id, change, options) =>
        port.update(id, change.company === undefined ? change : { ...change, login: 'both' }, options),
    })),
    'customers.update: changes company, and nothing else',
  ],
  [
    'ignores members that it does not declare',
    customers(({ customers: port }) => ({
      updates: port.updates?.filter((member) => member !== 'phone'),
      update: (id, change, options) => port.update(id, without(change, 'phone'), options),
    })),
    'customers.update: rejects members that it does not take, and writes nothing',
  ],
  [
    'accepts the e-mail address of another customer',
    customers(({ customers: port }, store) => ({
      update: (id, change, options) =>
        port.update(id, change, options).catch((error: AdapterError) => {
          if (!error.fieldErrors?.['email'] || !change.email?.includes('@')) throw error;
          const file = store.fileOf(id);
          return (file.customer = { ...file.customer, email: change.email });
        }),
    })),
    'customers.update: rejects the e-mail address of another customer, and names the member',
  ],
  [
    'ignores idempotency keys of customer changes',
    customers(({ customers: port }) => ({
      update: async (id, change, options) =>
        port.update(id, change, withNewKey({ ...options, ifVersion: (await port.get(id, read)).version })),
    })),
    'customers.update: a repeated key is executed once, and gets the same response',
  ],
  [
    'accepts any status',
    customers(({ customers: port }) => ({
      setStatus: (id, status, options) => port.setStatus(id, status, options).catch(() => port.get(id, read)),
    })),
    'customers.setStatus: accepts only the values that the platform offers',
  ],
  [
    'accepts any password',
    customers(() => ({ setPassword: async () => undefined })),
    'customers.setPassword: rejects a short password by its member name, without repeating it',
  ],
  [
    'repeats the password in its error',
    customers(() => ({
      setPassword: async (_, { password }) => {
        throw new AdapterError('validation', { fieldErrors: { password: `${password} is too short` } });
      },
    })),
    'customers.setPassword: rejects a short password by its member name, without repeating it',
  ],
  [
    'reveals without a reason',
    customers(({ customers: port }) => ({
      reveal: (id, what, options) => port.reveal(id, what, { ...options, reason: 'none' }),
    })),
    'customers.reveal: requires a reason',
  ],
  [
    'returns a revealed value unmasked in later reads',
    customers(({ customers: port }) => {
      let seen: unknown;
      return {
        get: async (id, options) => ({ ...(await port.get(id, options)), ...(seen ? { email: seen as string } : {}) }),
        reveal: async (...args) => {
          const revealed = await port.reveal(...args);
          seen = revealed.value;
          return revealed;
        },
      };
    }),
    'customers.reveal: returns the whole value, which stays withheld in later reads',
  ],
  [
    'returns the masked value when it reveals',
    customers(({ customers: port }) => ({
      reveal: async (customerId) => ({
        customerId,
        value: (await port.get(customerId, read)).email as never,
        until: '',
      }),
    })),
    'customers.reveal: returns the whole value, which stays withheld in later reads',
  ],
  [
    'adds to the ordered total',
    (memory) => ({
      ...memory,
      stats: {
        get: async (...args) => ({
          ...(await memory.stats.get(...args)),
          orderTotal: { amounts: [{ value: '18845.51', currency: 'GBP' }], basis: 'gross' },
        }),
      },
    }),
    'stats.get: the ordered total matches the list of orders, and is at least the canceled total',
  ],
  [
    'returns more canceled than ordered units',
    (memory) => ({
      ...memory,
      stats: {
        get: async (...args) => ({
          ...(await memory.stats.get(...args)),
          canceledItems: { value: 1488, basis: 'units' },
        }),
      },
    }),
    'stats.get: the ordered total matches the list of orders, and is at least the canceled total',
  ],
  [
    'filters by one code only',
    changingRequests((request, options) => [
      { ...request, filter: mapValues(request.filter, (codes) => codes.replace(/,.*/, '')) },
      options,
    ]),
    'orders.list: several codes, separated by commas, match any of them',
  ],
  [
    'includes archived orders by default',
    changingRequests((request, options) => [
      { ...request, filter: { archived: 'include', ...request.filter } },
      options,
    ]),
    'orders.list: archived orders are listed on request only',
  ],
  [
    'never lists archived orders',
    pages((page, { filter }) =>
      filter?.['archived'] === 'only' ? { ...page, items: [], next: null, total: 0 } : page,
    ),
    'orders.list: archived orders are listed on request only',
  ],
  [
    'returns refunds as negative amounts',
    (memory) => ({
      ...memory,
      orders: {
        ...memory.orders,
        get: async (...args) => {
          const order = await memory.orders.get(...args);
          return {
            ...order,
            refunds: order.refunds?.map((refund) => ({
              ...refund,
              amount: { ...refund.amount, value: `-${refund.amount.value}` },
            })),
          };
        },
      },
    }),
    'orders.get: refunds are positive',
  ],
  [
    'escapes markup',
    notes(({ notes: port }) => ({
      create: (id, { body }, options) => port.create(id, { body: body.replaceAll('<', '&lt;') }, options),
    })),
    'notes.create: stores the text exactly',
  ],
  [
    'fills in empty notes',
    notes(({ notes: port }) => ({
      create: (id, { body }, options) => port.create(id, { body: body.trim() || '-' }, options),
    })),
    'notes.create: rejects an empty note, and one that is too long, and names the member',
  ],
  [
    'does not change the version',
    notes(({ notes: port }) => ({ update: async (...args) => ({ ...(await port.update(...args)), version: '1' }) })),
    'notes.update: changes the text and the version',
  ],
  [
    'changes nothing',
    notes(({ notes: port }, store) => ({
      update: async (id, noteId, { body = '' }) => ({
        ...(await port.list(id, { first: 1000 }, read)).items.find((note) => note.id === noteId)!,
        body,
        version: String(store.newId('v')),
        updatedAt: store.tick(),
      }),
    })),
    'notes.update: changes the text and the version',
  ],
  [
    'changes any customer’s note',
    notes(({ notes: port }) => ({
      update: (_, ...rest) => port.update(ingrid, ...rest),
      delete: (_, ...rest) => port.delete(ingrid, ...rest),
    })),
    'notes.update: rejects with not-found under another customer',
    'notes.delete: deletes the note',
  ],
  ['deletes nothing', notes(() => ({ delete: async () => undefined })), 'notes.delete: deletes the note'],
  [
    'writes in a dry run',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, dryRun: undefined }),
    })),
    'credit.adjust: a dry run returns the new balance, writes nothing and does not use up its key',
  ],
  [
    'does not change the balance',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, dryRun: true }),
    })),
    'credit.adjust: adds an entry, changes the balance by its amount, and leaves earlier entries unchanged',
    'credit.adjust: is exact: a tenth plus two tenths, a part of the smallest unit, and 25 digits',
    'credit.adjust: a dry run returns the new balance, writes nothing and does not use up its key',
  ],
  [
    'rewrites the ledger',
    credit(({ credit: port }, store) => ({
      adjust: async (...args) => {
        const outcome = await port.adjust(...args);
        const file = store.fileOf(ingrid);
        file.entries = file.entries.map((entry) => ({ ...entry, description: 'Tidied' }));
        return outcome;
      },
    })),
    'credit.adjust: adds an entry, changes the balance by its amount, and leaves earlier entries unchanged',
  ],
  [
    'calculates in floating point',
    credit(({ credit: port }, store) => ({
      adjust: async (...args) => {
        const outcome = await port.adjust(...args);
        const file = store.fileOf(ingrid);
        file.accounts = file.accounts.map((account) => ({
          ...account,
          balance: { ...account.balance, value: BigInt(Math.round(Number(account.balance.value))).toString() },
        }));
        return outcome;
      },
    })),
    'credit.adjust: is exact: a tenth plus two tenths, a part of the smallest unit, and 25 digits',
  ],
  [
    'rounds what is less than a penny',
    credit(({ credit: port }) => ({
      adjust: (id, { amount, ...adjustment }, options) =>
        port.adjust(
          id,
          { ...adjustment, amount: isMoney(amount) ? { ...amount, value: decimal.round(amount.value, 2) } : amount },
          options,
        ),
    })),
    'credit.adjust: is exact: a tenth plus two tenths, a part of the smallest unit, and 25 digits',
  ],
  [
    'allows any debit',
    credit(({ credit: port }, store) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, adjustment, options).catch((error: AdapterError) => {
          if (error.code !== 'validation') throw error;
          const account = store.fileOf(id).accounts[0]!;
          return { customerId: id, account };
        }),
    })),
    'credit.adjust: rejects a debit above the balance, and names the amount',
    'credit.adjust: rejects a debit of an account that does not allow it',
    'credit.adjust: rejects zero, another currency and an unknown account',
    'credit.adjust: concurrent debits never exceed the balance',
  ],
  [
    'omits field errors',
    credit(({ credit: port }) => ({
      adjust: (...args) =>
        port.adjust(...args).catch((error: AdapterError) => {
          throw new AdapterError(error.code);
        }),
    })),
    'credit.adjust: rejects a debit above the balance, and names the amount',
    'credit.adjust: rejects a debit of an account that does not allow it',
    'credit.adjust: an outdated version is a conflict with the current record, and changes nothing',
  ],
  [
    'ignores idempotency keys of adjustments',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, withNewKey(options)),
    })),
    'credit.adjust: a repeated key is executed once, and gets the same response',
  ],
  [
    'checks the balance before a concurrent debit',
    credit(checkThenDeduct),
    'credit.adjust: concurrent debits never exceed the balance',
  ],
  [
    'ignores the account’s version',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, ifVersion: undefined }),
    })),
    'credit.adjust: an outdated version is a conflict with the current record, and changes nothing',
  ],
];
