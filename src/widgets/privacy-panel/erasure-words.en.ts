import { defineWords } from '../../i18n/define-words.ts';

export const erasureFormWords = defineWords(
  'privacy-erasure',
  {
    request: 'Request erasure of personal data',
    note: 'Remark',
    noteHelp: 'How the customer has asked, such as by phone or letter.',
    question: 'Request the erasure of this customer’s personal data?',
    effect: 'The platform decides about the request. What is erased cannot be brought back.',
    keeps: 'The request is recorded with your name.',
    confirm: 'Request erasure',
    pending: 'The request is being recorded.',
    unknown: 'We do not know whether the request was recorded. Do not send it again.',
    refused: 'The request was not recorded.',
    done: 'Erasure requested.',
    withdrawQuestion: 'Withdraw the request for erasure?',
    withdrawEffect: 'The data stays. The withdrawal is recorded with your name.',
    withdraw: 'Withdraw request',
    withdrawing: 'The request is being withdrawn.',
    withdrawUnknown: 'We do not know whether the request was withdrawn. Do not withdraw it again.',
    withdrawRefused: 'The request was not withdrawn.',
    withdrawn: 'Request withdrawn.',
    changed: 'Its state has changed meanwhile. Look at it, then decide again.',
  },
  { id: () => import('./erasure-words.id.ts') },
);
