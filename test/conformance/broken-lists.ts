// Adapters whose lists keep what was asked for on the first page only.
import type { PageRequest, ReadOptions } from '../../src/adapter/options.ts';
import { listNames, protocolCapabilities } from '../../src/adapter/capabilities.ts';
import type { Page } from '../../src/domain/page.ts';
import { overriding, pages, type Tampering } from './tampering.ts';

type Load = (request: PageRequest) => Promise<Page<{ readonly kind?: string }>>;

/** Replaces how a list loads a page. `load` is the unbroken list. */
const loading = (
  name: (typeof listNames)[number],
  change: (load: Load, request: PageRequest) => Promise<unknown>,
): Tampering =>
  overriding(
    name,
    (list) =>
      (...args) =>
        change(
          async (request) => (await list(...args.slice(0, -2), request, args.at(-1))) as Page<object>,
          args.at(-2) as PageRequest,
        ),
  );

/** Goes on after the first page as if nothing had been asked for. */
const forgetting = (load: Load, request: PageRequest): Promise<unknown> => {
  const { first, after } = request;
  if (after !== undefined) return load({ first, after });
  return load(request).then(async (page) =>
    page.next === null ? page : { ...page, next: (await load({ first })).next },
  );
};

const withOptions = listNames.filter((name) => {
  const { search, sort, filter } = protocolCapabilities[name] ?? {};
  return search ?? sort ?? filter;
});
const withDays = listNames.filter((name) => protocolCapabilities[name]?.range);

export const brokenLists: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ...withOptions.map(
    (name) =>
      [
        `forgets what was asked for after the first page of ${name}`,
        loading(name, forgetting),
        `${name}: a search, a filter and a sort order hold on every page`,
      ] as const,
  ),
  [
    'counts the rows of the page',
    pages((page) => ({ ...page, total: page.items.length })),
    ...listNames.map((name) => `${name}: the first page has the total`),
  ],
  [
    'has the totals of the page',
    loading('orders.list', async (load, request) => {
      const page = await load(request);
      return { ...page, totals: { orders: page.items.filter(({ kind }) => kind === 'order').length } };
    }),
    'orders.list: the first page has the total',
  ],
  ...withDays.map(
    (name) =>
      [
        `ignores the time zone of a range of ${name}`,
        overriding(
          name,
          (list) =>
            (...args) =>
              list(...args.slice(0, -1), { ...(args.at(-1) as ReadOptions), timeZone: 'UTC' }),
        ),
        `${name}: a range covers the days of the given time zone`,
      ] as const,
  ),
  [
    'has another day of an order in its details',
    overriding('orders.get', (get) => async (...args) => ({
      ...((await get(...args)) as object),
      placedAt: '2020-01-01T00:00:00Z',
    })),
    'orders.get: matches the row in the list',
  ],
  [
    'has another payment status of an order in its details',
    overriding('orders.get', (get) => async (...args) => ({
      ...((await get(...args)) as object),
      status: { payment: { status: 'disputed' } },
    })),
    'orders.get: matches the row in the list',
  ],
  [
    'summarizes an order by another product',
    overriding('orders.get', (get) => async (...args) => {
      const order = (await get(...args)) as { readonly summary?: object };
      return { ...order, ...(order.summary && { summary: { ...order.summary, title: 'Another product' } }) };
    }),
    'orders.get: the summary is the first product line',
  ],
];
