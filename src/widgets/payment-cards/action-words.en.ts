import { defineWords } from '../../i18n/define-words.ts';

/** The words of the dialogs, loaded with them. */
export const cardActionWords = defineWords(
  'payment-card-action',
  {
    chooseQuestion: 'Make this card the default?',
    chooseEffect: 'The shop charges the default card unless another one is named.',
    choose: 'Make default',
    choosing: 'Changing the default card.',
    chooseUnknown: 'It is not known whether the default card changed.',
    chooseRefused: 'The default card did not change.',
    chosen: 'The default card has changed.',
    removeQuestion: 'Remove this card?',
    removeFinal: 'The customer has to enter it again to use it.',
    removeDefault: 'It is the default card. No other card takes its place.',
    remove: 'Remove card',
    removing: 'Removing the card.',
    removeUnknown: 'It is not known whether the card was removed.',
    removeRefused: 'The card was not removed.',
    removed: 'The card was removed.',
    changed: 'The card has changed meanwhile.',
  },
  { id: () => import('./action-words.id.ts') },
);
