import type { PaymentCard } from '../../domain/payment-card.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const card: PaymentCard = { id: 'card-1', ...ingrid, brand: 'visa', lastFour: '4417' };
const long: Partial<PaymentCard> = {
  brand: { code: 'house', label: 'House card of the regional purchasing group for caterers' },
  label: 'For everything that the second café needs before Easter',
  holder: 'Donaudampfschifffahrtsgesellschaft'.repeat(3),
  ...{ expires: '2026-12', isDefault: true, addedAt: '2026-11-02T13:20:00Z' },
};

export const cells = listCells(
  'paymentCards.list',
  { heading: 'Payment cards' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Expires soon' },
    empty: 'No saved cards.',
    emptyFiltered: { absent: 'Cards are few, and not searched.' },
    partial: {
      page: [
        { ...card, expires: '2027-04' },
        { ...card, id: 'card-2' },
      ],
      shows: 'not known',
    },
    malformed: { page: [{ ...card, holder: 'Ingrid 4111 1111 1111 1111' }], shows: 'items[0].holder' },
    conflict: { absent: 'A conflict is shown in the dialog that removes a card.' },
    longText: { page: [{ ...card, ...long }], shows: 'House card' },
    redacted: { page: [{ ...card, holder: { withheld: 'masked', display: 'I•••••' } }], shows: 'I•••••' },
  },
);
