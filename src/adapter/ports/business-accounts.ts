import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { Named } from '../../domain/customer.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/** The business accounts that a customer can be assigned to, sorted by name. They belong to no customer. */
export interface BusinessAccountsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of business accounts. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Named>>;
}

export const businessAccounts = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/business-accounts',
    item: 'Named',
    can: { search: true },
    isShared: true,
    summary: 'Business accounts that a customer can be assigned to, sorted by name',
  },
} as const satisfies OperationsOf<BusinessAccountsPort>;
