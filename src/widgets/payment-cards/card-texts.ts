import { listOperation } from '../../data/list-query.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import { PaymentCard } from '../../domain/payment-card.ts';
import type { Localization } from '../../i18n/localization.ts';
import { paymentCardsWords } from './words.en.ts';

/** Lists the cards of a customer. */
export const cards = listOperation('paymentCards.list', PaymentCard);

/** The names of the brands, which are the same in every language. */
const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  'cartes-bancaires': 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos: 'eftpos',
  jcb: 'JCB',
  maestro: 'Maestro',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

/** Returns the name of a card: its brand and the last four digits. */
export function cardName({ brand, lastFour }: Partial<PaymentCard>, l10n: Localization): string {
  const code = brand === undefined ? undefined : codeOf(brand);
  const known = code !== undefined && Object.hasOwn(brands, code) ? brands[code] : code;
  const called = (brand && labelOf(brand)) ?? known ?? l10n.words(paymentCardsWords).card;
  return lastFour === undefined ? called : `${called} •••• ${lastFour}`;
}

/** Returns a month as it is printed on cards: `04/2027`. */
export const monthText = (month: string): string => month.split('-').toReversed().join('/');
