import { css } from 'lit';

/** Choices with a box or a radio button each, in a list that scrolls if it is long. */
export const checkListStyles = css`
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
