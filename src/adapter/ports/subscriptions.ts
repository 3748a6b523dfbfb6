import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { CancelInput, Subscription, SubscriptionChange, SubscriptionInput } from '../../domain/subscription.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * Products that the customer receives and pays for repeatedly: subscriptions with a failed payment first, then newest
 * first. Filter: `status` (several codes separated by commas). A search matches the titles, variants and numbers of
 * products. An action that `subscriptionActionsOf` does not return rejects with `validation` and a field error for
 * `status`.
 */
export interface SubscriptionsPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of subscriptions. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Subscription>>;
  /**
   * Subscribes the customer to a product. With `dryRun`, returns the price and the first renewal, and writes nothing.
   */
  create?(customerId: string, subscription: SubscriptionInput, options: WriteOptions): Promise<Subscription>;
  /** Changes the quantity or the interval. */
  update?(
    customerId: string,
    subscriptionId: string,
    change: SubscriptionChange,
    options: WriteOptions,
  ): Promise<Subscription>;
  /** Pauses a subscription: it does not renew until it is resumed. */
  pause?(customerId: string, subscriptionId: string, options: WriteOptions): Promise<Subscription>;
  /** Resumes a paused subscription, or undoes a cancellation at the end of the period. */
  resume?(customerId: string, subscriptionId: string, options: WriteOptions): Promise<Subscription>;
  /**
   * Cancels a subscription at once or at the end of the paid period. A paused subscription has no paid period and ends
   * at once.
   */
  cancel?(customerId: string, subscriptionId: string, when: CancelInput, options: WriteOptions): Promise<Subscription>;
}

export const subscriptions = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/subscriptions',
    item: 'Subscription',
    can: {
      search: true,
      sort: ['startedAt', 'nextRenewal', 'price', 'product'],
      filter: ['status'],
    },
    summary: 'Subscriptions, those with a failed payment first, then newest first',
  },
  create: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/subscriptions',
    body: 'SubscriptionInput',
    answer: 'Subscription',
    creates: true,
    dryRun: true,
    summary: 'Subscribe the customer to a product',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/subscriptions/{subscriptionId}',
    body: 'SubscriptionChange',
    answer: 'Subscription',
    version: 'required',
    summary: 'Change the quantity or the interval of a subscription',
  },
  pause: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/subscriptions/{subscriptionId}/pause',
    answer: 'Subscription',
    version: 'required',
    summary: 'Pause a subscription',
  },
  resume: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/subscriptions/{subscriptionId}/resume',
    answer: 'Subscription',
    version: 'required',
    summary: 'Resume a paused subscription, or undo its cancellation',
  },
  cancel: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/subscriptions/{subscriptionId}/cancellation',
    body: 'CancelInput',
    answer: 'Subscription',
    version: 'required',
    summary: 'Cancel a subscription, at once or at the end of the period',
  },
} as const satisfies OperationsOf<SubscriptionsPort>;
