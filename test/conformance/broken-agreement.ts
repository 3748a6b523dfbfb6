// Adapters with answers that contradict each other. Each fails its one case, and no other case that only reads.
import type { OrderEntry } from '../../src/domain/order.ts';
import type { ShopOrder } from '../../src/adapters/memory/shop.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { OrderDetail } from '../../src/domain/order-detail.ts';
import type { CrossSellRow, CrossSellTotals } from '../../src/domain/cross-sell.ts';
import type { CustomerStats } from '../../src/domain/stats.ts';
import type { BookAddress } from '../../src/domain/address.ts';
import * as decimal from '../../src/domain/decimal.ts';
import type { PageRequest } from '../../src/adapter/options.ts';
import type { Page } from '../../src/domain/page.ts';
import { overriding, pages, type Tampering } from './tampering.ts';

type Broken = readonly [what: string, tampering: Tampering, ...cases: string[]];

const details = (change: (order: OrderDetail) => Partial<OrderDetail>): Tampering =>
  overriding('orders.get', (get) => async (...args) => {
    const order = (await get(...args)) as OrderDetail;
    return { ...order, ...change(order) };
  });

const figures = (change: (stats: CustomerStats) => Partial<CustomerStats>): Tampering =>
  overriding('stats.get', (get) => async (...args) => {
    const stats = (await get(...args)) as CustomerStats;
    return { ...stats, ...change(stats) };
  });

/** Changes the metrics of the whole history only: other cases compare ranges of days. */
const count = (name: 'orders' | 'items' | 'transactions', more: number): Tampering =>
  figures((stats) => (stats.range ? {} : { [name]: { ...stats[name]!, value: stats[name]!.value + more } }));

const products = (
  change: (page: Page<CrossSellRow, CrossSellTotals>) => Partial<Page<CrossSellRow, CrossSellTotals>>,
): Tampering =>
  pages((page) => {
    const typed = page as unknown as Page<CrossSellRow, CrossSellTotals>;
    return { ...typed, ...change(typed) };
  }, 'crossSell.list');

/** Changes the orders in the store, so that all answers agree about them. */
const history =
  (change: (orders: readonly ShopOrder[]) => readonly ShopOrder[], then: Tampering = (memory) => memory): Tampering =>
  (memory, store) => {
    const file = store.fileOf(knownCustomers.ingrid);
    Object.assign(file, { orders: change(file.orders) });
    return then(memory, store);
  };

/** Adds a return that is only requested, of the latest order with a product. */
const requesting = (more: Partial<ShopOrder> = {}, then?: Tampering): Tampering =>
  history((orders) => {
    const original = orders.findLast(({ kind }) => kind === 'order')!;
    const back = orders.findLast(({ kind }) => kind === 'return')!;
    const { total: _, ...asked } = { ...back, id: 'asked', number: 'R-9', status: { return: { status: 'requested' } } };
    const { id, number, placedAt } = original;
    return [...orders, { ...asked, placedAt, original: { id, number }, refunds: [], ...more } as ShopOrder];
  }, then);

const addPound = ({ value, currency }: { readonly value: string; readonly currency: string }) => ({
  value: decimal.sum(value, '1'),
  currency,
});

/** Reports an exchange that no order has, consistently: the filter finds it too. */
const withUnknownCode: Tampering = overriding('orders.list', (list) => async (...args) => {
  const [request, options] = args.slice(-2) as [PageRequest, unknown];
  const { exchange, ...filter } = request.filter ?? {};
  const isWanted = exchange?.split(',').includes('swap');
  const page = (await list(args[0], isWanted ? { ...request, filter } : request, options)) as Page<OrderEntry>;
  const items = page.items.map((row) => ({ ...row, status: { ...row.status, exchange: { status: 'swap' } } }));
  return { ...page, items };
});

