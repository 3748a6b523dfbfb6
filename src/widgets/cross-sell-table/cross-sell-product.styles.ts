import { css } from 'lit';

/** The cell of a product: its picture, name and number. */
export const productStyles = css`
  .table .product {
    min-inline-size: calc(var(--_unit) * 50);
    max-inline-size: calc(var(--_unit) * 50);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name,
  .sku {
    unicode-bidi: isolate;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* The name is truncated first: two names may begin alike, but their numbers differ. */
  .titles {
    display: flex;
    align-items: baseline;
    line-height: calc(var(--_unit) * 5);
  }

  .titles > .picture {
    align-self: center;
    margin-block: calc(var(--_unit) * -1);
    margin-inline-end: calc(var(--_unit) * 2);
  }

  /* The padding that makes a link 24 px high takes no room in the row. */
  .titles > .link {
    margin-block: calc(var(--_unit) * -1.1);
  }

  .sku {
    flex: none;
    max-inline-size: 60%;
  }

  .name {
    color: var(--_text);
    font-weight: 500;
  }

  .sku {
    margin-inline-start: calc(var(--_unit) * 1);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: 1;
  }

  @container widget (inline-size < calc(960em / 14)) {
    .table .product {
      min-inline-size: calc(var(--_unit) * 56);
      max-inline-size: calc(var(--_unit) * 56);
    }

    .titles,
    .name,
    .sku {
      display: block;
    }

    .titles:has(> .picture) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      grid-auto-flow: dense;
    }

    .titles > .picture {
      grid-row: 1 / span 2;
      align-self: start;
      margin-block: 0;
    }

    .sku {
      max-inline-size: none;
    }

    .titles > .name {
      padding-block: calc(var(--_unit) * 0.5);
      margin-block: calc(var(--_unit) * -0.5);
    }

    .sku {
      margin: 0;
      line-height: calc(var(--_unit) * 4);
    }

    .table .skeleton-rows {
      --_lines: 9;
    }

    /* All rows of a virtual list have one height, with or without a number. */
    .windowed tbody .product {
      block-size: calc(var(--_row-pad) * 2 + var(--_unit) * 9 + 1px);
    }
  }

  @container widget (inline-size < calc(480em / 14)) {
    .table .product {
      min-inline-size: calc(var(--_unit) * 41);
      max-inline-size: calc(var(--_unit) * 41);
    }

    .table-scroll:not(.windowed) .product {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }

  /* Among few figures a name has two lines, except in a list whose rows all have one height. */
  .table-scroll:not(.windowed) > .table:not(:has(th:nth-child(7))) .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  @media print {
    .table .product {
      min-inline-size: 0;
      max-inline-size: none;
      white-space: normal;
    }
  }
`;
