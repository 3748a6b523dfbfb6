import { css } from 'lit';

export const styles = css`
  #address-form .invalid .input {
    border-color: var(--_danger-text);
  }

  .place-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--_unit) * 36), 1fr));
    gap: calc(var(--_unit) * 4);
    align-items: start;
  }

  #address-form textarea.input {
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

  .address-choice strong {
    flex-basis: 100%;
    font-weight: 600;
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
`;
