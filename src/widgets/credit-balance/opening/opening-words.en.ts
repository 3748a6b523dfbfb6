import { defineWords } from '../../../i18n/define-words.ts';

/** The words of the form that opens an account. */
export const openingWords = defineWords(
  'credit-opening',
  {
    heading: 'Open an account',
    account: 'Account',
    help: 'It begins at zero. The customer has one account of each kind and currency, and it cannot be closed here.',
    open: 'Open account',
    pending: 'The account is being opened.',
    unknown: 'It is not known whether the account was opened.',
    opened: '{account}: opened.',
    notOpened: 'No account was opened.',
    exists: 'The customer has this account already.',
    none: 'Choose an account.',
  },
  { id: () => import('./opening-words.id.ts') },
);
