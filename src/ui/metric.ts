import { css, html, nothing, type TemplateResult } from 'lit';
import { shortened } from '../i18n/message.ts';

export interface Metric {
  readonly label: string;
  /** The figure, or several figures for several currencies. */
  readonly figures: readonly (string | TemplateResult)[];
  /** The basis of the figure: what is counted, the range, net or gross. Required. */
  readonly basis: string | TemplateResult;
  /** The disclosure beside the label. */
  readonly about?: TemplateResult | undefined;
}

/** Renders a key figure with its basis, for use in a `<dl>`. */
export const metric = (
  { label, figures, basis, about }: Metric,
  extra: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<div class="metric" part="metric">
    <dt class="label" part="label">${label}${about ?? nothing}</dt>
    ${figures.map((figure) => html`<dd class="figure" part="figure"><bdi translate="no">${figure}</bdi></dd>`)}
    <dd class="basis" part="basis"><bdi>${typeof basis === 'string' ? shortened(basis) : basis}</bdi></dd>
    ${extra}
  </div>`;

/** Renders placeholders of key figures. Each draws label, figure and basis in one element. */
export const metricSkeletons = (count: number): readonly TemplateResult[] =>
  Array.from({ length: count }, () => html`<div class="metric skeleton"></div>`);

export const metricStyles = css`
  .metric {
    min-inline-size: 0;
  }

  .metric.skeleton {
    --_bar: linear-gradient(var(--_skeleton) 0 0);
    block-size: calc(var(--_unit) * 16);
    background:
      var(--_bar) 0 calc(var(--_unit) * 1) / calc(var(--_unit) * 18) calc(var(--_unit) * 2),
      var(--_bar) 0 calc(var(--_unit) * 6) / calc(var(--_unit) * 28) calc(var(--_unit) * 4),
      var(--_bar) 0 calc(var(--_unit) * 13) / calc(var(--_unit) * 32) calc(var(--_unit) * 2);
    background-repeat: no-repeat;
  }

  /* A figure of thirty digits wraps: it is neither truncated nor overlaps the next one. */
  .figure {
    font-size: calc(var(--_font-size) * 24 / 14);
    font-weight: 600;
    line-height: calc(var(--_unit) * 8);
    letter-spacing: -0.018em;
    overflow-wrap: anywhere;
  }

  /* Amounts in several currencies stand beside each other where they fit. */
  .figure:has(+ .figure),
  .figure + .figure {
    display: inline-block;
    max-inline-size: 100%;
    margin-inline-end: calc(var(--_unit) * 3);
    vertical-align: bottom;
  }

  /* As high as the text around it. */
  .basis .badge,
  .basis .settled {
    margin-block: calc(var(--_unit) * -0.5);
  }

  .basis {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }

  .fields {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 calc(var(--_unit) * 3);
  }

  .fields dt {
    color: var(--_text-quiet);
  }

  .code {
    font-family: var(--_font-code);
    font-size: 0.94em;
  }

  @container widget (inline-size < calc(480em / 14)) {
    .figure {
      font-size: calc(var(--_font-size) * 20 / 14);
    }
  }
`;
