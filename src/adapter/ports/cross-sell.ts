import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { CrossSellRow, CrossSellTotals, CatalogProduct } from '../../domain/cross-sell.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The customer's purchases by product, with the variants of each. The search also covers variants. Sortable by any figure, `title` or `sku`; numbers within texts compare
 * numerically. Default order: revenue, highest first.
 */
export interface CrossSellPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of products, with totals over all pages. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CrossSellRow, CrossSellTotals>>;
}

export const crossSell = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/cross-sell',
    item: 'CrossSellRow',
    totals: 'CrossSellTotals',
    can: {
      search: true,
      sort: [
        'title',
        'sku',
        'orders',
        'units',
        'unitsReturned',
        'revenue',
        'promoRevenue',
        'nonPromoRevenue',
        'promotions',
        'profit',
        'cogs',
        'fees',
      ],
      range: true,
    },
    summary: 'Purchases of the customer by product',
  },
} as const satisfies OperationsOf<CrossSellPort>;

/** The products of the catalog, sorted by title. They belong to no customer. A search matches titles and numbers. */
export interface ProductsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of products. */
  list?(page: PageRequest, options: ReadOptions): Promise<Page<CatalogProduct>>;
}

export const products = {
  list: {
    kind: 'list',
    scope: 'platform',
    path: '/products',
    item: 'CatalogProduct',
    can: { search: true },
    isShared: true,
    summary: 'The products of the catalog, sorted by title',
  },
} as const satisfies OperationsOf<ProductsPort>;
