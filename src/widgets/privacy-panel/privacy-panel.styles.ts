import { css } from 'lit';

export const styles = css`
  .section {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
  }

  .section > .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    min-block-size: calc(var(--_unit) * 6);
  }

  .section > .title > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  /* A state in the platform's own words can be long. */
  .section > .title > .badge {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .section h3 {
    margin: 0;
    font-size: calc(var(--_font-size) * 13 / 14);
    font-weight: 600;
  }

  .section > .title > .button {
    margin-inline-start: auto;
  }

  .statements,
  .log {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .statements {
    gap: calc(var(--_unit) * 1.5);
  }

  .statements > li {
    max-inline-size: 68ch;
    overflow-wrap: anywhere;
  }

  .section .quiet {
    margin: 0;
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .log > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_unit) * 4);
    padding-block: var(--_row-pad);
    border-block-end: 1px solid var(--_hairline);
  }

  .log > li:last-child {
    border-block-end: 0;
  }

  .log .who {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .log .end {
    text-align: end;
  }

  .log .what {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }

  .section dl.fields {
    margin: 0;
  }

  .section dl.fields dd {
    overflow-wrap: anywhere;
  }

  .section > .state,
  .section > .footer {
    padding-inline: 0;
  }
`;
