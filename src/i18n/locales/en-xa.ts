import type { Catalogue } from '../catalogue.ts';
import { common } from '../en/common.ts';
import { creditBalance } from '../en/credit-balance.ts';
import { crossSellTable } from '../en/cross-sell-table.ts';
import { customerDashboard } from '../en/customer-dashboard.ts';
import { customerInfo } from '../en/customer-info.ts';
import { notesPanel } from '../en/notes-panel.ts';
import { orderHistory } from '../en/order-history.ts';
import type { Message, Section, Translation } from '../message.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
};

/** Longer by a third and full of accents; whatever is drawn plain does not come from a catalogue. */
const disguise = (text: string): string => {
  const accented = text.replace(/\{\w+\}|[a-z]/gi, (match) => accents[match] ?? match);
  return `[${accented}${' ·'.repeat(Math.ceil(text.length / 6))}]`;
};

const disguised = (message: Message): Message =>
  typeof message === 'string'
    ? disguise(message)
    : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, disguise(text)])) as Message & object);

const pseudo = <S extends Section>(section: S) =>
  Object.fromEntries(Object.entries(section).map(([name, message]) => [name, disguised(message)])) as Translation<S>;

/** The pseudo-locale `en-XA`: for looking at layouts before the translations are there. */
export const catalogue: Catalogue = {
  common: pseudo(common),
  creditBalance: pseudo(creditBalance),
  crossSellTable: pseudo(crossSellTable),
  customerDashboard: pseudo(customerDashboard),
  customerInfo: pseudo(customerInfo),
  notesPanel: pseudo(notesPanel),
  orderHistory: pseudo(orderHistory),
};
