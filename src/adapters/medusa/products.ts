import * as v from 'valibot';
import type { ProductsPort } from '../../adapter/ports.ts';
import { pageByOffset, rejectUndeclared } from '../../adapter/toolkit/index.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import { amount, digitsIn, moneyOf } from './amounts.ts';
import type { MedusaClient } from './client.ts';

const text = v.nullish(v.string());

const Price = v.object({ currency_code: v.string(), min_quantity: v.nullish(v.number()), ...amount('amount') });

const MedusaProduct = v.object({
  id: v.string(),
  title: text,
  thumbnail: text,
  variants: v.nullish(v.array(v.object({ sku: text, prices: v.nullish(v.array(Price), []) })), []),
});
type MedusaProduct = v.InferOutput<typeof MedusaProduct>;

/** Only what is for sale. Medusa sorts by one member. */
const published = {
  'status[0]': 'published',
  order: 'title',
  fields: 'id,title,thumbnail,variants.sku,*variants.prices',
};

/** Creates the port of the catalog. */
export function productsPort(client: MedusaClient): ProductsPort {
  const can = { search: true };
  return {
    capabilities: { list: can },
    async list(request, options) {
      rejectUndeclared(request, can);
      const page = await pageByOffset(request, async (slice) =>
        client.page(
          '/admin/products',
          'products',
          MedusaProduct,
          { ...published, ...slice, q: request.text || undefined },
          options,
        ),
      );
      return { ...page, items: page.items.map(productOf) };
    },
  };
}

function productOf({ id, title, thumbnail, variants }: MedusaProduct): CatalogProduct {
  const [variant] = variants;
  return {
    id,
    title: title ?? undefined,
    image: thumbnail ?? undefined,
    ...(variant && variants.length === 1 && { sku: variant.sku ?? undefined }),
    ...priceOf(variants),
    // Medusa has no subscriptions.
    intervals: [],
  };
}

/** Returns the price that all variants share. Of several currencies, only the shop knows which one a customer pays in. */
function priceOf(variants: MedusaProduct['variants']): Pick<CatalogProduct, 'price'> {
  const prices = variants.flatMap((variant) => variant.prices.filter(({ min_quantity: least }) => !least));
  const found = new Set(prices.map((price) => `${digitsIn(price, 'amount')} ${price.currency_code}`));
  const [price] = prices;
  if (!price || found.size > 1) return {};
  return { price: moneyOf(digitsIn(price, 'amount') ?? '0', price.currency_code) };
}
