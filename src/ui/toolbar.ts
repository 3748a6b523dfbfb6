import { css } from 'lit';

/** The styles of the toolbar: first the search, then filters, columns and help, at the end the export. */
export const toolbarStyles = css`
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
  }

  .tools > .search {
    flex: 1 1 calc(var(--_unit) * 60);
    max-inline-size: calc(var(--_unit) * 92);
  }

  .tools > .export-button {
    margin-inline-start: auto;
  }

  @container widget (inline-size < calc(480em / 14)) {
    .tools > .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .tools {
      column-gap: calc(var(--_unit) * 1);
    }

    .tools > .ghost:not(.icon-only) {
      padding-inline: calc(var(--_unit) * 2);
    }

    /* Its text starts at the edge of the field. */
    .tools > .search + .ghost {
      margin-inline-start: calc(var(--_unit) * -1.5);
    }
  }

  @media print {
    .tools {
      min-block-size: 0;
    }
  }
`;
