import { css } from 'lit';

export const toolStyles = css`
  .ledger-bar > .tools {
    flex: 0 1 auto;
    min-inline-size: 0;
    padding: 0;
  }
`;
