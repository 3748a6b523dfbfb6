import { css } from 'lit';

/** The styles of a layout. Adopted when a dashboard has one. */
export const layoutStyles = css`
  /* Wider, the figures of a row would be too far from its name. */
  .dashboard:has(.placed) {
    max-inline-size: var(--_page-size);
    margin-inline: auto;
  }

  .placed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 6);
  }

  .section,
  .cell {
    min-inline-size: 0;
    scroll-margin-block-start: calc(var(--_unit) * 4);
  }

  .section:focus,
  .cell:focus {
    outline: 0;
  }

  .section-heading {
    padding: 0 var(--_pad) calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 15 / 14);
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

  .band.start {
    grid-template-columns: max(25%, calc(var(--_unit) * 68)) minmax(0, 1fr);
  }

  .column + .column {
    border-inline-start: 1px solid var(--_hairline);
  }

  /* A menu stays in view beside the widgets that it leads to. */
  .column ::slotted(customer-nav) {
    position: sticky;
    inset-block-start: 0;
    align-self: start;
  }

  /* The last one fills the column, so that its footer is level with that of its neighbor. */
  .column > :last-child {
    flex: 1;
  }

  .placed > slot {
    display: contents;
  }

  @container dashboard (inline-size < calc(480em / 14)) {
    .section-heading,
    .sections {
      padding-inline: calc(var(--_unit) * 4);
    }
  }
`;
