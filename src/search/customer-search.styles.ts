import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: calc(var(--_unit) * 80);
    max-inline-size: 100%;
  }

  .box > .search {
    inline-size: 100%;
  }

  .popover {
    inline-size: calc(var(--_unit) * 100);
    max-inline-size: calc(100vw - var(--_unit) * 4);
  }

  .popover[aria-busy='true'] > [role='listbox'] {
    opacity: 0.6;
  }

  .popover .skeletons {
    display: grid;
    gap: calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 2);
  }

  .popover .state {
    padding: calc(var(--_unit) * 2);
  }

  .option {
    display: block;
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
    border-radius: var(--_radius-control);
    color: inherit;
    text-decoration: none;
    cursor: pointer;
  }

  .option[aria-selected='true'] {
    background: var(--_surface-hover);
    box-shadow: inset 0 0 0 1px var(--_edge);
  }

  .option-name {
    display: block;
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .option > .quiet {
    display: flex;
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
  }

  .option > .quiet > span {
    flex: none;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .option > .quiet > span:first-child {
    flex: 0 1 auto;
    min-inline-size: 0;
  }

  .found-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    margin-block-start: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2) calc(var(--_unit) * 0.5);
    border-block-start: 1px solid var(--_hairline);
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
