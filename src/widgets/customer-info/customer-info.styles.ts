import { css } from 'lit';

export const styles = css`
  .identity {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    column-gap: calc(var(--_unit) * 6);
    padding: calc(var(--_section-gap) - var(--_unit)) var(--_pad);
  }

  .identity > :first-child {
    flex: 1;
    min-inline-size: min(100%, calc(var(--_unit) * 48));
  }

  .identity > .actions {
    flex: none;
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
  }

  .customer-name {
    min-inline-size: 0;
    font-size: calc(var(--_font-size) * 22 / 14);
    font-weight: 600;
    line-height: calc(var(--_unit) * 8);
    letter-spacing: -0.016em;
    overflow-wrap: anywhere;
  }

  .badges > li {
    min-inline-size: 0;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_unit) * 4);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
    line-height: calc(var(--_unit) * 5);
  }

  :is(.meta, .metrics) time {
    font-variant-numeric: normal;
  }

  .identity .line {
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .metrics {
    padding-block-end: calc(var(--_section-gap) - var(--_unit));
    border-block-end: 1px solid var(--_hairline);
  }

  .metrics:last-child {
    border-block-end: 0;
  }

  .notice + .metrics,
  .metrics > .notice + .columns {
    padding-block-start: calc(var(--_section-gap) - var(--_unit));
  }

  .metrics .figure .quiet {
    font-weight: 400;
  }

  .as-of {
    padding: calc(var(--_unit) * 2) var(--_pad) 0;
  }

  /* As high as the figures would be, so that nothing below moves. */
  .metrics > .state {
    min-block-size: calc(var(--_unit) * 16);
    padding-block: 0;
  }

  /* The actions are in the same place as those of a strip. */
  .metrics > .state .actions {
    margin-block-start: calc(var(--_unit) * 2);
  }

  @container widget (inline-size >= calc(480em / 14)) {
    .metrics > .state > .text {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-content: start;
      column-gap: calc(var(--_unit) * 4);
    }

    .metrics > .state .text > p {
      grid-column: 1;
      max-inline-size: none;
    }

    .metrics > .state .actions {
      grid-area: 1 / 2 / span 2;
      align-self: start;
      margin: 0;
    }
  }

  .metrics > .slow {
    padding-block: calc(var(--_unit) * 2) 0;
  }

  .details {
    padding-block: calc(var(--_unit) * 4) calc(var(--_section-gap) - var(--_unit));
    font-size: calc(var(--_font-size) * 13 / 14);
    overflow-wrap: anywhere;
  }

  .identity + slot + .details {
    padding-block-start: 0;
  }

  .group-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_unit) * 2);
    margin-block-end: calc(var(--_unit) * 1);
  }

  /* In a line of text and as high as it, unless the label is wider than its column. */
  .details .button.inline {
    white-space: normal;
    text-align: start;
    margin-block: calc(var(--_unit) * -0.5);
    margin-inline-start: calc(var(--_unit) * -1);
  }

  /* Pointer targets of adjacent lines do not overlap. */
  .details .button.hidden {
    visibility: hidden;
  }

  .details .line > .link {
    margin-block: calc(var(--_unit) * -0.5);
    padding-block: calc(var(--_unit) * 0.5);
  }

  .details > .contact > .line,
  .details .line:has(> .button),
  .details p:has(> .link) {
    padding-block-end: calc(var(--_unit) * 1);
  }

  /* A heading and four lines, some of which have a control. */
  .details > .lines {
    block-size: calc(var(--_unit) * 25);
  }

  .details > .lines.contact {
    block-size: calc(var(--_unit) * 28);
  }

  .details > .lines.account {
    block-size: calc(var(--_unit) * 27);
  }

  .details .group-head > .button.inline {
    margin-block: calc(var(--_unit) * -1);
  }

  .additional {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }

  .additional > * {
    grid-column: 1 / -1;
  }

  .additional > dl {
    display: grid;
    grid-template-columns: subgrid;
    row-gap: calc(var(--_unit) * 3);
  }

  .additional > dl > div {
    min-inline-size: 0;
  }

  .fields dt {
    white-space: nowrap;
  }

  .panel > .notice:first-child {
    border-block-start: 0;
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }

  @container widget (inline-size < calc(480em / 14)) {
    .identity {
      flex-wrap: wrap;
    }

    .meta {
      margin-block-start: calc(var(--_unit) * 1.5);
    }

    .identity > .actions {
      inline-size: 100%;
    }

    .identity > .actions .button,
    .identity > .actions > ::slotted(*) {
      margin-block-start: calc(var(--_unit) * 3);
    }

    .details > :is(.contact, .account) {
      grid-column: 1 / -1;
    }
  }
`;
