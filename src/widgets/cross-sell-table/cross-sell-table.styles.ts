import { css } from 'lit';

export const styles = css`
  .summary {
    padding-block-end: calc(var(--_unit) * 4);
  }

  .notice + .body > .summary {
    padding-block-start: calc(var(--_unit) * 4);
  }

  /* Figures keep their width. The product gets the rest, in two lines where they are needed. */
  .table {
    --_bar: calc(var(--_unit) * 12);

    min-inline-size: calc(var(--_unit) * 285);
  }

  .table col {
    inline-size: calc(var(--_unit) * 23);
  }

  .table col.col-title {
    inline-size: auto;
  }

  .table col.col-share {
    inline-size: calc(var(--_unit) * 30);
  }

  .table col.col-sku {
    inline-size: calc(var(--_unit) * 34);
  }

  .table .number {
    overflow: hidden;
    color: var(--_text-quiet);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .table col:is(.col-orders, .col-units) {
    inline-size: calc(var(--_unit) * 14);
  }

  /* As wide as "in 1,234 orders" below it, which otherwise stands over the empty cell of the share. */
  .table:not(:has(.col-share)) col.col-orders {
    inline-size: calc(var(--_unit) * 24);
  }

  /* Few figures spread over a wide table, so that a row can be followed from the name to its figures. */
  .table:not(:has(th:nth-child(7))) col:not(.col-title) {
    inline-size: max(calc(var(--_unit) * 24), 11cqi);
  }

  .table col.col-unitsReturned {
    inline-size: calc(var(--_unit) * 17);
  }

  /* Twelve columns rarely fit, so the product stays in view. */
  .table .pin {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_surface);
  }

  .table-scroll.windowed :is(thead, tfoot) .pin {
    z-index: 3;
  }

  @container widget (inline-size < calc(1140em / 14)) {
    .table .pin {
      border-inline-end: 1px solid var(--_hairline);
    }
  }

  .table td.cell-share {
    position: relative;
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .table tbody td.cell-share {
    padding-inline-start: calc(var(--_unit) * 4 + var(--_bar));
  }

  /* The whole, and the share on top of it. */
  td.bar::before,
  td.bar::after {
    content: '';
    position: absolute;
    inset-block-start: calc(var(--_row-pad) + var(--_unit) * 2);
    inset-inline-start: calc(var(--_unit) * 2);
    inline-size: var(--_bar);
    block-size: calc(var(--_unit) * 1);
    background: var(--_chart-track);
  }

  td.bar::after {
    inline-size: calc(var(--_bar) * var(--_share, 0));
    background: var(--_chart);
  }

  .table tfoot .sum {
    display: block;
  }

  .table tfoot .distinct {
    white-space: normal;
  }

  /* Wider than its column, over the empty footer cell before it. */
  .table tfoot .after-share > .distinct {
    margin-inline-start: calc(var(--_unit) * -22);
    white-space: nowrap;
  }

  @container widget (inline-size < calc(620em / 14)) {
    /* If only the column before is in view, the overlapping text would appear to be its own. Screen readers still
       read it. */
    .table tfoot .distinct {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  .beside {
    margin-inline-start: calc(var(--_unit) * 3);
  }

  /* As with the skeleton, a fast response causes no flicker. */
  .waiting {
    animation: clientele-appear 0s 0.3s both;
  }

  /* As wide as the page, for twelve columns. The table fills the remaining height. */
  .dialog.wide {
    inline-size: min(100% - var(--_unit) * 8, calc(var(--_unit) * 320));
  }

  .rows > .table-scroll {
    flex: 1;
    block-size: auto;
  }

  .dialog .rows > .footer {
    flex: none;
    justify-content: space-between;
    margin: 0;
  }

  .dialog .pin {
    --_surface: var(--_surface-raised);
  }

  @container widget (inline-size < calc(960em / 14)) {
    .table {
      inline-size: max-content;
      min-inline-size: 100%;
    }

    .table col.col-title {
      inline-size: calc(var(--_unit) * 56);
    }
  }

  @container widget (inline-size < calc(480em / 14)) {
    .table {
      --_bar: calc(var(--_unit) * 9.5);
    }

    .table col.col-share {
      inline-size: calc(var(--_unit) * 26);
    }

    .table col.col-title {
      inline-size: calc(var(--_unit) * 41);
    }
  }

  @media (forced-colors: active) {
    td.bar::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  /* Twelve columns fit on A4 paper. */
  @media print {
    .table {
      inline-size: 100%;
      min-inline-size: 0;
      font-size: 7pt;
    }

    .table :is(thead th, .sku, .small) {
      font-size: inherit;
    }

    .table col,
    .table col:is(.col-title, .col-share, .col-orders, .col-units, .col-unitsReturned) {
      inline-size: auto;
    }

    .table :is(th, td) {
      padding-inline: 2px;
    }

    .table .pin {
      position: static;
      border-inline-end: 0;
    }

    .table tbody td.cell-share {
      padding-inline-start: 2px;
    }

    td.bar::before,
    td.bar::after {
      content: none;
    }
  }
`;