/** The faults in agreement. The case fails, and no other one without a write does. */
export const brokenAgreement: readonly Broken[] = [
  [
    'lists a discount that the total does not have',
    details(({ lines, total }) => {
      const off = { value: '-1.00', currency: total?.currency ?? 'GBP' };
      return { lines: [...lines, { id: 'off', kind: 'charge', quantity: 1, unitPrice: off, total: off }] };
    }),
    'orders.get: lines add up to the total',
  ],
  [
    'returns the lines of a return with positive quantities',
    details(({ lines }) => ({ lines: lines.map((line) => ({ ...line, quantity: Math.abs(line.quantity) })) })),
    'orders.get: quantities and amounts of a return are not positive, and its item count is not negative',
  ],
  [
    'counts the units of a return as negative',
    details(({ kind, itemCount = 0 }) => (kind === 'return' ? { itemCount: -itemCount } : {})),
    'orders.get: quantities and amounts of a return are not positive, and its item count is not negative',
  ],
  [
    'lists a refund as a payment too',
    details(({ payments = [], refunds = [] }) => ({
      payments: [
        ...payments,
        ...refunds.map(({ id, amount, at }) => ({
          ...{ id: `${id}-paid`, at, status: 'pending' },
          amount: { ...amount, value: `-${amount.value}` },
        })),
      ],
    })),
    'orders.get: a refund is not listed as a payment too',
    'transactions.list: lists the payments and refunds of each order, each once',
  ],
  [
    'says of a product that it is for shipping',
    details(({ lines }) => ({
      lines: lines.map((line) => (line.kind === 'product' ? { ...line, type: 'shipping' } : line)),
    })),
    'orders.get: only a charge says what it is for, and only a product names one',
  ],
  [
    'has discounts that make an order dearer',
    details(({ kind, lines }) =>
      kind === 'order'
        ? {
            lines: lines.map((line) =>
              line.discounts ? { ...line, discounts: [{ amount: { ...line.total, value: '-1.00' } }] } : line,
            ),
          }
        : {},
    ),
    'orders.get: discounts reduce an order, each in one place and in its currency',
  ],
  [
    'includes more tax than the total',
    details(({ total }) => ({ includedTaxes: total && [{ amount: { ...total, value: `${total.value}1` } }] })),
    'orders.get: the included taxes are in the currency of the total, and less than it',
  ],
  [
    'does not know the total of what came back',
    history((orders) =>
      orders.map((order) =>
        order.kind === 'return' ? { ...order, total: undefined, lines: [], itemCount: 0 } : order,
      ),
    ),
    'orders.list: a return has a total, unless it is only requested',
  ],
  [
    'counts no returns in the totals of the list',
    pages((page) => ({ ...page, totals: { ...(page.totals as object), returns: 0 } }), 'orders.list'),
    'orders.list: the numbers of orders, returns and requested returns are those of the rows',
  ],
  [
    'has refunded a return that is only requested',
    requesting({ refunds: [{ id: 'early', amount: { value: '5.00', currency: 'GBP' }, status: 'refunded' }] }),
    'orders.get: nothing is refunded for a return that is only requested',
    'transactions.list: the figures are those of stats.get',
  ],
  [
    'counts a return that is only requested',
    requesting(
      {},
      figures(({ returns }) => ({ returns: { ...returns!, value: returns!.value + 1 } })),
    ),
    'stats.get: the numbers of orders, canceled orders and returns match the list',
  ],
  [
    'counts the units of a return that is only requested as returned',
    requesting(
      {},
      figures(({ returnedItems }) => ({ returnedItems: { ...returnedItems!, value: returnedItems!.value + 1 } })),
    ),
    'stats.get: units ordered, canceled and returned match the item counts in the list',
  ],
  [
    'has a variant with more revenue than its product',
    products(({ items }) => ({
      items: items.map((row) => ({
        ...row,
        variants: row.variants?.map((variant) => ({ ...variant, revenue: addPound(variant.revenue) })),
      })),
    })),
    'crossSell.list: the figures of the variants of a product add up to those of the product',
  ],
  [
    'deducts each refund twice',
    figures(({ totalPaid }) => ({
      totalPaid: {
        ...totalPaid!,
        amounts: totalPaid!.amounts.map((paid) => ({ ...paid, value: decimal.subtract(paid.value, '18.00') })),
      },
    })),
    'stats.get: the amount paid counts each payment and each refund once',
    'transactions.list: the figures are those of stats.get',
  ],
  [
    'counts a refund as two transactions',
    count('transactions', 1),
    'customers.list: has the figures of stats.get',
    'stats.get: the amount paid counts each payment and each refund once',
    'transactions.list: the figures are those of stats.get',
  ],
  [
    'counts returns among the orders',
    count('orders', 5),
    'customers.list: has the figures of stats.get',
    'insights.topCustomers: has the figures of stats.get',
    'stats.get: the numbers of orders, canceled orders and returns match the list',
  ],
  [
    'counts no canceled orders',
    figures(({ canceled }) => ({ canceled: { ...canceled!, value: 0 } })),
    'stats.get: the numbers of orders, canceled orders and returns match the list',
  ],
  [
    'includes returns in the average',
    figures(({ averageOrderValue: average }) => ({
      averageOrderValue: average && { ...average, amounts: average.amounts.map(addPound) },
    })),
    'insights.topCustomers: has the figures of stats.get',
    'stats.get: totals without canceled orders or returns, and the average, match the list',
  ],
  [
    'has a lifetime total that the products bought do not have',
    products(({ totals }) =>
      totals?.lifetimeTotal
        ? {
            totals: {
              ...totals,
              charges: totals.charges!.map(addPound),
              lifetimeTotal: totals.lifetimeTotal.map(addPound),
            },
          }
        : {},
    ),
    'stats.get: the figures match those of the products bought, by basis',
  ],
  [
    'counts units of charges among the units ordered',
    count('items', 1),
    'stats.get: units ordered, canceled and returned match the item counts in the list',
  ],
  [
    'has no total of the units returned',
    products(({ totals }) => ({ totals: { ...totals!, unitsReturned: 0 } })),
    'crossSell.list: units returned are not negative, and add up to their total',
  ],
  [
    'knows of no returned units',
    products(({ items, totals }) => ({
      items: items.map((row) => ({ ...row, unitsReturned: 0 })),
      totals: { ...totals!, unitsReturned: 0 },
    })),
    'crossSell.list: units sold and returned match the lines of orders and returns',
  ],
  [
    'takes the latest order for the first',
    figures(({ firstOrderAt, lastOrderAt }) => ({ firstOrderAt: lastOrderAt, lastOrderAt: firstOrderAt })),
    'customers.list: has the figures of stats.get',
    'stats.get: the first and the last order are those of the list',
  ],
  [
    'counts charges as items of an order',
    details(({ itemCount = 0 }) => ({ itemCount: itemCount + 1 })),
    'orders.get: the item count is the number of product units in the lines',
  ],
  [
    'has more returned than there is',
    pages(
      (page) => ({
        ...page,
        items: page.items.map((row: OrderEntry) => {
          const { return: back } = row.status;
          const extent = { done: 4, of: 3 };
          return back ? { ...row, status: { ...row.status, return: { ...back, extent } } } : row;
        }),
      }),
      'orders.list',
    ),
    'orders.list: no axis has more done than there is',
    'timeline.list: has each record of a port that it covers, once, as that port lists it',
  ],
  [
    'has an unknown status of an order',
    withUnknownCode,
    'orders.list: each code is known, or has a label',
    'timeline.list: has each record of a port that it covers, once, as that port lists it',
  ],
  [
    'has an unknown status of a refund',
    details(({ refunds = [] }) => ({ refunds: refunds.map((refund) => ({ ...refund, status: 'sent-back' })) })),
    'orders.get: each code is known, or has a label',
    'transactions.list: lists the payments and refunds of each order, each once',
  ],
  [
    'has an unknown basis',
    figures(({ canceled }) => ({ canceled: { ...canceled!, basis: 'net' } })),
    'stats.get: each basis is a known code, or has a label',
  ],
  [
    'has two defaults for one use',
    pages(
      (page) => ({
        ...page,
        items: page.items.map((row: BookAddress) => ({
          ...row,
          defaultFor: [...new Set([...row.defaultFor, 'shipping'])],
        })),
      }),
      'addresses.list',
    ),
    'addresses.list: each use has one default at most',
  ],
  [
    'has another default in the customer’s record',
    overriding('customers.get', (get) => async (...args) => ({
      ...((await get(...args)) as object),
      defaultShipping: { lines: ['1 Former Street'] },
    })),
    'customers.get: the default addresses are those of the address book',
  ],
];

