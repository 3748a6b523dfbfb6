import { defineWords } from '../../i18n/define-words.ts';

export const layoutWords = defineWords(
  'dashboard-layout',
  { sections: 'Sections of this page', arrange: 'Arrange' },
  { id: () => import('./words.id.ts') },
);
