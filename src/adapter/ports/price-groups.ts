import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { AssignedPriceGroups, PriceGroup, PriceGroupSelection } from '../../domain/price-group.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * All price groups of the platform, those of the customer first, each by priority. Filter: `assigned` (`true` or
 * `false`). A write names several groups, of which all change or none; `ifVersion` is the version of the rows.
 */
export interface PriceGroupsPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of price groups. Each row says whether the customer is in it. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<PriceGroup>>;
  /** Adds the customer to groups. Those that the customer is in stay. */
  assign?(customerId: string, groups: PriceGroupSelection, options: WriteOptions): Promise<AssignedPriceGroups>;
  /** Removes the customer from groups. */
  unassign?(customerId: string, groups: PriceGroupSelection, options: WriteOptions): Promise<AssignedPriceGroups>;
}

export const priceGroups = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/price-groups',
    item: 'PriceGroup',
    isShared: true,
    can: { search: true, sort: ['name', 'priority', 'members'], filter: ['assigned'] },
    summary: 'All price groups, those of the customer first, by priority',
  },
  assign: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/price-groups/assignments',
    body: 'PriceGroupSelection',
    answer: 'AssignedPriceGroups',
    version: 'required',
    summary: 'Add the customer to price groups',
  },
  unassign: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/price-groups/removals',
    body: 'PriceGroupSelection',
    answer: 'AssignedPriceGroups',
    version: 'required',
    summary: 'Remove the customer from price groups',
  },
} as const satisfies OperationsOf<PriceGroupsPort>;
