import { cartsOf, type CartItem } from '../../domain/cart-item.ts';
import * as decimal from '../../domain/decimal.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import type { PlainList } from './lists.ts';
import { chosen } from './shop/catalogue.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';

/** `[SKU, quantity, time, code of the variant]`, those added last first. */
const added: readonly (readonly [string, number, string, string?])[] = [
  ['CUP-220-OAT', 48, '2026-11-18T09:52:00Z'],
  ['SAU-ESP-OAT', 48, '2026-11-18T09:50:00Z'],
  ['APR-INK', 3, '2026-11-17T18:04:00Z', 'l'],
  ['TPT-11-MOSS', 2, '2026-11-12T12:27:00Z'],
  ['COF-HB-1K', 6, '2026-11-10T07:15:00Z'],
];

/** The cart of the customer in the design. */
export const cart: PlainList<'cart.list', CartItem> = {
  name: 'cart.list',
  order: [
    { key: ({ addedAt }) => addedAt && Date.parse(addedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    product: ({ product }) => product.title && naturalKey(product.title),
    quantity: ({ quantity }) => quantity,
    lineTotal: ({ lineTotal }) => lineTotal,
    addedAt: ({ addedAt }) => addedAt && Date.parse(addedAt),
  },
  texts: ({ product, variant }) => [product.title, product.sku, variant?.title],
  totals: (items) => ({ carts: cartsOf(items) }),
  records: added.map(([sku, quantity, addedAt, variantCode], index) => {
    const { price, ...product } = chosen(sku, variantCode);
    return {
      id: `cart-20817-${added.length - index}`,
      customerId,
      cartId: 'cart-20817',
      ...product,
      quantity,
      unitPrice: { value: price, currency: 'GBP' },
      lineTotal: { value: decimal.round(decimal.multiply(price, String(quantity)), 2), currency: 'GBP' },
      addedAt,
    };
  }),
};
