import type { Sort } from '../../adapter/options.ts';
import type { ListQuery } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import { CrossSellRow, CrossSellTotals, type CountFigure, type MoneyFigure } from '../../domain/cross-sell.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';

/** By what the products can be sorted. */
export type Field = 'title' | MoneyFigure | CountFigure;

export interface Order extends Sort {
  readonly field: Field;
}

/** What sells best stands first. */
export const byRevenue: Order = { field: 'revenue', direction: 'descending' };

/** The order that a click on a head asks for: the highest figures or the first letters, and the reverse of what is. */
export function following(field: Field, { field: now, direction }: Order): Order {
  if (field === now) return { field, direction: direction === 'ascending' ? 'descending' : 'ascending' };
  return { field, direction: field === 'title' ? 'ascending' : 'descending' };
}

export const isSame = (a: Order, b: Order): boolean => a.field === b.field && a.direction === b.direction;

export type CrossSellList = List<CrossSellRow, CrossSellTotals>;

export interface CrossSellQuery extends ListQuery<CrossSellRow, CrossSellTotals> {
  readonly order: Order;
}

/** The products that a customer has bought, so many at a time. */
export const crossSellOf = (customerId: string, pageSize: number, order: Order): CrossSellQuery => ({
  name: 'crossSell.list',
  customerId,
  params: { sort: order.field, direction: order.direction },
  schema: CrossSellRow,
  totals: CrossSellTotals,
  pageSize,
  order,
  load: (adapter, page, options) => adapter.crossSell?.list?.(customerId, { ...page, sort: order }, options),
});

/** A share of one, to three places, of the total in the same currency; nothing where there is none to be a share of. */
export function shareOf({ value, currency }: Money, totals: readonly Money[]): string | undefined {
  const total = totals.find((amount) => amount.currency === currency);
  return total && decimal.sign(total.value) !== 0 ? decimal.divide(value, total.value, 3) : undefined;
}
