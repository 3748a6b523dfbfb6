import { css } from 'lit';

export const ledgerStyles = css`
  /* Columns have fixed widths, except dates: they are as wide as the longest date of the locale. */
  .ledger td:not(.cell-date) {
    max-inline-size: 0;
  }

  .ledger .col-date {
    inline-size: calc(var(--_unit) * 34);
  }

  .ledger .col-by {
    inline-size: calc(var(--_unit) * 44);
  }

  .ledger .col-change {
    inline-size: calc(var(--_unit) * 25);
  }

  .ledger .col-balance {
    inline-size: calc(var(--_unit) * 29);
  }

  .ledger td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* The actions are at the end, and are not truncated with the text. */
  .reversible > .cell-entry,
  .coupons .cell-status:has(> .revoke) {
    position: relative;
    padding-inline-end: calc(var(--_unit) * 18);
  }

  td > :is(.reverse, .revoke) {
    position: absolute;
    inset-block-start: calc(var(--_row-pad) - var(--_unit) * 0.5);
    inset-inline-end: calc(var(--_unit) * 2);
    block-size: calc(var(--_unit) * 6);
    margin-block: 0;
    padding-block: calc(var(--_unit) * 0.5);
  }

  td:last-child > .revoke {
    inset-inline-end: var(--_pad);
  }

  /* A figure is never truncated. */
  .ledger td.amount {
    overflow: visible;
  }

  .ledger .cell-date {
    font-variant-numeric: tabular-nums;
  }

  .ledger .quiet:has(+ .quiet) {
    margin-inline-end: calc(var(--_unit) * 1.5);
  }

  .ledger .reversed > .cell-change {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }

  .dialog > .history {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
  }

  .history > .ledger {
    flex: 1;
    min-block-size: 0;
  }

  /* The whole ledger keeps all its columns, and scrolls if there is no room for them. */
  .ledger.full table {
    min-inline-size: calc(var(--_unit) * 180);
  }

  @container widget (inline-size < calc(720em / 14)) {
    .ledger:not(.full) .col-date {
      inline-size: calc(var(--_unit) * 22);
    }

    .ledger:not(.full) .col-by {
      inline-size: calc(var(--_unit) * 36);
    }

    .ledger:not(.full) .col-change {
      inline-size: calc(var(--_unit) * 23);
    }

    .ledger:not(.full) .col-balance {
      inline-size: calc(var(--_unit) * 27);
    }

    .ledger:not(.full) table {
      table-layout: fixed;
    }

    .ledger:not(.full) th::after {
      content: none;
    }

    .ledger:not(.full) td:nth-child(n) {
      max-inline-size: none;
    }

    .ledger:not(.full) .time {
      display: none;
    }

    .ledger:not(.full) td.cell-date {
      white-space: normal;
    }
  }

  @container widget (inline-size < calc(660em / 14)) {
    .ledger:not(.full) .col-by,
    .ledger:not(.full) .cell-by {
      display: none;
    }
  }

  @container widget (inline-size < calc(480em / 14)) {
    .ledger:not(.full) .col-date {
      inline-size: calc(var(--_unit) * 18);
    }

    .ledger:not(.full) .col-change {
      inline-size: calc(var(--_unit) * 21);
    }

    .ledger:not(.full) .col-balance {
      inline-size: calc(var(--_unit) * 23);
    }

    .ledger:not(.full) td:not(.amount) {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }

  /* Two lines per entry: description and amount, then date and balance; likewise the header. In the whole ledger,
     also the author. */
  @container widget (inline-size < calc(480em / 14)) {
    .ledger:not(.wide, .large) :is(table, thead, tbody) {
      display: block;
      min-inline-size: 0;
    }

    .ledger:not(.wide, .large) .windowed thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      background: var(--_surface);
    }

    .dialog .ledger:not(.wide, .large) .windowed thead {
      background: var(--_surface-raised);
    }

    .ledger:not(.wide, .large) tr:not(.spacer) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 4);
      padding: var(--_row-pad) var(--_pad);
      border-block-end: 1px solid var(--_hairline);
    }

    .ledger:not(.wide, .large) thead > tr {
      padding-block: calc(var(--_unit) * 1);
    }

    .ledger:not(.wide, .large) tbody > tr:last-child {
      border-block-end: 0;
    }

    .ledger .table .skeleton-rows {
      --_lines: 10.5;
      display: flex;
    }

    .ledger:not(.wide, .large) tr:not(.spacer) > :is(th, td):nth-child(n) {
      max-inline-size: none;
      padding: 0;
      border: 0;
    }

    .ledger:not(.wide, .large) th::after {
      content: none;
    }

    .ledger:not(.wide, .large) .cell-entry {
      grid-area: 1 / 1;
    }

    .ledger:not(.wide, .large) .cell-change {
      grid-area: 1 / 2;
    }

    .ledger:not(.wide, .large) .cell-date {
      grid-area: 2 / 1;
    }

    .ledger:not(.wide, .large) .cell-balance {
      grid-area: 2 / 2;
    }

    .ledger:not(.wide, .large) .cell-by {
      grid-area: 3 / 1;
    }

    .ledger:not(.wide, .large) td:is(.cell-date, .cell-balance, .cell-by) {
      color: var(--_text-quiet);
    }

    .ledger:not(.wide, .large) .cell-date > .time {
      display: inline;
    }

    .ledger:not(.wide, .large) tr.reversible > .cell-entry:nth-child(n) {
      padding-inline-end: calc(var(--_unit) * 16);
    }

    .ledger:not(.wide, .large) td > .reverse {
      inset-block-start: calc(var(--_unit) * -0.5);
      inset-inline-end: 0;
    }
  }

  /* Long amounts get more room at any width. */
  .ledger.wide table {
    min-inline-size: calc(var(--_unit) * 160);
  }

  .ledger.wide :is(.col-change, .col-balance) {
    inline-size: calc(var(--_unit) * 40);
  }

  .ledger.large table {
    min-inline-size: calc(var(--_unit) * 240);
    table-layout: auto;
  }

  .ledger.large :is(.col-change, .col-balance) {
    inline-size: calc(var(--_unit) * 74);
  }

  .ledger.large .col-entry {
    inline-size: calc(var(--_unit) * 50);
  }

  /* Amounts of any length widen their column, and no other text does. */
  .ledger.large td.amount {
    max-inline-size: none;
  }

  .ledger.large td:is(.cell-entry, .cell-by) {
    max-inline-size: 0;
  }
`;
