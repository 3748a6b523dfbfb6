import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

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
