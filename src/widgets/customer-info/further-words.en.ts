import { defineWords } from '../../i18n/define-words.ts';

/** The words of additional figures and badges. Loaded on demand. */
export const customerFurtherWords = defineWords(
  'customer-further',
  {
    highValue: 'High value',
    additional: 'Further details',
    yes: 'Yes',
    no: 'No',
  },
  { id: () => import('./further-words.id.ts') },
);
