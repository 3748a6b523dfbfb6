import type { Product, ProductVariant } from '../../../domain/cross-sell.ts';
import { createCatalogue } from './catalogue.ts';

const bySku = new Map(createCatalogue().map((product) => [product.sku, product]));

/** A product of the catalog as carts and wishlists refer to it, with the price of one unit in pounds. */
export function chosen(
  sku: string,
  variantCode?: string,
): { readonly product: Product; readonly variant: ProductVariant | null; readonly price: string } {
  const { id, title, url, price, variants = [] } = bySku.get(sku)!;
  const variant = variants.find(({ id: variantId }) => variantId.endsWith(`-${variantCode}`));
  return {
    product: { id, title, sku, ...(url && { url }) },
    variant: variant ? { id: variant.id, title: variant.title! } : null,
    price,
  };
}
