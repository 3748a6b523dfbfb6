import { css } from 'lit';

export const toolStyles = css`
  .ledger-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .history > .ledger-tools {
    padding: calc(var(--_unit) * 1) var(--_pad) calc(var(--_unit) * 3);
  }

  .ledger-tools > .export-button,
  .ledger-tools > .popover-button.edged {
    margin-inline-start: auto;
  }
`;
