import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { textColumn } from '../data/file-table.ts';
import { ProductOpenEvent } from '../element/events.ts';
import { opener } from '../ui/opener.ts';
import { openly } from '../ui/text.ts';
import { ListColumns, type ListColumn } from './list-columns.ts';
import type { ListPlace } from './list-tools.ts';
import {
  isPictured,
  picture,
  pictureStyles,
  productName,
  productOpening,
  variantText,
  type ProductOpenAs,
  type ProductRow,
} from './product-cell.ts';
import { TableWidget } from './table-widget.ts';
import { twoLineRows } from './two-line-rows.styles.ts';

/** A row about a product that the customer has added to something. */
export interface AddedProduct extends ProductRow {
  /** Absent: unknown. */
  readonly addedAt?: string | undefined;
}

const styles = css`
  .table .chosen {
    inline-size: 50%;
    min-inline-size: calc(var(--_unit) * 46);
    max-inline-size: calc(var(--_unit) * 100);
    white-space: normal;
  }

  .article {
    display: flex;
    gap: calc(var(--_unit) * 3);
    align-items: flex-start;
  }

  .article > span {
    min-inline-size: 0;
  }

  .article .picture {
    inline-size: calc(var(--_unit) * 9);
    block-size: calc(var(--_unit) * 9);
  }

  .article .called {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 500;
  }

  /* The padding that makes a link 24 px high takes no room in the row. */
  .article .link {
    margin-block: calc(var(--_unit) * -1.1);
  }

  .article .small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    line-height: calc(var(--_unit) * 4);
  }

  /* A name, and a variant or an article number. */
  .table .skeleton-rows {
    --_lines: 9;
  }

  /* All rows of a virtual list have one height. */
  .windowed .article {
    block-size: calc(var(--_unit) * 14);
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tbody .chosen {
      inline-size: auto;
      min-inline-size: 0;
    }

    .table .skeleton-rows {
      --_lines: 14.5;
    }
  }
`;

/**
 * The base class of the list widgets whose rows are products that a customer has added: each with its image, its name on
 * up to two lines, and its variant. A product opens on a page of the shop or of the host.
 *
 * @fires {ProductOpenEvent} product-open - A product is about to be opened. Cancelable.
 * @csspart image - A product image.
 * @csspart product - The name of a product.
 * @csspart variant - The variant and the article number of a product.
 */
export abstract class ProductTableWidget<T extends AddedProduct, S = unknown> extends TableWidget<T, S> {
  static override styles: CSSResultGroup = [TableWidget.styles, twoLineRows, pictureStyles, styles];

  /** The place where a product opens. A product opens on a page of its own or not at all. */
  @property({ attribute: 'open-as' }) openAs?: ProductOpenAs;

  protected abstract override get words(): TableWidget<T, S>['words'] &
    Readonly<Record<'product' | 'sku' | 'variant' | 'added', string>>;

  protected override reasonsOf(place: ListPlace): readonly unknown[] {
    return [this.openAs, this.l10n.today, this.#isPictured(place), ...this.reasons];
  }

  /** Returns the first columns: the product, which names the row, and when it was added. */
  protected productColumns(place: ListPlace): readonly ListColumn<T>[] {
    const { words } = this;
    const hasImages = this.#isPictured(place);
    const column = new ListColumns<T>(this.l10n);
    return [
      {
        name: 'product',
        heading: words.product,
        names: true,
        className: 'lead chosen',
        sortBy: 'product',
        isData: true,
        title: (row) => [productName(row.product), variantText(row)].filter(Boolean).join('\n'),
        cell: (row) => this.#productCell(row, hasImages),
        file: [
          textColumn(words.product, ({ product }) => product.title),
          textColumn(words.sku, ({ product }) => product.sku),
          textColumn(words.variant, ({ variant }) => variant?.title),
        ],
      },
      column.moment('added', words.added, ({ addedAt }) => addedAt, { className: 'under', sortBy: 'addedAt' }),
    ];
  }

  #isPictured(place: ListPlace): boolean {
    return isPictured(this.listOf(place)?.items ?? []);
  }

  #productCell(row: T, hasImages: boolean): TemplateResult {
    const { l10n, openAs, activeCustomer } = this;
    const { product } = row;
    const label = openly(productName(product), l10n);
    const variant = variantText(row);
    const opening = productOpening(this, product, openAs);
    const name =
      opening && activeCustomer !== undefined
        ? opener({
            ...{ label, part: 'product', className: 'link called', isData: true, opening },
            onOpen: (event) => this.open(event, opening, new ProductOpenEvent(activeCustomer, product.id)),
          })
        : html`<span class="datum called" part="product">${label}</span>`;
    return html`<span class="article"
      >${hasImages ? picture(product.image) : nothing}<span
        >${name}${
          variant ? html`<span class="datum quiet small" part="variant">${openly(variant, l10n)}</span>` : nothing
        }</span
      ></span
    >`;
  }
}
