import type { CartItem, CartTotals } from '../../domain/cart-item.ts';
import type { Page } from '../../domain/page.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const amount = { value: '1234567890.12', currency: 'GBP' };
const item: CartItem = { id: 'i-1', ...ingrid, cartId: 'c-1', product: { id: 'p-1', title: 'Cup' }, quantity: 2 };
const long: CartItem = {
  ...item,
  product: { id: 'p-2', title: 'Donaudampfschifffahrtsgesellschaft'.repeat(3), sku: 'CUP-'.repeat(20) },
  variant: { id: 'v-1', title: 'The color of the sea off the northern coast on an overcast morning' },
  ...{ quantity: 123_456, unitPrice: amount, lineTotal: amount, addedAt: '2026-11-02T13:20:00Z' },
};
const carts = [
  { id: 'c-1', name: 'Everything for the second café before Easter', total: amount, units: 123_456 },
  { id: 'c-2', total: null, updatedAt: '2026-11-02T13:20:00Z' },
];

export const cells = listCells<Page<CartItem, CartTotals>>(
  'cart.list',
  { heading: 'Cart' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Stoneware cup' },
    empty: 'The cart is empty.',
    partial: { page: [item, { ...item, id: 'i-2', unitPrice: null, lineTotal: null }], shows: 'not known' },
    conflict: { absent: 'The cart is only read here.' },
    longText: {
      page: (page) => ({ ...page, items: [long, { ...item, id: 'i-3', cartId: 'c-2' }], total: 2, totals: { carts } }),
      shows: 'second café',
    },
    redacted: { absent: 'A cart has no personal data.' },
  },
);
