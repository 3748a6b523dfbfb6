import { css } from 'lit';

/** The styles of an opened order. */
export const detailStyles = css`
  /* As high as its content; the header does not move when more arrives. */
  .dialog.wide:has(> .detail) {
    block-size: fit-content;
    max-block-size: calc(100% - var(--_unit) * 24);
    margin-block-start: calc(var(--_unit) * 12);
  }

  .dialog > .body.detail {
    display: block;
    padding-block-end: calc(var(--_unit) * 4);
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 2) var(--_pad) calc(var(--_unit) * 3);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .facts.about > :first-child {
    grid-column: span 2;
  }

  .facts + .facts {
    padding-block-end: var(--_section-gap);
  }

  .facts .full {
    display: block;
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }

  .detail .badge {
    block-size: auto;
    min-block-size: calc(var(--_unit) * 5);
    white-space: normal;
  }

  .facts bdi.quiet {
    white-space: nowrap;
  }

  .facts .settled {
    padding-inline-start: 0;
  }

  .entries {
    border-block-start: 1px solid var(--_hairline);
  }

  .entries > h3 {
    padding: calc(var(--_unit) * 4) var(--_pad) calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .entries > .nothing {
    padding: 0 var(--_pad) calc(var(--_unit) * 4);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .related {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .thumb {
    inline-size: calc(var(--_unit) * 8);
    block-size: calc(var(--_unit) * 8);
    margin-block: calc(var(--_unit) * -1.5);
    margin-inline-end: calc(var(--_unit) * 2);
    border-radius: var(--_radius-badge);
    background: var(--_neutral-tint);
    object-fit: cover;
    vertical-align: middle;
  }

  .thumb[hidden] {
    display: none;
  }

  .entries table {
    table-layout: fixed;
  }

  .entries :is(td, th) {
    overflow-wrap: anywhere;
  }

  .entries .col-sku,
  .entries .col-date {
    inline-size: calc(var(--_unit) * 40);
  }

  .entries .col-reference,
  .entries .col-status {
    inline-size: calc(var(--_unit) * 48);
  }

  .entries .col-quantity {
    inline-size: calc(var(--_unit) * 22);
  }

  .entries .col-price,
  .entries .col-total {
    inline-size: calc(var(--_unit) * 32);
  }

  .entries .deducted,
  .entries .parcel {
    display: block;
  }

  .entries .parcel > .link + .link {
    margin-inline-start: calc(var(--_unit) * 2);
  }

  .entries .deducted {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }

  /* Under the lines, along their totals: quiet, except the total. */
  .breakdown {
    margin: 0;
    padding: calc(var(--_unit) * 2) var(--_pad) calc(var(--_unit) * 4);
    font-size: calc(var(--_font-size) * 13 / 14);
    line-height: calc(var(--_unit) * 5);
  }

  .entries .table-scroll + .breakdown {
    border-block-start: 1px solid var(--_edge);
  }

  .breakdown > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(calc(var(--_unit) * 26), max-content);
    gap: calc(var(--_unit) * 4);
    padding-block: calc(var(--_unit) * 0.75);
    color: var(--_text-quiet);
  }

  .breakdown :is(dt, dd) {
    margin: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }

  .breakdown dd {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .breakdown .kind::before {
    content: ' · ';
    content: ' · ' / '';
  }

  .breakdown .sum {
    color: var(--_text);
    font-weight: 600;
  }

  @container widget (inline-size >= calc(720em / 14)) {
    .facts {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }

  @container widget (inline-size < calc(960em / 14)) {
    .entries :is(.col-sku, .col-date, .col-reference) {
      inline-size: calc(var(--_unit) * 29);
    }

    .entries .col-status {
      inline-size: calc(var(--_unit) * 33);
    }

    .entries .col-quantity {
      inline-size: calc(var(--_unit) * 18);
    }

    .entries :is(.col-price, .col-total) {
      inline-size: calc(var(--_unit) * 25);
    }
  }

  /* Two lines per row: title and amount, then the rest. */
  @container widget (inline-size < calc(480em / 14)) {
    .entries :is(table, tbody, tfoot) {
      display: block;
    }

    .entries thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .entries :is(tbody, tfoot) > tr:not(.spacer) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 3);
      padding: var(--_row-pad) var(--_pad);
      border-block-end: 1px solid var(--_hairline);
    }

    .entries tbody > tr:last-child {
      border-block-end: 0;
    }

    .entries .table .skeleton-rows {
      --_lines: 10.5;
      display: flex;
    }

    .entries tfoot > tr:not(.spacer) {
      border-block: 1px solid var(--_edge);
      border-block-end: 0;
    }

    .entries :is(tbody, tfoot) > tr:not(.spacer) > * {
      padding: 0 !important;
      border: 0 !important;
      background: none !important;
    }

    .entries :is(th, .cell-carrier) {
      grid-area: 1 / 1 / 2 / 3;
    }

    .entries .cell-total {
      grid-area: 1 / 3;
    }

    .lines .cell-price,
    .entries .cell-status {
      grid-area: 2 / 3;
      justify-self: end;
      text-align: end;
    }

    .entries :is(.cell-sku, .cell-date) {
      grid-area: 2 / 1;
      color: var(--_text-quiet);
    }

    .lines .cell-quantity {
      grid-area: 2 / 2;
    }

    .lines .cell-quantity::after {
      content: ' ×' / '';
    }

    .entries .cell-reference {
      grid-area: 3 / 1 / 4 / 4;
      color: var(--_text-quiet);
    }

    /* Without its column header, a dash has no meaning. */
    .entries .cell-reference:has(.unknown) {
      display: none;
    }
  }
`;
