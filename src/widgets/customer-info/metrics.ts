// Loaded on its own, while the figures are read.
import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import { metric } from '../../ui/metric.ts';
import { moment } from '../../ui/text.ts';
import { wordsOf } from './figure-basis.ts';
import { defaultFigures, figuresIn } from './figure-names.ts';
import { figures, type Figure, type FigureOptions } from './figures.ts';

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
  return html`<dl class="columns" part="columns">
      ${shown.map((name) => {
        const figure = known[name]!(stats, l10n, options);
        return metric({ ...figure, about: about?.(name, figure.label) });
      })}
    </dl>
    ${asOf(stats, l10n)}`;
}

const anHour = 3_600_000;

/** Renders the time of figures that are not computed live. */
function asOf({ asOf: instant }: CustomerStats, l10n: Localization): TemplateResult | typeof nothing {
  if (!instant || l10n.now.getTime() - Date.parse(instant) < anHour) return nothing;
  const { brief } = l10n.moment(instant, { within: true });
  return html`<p class="as-of quiet small">
    ${moment(instant, l10n, l10n.text(wordsOf(l10n).asOf, { time: brief }))}
  </p>`;
}
