// Adapters that each break one rule for payment cards.
import type { PaymentCard } from '../../src/domain/payment-card.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { overriding, pages, reversed, type Tampering } from './tampering.ts';

type Broken = readonly [what: string, tampering: Tampering, ...cases: string[]];

/** Changes the cards of every page. */
const cards = (change: (card: PaymentCard, index: number) => object): Tampering =>
  pages((page) => ({ ...page, items: page.items.map(change) }), 'paymentCards.list');

const { ingrid } = knownCustomers;
const shape = 'paymentCards.list: matches the schema';
const removal =
  'paymentCards.delete: rejects an outdated version, an unknown card and another customer, and removes nothing';

export const brokenPaymentCards: readonly Broken[] = [
  ['has a card number in the holder', cards((card) => ({ ...card, holder: 'Ingrid 4111 1111 1111 1111' })), shape],
  ['has a card number in a label', cards((card) => ({ ...card, label: '5555-5555-5555-4444' })), shape],
  ['has a card number as the id', cards((card, index) => (index ? card : { ...card, id: '378282246310005' })), shape],
  ['has more than the last four digits', cards((card) => ({ ...card, lastFour: `1${card.lastFour}` })), shape],
  ['has a card number in a member of its own', cards((card) => ({ ...card, pan: 4_111_111_111_111_111 })), shape],
  [
    'lists cards oldest first',
    pages(reversed, 'paymentCards.list'),
    'paymentCards.list: is sorted by the time of adding, newest first, unknown times last',
  ],
  [
    'has two default cards',
    cards((card) => ({ ...card, isDefault: true })),
    'paymentCards.list: one card at most is the default',
  ],
  [
    'keeps the previous default card',
    overriding('paymentCards.setDefault', (setDefault, store) => async (...args) => {
      const { paymentCards } = store.fileOf(ingrid).lists;
      const answer = await setDefault(...args);
      const file = store.fileOf(ingrid);
      file.lists = { ...file.lists, paymentCards };
      return answer;
    }),
    'paymentCards.setDefault: replaces the previous default, but not under another customer',
  ],
  [
    'removes a card whatever the version',
    (memory) => ({
      ...memory,
      paymentCards: {
        ...memory.paymentCards,
        delete: async (id, cardId, options) => {
          const { items } = await memory.paymentCards.list(
            id,
            { first: 100 },
            { signal: new AbortController().signal },
          );
          const version = items.find((card) => card.id === cardId)?.version;
          return memory.paymentCards.delete(id, cardId, { ...options, ifVersion: version ?? options.ifVersion });
        },
      },
    }),
    removal,
  ],
];
