// Adapters that each break one rule of the contract.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { listNames } from '../../src/adapter/capabilities.ts';
import type { ListName } from '../../src/adapter/operations.ts';
import type { ReadOptions } from '../../src/adapter/options.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { brokenAddresses } from './broken-addresses.ts';
import { brokenNotes } from './broken-notes.ts';
import { brokenOperations } from './broken-operations.ts';
import { brokenStoredValue } from './broken-stored-value.ts';
import { brokenSubscriptions } from './broken-subscriptions.ts';
import { brokenWatches } from './broken-watch.ts';
import {
  asked,
  byPosition,
  credit,
  customers,
  forgetful,
  listsUnder,
  lookThenTake,
  notes,
  overriding,
  pages,
  reversed,
  rowOf,
  type Spoil,
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
/** The lists whose rows belong to no customer. */
const shared = ['businessAccounts.list', 'products.list'] as const;
/** The lists that belong to a record, not to the customer as a whole. */
const nested = ['credit.entries', 'notes.revisions'] as const;

/**
 * The broken adapters: a description, the change to the adapter, and the names of the cases that must fail, or their
 * prefixes.
 */
export const broken: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  ...brokenOperations,
  ...brokenAddresses,
  ...brokenWatches,
  ...brokenNotes,
  ...brokenStoredValue,
  ...brokenSubscriptions,
  [
    'declares nothing',
    (memory) => ({
      ...memory,
      customers: { ...memory.customers, guarantees: undefined },
      notes: { ...memory.notes, guarantees: undefined },
      credit: { ...memory.credit, guarantees: undefined },
      coupons: { ...memory.coupons, guarantees: undefined },
      subscriptions: { ...memory.subscriptions, guarantees: undefined },
    }),
    'customers: says what',
    'notes: says what',
    'credit: says what',
    'coupons: says what',
    'subscriptions: says what',
  ],
  [
    'answers another customer’s record',
    (memory) => ({
      ...memory,
      customers: { get: async (_, options) => memory.customers.get(noOrders, options) },
      stats: { get: async (_, range, options) => memory.stats.get(noOrders, range, options) },
    }),
    'customers.get: has the shape',
    'stats.get: has the shape',
  ],
  [
    'answers nonsense for permissions',
    (memory) => ({ ...memory, permissions: async () => ({ 'notes.create': 'yes' }) as never }),
    'permissions: has the shape',
  ],
  [
    'knows everybody',
    (memory) => ({
      ...memory,
      customers: { get: async (id) => ({ id }) },
      stats: { get: async (customerId) => ({ customerId }) },
      permissions: async () => ({}),
    }),
    'customers.get: rejects with not-found',
    'stats.get: rejects with not-found',
    'permissions: rejects with not-found',
    'customers.get: an id that is no plain word',
    'stats.get: an id that is no plain word',
    'permissions: an id that is no plain word',
  ],
  [
    'lists rows of another customer',
    pages((page) => ({ ...page, items: page.items.map((row: object) => ({ ...row, customerId: noOrders })) })),
    ...lists('has the shape', ...shared),
  ],
  [
    'lists a row without an id',
    pages((page) => ({ ...page, items: page.items.map((row: object) => ({ ...row, id: undefined })) })),
    ...lists('has the shape'),
  ],
  [
    'has a row for who has none',
    pages((page, _, id) => (page.items.length ? page : { ...page, items: [rowOf(id)] })),
    ...lists('is an empty page', ...shared, ...nested),
  ],
  [
    'lists what a stranger has',
    listsUnder((id) => (id === 'C-0' || id.includes('/') ? ingrid : id)),
    ...lists('has nothing of a customer', ...shared),
    ...lists('an id that is no plain word', ...shared),
  ],
  [
    'details another total',
    (memory) => ({
      ...memory,
      orders: {
        ...memory.orders,
        get: async (...args) => ({ ...(await memory.orders.get(...args)), total: { value: '1', currency: 'GBP' } }),
      },
    }),
    'orders.get: agrees with the list',
  ],
  [
    'answers for whatever order is asked for, with nonsense',
    (memory) => ({
      ...memory,
      orders: { ...memory.orders, get: (...args) => memory.orders.get(...args).catch(() => ({}) as never) },
    }),
    'orders.get: an id that is no plain word',
  ],
  [
    'gives an order without its lines',
    (memory) => ({
      ...memory,
      orders: {
        ...memory.orders,
        get: async (...args) => ({ ...(await memory.orders.get(...args)), lines: [] as never, id: 7 as never }),
      },
    }),
    'orders.get: has the shape',
  ],
  [
    'answers whoever asked for an order and has gone away',
    overriding('orders.get', (get) => (id, orderId) => get(id, orderId, read)),
    'orders.get: an abort',
  ],
  [
    'answers who has gone away',
    (memory) => {
      const waiting = (options: ReadOptions): ReadOptions => ({ ...options, signal: new AbortController().signal });
      return {
        ...asked((request, options) => [request, waiting(options)])(memory, undefined as never),
        customers: { get: (id, options) => memory.customers.get(id, waiting(options)) },
        stats: { get: (id, range, options) => memory.stats.get(id, range, waiting(options)) },
        permissions: (id, options) => memory.permissions(id, waiting(options)),
      };
    },
    ...lists('an abort ends the call'),
    'customers.get: an abort',
    'stats.get: an abort',
    'permissions: an abort',
  ],
  [
    'takes an abort for an error',
    (memory) => ({
      ...memory,
      customers: {
        get: (...args) =>
          memory.customers.get(...args).catch(() => {
            throw new AdapterError('offline');
          }),
      },
    }),
    'customers.get: an abort',
  ],
  [
    'loses the first row of each further page',
    pages((page, { after }) => (after ? { ...page, items: page.items.slice(1) } : page)),
    ...lists('pages follow one another', 'notes.revisions'),
  ],
  [
    'counts wrongly',
    pages((page) => ({ ...page, total: (page.total ?? 0) + 1 })),
    ...lists('pages follow one another'),
  ],
  ['pages by position', byPosition(), 'notes.list: pages neither repeat', 'credit.entries: pages neither repeat'],
  [
    'lists oldest first',
    pages(reversed),
    'orders.list: newest first',
    'notes.list: pinned ones',
    'credit.entries: newest first',
    'crossSell.list: by revenue',
    'crossSell.list: sorted by any figure',
    'crossSell.list: sorted by title and SKU',
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
    'orders.list: newest first',
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
    'crossSell.list: sorted by title and SKU',
  ],
  [
    'sorts by nothing',
    pages((page, { sort }) => (sort ? reversed(page) : page)),
    'crossSell.list: sorted by any figure',
  ],
  [
    'keeps a balance that the ledger does not give',
    pages(
      (page) => ({
        ...page,
        items: page.items.map((row: object) => ({ ...row, balance: { value: '1.00', currency: 'GBP' } })),
      }),
      'credit.accounts',
    ),
    'credit.entries: newest first',
  ],
  [
    'totals the page',
    pages((page) => ({ ...page, totals: { ...(page.totals as object), rows: page.items.length } }), 'crossSell.list'),
    'crossSell.list: totals',
  ],
  [
    'counts what is unknown',
    pages(
      (page) => ({ ...page, totals: { ...(page.totals as object), profit: { amounts: [], known: 23 } } }),
      'crossSell.list',
    ),
    'crossSell.list: totals',
  ],
  [
    'has charges that do not add up',
    pages((page) => ({ ...page, totals: { ...(page.totals as object), charges: [] } }), 'crossSell.list'),
    'crossSell.list: totals',
  ],
  ['knows one zone', asked((request, options) => [request, { ...options, timeZone: 'UTC' }]), 'orders.list: a range'],
  [
    'leaves out the last day',
    asked(({ range, ...request }, options) => [
      { ...request, range: range?.to ? { from: range.from, to: '2000-01-01' } : range },
      options,
    ]),
    'orders.list: a range',
  ],
  [
    'overlooks the range',
    asked((request, options) => [{ ...request, range: undefined }, options]),
    'orders.list: a range',
    'stats.get: counts',
  ],
  [
    'changes nothing of a customer',
    customers(({ customers: port }) => ({
      update: async (id, change) => ({ ...(await port.get(id, read)), ...change, version: 'v' }) as never,
    })),
    'customers.update: changes what',
    'customers.update: names the member',
  ],
  [
    'keeps no keys of a customer’s changes',
    customers(({ customers: port }) => ({
      update: async (id, change, options) =>
        port.update(id, change, forgetful({ ...options, ifVersion: (await port.get(id, read)).version })),
    })),
    'customers.update: the same again',
  ],
  [
    'takes any status',
    customers(({ customers: port }) => ({
      setStatus: (id, status, options) => port.setStatus(id, status, options).catch(() => port.get(id, read)),
    })),
    'customers.setStatus: takes',
  ],
  [
    'takes any password',
    customers(() => ({ setPassword: async () => undefined })),
    'customers.setPassword: refuses one that',
  ],
  [
    'says a password again',
    customers(() => ({
      setPassword: async (_, { password }) => {
        throw new AdapterError('validation', { fieldErrors: { password: `${password} is too short` } });
      },
    })),
    'customers.setPassword: refuses one that',
  ],
  [
    'reveals without a reason',
    customers(({ customers: port }) => ({
      reveal: (id, what, options) => port.reveal(id, what, { ...options, reason: 'none' }),
    })),
    'customers.reveal: demands',
  ],
  [
    'leaves open what was revealed',
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
    'customers.reveal: gives the whole',
  ],
  [
    'reveals what is masked',
    customers(({ customers: port }) => ({
      reveal: async (customerId) => ({
        customerId,
        value: (await port.get(customerId, read)).email as never,
        until: '',
      }),
    })),
    'customers.reveal: gives the whole',
  ],
  [
    'counts what was not ordered',
    (memory) => ({
      ...memory,
      stats: {
        get: async (...args) => ({
          ...(await memory.stats.get(...args)),
          orderTotal: { amounts: [{ value: '18845.51', currency: 'GBP' }], basis: 'gross' },
        }),
      },
    }),
    'stats.get: what was ordered is what',
  ],
  [
    'counts more as canceled than was ordered',
    (memory) => ({
      ...memory,
      stats: {
        get: async (...args) => ({
          ...(await memory.stats.get(...args)),
          canceledItems: { value: 1488, basis: 'units' },
        }),
      },
    }),
    'stats.get: what was ordered is what',
  ],
  [
    'knows one code at a time',
    asked((request, options) => [
      { ...request, filter: mapValues(request.filter, (codes) => codes.replace(/,.*/, '')) },
      options,
    ]),
    'orders.list: several codes',
  ],
  [
    'shows what was put away',
    asked((request, options) => [{ ...request, filter: { archived: 'include', ...request.filter } }, options]),
    'orders.list: what was archived',
  ],
  [
    'hides what was put away for good',
    pages((page, { filter }) =>
      filter?.['archived'] === 'only' ? { ...page, items: [], next: null, total: 0 } : page,
    ),
    'orders.list: what was archived',
  ],
  [
    'takes refunds off',
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
    'orders.get: refunds',
  ],
  [
    'escapes markup',
    notes(({ notes: port }) => ({
      create: (id, { body }, options) => port.create(id, { body: body.replaceAll('<', '&lt;') }, options),
    })),
    'notes.create: what is written',
  ],
  [
    'fills empty notes',
    notes(({ notes: port }) => ({
      create: (id, { body }, options) => port.create(id, { body: body.trim() || '-' }, options),
    })),
    'notes.create: refuses an empty',
  ],
  [
    'keeps the version',
    notes(({ notes: port }) => ({ update: async (...args) => ({ ...(await port.update(...args)), version: '1' }) })),
    'notes.update: changes the text',
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
    'notes.update: changes the text',
  ],
  [
    'changes any customer’s note',
    notes(({ notes: port }) => ({
      update: (_, ...rest) => port.update(ingrid, ...rest),
      delete: (_, ...rest) => port.delete(ingrid, ...rest),
    })),
    'notes.update: rejects with not-found',
    'notes.delete: takes the note away',
  ],
  ['deletes nothing', notes(() => ({ delete: async () => undefined })), 'notes.delete: takes the note away'],
  [
    'writes in a dry run',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, dryRun: undefined }),
    })),
    'credit.adjust: a dry run',
  ],
  [
    'moves nothing',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, dryRun: true }),
    })),
    'credit.adjust: adds an entry',
    'credit.adjust: adds exactly',
    'credit.adjust: a dry run',
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
    'credit.adjust: adds an entry',
  ],
  [
    'reckons in floating point',
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
    'credit.adjust: adds exactly',
  ],
  [
    'lets anything be taken',
    credit(({ credit: port }, store) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, adjustment, options).catch((error: AdapterError) => {
          if (error.code !== 'validation') throw error;
          const account = store.fileOf(id).accounts[0]!;
          return { customerId: id, account };
        }),
    })),
    'credit.adjust: refuses to take more',
    'credit.adjust: refuses to take anything',
    'credit.adjust: refuses nought',
    'credit.adjust: debits at once',
  ],
  [
    'does not say what is wrong',
    credit(({ credit: port }) => ({
      adjust: (...args) =>
        port.adjust(...args).catch((error: AdapterError) => {
          throw new AdapterError(error.code);
        }),
    })),
    'credit.adjust: refuses to take more',
    'credit.adjust: refuses to take anything',
    'credit.adjust: an old version',
  ],
  [
    'forgets keys of money',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, forgetful(options)),
    })),
    'credit.adjust: the same again',
  ],
  ['looks first and takes later', credit(lookThenTake), 'credit.adjust: debits at once'],
  [
    'overlooks the account’s version',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, adjustment, { ...options, ifVersion: undefined }),
    })),
    'credit.adjust: an old version',
  ],
];
