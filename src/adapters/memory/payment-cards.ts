import type { PaymentCard } from '../../domain/payment-card.ts';
import type { PlainList } from './lists.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';

/** The cards of the customer in the design. None of them exists. */
export const paymentCards: PlainList<'paymentCards.list', PaymentCard> = {
  name: 'paymentCards.list',
  order: [
    { key: ({ addedAt }) => addedAt && Date.parse(addedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: { addedAt: ({ addedAt }) => addedAt && Date.parse(addedAt), expires: ({ expires }) => expires },
  records: (
    [
      [5, 'visa', '4417', '2029-04', '2026-10-21T08:14:00Z', { label: 'Second café' }],
      [4, 'mastercard', '0925', '2026-12', '2025-12-03T16:40:00Z', { isDefault: true }],
      [3, { code: 'girocard', label: 'girocard' }, '3310', '2028-08', '2025-02-11T10:02:00Z', {}],
      [2, 'amex', '1006', '2026-08', '2023-10-14T19:55:00Z', { holder: 'Ingrid Maria Holm' }],
      // The processor took the card over from another one, which did not say when it expires.
      [1, undefined, '7718', undefined, undefined, { holder: null }],
    ] as const
  ).map(([number, brand, lastFour, expires, addedAt, more]) => ({
    id: `card-20817-${number}`,
    customerId,
    version: '1',
    ...(brand && { brand }),
    lastFour,
    ...(expires && { expires }),
    holder: 'Ingrid Holm',
    isDefault: false,
    ...(addedAt && { addedAt }),
    ...more,
  })),
};
