import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { WishlistItem } from '../../domain/wishlist-item.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The products on the customer's wishlist, those added last first; those of which the time is unknown come last. A search
 * matches the titles and numbers of products and the titles of variants. Filter: `availability` (several codes separated
 * by commas).
 */
export interface WishlistPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of products on the wishlist. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<WishlistItem>>;
}

export const wishlist = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/wishlist',
    item: 'WishlistItem',
    can: { search: true, sort: ['product', 'price', 'addedAt'], filter: ['availability'] },
    summary: 'Products on the wishlist of the customer, those added last first',
  },
} as const satisfies OperationsOf<WishlistPort>;
