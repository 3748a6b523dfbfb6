import type { OrderTotals } from '../../domain/order.ts';
import { orderHistoryWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { OrderBook, Orders } from './order-book.ts';
import { isNarrow } from './order-history.data.ts';

/** How many there are of each kind: as the platform says, or counted where every row is here. */
function countsOf({ items, hasMore, totals }: Orders): OrderTotals {
  if (hasMore) return totals ?? {};
  const orders = items.filter(({ kind }) => kind === 'order').length;
  return { orders, returns: items.length - orders };
}

/**
 * Beside the heading: how many orders; how many returns where there is no
 * order, for there are rows under it.
 */
export function headCount(list: Orders, l10n: Localization): string | undefined {
  const words = l10n.words(orderHistoryWords);
  const { orders, returns } = countsOf(list);

  if (orders === 0 && returns) return l10n.text(words.returns, { count: returns });
  return orders === undefined ? undefined : l10n.number(orders);
}

/** What is shown of how much, as of when, and in which zone. */
export function footerText(list: Orders, shown: number, book: OrderBook, l10n: Localization): string {
  const words = l10n.words(orderHistoryWords);
  const asOf = list.asOf === undefined ? [] : [l10n.text(words.asOf, { time: l10n.moment(list.asOf).brief })];
  const zone = l10n.text(l10n.common.timesIn, { zone: l10n.zoneName });
  return [shownOf(list, shown, book, l10n), ...asOf, zone].join('. ');
}

/** What is shown of how much. */
export function shownOf(list: Orders, shown: number, { answered }: OrderBook, l10n: Localization): string {
  const words = l10n.words(orderHistoryWords);
  const isFound = isNarrow(answered);
  // The first rows are the latest where nobody has sorted them otherwise.
  const parts = isFound || answered.sort ? words.first : words.latest;
  const [of, inAll] = isFound
    ? [words.foundOf, words.foundInAll]
    : answered.sort
      ? [words.firstOf, words.firstInAll]
      : [words.latestOf, words.latestInAll];
  const { orders, returns } = countsOf(list);
  // A kind that there is none of is left out.
  const some = orders || (orders === 0 && !returns) ? l10n.text(words.orders, { count: orders }) : undefined;
  const back = returns ? l10n.text(words.returns, { count: returns }) : undefined;
  const what = some && back ? l10n.text(words.ordersAndReturns, { orders: some, returns: back }) : (some ?? back);
  if (!list.hasMore && shown >= list.items.length)
    return what !== undefined && isFound ? l10n.text(words.found, { what }) : (what ?? '');
  if (what !== undefined && orders !== undefined && returns !== undefined) return l10n.text(of, { shown, what });
  if (list.total !== undefined) return l10n.text(of, { shown, what: l10n.number(list.total) });
  // What is known of one kind alone is not what these are the latest of.
  return what === undefined ? l10n.text(parts, { shown }) : l10n.text(inAll, { shown, what });
}
