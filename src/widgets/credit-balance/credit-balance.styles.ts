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

  .accounts > .metric {
    padding-inline-end: calc(var(--_unit) * 2);
  }

  .accounts > .skeleton {
    block-size: calc(var(--_unit) * 18);
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
    /* The same height with one account as with a choice. */
    min-block-size: calc(var(--_control-size) + var(--_unit) * 5 - 1px);
    padding: calc(var(--_unit) * 3) var(--_pad) calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_hairline);
  }

  .ledger-bar > :last-child:not(:first-child) {
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

  .dialog > .header {
    flex-wrap: nowrap;
  }

  .dialog > .header > .heading {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* A name is not alone on a second line. */
  @container widget (inline-size >= calc(480em / 14)) {
    .accounts:has(> :nth-child(4):last-child) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

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

  @container widget (inline-size < calc(480em / 14)) {
    .accounts {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_unit) * 3);
    }

    .accounts > .metric:nth-child(n) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) fit-content(60%);
      column-gap: calc(var(--_unit) * 3);
      padding-inline-end: 0;
      align-items: center;
    }

    .accounts > .skeleton {
      block-size: calc(var(--_unit) * 10);
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
  }
`;
