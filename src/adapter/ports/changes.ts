import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { ProfileChange } from '../../domain/profile-change.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The changes of a customer's level and profile, newest first, each with the value before and after. A value that is
 * masked in the record is masked here too. Filter: `kind`; several codes separated by commas match any of them.
 */
export interface ChangesPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of changes. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<ProfileChange>>;
}

export const changes = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/changes',
    item: 'ProfileChange',
    can: { filter: ['kind'], range: true },
    summary: 'The changes of the level and the profile of the customer, newest first',
  },
} as const satisfies OperationsOf<ChangesPort>;
