import { css } from 'lit';

/** The styles of a table: header, totals and scroller. */
export const tableStyles = css`
  /* Without position: relative, hidden text inside would widen the page. */
  .table-scroll {
    position: relative;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--_edge) transparent;
  }

  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: calc(var(--_font-size) * 13 / 14);
    line-height: calc(var(--_unit) * 5);
  }

  /* Tags are listed and not in :is(), because the browser looks such a rule up for every element. */
  .table th,
  .table td {
    padding: var(--_row-pad) calc(var(--_unit) * 2);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    unicode-bidi: isolate;
  }

  /* Above each row, not below it: the last row would need styles of its own in each column. */
  .table tbody th,
  .table tbody td {
    border-block-start: 1px solid var(--_hairline);
  }

  .table th:first-child,
  .table td:first-child {
    padding-inline-start: var(--_pad);
  }

  .table th:last-child,
  .table td:last-child {
    padding-inline-end: var(--_pad);
  }

  /* Inherited, because a token costs time in each kind of cell that uses it. */
  .table thead {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }

  .table thead th {
    padding-block: calc(var(--_unit) * 1) calc(var(--_unit) * 1.75);
    font-weight: 500;
    vertical-align: bottom;
  }

  /* As wide as the longest value of the column, without height. */
  .table th[data-longest]::after {
    content: attr(data-longest);
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: calc(var(--_font-size) * 13 / 14);
    font-weight: 400;
    white-space: pre;
  }

  .table .amount {
    text-align: end;
    white-space: nowrap;
  }

  td.not-known::before {
    content: '–';
    content: '–' / '';
  }

  /*
   * Which way a datum reads does not say at which edge its column stands: "start" and "end" are those of its text. So
   * the edges of the table are named, and the direction of the cell does not matter, but in a cell from right to left
   * WebKit swaps the paddings of text from left to right.
   */
  .table {
    --_start: left;
    --_end: right;
    --_first: var(--_pad) calc(var(--_unit) * 2);
    --_last: calc(var(--_unit) * 2) var(--_pad);
  }

  .table:dir(rtl) {
    --_start: right;
    --_end: left;
    --_first: calc(var(--_unit) * 2) var(--_pad);
    --_last: var(--_pad) calc(var(--_unit) * 2);
  }

  .table .datum {
    direction: ltr;
    unicode-bidi: plaintext;
    text-align: var(--_start);
  }

  .table :is(td, th).datum:first-child {
    padding-inline: var(--_first);
  }

  .table :is(td, th).datum:last-child {
    padding-inline: var(--_last);
  }

  .table .amount.datum {
    text-align: var(--_end);
  }

  .table thead .amount.wrap {
    white-space: normal;
  }

  /* The column of actions needs no visible name. */
  .table thead .on-row {
    font-size: 0;
  }

  .table tbody tr:hover > * {
    background: var(--_surface-hover);
  }

  .table tbody tr.tinted > * {
    background: var(--_row-return);
  }

  .table tbody tr.tinted:hover > * {
    background: var(--_danger-tint);
  }

  .table .total {
    font-weight: 500;
  }

  .table tfoot th,
  .table tfoot td {
    border-block-start: 1px solid var(--_edge);
    font-weight: 600;
  }

  .table tfoot .small {
    display: block;
    color: var(--_text-quiet);
    font-weight: 400;
  }

  .negative {
    color: var(--_danger-text);
  }

  .table td.not-known,
  .table s,
  .unknown {
    color: var(--_text-quiet);
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 0.5);
    margin-block: calc(var(--_unit) * -1);
    padding: calc(var(--_unit) * 1) 0;
    vertical-align: bottom;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: end;
    cursor: pointer;
  }

  .sort.fixed {
    cursor: default;
  }

  .sort > .icon {
    inline-size: calc(var(--_unit) * 3);
    block-size: calc(var(--_unit) * 3);
  }

  /* A figure is never truncated. */
  .table td.amount {
    overflow: visible;
  }

  @media (forced-colors: active) {
    .table tbody tr.tinted > * {
      border-block: 1px solid CanvasText;
    }

    .table-scroll.windowed thead th {
      border-block-end: 1px solid CanvasText;
    }
  }

  @media print {
    .sort > .icon {
      display: none;
    }

    /* Buttons are not repeated on each printed page. */
    .sort {
      display: contents;
    }

    /* Totals are printed at the end, not on every page. */
    .table tfoot {
      display: table-row-group;
    }

    .table tr {
      break-inside: avoid;
    }

    .table-scroll {
      overflow: visible;
    }
  }

  .sort.unsorted {
    color: inherit;
  }

  .sort.unsorted:hover {
    color: var(--_text);
  }

  .sort.ascending > .icon {
    transform: scaleY(-1);
  }

  /* All placeholder rows. */
  .table .skeleton-rows {
    --_row: calc(var(--_row-pad) * 2 + var(--_unit) * var(--_lines, 5) + 1px);
    block-size: calc(var(--_row) * var(--_rows));
    pointer-events: none;
  }

  .table .skeleton-rows > .skeleton {
    --_blank: calc(50% - 0.5px - 0.35em);
    display: table-cell;
    flex: 1;
    padding-block: 0;
    background:
      linear-gradient(transparent var(--_blank), var(--_skeleton) 0 calc(100% - 1px - var(--_blank)), transparent 0)
        var(--_start) 0 / 60% var(--_row) repeat-y content-box,
      linear-gradient(transparent calc(100% - 1px), var(--_hairline) 0) 0 0 / 100% var(--_row);
  }

  .table .skeleton-rows > .end {
    background-position: var(--_end) 0;
  }

  .table-scroll:focus-visible {
    outline-offset: -2px;
  }

  /* With a fixed height: the header stays in view, and rows that move are no scroll anchors. */
  .table-scroll.windowed {
    block-size: 100%;
    min-block-size: 0;
    overflow: auto;
    overflow-anchor: none;
  }

  .table-scroll.windowed thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface-raised);
    /* Over the line of the row below it. */
    box-shadow: 0 1px var(--_hairline);
  }

  .table-scroll.windowed tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    background: var(--_surface-raised);
  }

  /* All rows in a panel: as high as the rows, up to about one screen. */
  .panel .table-scroll.windowed {
    block-size: auto;
    max-block-size: calc(var(--_unit) * 160);
  }

  .panel .windowed :is(thead th, tfoot > tr > *) {
    background: var(--_surface);
  }
`;
