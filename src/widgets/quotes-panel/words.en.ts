import { defineWords } from '../../i18n/define-words.ts';
import { englishList } from '../../i18n/list-messages.ts';

export const quotesPanelWords = defineWords(
  'quotes-panel',
  {
    ...englishList('quote', 'quotes'),
    heading: 'Quotes',
    create: 'Create quote',
    number: 'Quote',
    titleColumn: 'Title',
    status: 'Status',
    validUntil: 'Valid until',
    total: 'Total',
    created: 'Created',
    notPriced: 'Not priced',
    noExpiry: 'Does not expire',
    endsSoon: 'Ends {day}',
    ended: 'Ended {day}',
    draft: 'Draft',
    sent: 'Sent',
    viewed: 'Viewed',
    accepted: 'Accepted',
    declined: 'Declined',
    expired: 'Expired',
    canceled: 'Canceled',
    empty: 'No current quotes.',
    emptyHelp: 'Quotes that are declined, expired or canceled are among all quotes.',
    noMatchHelp: 'Numbers and titles are searched.',
  },
  { id: () => import('./words.id.ts') },
);
