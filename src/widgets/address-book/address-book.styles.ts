import { css } from 'lit';

export const styles = css`
  .book {
    padding-block-end: var(--_section-gap);
    row-gap: calc(var(--_unit) * 5);
  }

  .entry {
    display: flex;
    gap: calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .entry-text {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .entry-label {
    font-weight: 600;
  }

  .entry-text > .message {
    margin-block-start: calc(var(--_unit) * 1);
  }

  .entry-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 1.5);
    margin-block-start: calc(var(--_unit) * 1.5);
  }

  /* Before the actions, whose place is empty while they are not shown. */
  .entry-foot > .badge {
    order: -1;
  }

  .entry-actions {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 0.5);
    margin-inline-start: calc(var(--_unit) * -1.25);
  }

  .entry-why {
    max-inline-size: calc(var(--_unit) * 52);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
  }

  .check {
    display: flex;
    flex: none;
    justify-content: center;
    inline-size: calc(var(--_unit) * 6);
    block-size: calc(var(--_unit) * 6);
    margin-block-start: calc(var(--_unit) * -0.5);
    margin-inline-start: calc(var(--_unit) * -1);
    cursor: pointer;
  }

  .check > input[type] {
    margin: calc(var(--_unit) * 1) 0;
  }

  .book-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
  }

  .book-bar:empty {
    display: none;
  }

  .notice + :is(.book, .book-bar) {
    padding-block-start: calc(var(--_unit) * 4);
  }

  .book-bar > .button:first-of-type {
    margin-inline-start: auto;
  }

  .book-bar > .quiet {
    margin-inline-end: auto;
  }

  @media print {
    .book-bar,
    .entry-actions {
      display: none;
    }

    .entry {
      break-inside: avoid;
    }
  }
`;
