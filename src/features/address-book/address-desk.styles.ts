import { css } from 'lit';

export const styles = css`
  .address-form {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }

  .address-form .invalid .input {
    border-color: var(--_danger-text);
  }

  .place-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--_unit) * 36), 1fr));
    gap: calc(var(--_unit) * 4);
    align-items: start;
  }

  .address-form textarea.input {
    min-block-size: calc(var(--_unit) * 13);
    resize: none;
  }

  .address-status:not(:has(.notice)) {
    position: absolute;
  }

  .dialog .body .notice {
    margin-inline: calc(var(--_pad) * -1);
  }

  .address-choices {
    display: grid;
    margin-inline: calc(var(--_pad) * -1);
    border-block: 1px solid var(--_hairline);
  }

  .address-choice {
    display: flex;
    gap: calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 3) var(--_pad);
    font-size: calc(var(--_font-size) * 13 / 14);
    cursor: pointer;
  }

  .address-choice + .address-choice {
    border-block-start: 1px solid var(--_hairline);
  }

  .address-choice:hover {
    background: var(--_surface-hover);
  }

  .address-choice:has(:checked) {
    background: var(--_accent-tint);
  }

  .address-choice > input[type] {
    margin: calc(var(--_unit) * 0.5) 0 0;
  }

  .address-choice > span {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .address-doomed {
    display: grid;
    gap: calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 13 / 14);
    overflow-wrap: anywhere;
  }

  .address-doomed > li {
    padding-block-start: calc(var(--_unit) * 2);
    border-block-start: 1px solid var(--_hairline);
  }

  .address-versions {
    display: grid;
    gap: 1px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_hairline);
    overflow: hidden;
  }

  @container widget (inline-size >= calc(400em / 14)) {
    .address-versions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .address-versions > div {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3);
    background: var(--_surface);
  }

  .address-versions .actions {
    margin-block-start: auto;
    padding-block-start: calc(var(--_unit) * 1.5);
  }

  .address-versions mark {
    border-radius: 2px;
    background: var(--_warning-tint);
    color: inherit;
    text-decoration: underline 1.5px var(--_warning-text);
    text-underline-offset: 0.22em;
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
`;
