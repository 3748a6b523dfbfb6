import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * What happened with a customer, newest first: purchases, returns, notes, logins, changes and credit, those of archived
 * orders too. Has each record of the ports that it covers once, as that port lists it. If a part of it fails, the page has
 * the others, and a warning whose code is the name of the port. Filter: `kind`; several codes separated by commas match any
 * of them. `mergeTimeline` of the toolkit makes this port of the others.
 */
export interface TimelinePort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of events. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<TimelineEvent>>;
}

export const timeline = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/timeline',
    item: 'TimelineEvent',
    can: { filter: ['kind'], range: true },
    summary: 'What happened with the customer, newest first',
  },
} as const satisfies OperationsOf<TimelinePort>;
