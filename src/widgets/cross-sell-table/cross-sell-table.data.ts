import type { Sort } from '../../adapter/options.ts';
import type { ListQuery } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import { CrossSellRow, CrossSellTotals, type CountFigure, type MoneyFigure } from '../../domain/cross-sell.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { DayRange } from '../../domain/time.ts';

/** By what the products can be sorted. A share is sorted as what it is a share of. */
export type Field = 'title' | 'sku' | 'share' | MoneyFigure | CountFigure;

export interface Order extends Sort {
  readonly field: Field;
}

/** What sells best stands first. */
export const byRevenue: Order = { field: 'revenue', direction: 'descending' };

/** The order that a click on a head asks for: the highest figures or the first letters, and the reverse of what is. */
export function following(field: Field, { field: now, direction }: Order): Order {
  if (field === now) return { field, direction: direction === 'ascending' ? 'descending' : 'ascending' };
  return { field, direction: isText(field) ? 'ascending' : 'descending' };
}

/** Whether it is read from A to Z. */
export const isText = (field: Field): field is 'title' | 'sku' => field === 'title' || field === 'sku';

export const isSame = (a: Order, b: Order): boolean => a.field === b.field && a.direction === b.direction;

export type CrossSellList = List<CrossSellRow, CrossSellTotals>;

/** Which products are meant: those bought on some days, those whose name or number has a text in it. */
export interface Search {
  readonly range?: DayRange | undefined;
  readonly text?: string | undefined;
}

export interface CrossSellQuery extends ListQuery<CrossSellRow, CrossSellTotals> {
  readonly order: Order;
  readonly search: Search;
}

/** The products that a customer has bought, so many at a time. */
export function crossSellOf(customerId: string, pageSize: number, order: Order, search: Search = {}): CrossSellQuery {
  const { range, text } = search;
  const sort: Sort = { ...order, field: order.field === 'share' ? 'revenue' : order.field };
  return {
    name: 'crossSell.list',
    customerId,
    // By the name that was asked for: a share is told apart from what it is sorted as.
    params: { sort: order.field, direction: sort.direction, from: range?.from, to: range?.to, text },
    schema: CrossSellRow,
    totals: CrossSellTotals,
    pageSize,
    order,
    search,
    load: (adapter, page, options) =>
      adapter.crossSell?.list?.(customerId, { ...page, sort, ...(range && { range }), ...(text && { text }) }, options),
  };
}

/** A share of one, to three places, of the total in the same currency; nothing where there is none to be a share of. */
export function shareOf({ value, currency }: Money, totals: readonly Money[]): string | undefined {
  const total = totals.find((amount) => amount.currency === currency);
  return total && decimal.sign(total.value) !== 0 ? decimal.divide(value, total.value, 3) : undefined;
}
