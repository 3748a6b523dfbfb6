import { css } from 'lit';

/** The styles of a layout. Adopted when a dashboard has one. */
export const layoutStyles = css`
  .placed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 5);
  }

  .section,
  .cell {
    min-inline-size: 0;
    scroll-margin-block-start: calc(var(--_unit) * 4);
  }

  .section:focus {
    outline: 0;
  }

  .section-heading {
    padding: 0 var(--_pad) calc(var(--_unit) * 2);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
    font-weight: 600;
  }

  .sections {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .cell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .cell ::slotted(*) {
    border: 0 !important;
  }

  .sheet > * + *,
  .column > * + * {
    border-block-start: 1px solid var(--_hairline);
  }

  .band {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max(calc(25% + var(--_pad) * 1.5 + 1px), calc(var(--_unit) * 78));
  }

  .column {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }

  .column.end {
    border-inline-start: 1px solid var(--_hairline);
  }

  /* The last one fills the column, so that its footer is level with that of its neighbor. */
  .column > :last-child {
    flex: 1;
  }

  .placed > slot {
    display: contents;
  }

  .narrow .section-heading,
  .narrow ~ .sections {
    padding-inline: calc(var(--_unit) * 4);
  }
`;
