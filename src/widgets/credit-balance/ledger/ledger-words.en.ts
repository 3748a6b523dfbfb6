import { defineWords } from '../../../i18n/define-words.ts';

/** The words of the whole ledger, its export, and the explanations of figures. Loaded on demand. */
export const creditLedgerWords = defineWords(
  'credit-ledger',
  {
    find: 'Search entries',
    findHint: 'Description, reference, who',
    dates: 'Date of the entry',
    noMatch: 'No entries match.',
    noMatchHelp: 'What is sought or dated leaves nothing.',
    clearSearch: 'Show all entries',
    entryId: 'Entry id',
    account: 'Account',
    date: 'Date',
    kind: 'Kind',
    description: 'Description',
    reference: 'Reference',
    reason: 'Reason',
    by: 'By',
    byId: 'By (id)',
    change: 'Change',
    balance: 'Balance after',
    unit: 'Currency or unit',
    lapses: 'Lapses',
    reverses: 'Reverses (entry id)',
    reversedBy: 'Reversed by (entry id)',
    balanceCounts: 'What was given, refunded or earned, less what was spent, taken away or has lapsed.',
    lapsesNext: 'Lapses next',
    lapsesNextAt: '{amount}, {time}',
    couponsCount: 'Coupons that can be used, now or from a later day on. Those used, expired or revoked are left out.',
    runningCounts:
      'What the account held once the entry was made. It stays as it was then, also where the entry was reversed later.',
  },
  { id: () => import('./ledger-words.id.ts') },
);
