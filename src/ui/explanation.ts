import { css, html, nothing, type TemplateResult } from 'lit';
import type { DayRange } from '../domain/time.ts';
import { codeOf, labelOf, type Coded } from '../domain/field.ts';
import type { LazyHost } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import { adopt } from './styles.ts';
import { rangeText } from './range-picker.ts';
import { datum, moment, name } from './text.ts';

/** The definition of a figure. Absent members are not shown. */
export interface Explanation {
  /** The label of the figure. */
  readonly what: string;
  /** A sentence that says what is counted. */
  readonly counts: string;
  /** `net` if returns are deducted, `gross` if not. */
  readonly returns?: 'net' | 'gross' | undefined;
  /** The days that are counted; `{}` for the customer's whole lifetime. */
  readonly range?: DayRange | undefined;
  /** The number of orders that are counted. */
  readonly orders?: number | undefined;
  /** The channels that are counted. */
  readonly scope?: Coded | undefined;
  /** Further terms, in the words of the widget. */
  readonly further?: readonly (readonly [label: string, text: string])[] | undefined;
  /** The time of the data, as RFC 3339. */
  readonly asOf?: string | undefined;
}

type Host = LazyHost & { readonly renderRoot: Node };

/** Renders the definition of a figure. Loaded when the disclosure opens. */
export function explanation(figure: Explanation, host: Host): TemplateResult {
  adopt(host, explanationStyles);
  const { l10n } = host;
  const words = l10n.words(controlWords);
  const { what, counts, returns, range, orders, scope, further = [], asOf } = figure;
  const where = (channels: Coded) =>
    labelOf(channels) ?? (codeOf(channels) === 'all-channels' ? words.explainAllChannels : codeOf(channels));
  const fact = (label: string, text: TemplateResult | string | undefined) =>
    text === undefined
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`;
  return html`<div class="explanation" part="explanation">
    <p class="strong">${what}</p>
    <p>${counts}</p>
    <dl>
      ${fact(words.explainReturns, returns && (returns === 'net' ? words.explainNet : words.explainGross))}
      ${fact(words.explainRange, range && rangeText(range, l10n))}
      ${fact(words.explainOrders, orders === undefined ? undefined : l10n.text(words.explainOrderCount, { count: orders }))}
      ${fact(words.explainScope, scope && name(where(scope), l10n))}
      ${further.map(([label, text]) => fact(label, datum(text)))}
      ${fact(words.explainAsOf, asOf === undefined ? undefined : moment(asOf, l10n))}
    </dl>
  </div>`;
}

const explanationStyles = css`
  .explanation {
    display: grid;
    gap: calc(var(--_unit) * 1);
    max-inline-size: calc(var(--_unit) * 72);
    padding: calc(var(--_unit) * 1.5);
  }

  .explanation p,
  .explanation dl,
  .explanation dd {
    margin: 0;
  }

  .explanation dl {
    display: grid;
    gap: calc(var(--_unit) * 1);
    margin-block-start: calc(var(--_unit) * 1);
  }

  .explanation dl > div {
    display: grid;
    grid-template-columns: calc(var(--_unit) * 22) minmax(0, 1fr);
    gap: calc(var(--_unit) * 3);
  }

  .explanation dl:not(:has(div)) {
    display: none;
  }

  .explanation dt {
    color: var(--_text-quiet);
  }
`;
