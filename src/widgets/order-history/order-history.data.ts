import type { PageRequest, Sort } from '../../adapter/options.ts';
import type { ListQuery } from '../../data/query.ts';
import { rangeParams } from '../../data/customer-queries.ts';
import type { Axis } from '../../domain/order-codes.ts';
import { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { DayRange } from '../../domain/time.ts';

/** The criteria of the filters: the kind, or an axis of the status. */
export type OrderFilter = 'kind' | Axis;

/** The mode of archived orders: excluded, included, or shown alone. */
export type Archived = 'exclude' | 'include' | 'only';

/** The criteria of a search for orders, and its sort order. */
export interface OrderSearch {
  /** The days on which the orders were placed. */
  readonly range?: DayRange;
  readonly text?: string;
  /** The codes to include, by filter. */
  readonly codes?: Readonly<Partial<Record<OrderFilter, readonly string[]>>>;
  readonly archived?: Archived;
  /** The sort order; newest first by default. */
  readonly sort?: Sort;
}

export interface OrderQuery extends ListQuery<OrderEntry, OrderTotals> {
  readonly search: OrderSearch;
}

/** Lists a customer's orders and returns, page by page. */
export function ordersOf(customerId: string, pageSize: number, search: OrderSearch = {}): OrderQuery {
  const { range = {}, text, sort } = search;
  const filter = filterOf(search);
  const asked: Partial<PageRequest> = {
    ...(sort && { sort }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...((range.from ?? range.to) !== undefined && { range }),
    ...(text && { text }),
  };
  return {
    name: 'orders.list',
    customerId,
    params: {
      ...rangeParams(range),
      ...(text && { text }),
      ...(sort && { sort: `${sort.direction} ${sort.field}` }),
      ...Object.fromEntries(Object.entries(filter).map(([name, codes]) => [`filter ${name}`, codes])),
    },
    schema: OrderEntry,
    totals: OrderTotals,
    pageSize,
    search,
    load: (adapter, page, options) => adapter.orders?.list?.(customerId, { ...page, ...asked }, options),
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Returns the filter parameters. Codes are sorted, so that the same search has the same query key. */
function filterOf({ codes = {}, archived }: OrderSearch): Record<string, string> {
  const kept = Object.entries(codes).filter(([, chosen]) => chosen.length > 0);
  return {
    ...Object.fromEntries(kept.map(([name, chosen]) => [name, chosen.toSorted(byCode).join(',')])),
    ...((archived === 'include' || archived === 'only') && { archived }),
  };
}

/** Returns true if the search leaves out any orders. */
export const isNarrow = ({ range = {}, text, codes = {}, archived }: OrderSearch): boolean =>
  (range.from ?? range.to) !== undefined ||
  Boolean(text) ||
  archived === 'only' ||
  Object.values(codes).some((chosen) => chosen.length > 0);

/** Returns true if two searches find the same orders, in any sort order. */
export function findsSame(a: OrderSearch, b: OrderSearch): boolean {
  const bare = (search: OrderSearch): string => {
    const { params } = ordersOf('', 1, { ...search, sort: undefined });
    return JSON.stringify(params);
  };
  return bare(a) === bare(b);
}
