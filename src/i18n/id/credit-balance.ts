import type { Translation } from '../message.ts';
import type { creditBalance as english } from '../en/credit-balance.ts';

export const creditBalance: Translation<typeof english> = {
  heading: 'Kredit',
};
