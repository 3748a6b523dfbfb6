import type { Sort } from '../../adapter/options.ts';
import type { ListOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { CrossSellRow, CrossSellTotals, type CountFigure, type MoneyFigure } from '../../domain/cross-sell.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';

/** The sortable fields. A share is sorted by the figure that it is a share of. */
export type Field = 'title' | 'sku' | 'share' | MoneyFigure | CountFigure;

/** The default order: best sellers first. */
export const byRevenue: Sort = { field: 'revenue', direction: 'descending' };

/** Returns true if the field is sorted from A to Z first. */
export const isText = (field: string): boolean => field === 'title' || field === 'sku';

export type CrossSellList = List<CrossSellRow, CrossSellTotals>;

/** Lists the products that a customer has bought, page by page. */
export const productsList: ListOperation<CrossSellRow, CrossSellTotals> = {
  name: 'crossSell.list',
  schema: CrossSellRow,
  totals: CrossSellTotals,
  // The query key has the requested field, so that a share and the figure it is sorted by are different queries.
  call: ({ crossSell }, customerId, { sort, ...page }, options) =>
    crossSell?.list?.(
      customerId,
      { ...page, ...(sort && { sort: { ...sort, field: sort.field === 'share' ? byRevenue.field : sort.field } }) },
      options,
    ),
};

/** The tools above the products, in order. */
export const toolNames = ['search', 'range', 'columns', 'export'] as const;
/** A tool above the products. */
export type Tool = (typeof toolNames)[number];

/**
 * Returns an amount as a share from 0 to 1, to three places, of the total in the same currency; undefined without such
 * a total.
 */
export function shareOf({ value, currency }: Money, totals: readonly Money[]): string | undefined {
  const total = totals.find((amount) => amount.currency === currency);
  return total && decimal.sign(total.value) !== 0 ? decimal.divide(value, total.value, 3) : undefined;
}
