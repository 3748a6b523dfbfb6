import { defineWords } from '../i18n/define-words.ts';

/** What a widget says to a developer who has not given it everything. */
export const setupWords = defineWords(
  'setup',
  {
    adapter: 'This element has no adapter.',
    customer: 'This element has no customer id.',
    both: 'This element has no adapter and no customer id.',
    help: 'For developers: set what is missing on the element, or provide it above. The console says more.',
  },
  { id: () => import('./setup-words.id.ts') },
);
