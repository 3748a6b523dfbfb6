import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * What the customer bought, product by product. Sorted by any figure, `title` or `sku`, numbers in them as numbers; by
 * revenue, highest first, where nothing is said.
 */
export interface CrossSellPort {
  readonly capabilities?: { readonly list?: ListCapabilities };
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
    summary: 'What the customer bought, product by product',
  },
} as const satisfies OperationsOf<CrossSellPort>;
