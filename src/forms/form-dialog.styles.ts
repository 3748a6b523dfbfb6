import { css } from 'lit';

/** The styles of form dialogs and of the strips with their outcome. */
export const formDialogStyles = css`
  /* The balance after is always in view, unless nothing else would be. */
  @media (min-height: 30em) {
    /* What has the focus does not hide behind it. */
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

  .dialog .slow {
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

  /* A dialog is seldom wider than this: only on a telephone it is narrower. */
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

  @container widget (inline-size < calc(720em / 14)) {
    /* Two things to do have a line of their own, under the text. */
    .notice:has(.button + .button) > p {
      flex-basis: calc(100% - var(--_unit) * 6);
    }

    .notice > .button:has(+ .button) {
      margin-inline-start: calc(var(--_unit) * 5);
    }
  }
`;
