import { byCode } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import type { WishlistItem } from '../../domain/wishlist-item.ts';
import type { PlainList } from './lists.ts';
import { chosen } from './shop/catalogue.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';

/** `[SKU, time, members that differ from the catalog, code of the variant]`, those added last first. */
const wished: readonly (readonly [string, string | undefined, Partial<WishlistItem>, string?])[] = [
  ['GRD-64', '2026-11-16T20:41:00Z', { availability: 'in-stock' }],
  ['APR-INK', '2026-11-09T08:12:00Z', { availability: 'low-stock' }, 'm'],
  ['TPT-11-MOSS', '2026-10-28T17:55:00Z', { availability: 'backorder' }],
  ['KTL-1L', '2026-08-03T06:30:00Z', { availability: 'out-of-stock' }],
  ['VAS-310-RUST', '2026-06-18T19:22:00Z', { availability: { code: 'kiln', label: 'In the kiln until 4 December' } }],
  // The shop has taken it out of the catalog, so it has no price.
  ['SCL-2K', '2025-12-01T11:05:00Z', { availability: 'discontinued', price: null }],
  // It was added before the shop recorded when.
  ['COF-DC-250', undefined, { availability: 'in-stock' }, 'es'],
];

/** The wishlist of the customer in the design. */
export const wishlist: PlainList<'wishlist.list', WishlistItem> = {
  name: 'wishlist.list',
  order: [
    { key: ({ addedAt }) => addedAt && Date.parse(addedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    product: ({ product }) => product.title && naturalKey(product.title),
    price: ({ price }) => price,
    addedAt: ({ addedAt }) => addedAt && Date.parse(addedAt),
  },
  filters: { availability: byCode(({ availability }) => availability && codeOf(availability)) },
  texts: ({ product, variant }) => [product.title, product.sku, variant?.title],
  records: wished.map(([sku, addedAt, members, variantCode], index) => {
    const { price, ...product } = chosen(sku, variantCode);
    return {
      id: `wish-20817-${wished.length - index}`,
      customerId,
      ...product,
      price: { value: price, currency: 'GBP' },
      ...(addedAt && { addedAt }),
      ...members,
    };
  }),
};
