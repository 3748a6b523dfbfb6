import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { Quote } from '../../domain/quote.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The customer's quotes, newest first. Filters: `status` (several codes separated by commas) and `state`: `current`
 * excludes declined, expired and canceled quotes. A range filters by creation date.
 */
export interface QuotesPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of quotes. */
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
    summary: 'Quotes of the customer, newest first',
  },
} as const satisfies OperationsOf<QuotesPort>;