const unknownCode = (member: 'status' | 'kind' | 'outcome' | 'availability' | 'brand') => (page: Page<never>) => ({
  ...page,
  items: page.items.map((row: object) => ({ ...row, [member]: 'mystery' })),
});

/** Faults that other cases notice too: a filter by the code does not find the row, or a sum has the wrong sign. */
export const brokenCodes: readonly Broken[] = [
  ...(
    [
      ['coupons.list', 'status'],
      ['quotes.list', 'status'],
      ['transactions.list', 'status'],
      ['logins.list', 'outcome'],
      ['changes.list', 'kind'],
      ['subscriptions.list', 'status'],
      ['wishlist.list', 'availability'],
      ['paymentCards.list', 'brand'],
      ['inquiries.list', 'status'],
      ['credit.accounts', 'kind'],
      ['credit.entries', 'kind'],
      ['notes.revisions', 'kind'],
    ] as const
  ).map(([list, member]): Broken => [
    `has an unknown ${member} in ${list}`,
    pages(unknownCode(member), list),
    `${list}: each code is known, or has a label`,
  ]),
  [
    'has an unknown verification of a customer',
    overriding('customers.get', (get) => async (...args) => ({
      ...((await get(...args)) as object),
      verification: 'mystery',
    })),
    'customers.get: each code is known, or has a label',
  ],
  [
    'lists returns with positive totals',
    pages(
      (page) => ({
        ...page,
        items: page.items.map((row: OrderEntry) => ({
          ...row,
          total: row.total && { ...row.total, value: row.total.value.replace('-', '') },
        })),
      }),
      'orders.list',
    ),
    'orders.list: the total of a return is not positive',
  ],
];
