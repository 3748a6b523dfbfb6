import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import { metric, metricSkeletons } from '../../ui/metric.ts';
import { moment } from '../../ui/text.ts';
import { wordsOf } from './figure-basis.ts';
import { figures, type Figure, type FigureOptions } from './figures.ts';

/** The default figures: four, the number of columns. */
export const defaultFigures = 'lifetime-total orders average-order first-order';

/**
 * Returns the names of the figures in a list, in order. If the platform's orders are transactions, these replace the
 * figures of orders.
 */
export const figuresIn = (list: string, countBasis?: string): readonly string[] => [
  ...new Set(
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((name) => (name === 'orders' && countBasis === 'transactions' ? 'transactions' : name)),
  ),
];

/** Returns true if all names are usual figures, which need no further module. */
export const areUsual = (names: readonly string[]): boolean => names.every((name) => Object.hasOwn(figures, name));

/** The properties of the answer that are not figures. */
const frame: readonly string[] = ['customerId', 'range', 'asOf'];

/** Returns true if the platform has any figure. */
export const knowsFigures = (stats: CustomerStats): boolean =>
  Object.entries(stats).some(([name, figure]) => figure !== undefined && !frame.includes(name));

export interface Metrics extends FigureOptions {
  readonly names?: readonly string[];
  /** The additional figures, after they have loaded. */
  readonly further?: Readonly<Record<string, Figure>> | undefined;
  /** Renders the explanation of a figure by name and label, after it has loaded. */
  readonly about?: ((name: string, label: string) => TemplateResult | undefined) | undefined;
}

/** Renders the figures, each with its basis. */
export function metrics(
  stats: CustomerStats,
  l10n: Localization,
  { names = figuresIn(defaultFigures), further, about, ...options }: Metrics = {},
): TemplateResult {
  const known: Readonly<Record<string, Figure>> = { ...figures, ...further };
  // Unknown names are ignored.
  const shown = names.filter((name) => Object.hasOwn(known, name));
  const saysSince = shown.includes('last-order-amount') && !shown.includes('first-order');
  const hasLast = shown.some((name) => name === 'last-order' || name === 'last-order-amount');
  return html`<dl class="columns" part="columns">
      ${shown.map((name) => {
        const figure = known[name]!(stats, l10n, { ...options, saysSince, hasLast });
        return metric({ ...figure, about: about?.(name, figure.label) });
      })}
    </dl>
    ${asOf(stats, l10n)}`;
}

/** Renders the placeholder, with the same dimensions. */
export const metricsSkeleton = (number: number): TemplateResult =>
  html`<div class="columns">${metricSkeletons(number)}</div>`;

const anHour = 3_600_000;

/** Renders the time of figures that are not computed live. */
function asOf({ asOf: instant }: CustomerStats, l10n: Localization): TemplateResult | typeof nothing {
  if (!instant || l10n.now.getTime() - Date.parse(instant) < anHour) return nothing;
  const time = l10n.moment(instant, { within: true });
  return html`<p class="as-of quiet small">${moment(instant, l10n, l10n.text(wordsOf(l10n).asOf, { time }))}</p>`;
}
