import type { PageRequest, Sort } from '../../adapter/options.ts';
import type { ListQuery } from '../../data/query.ts';
import { rangeParams } from '../../data/stats-query.ts';
import type { Axis } from '../../domain/order-codes.ts';
import { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { DayRange } from '../../domain/time.ts';

/** By what orders are filtered: what they are, or an axis of where they stand. */
export type OrderFilter = 'kind' | Axis;

/** Whether what was put away is listed too, or alone. */
export type Archived = 'exclude' | 'include' | 'only';

/** Which orders are asked for, and in which order. */
export interface OrderSearch {
  /** When they were placed. */
  readonly range?: DayRange;
  readonly text?: string;
  /** The codes that are kept. */
  readonly codes?: Readonly<Partial<Record<OrderFilter, readonly string[]>>>;
  readonly archived?: Archived;
  /** Newest first, where it is not said. */
  readonly sort?: Sort;
}

export interface OrderQuery extends ListQuery<OrderEntry, OrderTotals> {
  readonly search: OrderSearch;
}

/** Orders and returns of a customer, so many at a time. */
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

/** Codes in one order, so that the same search is the same question. */
function filterOf({ codes = {}, archived }: OrderSearch): Record<string, string> {
  const kept = Object.entries(codes).filter(([, chosen]) => chosen.length > 0);
  return {
    ...Object.fromEntries(kept.map(([name, chosen]) => [name, chosen.toSorted(byCode).join(',')])),
    ...((archived === 'include' || archived === 'only') && { archived }),
  };
}

/** Whether a search leaves anything out that would be there without it. */
export const isNarrow = ({ range = {}, text, codes = {}, archived }: OrderSearch): boolean =>
  (range.from ?? range.to) !== undefined ||
  Boolean(text) ||
  archived === 'only' ||
  Object.values(codes).some((chosen) => chosen.length > 0);

/** Whether two searches find the same orders, in whichever order. */
export function findsSame(a: OrderSearch, b: OrderSearch): boolean {
  const bare = (search: OrderSearch): string => {
    const { params } = ordersOf('', 1, { ...search, sort: undefined });
    return JSON.stringify(params);
  };
  return bare(a) === bare(b);
}
