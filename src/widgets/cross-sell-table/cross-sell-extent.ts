import { html, nothing, type TemplateResult } from 'lit';
import { crossSellTableWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { datum } from '../../ui/text.ts';
import type { Sort } from '../../adapter/options.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { RefinedListController } from '../../list/refined-list-controller.ts';
import { byRevenue, isText, type CrossSellList, type Field } from './cross-sell-table.data.ts';

type Products = RefinedListController<CrossSellRow, CrossSellTotals>;

const names = {
  title: 'byTitle',
  sku: 'bySku',
  share: 'byShare',
  revenue: 'byRevenue',
  orders: 'byOrders',
  units: 'byUnits',
  unitsReturned: 'byUnitsReturned',
  promoRevenue: 'byPromoRevenue',
  nonPromoRevenue: 'byNonPromoRevenue',
  promotions: 'byPromotions',
  profit: 'byProfit',
  cogs: 'byCogs',
  fees: 'byFees',
} as const satisfies Readonly<Record<Field, keyof (typeof crossSellTableWords)['english']>>;

const wordsOf = (l10n: Localization) => l10n.words(crossSellTableWords);

const nameOf = ({ field }: Sort, l10n: Localization): string => wordsOf(l10n)[names[field as Field]];

const isSame = (a: Sort | undefined, b: Sort | undefined): boolean =>
  a?.field === b?.field && a?.direction === b?.direction;

/**
 * Renders the number of rows shown and in total, their order, a pending order that takes long, and the time of the
 * data.
 */
export function extent(
  shown: number,
  { total, totals, asOf }: CrossSellList,
  { snapshot, resolved, refinement }: Products,
  l10n: Localization,
): TemplateResult {
  const words = wordsOf(l10n);
  const { sort: order = byRevenue } = resolved;
  const isPending = snapshot.phase === 'ready' && snapshot.refreshing && !isSame(order, refinement.sort);
  const pending = isPending ? refinement.sort : undefined;
  const descends = order.direction === 'descending';
  const kind = isText(order.field) ? (descends ? 'last' : 'first') : descends ? 'top' : 'lowest';
  const all = total ?? totals?.rows;
  const by = { shown, order: nameOf(order, l10n) };
  const text =
    all === shown
      ? l10n.text(words.whole, { count: all, order: by.order })
      : all === undefined
        ? l10n.text(words[kind], by)
        : l10n.text(words[`${kind}Of`], { ...by, total: all });
  const wait = pending && l10n.text(words.sorting, { order: nameOf(pending, l10n) });
  return html`${datum(text)}${
    asOf === undefined
      ? nothing
      : html`<span class="beside">${l10n.text(words.asOf, { time: l10n.moment(asOf, { within: true }) })}</span>`
  }${wait ? html`<span class="beside waiting" part="waiting">${wait}</span>` : nothing}`;
}

/** Returns the announcement after the rows have been sorted. */
export function sortedWords({ snapshot, change, resolved, refinement }: Products, l10n: Localization): string {
  const { sort: order } = resolved;
  const isThere = snapshot.phase === 'ready' && !snapshot.refreshError && isSame(order, refinement.sort);
  if (!('sort' in change) || !isThere || !order) return '';
  const words = wordsOf(l10n);
  const descends = order.direction === 'descending';
  const sentence = isText(order.field)
    ? descends
      ? words.zToA
      : words.aToZ
    : descends
      ? words.highestFirst
      : words.lowestFirst;
  return l10n.text(sentence, { order: nameOf(order, l10n) });
}

/** Returns the announcement of the number of rows found. */
export function foundWords({ snapshot, refinement, resolved }: Products, l10n: Localization): string {
  if (snapshot.phase !== 'ready' || !refinement.text || resolved.text !== refinement.text) return '';
  const { total, totals, items } = snapshot.data;
  return items.length ? l10n.text(wordsOf(l10n).found, { count: total ?? totals?.rows ?? items.length }) : '';
}
