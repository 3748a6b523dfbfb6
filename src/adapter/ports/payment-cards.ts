import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { PaymentCard } from '../../domain/payment-card.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * The payment cards that the customer has saved, those added last first. A card is added on a page of the payment processor,
 * which the host's link `payment-card-create` leads to: no card number ever passes through an adapter, and a record with
 * one is malformed.
 */
export interface PaymentCardsPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of cards. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<PaymentCard>>;
  /** Makes a card the default, replacing the previous one. Rejects with `validation` if the card has expired. */
  setDefault?(customerId: string, cardId: string, options: WriteOptions): Promise<PaymentCard>;
  /** Removes a card. If it was the default, no other card becomes the default by itself. */
  delete?(customerId: string, cardId: string, options: WriteOptions): Promise<void>;
}

export const paymentCards = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/payment-cards',
    item: 'PaymentCard',
    can: { sort: ['addedAt', 'expires'] },
    summary: 'Saved payment cards of the customer, those added last first',
  },
  setDefault: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/payment-cards/{cardId}/default',
    answer: 'PaymentCard',
    summary: 'Make a payment card the default',
  },
  delete: {
    kind: 'write',
    scope: 'customer',
    method: 'DELETE',
    path: '/payment-cards/{cardId}',
    version: 'required',
    summary: 'Remove a payment card',
  },
} as const satisfies OperationsOf<PaymentCardsPort>;
