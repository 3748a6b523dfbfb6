import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import { metric } from '../../ui/metric.ts';
import { line } from '../../ui/state-view.ts';
import { moment } from '../../ui/text.ts';
import { wordsOf } from './figure-basis.ts';
import { figures, type Figure, type FigureOptions } from './figures.ts';

/** Which figures are shown where the host says nothing: four, as many as there are columns. */
export const defaultFigures = 'lifetime-total orders average-order first-order';

/**
 * The figures that a list names, in its order. What the platform calls its orders may be its transactions: then these
 * stand in their place.
 */
export const figuresIn = (list: string, countBasis?: string): readonly string[] => [
  ...new Set(
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((name) => (name === 'orders' && countBasis === 'transactions' ? 'transactions' : name)),
  ),
];

/** Whether they are all of the usual ones. */
export const areUsual = (names: readonly string[]): boolean => names.every((name) => Object.hasOwn(figures, name));

/** What of the answer is no figure. */
const frame: readonly string[] = ['customerId', 'range', 'asOf'];

/** Whether the platform knows any figure at all. */
export const knowsFigures = (stats: CustomerStats): boolean =>
  Object.entries(stats).some(([name, figure]) => figure !== undefined && !frame.includes(name));

export interface Metrics extends FigureOptions {
  readonly names?: readonly string[];
  /** Figures beyond the usual ones. */
  readonly further?: Readonly<Record<string, Figure>> | undefined;
  /** What explains a figure, by name and label, once it can. */
  readonly about?: ((name: string, label: string) => TemplateResult | undefined) | undefined;
}

/** What the customer adds up to: figures, each with what it is a figure of. */
export function metrics(
  stats: CustomerStats,
  l10n: Localization,
  { names = figuresIn(defaultFigures), further, about, ...options }: Metrics = {},
): TemplateResult {
  const known: Readonly<Record<string, Figure>> = { ...figures, ...further };
  // What is named that there is not is left out.
  const shown = names.filter((name) => Object.hasOwn(known, name));
  return html`<dl class="columns" part="columns">
      ${shown.map((name) => {
        const figure = known[name]!(stats, l10n, options);
        return metric({ ...figure, about: about?.(name, figure.label) });
      })}
    </dl>
    ${asOf(stats, l10n)}`;
}

const widths = [32, 10, 24, 32] as const;

/** The same before it is known, to the pixel. */
export const metricsSkeleton = (number = 4): TemplateResult =>
  html`<div class="columns">
    ${Array.from(
      { length: number },
      (_, index) =>
        html`<div class="metric">
          <div class="label">${line(18)}</div>
          <div class="figure">${line(widths[index % 4]!)}</div>
          <div class="basis">${line(32)}</div>
        </div>`,
    )}
  </div>`;

const anHour = 3_600_000;

/** Figures that are made overnight say so. */
function asOf({ asOf: instant }: CustomerStats, l10n: Localization): TemplateResult | typeof nothing {
  if (!instant || l10n.now.getTime() - Date.parse(instant) < anHour) return nothing;
  const { brief } = l10n.moment(instant, { within: true });
  return html`<p class="as-of quiet small">
    ${moment(instant, l10n, l10n.text(wordsOf(l10n).asOf, { time: brief }))}
  </p>`;
}
