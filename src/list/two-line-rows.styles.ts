import { css } from 'lit';

/**
 * Rows of a table that become two lines where it is narrow: what names the row (`lead`) and its figure (`amount`), then
 * what is below them (`under`) and beside that (`aside`). What has another class has a line of its own.
 */
export const twoLineRows = css`
  .table .lead {
    max-inline-size: calc(var(--_unit) * 60);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* A long name has two lines, except in a list whose rows all have one height. */
  .table-scroll:not(.windowed) .two-lines {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  /* A button is one box, which the cell would cut without an ellipsis. */
  .table .lead > .link {
    max-inline-size: 100%;
    margin-block: calc(var(--_unit) * -1.1);
    overflow: clip;
    font-weight: 500;
    text-overflow: ellipsis;
  }

  .table td:is(.under, .beside, .aside) {
    max-inline-size: calc(var(--_unit) * 64);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @container widget (inline-size < calc(960em / 14)) {
    .table td.aside {
      max-inline-size: calc(var(--_unit) * 44);
    }
  }

  .table .action {
    text-align: end;
    white-space: nowrap;
  }

  .table .action > .link {
    margin-block: calc(var(--_unit) * -1.1);
  }

  .table .action > .link + .link {
    margin-inline-start: calc(var(--_unit) * 3);
  }

  .table td > .badge {
    display: inline-block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .table td > .badge > .icon {
    margin-inline-end: calc(var(--_unit) * 1);
    vertical-align: calc(var(--_unit) * -0.75);
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table,
    .table tbody {
      display: block;
    }

    .table thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .table tbody > tr:not(.spacer) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) fit-content(50%);
      gap: calc(var(--_unit) * 0.5) calc(var(--_unit) * 3);
      padding: var(--_row-pad) var(--_pad);
      border-block-end: 1px solid var(--_hairline);
    }

    .table tbody > tr:last-child:not(.spacer) {
      border-block-end: 0;
    }

    .table .skeleton-rows {
      --_lines: 10.5;
      display: flex;
      block-size: calc(var(--_row) * var(--_rows) - 1px);
    }

    /* What has no place in two lines has a third one. */
    .table:has(thead :is(.beside + .aside, th:not(.lead, .amount, .under, .beside, .aside))) .skeleton-rows {
      --_lines: 16;
    }

    .table tbody > tr:not(.spacer) > :nth-child(n) {
      padding: 0;
      border: 0;
      background: none;
    }

    .table tbody .lead {
      grid-area: 1 / 1;
      max-inline-size: none;
    }

    .table tbody .amount {
      grid-area: 1 / 2;
      overflow-wrap: anywhere;
    }

    .table tbody .under {
      grid-area: 2 / 1;
      max-inline-size: none;
      color: var(--_text-quiet);
    }

    .table tbody :is(.aside, .beside) {
      grid-area: 2 / 2;
      justify-self: end;
      max-inline-size: 100%;
    }

    .table tbody .beside + .aside {
      grid-area: 3 / 1;
      justify-self: start;
    }

    /* A reason, an amount of thirty digits and a long number have more lines, except where all rows have one height. */
    .table-scroll:not(.windowed) tbody :is(.beside + .aside, .amount, .action) {
      white-space: normal;
    }

    .table tbody .action {
      grid-area: 3 / 2;
      text-align: end;
      overflow-wrap: anywhere;
    }

    .table tbody .beside {
      color: var(--_text-quiet);
    }
  }
`;
