import { defineWords } from '../../i18n/define-words.ts';

export const extensionWords = defineWords(
  'dashboard-extensions',
  {
    notLoaded: '{what} could not be loaded.',
    late: '{what} did not load in time.',
    failed: '{what} has failed.',
    help: 'The rest of this page works without it.',
    readOnly: 'This page lets this part read, but change nothing.',
  },
  { id: () => import('./words.id.ts') },
);
