import type { ListQuery } from '../../data/query.ts';
import type { Interval } from '../../domain/interval.ts';
import { CatalogProduct } from '../../domain/cross-sell.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { FormField } from '../../forms/form-field.ts';
import type { Localization } from '../../i18n/localization.ts';
import { subscriptionFormWords } from './form-words.en.ts';
import { intervalText } from './subscription-texts.ts';
import { subscriptionsPanelWords } from './words.en.ts';

/** The values of the two fields that both forms have. */
export interface TermValues {
  readonly quantity: string;
  /** An interval as `intervalKey` writes it. */
  readonly interval: string;
}

export type Terms = Pick<Subscription, 'quantity' | 'interval'>;

const every = (unit: Interval['unit'], ...counts: readonly number[]): Interval[] =>
  counts.map((count) => ({ unit, count }));

/** The intervals to choose from, if the platform names none for a product. */
export const usualIntervals: readonly Interval[] = [
  ...every('week', 1, 2, 4, 6),
  ...every('month', 1, 2, 3, 6),
  ...every('year', 1),
];

export const intervalKey = ({ count, unit }: Interval): string => `${count} ${unit}`;

/** Returns the query for the products whose title, variant or number has a text. */
export const productsLike = (text: string): ListQuery<CatalogProduct> => ({
  name: 'products.list',
  customerId: undefined,
  schema: CatalogProduct,
  params: { text },
  pageSize: 6,
  load: ({ products }, page, options) => products?.list?.({ ...page, ...(text && { text }) }, options),
});

/** Returns the fields for quantity and interval, side by side. */
export function termFields(intervals: readonly Interval[], l10n: Localization): readonly FormField<TermValues>[] {
  const words = l10n.words(subscriptionFormWords);
  const { quantity: label } = l10n.words(subscriptionsPanelWords);
  const options = intervals.map((interval) => ({ value: intervalKey(interval), label: intervalText(interval, l10n) }));
  const isWhole = { pattern: /^0*[1-9]\d*$/, invalid: words.quantityMissing };
  return [
    { kind: 'text', name: 'quantity', label, maxLength: 9, ...isWhole },
    { kind: 'select', name: 'interval', label: words.interval, options, invalid: words.intervalMissing },
  ];
}

/** Parses the two fields. `undefined` if the interval is none of those to choose from. */
export function readTerms({ quantity, interval: key }: TermValues, intervals: readonly Interval[]): Terms | undefined {
  const interval = intervals.find((one) => intervalKey(one) === key);
  return interval && { quantity: Number(quantity), interval };
}
