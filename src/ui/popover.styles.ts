import { css } from 'lit';

/** The styles of a popover, independent of the context of its button, and of a list of choices in it. */
export const popoverStyles = css`
  /* Only while it is open: a page has many that are closed. */
  .popover:where(:popover-open) {
    --_neutral-tint: var(--clientele-neutral-tint, color-mix(in oklab, var(--_foreground) 7%, var(--_surface-raised)));
    --_surface-hover: var(
      --clientele-surface-hover,
      color-mix(in oklab, var(--_foreground) 4.5%, var(--_surface-raised))
    );
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(100vw - var(--_unit) * 4, var(--_unit) * 88);
    max-block-size: min(100dvh - var(--_unit) * 4, var(--_unit) * 120);
    margin: 0;
    padding: calc(var(--_unit) * 1.5);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    color: var(--_text);
    cursor: auto;
    font: 400 calc(var(--_font-size) * 13 / 14) / calc(var(--_unit) * 5) var(--_font);
    letter-spacing: normal;
    text-align: start;
    white-space: normal;
  }

  .popover:where(:popover-open):focus-visible {
    outline-offset: -2px;
  }

  .popover-wait {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2);
  }

  .popover-failure {
    display: grid;
    justify-items: start;
    gap: calc(var(--_unit) * 2);
    max-inline-size: calc(var(--_unit) * 64);
    padding: calc(var(--_unit) * 1.5);
  }

  .popover-button > .icon:last-child:not(:only-child) {
    margin-inline-end: calc(var(--_unit) * -1);
  }

  .popover-button[aria-expanded='true'] {
    background: var(--_neutral-tint);
  }

  /* Beside a label or in a column header: a pointer target that takes no room. */
  .button.explain {
    min-block-size: calc(var(--_unit) * 6);
    margin-block: calc(var(--_unit) * -1);
    margin-inline-start: calc(var(--_unit) * 0.5);
    vertical-align: top;
    font-weight: 400;
  }

  /* A list of choices, each as wide as the list. */
  .choices {
    display: grid;
    min-inline-size: calc(var(--_unit) * 44);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    min-block-size: calc(var(--_control-size) - var(--_unit) * 0.5);
    margin: 0;
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_neutral-tint);
  }

  .choice:focus-visible,
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .choice > input {
    outline: none;
  }

  .choice > .icon:last-child {
    margin-inline-start: auto;
    color: var(--_accent-text);
  }

  .choice[aria-pressed='true'] {
    font-weight: 500;
  }

  @media print {
    .popover:where(:popover-open) {
      display: none;
    }
  }
`;
