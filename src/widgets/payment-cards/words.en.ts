import { defineWords } from '../../i18n/define-words.ts';
import { englishList } from '../../i18n/list-messages.ts';

export const paymentCardsWords = defineWords(
  'payment-cards',
  {
    ...englishList('card', 'cards'),
    heading: 'Payment cards',
    create: 'Add card',
    card: 'Card',
    brand: 'Brand',
    lastFour: 'Last four digits',
    expires: 'Expires',
    expired: 'Expired {month}',
    soon: 'Expires soon: {month}',
    noExpiry: 'Does not expire',
    holder: 'Name on card',
    default: 'Default',
    added: 'Added',
    actions: 'Actions',
    choose: 'Make default',
    chooseOne: 'Make default: {card}',
    remove: 'Remove',
    removeOne: 'Remove {card}',
    empty: 'No saved cards.',
  },
  { id: () => import('./words.id.ts') },
);
