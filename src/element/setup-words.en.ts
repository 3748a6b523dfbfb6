import { defineWords } from '../i18n/define-words.ts';

/** The text that a widget shows to a developer if its setup is incomplete. */
export const setupWords = defineWords(
  'setup',
  {
    adapter: 'This element has no adapter.',
    customer: 'This element has no customer id.',
    both: 'This element has no adapter and no customer id.',
    wrongAdapter: 'What is set as the adapter of this element is not an adapter.',
    wrongCustomer: 'What is set as the customer id of this element is not text.',
    help: 'For developers: set what is missing on the element, or provide it above. The console says more.',
  },
  { id: () => import('./setup-words.id.ts') },
);
