import { css } from 'lit';

export const deskStyles = css`
  .edit fieldset {
    display: grid;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* What is said of a field stands nearer to it than the next field. */
  .edit fieldset > .message {
    margin-block-start: calc(var(--_unit) * -3);
  }

  .check-group {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }

  .input.short {
    inline-size: calc(var(--_unit) * 44);
    max-inline-size: 100%;
  }

  .theirs {
    flex-wrap: wrap;
  }

  .dialog .input-group > .button {
    flex: none;
    min-block-size: 0;
    margin-inline-end: 2px;
  }
`;
