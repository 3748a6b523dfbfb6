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

  /* The box stands on the first line of what it says. */
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
