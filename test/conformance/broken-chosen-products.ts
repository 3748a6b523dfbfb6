// Adapters that each break one rule for wishlists or carts.
import type { CartItem, CartTotals } from '../../src/domain/cart-item.ts';
import type { Page } from '../../src/domain/page.ts';
import { cartsOf } from '../../src/domain/cart-item.ts';
import { pages, reversed, type Tampering } from './tampering.ts';

type Broken = readonly [what: string, tampering: Tampering, ...cases: string[]];

type CartPage = Page<CartItem, CartTotals>;

/** Changes the pages of the cart. */
const carts = (change: (page: CartPage) => CartPage): Tampering =>
  pages((page) => change(page as CartPage), 'cart.list');

const order = 'is sorted by the time of adding, newest first, unknown times last';

export const brokenChosenProducts: readonly Broken[] = [
  ['lists a wishlist oldest first', pages(reversed, 'wishlist.list'), `wishlist.list: ${order}`],
  ['lists a cart oldest first', pages(reversed, 'cart.list'), `cart.list: ${order}`],
  [
    'forgets a cart in the totals',
    carts((page) => ({ ...page, totals: { carts: [] } })),
    'cart.list: the totals have each cart of the rows, with its units',
  ],
  [
    'has an empty cart in the totals',
    carts((page) => ({ ...page, totals: { carts: [...(page.totals?.carts ?? []), { id: 'abandoned' }] } })),
    'cart.list: the totals have each cart of the rows, with its units',
  ],
  [
    'counts lines instead of units',
    carts((page) => ({
      ...page,
      totals: { carts: (page.totals?.carts ?? []).map((cart) => ({ ...cart, units: page.items.length })) },
    })),
    'cart.list: the totals have each cart of the rows, with its units',
  ],
  [
    'has a price in another currency than the cart',
    carts((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...item, unitPrice: { value: '1', currency: 'EUR' } })),
    })),
    'cart.list: the price of a line and the total of its cart are in one currency',
  ],
  [
    'adds up only what a search finds',
    carts((page) => ({ ...page, totals: { carts: cartsOf(page.items) } })),
    'cart.list: a search does not change the carts in the totals',
  ],
];
