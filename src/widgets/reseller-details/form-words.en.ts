import { defineWords } from '../../i18n/define-words.ts';

export const resellerFormWords = defineWords(
  'reseller-details-form',
  {
    websiteInvalid: 'Write a whole address, such as https://market.example/shop.',
    dayInvalid: 'This is not a whole date.',
    pending: 'The details are being saved.',
    unknown: 'We do not know whether the details were saved. Do not save them again.',
    refused: 'The details were not saved.',
    done: 'Reseller details saved.',
    unchanged: 'Nothing is changed.',
    conflict:
      'Somebody else has changed these details meanwhile. Nothing of yours was saved; what you both changed is marked.',
    noVersions: 'This platform does not notice when two people change these details at once.',
  },
  { id: () => import('./form-words.id.ts') },
);
