import { defineWords } from '../../i18n/define-words.ts';

export const customerStatsWords = defineWords(
  'customer-stats',
  {
    heading: 'Figures',
    orderDate: 'Order date',
    empty: 'No figures.',
    emptyHelp: 'The platform has none for this customer.',
  },
  { id: () => import('./words.id.ts') },
);
