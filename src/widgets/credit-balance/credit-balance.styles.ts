import { css } from 'lit';

export const styles = css`
  .accounts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    row-gap: calc(var(--_unit) * 4);
    padding: 0 var(--_pad) calc(var(--_unit) * 4);
  }

  .notice + .accounts {
    padding-block-start: calc(var(--_unit) * 3);
  }

  /* Never cut off, however long. */
  .accounts .figure {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .accounts > .metric {
    padding-inline-end: calc(var(--_unit) * 2);
  }

  .accounts .badge {
    block-size: auto;
    min-block-size: calc(var(--_unit) * 5);
    white-space: normal;
    overflow-wrap: anywhere;
    margin-block-start: calc(var(--_unit) * 1);
  }

  .accounts .basis {
    margin-block-start: calc(var(--_unit) * 1);
    line-height: calc(var(--_unit) * 5);
  }

  .ledger-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    /* The same with one account, and with several to choose from. */
    min-block-size: calc(var(--_control-size) + var(--_unit) * 5 - 1px);
    padding: calc(var(--_unit) * 3) var(--_pad) calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_hairline);
  }

  .ledger-bar > :last-child {
    margin-inline-start: auto;
  }

  .ledger-bar > .segmented {
    flex-wrap: wrap;
    min-inline-size: 0;
  }

  .ledger-bar > .segmented > * {
    min-inline-size: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .ledger table {
    table-layout: fixed;
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

  /* What is done stands at the end, and is never cut off with the words. */
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

  /* A figure is never cut off. */
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

  /* The whole ledger keeps all its columns, and is scrolled where there is no room for them. */
  .ledger.full table {
    min-inline-size: calc(var(--_unit) * 180);
  }

  /* Reads from the same edge as the form. */
  .dialog .footer > .discard {
    margin-inline-start: calc(var(--_unit) * -3);
    margin-inline-end: auto;
  }

  /* The balance after is always in view, unless nothing else would be. */
  @media (min-height: 30em) {
    /* What has the focus does not hide behind it. */
    .dialog > .body {
      scroll-padding-block-end: calc(var(--_unit) * 30);
    }

    .dialog .preview {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      background: var(--_surface-raised);
    }
  }

  .confirmation {
    display: grid;
    gap: calc(var(--_unit) * 4);
    border-radius: var(--_radius-control);
    outline-offset: calc(var(--_unit) * 1.5);
  }

  .dialog > .header {
    flex-wrap: nowrap;
  }

  .dialog > .header > .heading {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .dialog .slow {
    padding: 0;
  }

  .button[aria-disabled='true'] {
    border-color: var(--_hairline);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    cursor: default;
  }

  .fields dd {
    overflow-wrap: anywhere;
  }

  /* A dialog is seldom wider than this: only on a telephone it is narrower. */
  @container widget (inline-size < calc(400em / 14)) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .dialog .footer > .button {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .two > .field {
    align-content: start;
  }

  /* Nobody stands alone in a second line. */
  @container widget (inline-size >= calc(640em / 14)) {
    .accounts:has(> :nth-child(4):last-child) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  @container widget (inline-size >= calc(960em / 14)) {
    .accounts {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  @container widget (inline-size < calc(720em / 14)) {
    /* Two things to do have a line of their own, under the text. */
    .notice:has(.button + .button) > p {
      flex-basis: calc(100% - var(--_unit) * 6);
    }

    .notice > .button:has(+ .button) {
      margin-inline-start: calc(var(--_unit) * 5);
    }

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
    .accounts {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_unit) * 3);
    }

    .accounts > .metric:nth-child(n) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) fit-content(60%);
      padding-inline-end: 0;
      align-items: center;
    }

    .accounts .figure {
      grid-area: 1 / 2 / span 2;
      font-size: calc(var(--_font-size) * 20 / 14);
      align-self: start;
      line-height: calc(var(--_unit) * 6);
    }

    .accounts .metric > dd:not(.figure) {
      justify-self: start;
      grid-row: 2;
    }

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

  /* Amounts that need more room have it at any width. */
  .ledger.wide table {
    min-inline-size: calc(var(--_unit) * 160);
  }

  .ledger.wide :is(.col-change, .col-balance) {
    inline-size: calc(var(--_unit) * 40);
  }

  .ledger.large table {
    min-inline-size: calc(var(--_unit) * 240);
  }

  .ledger.large :is(.col-change, .col-balance) {
    inline-size: calc(var(--_unit) * 74);
  }
`;
