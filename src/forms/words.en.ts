import { defineWords } from '../i18n/define-words.ts';

/** The words that all forms share, loaded when the first form opens. */
export const formWords = defineWords(
  'customer-form',
  {
    customer: 'Customer',
    discard: 'Discard',
    review: 'Review',
    save: 'Save',
    sending: 'Sending',
    slow: 'This is taking longer than usual. This window can be closed; the outcome shows in the panel.',
    checking: 'Checking.',
    checkNow: 'Check now',
    readAgain: 'Read again',
    looked: 'I have looked',
    lookAgain: 'Look at it again',
    lookYourself: 'This platform cannot be asked again: look for it in the list.',
    savedTheirs: 'Theirs, saved',
    unsavedMine: 'Yours, not saved',
    keepTheirs: 'Keep theirs',
    replaceWithMine: 'Replace with mine',
    editMine: 'Edit mine',
    theirs: 'Theirs: {value}',
    takeTheirs: 'Take theirs',
    amountMissing: 'Enter an amount above nought.',
    amountUnread: 'This is not an amount. Write it like {example}.',
    ambiguous: 'This may mean {more} or {less}. Write it as one of them.',
    decimals: { one: '{unit}: one decimal at the most.', other: '{unit}: {count} decimals at the most.' },
    noDecimals: '{unit}: no decimals.',
  },
  { id: () => import('./words.id.ts') },
);
