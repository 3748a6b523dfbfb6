import { css } from 'lit';

/** The styles of a text field. */
export const inputStyles = css`
  .input {
    inline-size: 100%;
    min-block-size: var(--_control-size);
    margin: 0;
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2.5);
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font: 400 var(--_font-size) / calc(var(--_unit) * 5) var(--_font);
    font-variant-numeric: tabular-nums;
  }

  .input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  .input:focus-visible {
    outline-offset: -1px;
  }

  .input:disabled {
    border-color: var(--_hairline);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    resize: none;
  }

  textarea.input {
    display: block;
    padding-block: calc(var(--_unit) * 1.5);
    resize: vertical;
    field-sizing: content;
    min-block-size: calc(var(--_unit) * 13);
  }
`;
