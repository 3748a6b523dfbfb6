import { css } from 'lit';

/** The styles of form dialogs and of the strips with their outcome. */
export const formDialogStyles = css`
  /* The new balance is always in view, unless nothing else would be. */
  @media (min-height: 30em) {
    /* The focused control does not hide behind it. */
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

  .dialog > .body:not(.flush) .slow {
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

  /* A dialog is rarely wider than this, and narrower only on a phone. */
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

  .lock {
    display: grid;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .input.short {
    inline-size: calc(var(--_unit) * 44);
    max-inline-size: 100%;
  }

  .theirs {
    flex-wrap: wrap;
  }

  /* A field that a checkbox has asked for stands near to it. */
  .lock > .check + .field {
    margin-block-start: calc(var(--_unit) * -2);
  }

  /* A message is closer to its field than to the next one. */
  .lock > .theirs {
    margin-block-start: calc(var(--_unit) * -3);
  }

  @container widget (inline-size >= calc(400em / 14)) {
    .versions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .version-fields {
    display: grid;
    gap: calc(var(--_unit) * 1.5);
    margin: 0;
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .version-fields > dt {
    margin-block-end: calc(var(--_unit) * -1.5);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
  }

  .version-fields > dd {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  @container widget (inline-size < calc(720em / 14)) {
    /* Two actions are on a separate line, below the text. */
    .notice:has(.button + .button) > p {
      flex-basis: calc(100% - var(--_unit) * 6);
    }

    .notice > .button:has(+ .button) {
      margin-inline-start: calc(var(--_unit) * 5);
    }
  }

  /* The box is aligned with the first line of its label. */
  .check {
    display: flex;
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 1);
    overflow-wrap: anywhere;
  }

  .check > input[type] {
    margin: calc(var(--_unit) * 0.5) 0;
  }

  .businesses > .search {
    inline-size: 100%;
  }

  .check-list {
    max-block-size: calc(var(--_unit) * 38);
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2.5);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-control);
    overflow: auto;
  }
`;
