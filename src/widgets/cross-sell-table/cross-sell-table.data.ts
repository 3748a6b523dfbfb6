import type { Sort } from '../../adapter/options.ts';
import type { ListQuery } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import { CrossSellRow, CrossSellTotals, type CountFigure, type MoneyFigure } from '../../domain/cross-sell.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { DayRange } from '../../domain/time.ts';

/** The sortable fields. A share is sorted by the figure that it is a share of. */
export type Field = 'title' | 'sku' | 'share' | MoneyFigure | CountFigure;

export interface Order extends Sort {
  readonly field: Field;
}

/** The default order: best sellers first. */
export const byRevenue: Order = { field: 'revenue', direction: 'descending' };

/**
 * Returns the order after a click on a column heading: highest figures or first letters first, or the reverse of the
 * current order.
 */
export function following(field: Field, { field: now, direction }: Order): Order {
  if (field === now) return { field, direction: direction === 'ascending' ? 'descending' : 'ascending' };
  return { field, direction: isText(field) ? 'ascending' : 'descending' };
}

/** Returns true if the field is sorted from A to Z first. */
export const isText = (field: Field): field is 'title' | 'sku' => field === 'title' || field === 'sku';

export const isSame = (a: Order, b: Order): boolean => a.field === b.field && a.direction === b.direction;

export type CrossSellList = List<CrossSellRow, CrossSellTotals>;

/** The criteria of a search: days of purchase, and a text in the name or SKU. */
export interface Search {
  readonly range?: DayRange | undefined;
  readonly text?: string | undefined;
}

export interface CrossSellQuery extends ListQuery<CrossSellRow, CrossSellTotals> {
  readonly order: Order;
  readonly search: Search;
}

/** Lists the products that a customer has bought, page by page. */
export function crossSellOf(customerId: string, pageSize: number, order: Order, search: Search = {}): CrossSellQuery {
  const { range, text } = search;
  const sort: Sort = { ...order, field: order.field === 'share' ? 'revenue' : order.field };
  return {
    name: 'crossSell.list',
    customerId,
    // The key has the requested field, so that a share and the figure it is sorted by are different queries.
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

/**
 * Returns an amount as a share from 0 to 1, to three places, of the total in the same currency; undefined without such
 * a total.
 */
export function shareOf({ value, currency }: Money, totals: readonly Money[]): string | undefined {
  const total = totals.find((amount) => amount.currency === currency);
  return total && decimal.sign(total.value) !== 0 ? decimal.divide(value, total.value, 3) : undefined;
}
