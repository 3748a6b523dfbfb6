import { css } from 'lit';

/** Two versions of a record side by side, after a conflict. The sheet that uses it sets the width for two columns. */
export const versionStyles = css`
  .versions {
    display: grid;
    gap: 1px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_hairline);
    overflow: hidden;
  }

  .versions > div {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3);
    background: var(--_surface);
  }

  .versions .actions {
    margin-block-start: auto;
    padding-block-start: calc(var(--_unit) * 1.5);
  }

  .versions mark {
    border-radius: 2px;
    background: var(--_warning-tint);
    color: inherit;
    text-decoration: underline 1.5px var(--_warning-text);
    text-underline-offset: 0.22em;
  }
`;
