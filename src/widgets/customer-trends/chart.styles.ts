import { css } from 'lit';

export const chartStyles = css`
  .chart {
    padding: 0 var(--_pad);
  }

  .readout {
    min-block-size: calc(var(--_unit) * 5);
    margin: 0 0 calc(var(--_unit) * 3);
    font-weight: 500;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    margin: 0 0 calc(var(--_unit) * 2);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .swatch {
    display: inline-block;
    inline-size: calc(var(--_unit) * 2.5);
    block-size: calc(var(--_unit) * 2.5);
    margin-inline-end: calc(var(--_unit) * 1.5);
    border-radius: 2px;
  }

  .newCustomers > .swatch {
    background: var(--_chart-second);
  }

  .returningCustomers > .swatch {
    background: var(--_chart);
  }

  .plot {
    border-radius: var(--_radius-control);
  }

  .plot:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
  }

  svg {
    display: block;
    inline-size: 100%;
  }

  /* Time runs from right to left where text does. */
  .plot:dir(rtl) svg {
    transform: scaleX(-1);
  }

  /* Each shape says what it is filled with. */
  svg {
    fill: none;
  }

  rect.newCustomers {
    fill: var(--_chart-second);
  }

  rect:is(.returningCustomers, .bar, .heat) {
    fill: var(--_chart);
  }

  .track {
    fill: var(--_chart-track);
  }

  .hit {
    fill: transparent;
  }

  .chosen > .hit {
    fill: var(--_neutral-tint);
  }

  .grid {
    stroke: var(--_hairline);
    vector-effect: non-scaling-stroke;
  }

  .bars,
  .times {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
  }

  .bars > svg {
    block-size: calc(var(--_unit) * 48);
  }

  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    margin-block: -0.6em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .months,
  .hours {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    grid-column: 2;
    line-height: 1.3;
  }

  .months > span {
    justify-self: center;
    inline-size: 0;
    display: flex;
    justify-content: center;
    text-align: center;
    white-space: nowrap;
  }

  .days {
    display: grid;
    grid-template-rows: repeat(7, 1fr);
    align-items: center;
  }

  .times > svg {
    block-size: calc(var(--_unit) * 44);
  }

  .times rect {
    stroke: var(--_surface);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }

  /* Drawn last, over its neighbors. */
  .times rect.chosen {
    fill: none;
    stroke: var(--_text);
    pointer-events: none;
  }

  .method {
    display: grid;
    grid-template-columns: minmax(0, 9fr) minmax(0, 16fr) calc(var(--_unit) * 13);
    gap: calc(var(--_unit) * 3);
    align-items: center;
    padding-block: calc(var(--_unit) * 1.5);
    border-radius: var(--_radius-control);
  }

  .method.chosen {
    background: var(--_surface-hover);
  }

  .method > svg {
    block-size: calc(var(--_unit) * 3);
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .share {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .numbers {
    margin: calc(var(--_unit) * 3) 0 0;
    padding: 0 var(--_pad) var(--_row-pad);
  }

  .numbers > summary {
    inline-size: fit-content;
    padding-block: calc(var(--_unit) * 1);
    color: var(--_accent-text);
    cursor: pointer;
  }

  .numbers > summary:focus-visible {
    outline: 2px solid var(--_focus);
  }

  .scroll {
    overflow-x: auto;
  }

  .numbers table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: calc(var(--_font-size) * 13 / 14);
    font-variant-numeric: tabular-nums;
  }

  .numbers :is(th, td) {
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 1.5);
    border-block-end: 1px solid var(--_hairline);
    text-align: end;
    vertical-align: top;
  }

  .numbers :is(th:first-child) {
    padding-inline-start: 0;
    text-align: start;
    min-inline-size: calc(var(--_unit) * 32);
    font-weight: 400;
    overflow-wrap: break-word;
  }

  .numbers thead th {
    color: var(--_text-quiet);
    font-weight: 500;
  }

  .numbers .amounts {
    display: grid;
    justify-items: end;
  }

  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }

    rect:is(.returningCustomers, .bar, .heat),
    .returningCustomers > .swatch {
      fill: CanvasText;
      background: CanvasText;
    }

    rect.newCustomers,
    .newCustomers > .swatch {
      fill: Highlight;
      background: Highlight;
    }

    .track {
      fill: Canvas;
    }
  }
`;
