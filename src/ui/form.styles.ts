import { css } from 'lit';
import { inputStyles } from './input.styles.ts';

/** The styles of forms: labels, choices, amounts. */
export const formStyles = [
  inputStyles,
  css`
    .field {
      display: grid;
      gap: calc(var(--_unit) * 1);
      min-inline-size: 0;
    }

    .field > .name {
      font-size: calc(var(--_font-size) * 13 / 14);
      font-weight: 500;
    }

    .field .optional {
      color: var(--_text-quiet);
      font-weight: 400;
    }

    select.input {
      appearance: none;
      padding-inline-end: calc(var(--_unit) * 8);
    }

    .select {
      position: relative;
    }

    .select > .icon {
      position: absolute;
      inset-block-start: calc((var(--_control-size) - var(--_unit) * 4) / 2);
      inset-inline-end: calc(var(--_unit) * 2);
      pointer-events: none;
    }

    .input-group {
      display: flex;
      align-items: center;
      border: 1px solid var(--_control);
      border-radius: var(--_radius-control);
      background: var(--_surface);
    }

    .input-group > .input {
      border: 0;
      background: none;
      min-block-size: calc(var(--_control-size) - 2px);
    }

    .input-group > .affix {
      padding-inline: calc(var(--_unit) * 2.5) 0;
      color: var(--_text-quiet);
    }

    .input-group > .affix.end {
      padding-inline: 0 calc(var(--_unit) * 2.5);
    }

    .input-group:focus-within {
      outline: 2px solid var(--_focus);
      outline-offset: -1px;
    }

    .input-group > .input:focus-visible {
      outline: none;
    }

    .invalid > :is(.input, .input-group) {
      border-color: var(--_danger-text);
    }

    .two {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: calc(var(--_unit) * 4);
    }

    .preview {
      inline-size: 100%;
      border-collapse: collapse;
      border-block: 1px solid var(--_hairline);
      font-size: var(--_font-size);
    }

    .preview :is(th, td) {
      padding: calc(var(--_unit) * 1.5) 0;
      font-weight: 400;
      text-align: start;
    }

    .preview td {
      text-align: end;
    }

    .preview tr:last-child > * {
      border-block-start: 1px solid var(--_edge);
      font-weight: 600;
    }
  `,
];
