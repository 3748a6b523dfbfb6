import { defineWords } from '../../../i18n/define-words.ts';

/** The words of the entries. Loaded with their cells. */
export const creditEntryWords = defineWords(
  'credit-entries',
  {
    adjustment: 'Adjustment',
    spent: 'Spent',
    spentOn: 'Spent on {what}',
    refund: 'Refund',
    lapsed: 'Lapsed',
    reversal: 'Reversal',
    ofMoment: 'of {time}',
    reversed: 'Reversed',
    checkout: 'Checkout',
    rule: 'Rule',
    customer: 'Customer',
    reverse: 'Reverse',
    reverseEntry: 'Reverse the entry {entry}',
    onMoment: 'on {time}',
    lapsesOn: 'lapses {date}',
    lapsedOn: 'lapsed {date}',
  },
  { id: () => import('./entry-words.id.ts') },
);
