import { defineWords } from '../../i18n/define-words.ts';

export const resellerDetailsWords = defineWords(
  'reseller-details',
  {
    heading: 'Reseller details',
    empty: 'No reseller details.',
    emptyHelp: 'Nobody has entered any for this customer.',
    businessName: 'Sells as',
    website: 'Sells at',
    certificate: 'Resale certificate',
    certificateUntil: 'Certificate valid to',
    noEnd: 'no end',
    remark: 'Remark',
    updated: 'Last change',
    edit: 'Edit reseller details',
    readOnly: 'You may not change reseller details.',
  },
  { id: () => import('./words.id.ts') },
);
