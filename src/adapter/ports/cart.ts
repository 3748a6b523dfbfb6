import type { CartItem, CartTotals } from '../../domain/cart-item.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The products in the customer's open carts, those added last first; those of which the time is unknown come last. If the
 * platform keeps several carts of a customer, the list has the products of all. The totals are the carts themselves; a
 * search does not change them. A search matches the titles and numbers of products and the titles of variants.
 */
export interface CartPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of products in carts, with the carts. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CartItem, CartTotals>>;
}

export const cart = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/cart',
    item: 'CartItem',
    totals: 'CartTotals',
    can: { search: true, sort: ['product', 'quantity', 'lineTotal', 'addedAt'] },
    summary: 'Products in the open carts of the customer, those added last first, with the carts',
  },
} as const satisfies OperationsOf<CartPort>;
