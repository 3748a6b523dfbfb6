import { css, html, nothing, type TemplateResult } from 'lit';
import type { Product, ProductVariant } from '../domain/cross-sell.ts';
import { safeHref, safeImageSrc } from '../element/href.ts';
import { openingOf, type OpenAs } from '../element/opening.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { briefId } from '../ui/identifier.ts';

/** A row that is about a product. */
export interface ProductRow {
  readonly product: Product;
  /** Absent: unknown. `null`: none. */
  readonly variant?: ProductVariant | null | undefined;
}

/** The places in which a product opens: on a page of its own or not at all. */
export type ProductOpenAs = Exclude<OpenAs, 'dialog' | 'drawer'>;
const ways: readonly ProductOpenAs[] = ['page', 'popup', 'event'];

/** Returns how a product opens: by its own URL, or by that of the host; `undefined` if its name is plain text. */
export const productOpening = (host: WidgetHost, { id, url }: Product, openAs: ProductOpenAs | undefined) =>
  openingOf(ways, openAs, safeHref(url) ?? host.link('product', { productId: id }));

/** Returns the name that a product is shown by. */
export const productName = ({ id, title, sku }: Product): string => title ?? sku ?? briefId(id);

/** Returns the line below a product's name: the variant and the article number. */
export const variantText = ({ product, variant }: ProductRow): string =>
  [variant?.title, product.sku === productName(product) ? undefined : product.sku]
    .filter((text) => text !== undefined)
    .join(' · ');

/** Returns whether a product of the rows has an image: then every row has room for one. */
export const isPictured = (rows: readonly ProductRow[]): boolean =>
  rows.some(({ product }) => product.image !== undefined);

/**
 * Renders a thumbnail in a box of fixed size, which also stays if the image fails. The text beside it describes it, so
 * its `alt` is empty. Requires `pictureStyles`.
 */
export const picture = (url: string | null | undefined): TemplateResult =>
  html`<img
    class="picture"
    part="image"
    alt=""
    width="24"
    height="24"
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    src=${safeImageSrc(url) ?? nothing}
    @error=${drop}
  />`;

/** Removes a broken image but keeps its box. */
const drop = ({ currentTarget }: Event): void => (currentTarget as HTMLImageElement).removeAttribute('src');

export const pictureStyles = css`
  .picture {
    flex: none;
    inline-size: calc(var(--_unit) * 6);
    block-size: calc(var(--_unit) * 6);
    border-radius: var(--_radius-badge);
    background: var(--_neutral-tint);
    object-fit: cover;
  }

  .picture:not([src]) {
    visibility: hidden;
  }
`;
