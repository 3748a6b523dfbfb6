import { css } from 'lit';

/** The events of a day as a list with icons, the time and the amount at the end. */
export const timelineStyles = css`
  .day-heading {
    padding: calc(var(--_unit) * 2) var(--_pad) calc(var(--_unit) * 1);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    font-weight: 500;
    line-height: calc(var(--_unit) * 4);
  }

  .day + .day {
    border-block-start: 1px solid var(--_hairline);
  }

  .event {
    display: grid;
    grid-template-columns: calc(var(--_unit) * 4) minmax(0, 1fr) fit-content(40%);
    gap: 0 calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 1.5) var(--_pad);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .day .event:last-child {
    padding-block-end: calc(var(--_unit) * 3);
  }

  .sign > .icon {
    inline-size: calc(var(--_unit) * 4);
    block-size: calc(var(--_unit) * 4);
    margin-block-start: calc(var(--_unit) * 0.5);
    color: var(--_text-quiet);
  }

  .what {
    overflow-wrap: anywhere;
  }

  .title {
    font-weight: 500;
  }

  /* The words beside it are no link. */
  .title > .link {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .note-body {
    white-space: pre-line;
  }

  .when {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    text-align: end;
  }

  .time {
    color: var(--_text-quiet);
  }

  .when > .amount {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .event-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 4);
    margin-inline-start: calc(var(--_unit) * -1);
  }

  .lines {
    padding-block-start: calc(var(--_unit) * 1);
  }

  .lines > li {
    display: grid;
    grid-template-columns: minmax(calc(var(--_unit) * 9), auto) minmax(0, 1fr) auto;
    gap: 0 calc(var(--_unit) * 2);
  }

  .quantity {
    color: var(--_text-quiet);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
