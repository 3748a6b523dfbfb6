import { css } from 'lit';

export const styles = css`
  .orders .col-order {
    inline-size: calc(var(--_unit) * 24);
  }

  .orders .col-date {
    inline-size: calc(var(--_unit) * 34);
  }

  .orders .col-status {
    inline-size: calc(var(--_unit) * 58);
  }

  .orders :is(.col-payment, .col-fulfillment, .col-cancellation, .col-exchange, .col-return) {
    inline-size: calc(var(--_unit) * 37);
  }

  .orders .col-total {
    inline-size: calc(var(--_unit) * 32);
  }

  /* Columns have fixed widths, except dates: they are as wide as the longest date of the locale. */
  .orders td:not(.cell-date) {
    max-inline-size: 0;
  }

  .orders td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* A figure is never truncated: the column grows. */
  .orders.roomy td.cell-total {
    max-inline-size: none;
  }

  /* The focus ring of its content is outside of it. */
  .orders .cell-order {
    overflow: visible;
  }

  .orders .cell-order > .link {
    display: inline-block;
    min-inline-size: calc(var(--_unit) * 6);
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }

  .orders .badge {
    display: inline-block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .orders .badge:has(+ .badge) {
    max-inline-size: 64%;
  }

  .orders .settled {
    display: inline;
  }

  .orders :is(.badge, .settled) > .icon {
    margin-inline-end: calc(var(--_unit) * 1);
    vertical-align: calc(var(--_unit) * -0.75);
  }

  .orders .cell-status,
  .orders tr:not(.return) > .cell-items {
    color: var(--_text-quiet);
  }

  .orders tr.archived > * {
    color: var(--_text-quiet);
  }

  .orders .main {
    color: var(--_text);
  }

  .orders tr.tinted.minus > .cell-total {
    color: var(--_danger-text);
  }

  .orders tr.canceled > .cell-total {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }

  .badge.bare {
    padding-inline: calc(var(--_unit) * 1.5);
  }

  /* As high as a line of text. */
  .orders .cell-order > .link {
    margin: calc(var(--_unit) * -1.1) 0;
  }

  .dialog .rows > .orders {
    display: block;
    flex: 1;
    min-block-size: 0;
    padding: 0;
  }

  /* Its content loads later, into the reserved space. */
  .totals {
    min-block-size: calc(var(--_unit) * 30);
  }

  /* A platform may number its orders by codes of 16 characters, which customers read out. */
  @container widget (inline-size >= calc(620em / 14)) {
    .orders td.cell-order {
      max-inline-size: calc(var(--_unit) * 52);
    }
  }

  /* A long status has more room if there are no further columns. */
  @container widget (inline-size >= calc(1100em / 14)) {
    .orders:not(:has(th:nth-child(6))) td.cell-status {
      max-inline-size: calc(var(--_unit) * 120);
    }
  }

  @container widget (inline-size < calc(960em / 14)) {
    .orders .col-date {
      inline-size: calc(var(--_unit) * 29);
    }

    .orders .col-status {
      inline-size: calc(var(--_unit) * 54);
    }

    .orders .col-total {
      inline-size: calc(var(--_unit) * 31);
    }
  }

  /* Columns that do not fit are scrolled to: the items keep a minimum width, and the number stays in view. */
  @container widget (inline-size >= calc(620em / 14)) {
    .orders:has(th:nth-child(6)) table {
      min-inline-size: calc(var(--_unit) * (186 + 37 * var(--_more)));
    }

    .orders:has(th:nth-child(6)) {
      --_more: 1;
    }

    .orders:has(th:nth-child(7)) {
      --_more: 2;
    }

    .orders:has(th:nth-child(8)) {
      --_more: 3;
    }

    .orders:has(th:nth-child(9)) {
      --_more: 4;
    }

    .orders:has(th:nth-child(10)) {
      --_more: 5;
    }

    .orders:where(:has(th:nth-child(6))) .cell-order {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      border-inline-end: 1px solid var(--_hairline);
      background: var(--_surface);
    }

    .orders:has(th:nth-child(6)) thead .cell-order {
      z-index: 3;
    }

    .dialog .orders .cell-order {
      --_surface: var(--_surface-raised);
    }
  }

  /* Two lines per row: number and amount, then date and status. At a larger width than elsewhere, because five columns
     have no room to name the original order of a return, and two lines do. */
  @container widget (inline-size < calc(620em / 14)) {
    .orders table,
    .orders tbody {
      display: block;
    }

    .orders thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .orders tbody > tr:not(.spacer) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 3);
      padding: var(--_row-pad) var(--_pad);
      border-block-end: 1px solid var(--_hairline);
    }

    .orders tbody > tr:last-child {
      border-block-end: 0;
    }

    .orders .table .skeleton-rows {
      --_lines: 10.5;
      display: flex;
    }

    .orders tr.tinted {
      background: var(--_row-return);
    }

    .orders tbody > tr:not(.spacer) > * {
      padding: 0 !important;
      border: 0 !important;
      background: none !important;
    }

    .orders .cell-order {
      grid-area: 1 / 1 / 2 / 3;
    }

    .orders .cell-total {
      grid-area: 1 / 3;
    }

    /* An amount of thirty digits has more lines, except where all rows have one height. */
    .table-scroll:not(.windowed) .cell-total {
      overflow-wrap: anywhere;
      white-space: normal;
    }

    .orders .cell-date {
      grid-area: 2 / 1;
      color: var(--_text-quiet);
    }

    .orders .cell-status {
      grid-area: 2 / 2 / 3 / 4;
      text-align: end;
    }

    /* Axes follow the date if they have a value. */
    .orders:has(.axis) tbody > tr:not(.spacer) {
      display: flex;
      flex-wrap: wrap;
    }

    .orders:has(.axis) .cell-order {
      flex: 1 1 calc(100% - var(--_unit) * 32);
      order: -3;
    }

    .orders:has(.axis) .cell-total {
      order: -2;
    }

    .orders:has(.axis) .cell-date {
      order: -1;
    }

    .orders .axis:has(> .unknown) {
      display: none;
    }

    .orders td:nth-child(n) {
      max-inline-size: none;
    }

    /* There is no room for it. Screen readers still read it. */
    .orders .cell-items {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  }
`;
