import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { Page } from '../../domain/page.ts';
import type { Quote } from '../../domain/quote.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * Quotes that were made for the customer, newest first. Filters: `status` (several codes with commas between them), and
 * `state`: `current` leaves out what is declined, expired or canceled. A range is of the days on which they were made.
 */
export interface QuotesPort {
  readonly capabilities?: { readonly list?: ListCapabilities };
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Quote>>;
}

export const quotes = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/quotes',
    item: 'Quote',
    can: {
      search: true,
      sort: ['number', 'total', 'createdAt', 'validUntil'],
      filter: ['status', 'state'],
      range: true,
    },
    summary: 'Quotes that were made for the customer, newest first',
  },
} as const satisfies OperationsOf<QuotesPort>;
