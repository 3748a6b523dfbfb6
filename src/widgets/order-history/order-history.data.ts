import type { List } from '../../data/snapshot.ts';
import { isRequestedReturn, type OrderEntry, type OrderTotals } from '../../domain/order.ts';
import type { Localization } from '../../i18n/localization.ts';
import { isNarrowed, type ListRefinement } from '../../list/refined-list-controller.ts';
import { orderHistoryWords } from './words.en.ts';

export type Orders = List<OrderEntry, OrderTotals>;

/** The tools above the orders, in order. */
export const toolNames = ['search', 'range', 'filter', 'columns', 'legend', 'export'] as const;
/** A tool above the orders. */
export type Tool = (typeof toolNames)[number];

/** The mode of archived orders: excluded, included, or shown alone. */
export type Archived = 'exclude' | 'include' | 'only';

/** Returns the filter for a mode of archived orders. */
export const archivedFilter = (archived: Archived): readonly string[] =>
  archived === 'include' || archived === 'only' ? [archived] : [];

/** Returns whether a refinement leaves out any orders. With archived orders, the list has more of them. */
export function isNarrow({ filter = {}, ...others }: ListRefinement): boolean {
  const { archived, ...codes } = filter;
  return isNarrowed({ ...others, filter: archived?.includes('only') ? filter : codes });
}

/** Returns the number of orders and returns: the platform's counts, or counted if every row is loaded. */
function countsOf({ items, hasMore, totals }: Orders): OrderTotals {
  if (hasMore) return totals ?? {};
  const orders = items.filter(({ kind }) => kind === 'order').length;
  return { orders, returns: items.length - orders, requestedReturns: items.filter(isRequestedReturn).length };
}

/** Returns the count in the heading: the number of orders, or of returns if there are only returns. */
export function headCount(list: Orders, l10n: Localization): string | undefined {
  const words = l10n.words(orderHistoryWords);
  const { orders, returns } = countsOf(list);
  if (orders === 0 && returns) return l10n.text(words.returns, { count: returns });
  return orders === undefined ? undefined : l10n.number(orders);
}

/** Returns the footer: how many rows are shown of how many, the time of the data, and the time zone. */
export function footerText(list: Orders, shown: number, refinement: ListRefinement, l10n: Localization): string {
  const words = l10n.words(orderHistoryWords);
  const asOf = list.asOf === undefined ? [] : [l10n.text(words.asOf, { time: l10n.moment(list.asOf) })];
  const zone = l10n.text(l10n.common.timesIn, { zone: l10n.zoneName });
  return [shownOf(list, shown, refinement, l10n), ...asOf, zone].join('. ');
}

/** Returns how many rows are shown of how many. */
export function shownOf(list: Orders, shown: number, refinement: ListRefinement, l10n: Localization): string {
  const words = l10n.words(orderHistoryWords);
  const isFound = isNarrow(refinement);
  // The first rows are the latest ones only in the default sort order.
  const parts = isFound || refinement.sort ? words.first : words.latest;
  const [of, inAll] = isFound
    ? [words.foundOf, words.foundInAll]
    : refinement.sort
      ? [words.firstOf, words.firstInAll]
      : [words.latestOf, words.latestInAll];
  const { orders, returns, requestedReturns } = countsOf(list);
  // A kind with a count of zero is left out.
  const some = orders || (orders === 0 && !returns) ? l10n.text(words.orders, { count: orders }) : undefined;
  const allBack = returns ? l10n.text(words.returns, { count: returns }) : undefined;
  const back =
    allBack && requestedReturns
      ? l10n.text(words.returnsRequested, { returns: allBack, count: requestedReturns })
      : allBack;
  const what = some && back ? l10n.text(words.ordersAndReturns, { orders: some, returns: back }) : (some ?? back);
  if (!list.hasMore && shown >= list.items.length)
    return what !== undefined && isFound ? l10n.text(words.found, { what }) : (what ?? '');
  if (what !== undefined && orders !== undefined && returns !== undefined) return l10n.text(of, { shown, what });
  if (list.total !== undefined) return l10n.text(of, { shown, what: l10n.number(list.total) });
  // With a known count of only one kind, the text cannot say "of" how many.
  return what === undefined ? l10n.text(parts, { shown }) : l10n.text(inAll, { shown, what });
}
