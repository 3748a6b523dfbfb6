import { css } from 'lit';

/** The grid of four columns for figures, details and summaries, which aligns them across widgets. */
export const columnsStyles = css`
  .columns {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_section-gap) 0;
    padding-inline: var(--_pad);
  }

  .columns > * {
    min-inline-size: 0;
    padding-inline-end: calc(var(--_unit) * 4);
  }

  @container widget (inline-size < calc(480em / 14)) {
    /* One column if two figures do not fit. */
    .columns {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(34%, calc(var(--_unit) * 34))), 1fr));
    }

    .columns > * {
      padding-inline-end: calc(var(--_unit) * 3);
    }
  }

  @container widget (inline-size >= calc(960em / 14)) {
    .columns {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
`;
