import { codeOf } from '../../domain/coded.ts';
import {
  fractionDigitsOf,
  type CreditAccount,
  type CreditAdjustment,
  type CreditEntry,
  type CreditOutcome,
} from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Adapter } from '../adapter.ts';
import type { WriteOptions } from '../options.ts';
import { ensure } from './assert.ts';
import { all, reading, writing } from './subject.ts';

/** The accounts of one customer, as far as the kit moves them. */
export interface Ledger {
  accounts(): Promise<readonly CreditAccount[]>;
  entries(accountId: string): Promise<readonly CreditEntry[]>;
  /** The first account that allows debits: what the kit adds there it can take away again. */
  open(): Promise<CreditAccount>;
  /** The account as it is now. */
  now(account: CreditAccount): Promise<CreditAccount>;
  /** Moves a balance by so much; what is asked for may say more, or other things. */
  move(
    account: CreditAccount,
    value: string,
    options?: WriteOptions,
    more?: Partial<CreditAdjustment>,
  ): Promise<CreditOutcome>;
  /** Takes an entry back, as a whole or by another amount. */
  reverse(
    account: CreditAccount,
    entry: Pick<CreditEntry, 'id' | 'amount'>,
    other?: { readonly value?: string },
    options?: WriteOptions,
  ): Promise<CreditOutcome>;
}

/** `undefined` where the adapter lacks one of the methods. */
export function ledgerOf({ credit }: Adapter, customerId: string): Ledger | undefined {
  if (!credit?.accounts || !credit.entries || !credit.adjust) return undefined;
  const ledger: Ledger = {
    accounts: async () => (await credit.accounts!(customerId, all, reading())).items,
    entries: async (accountId) => (await credit.entries!(customerId, accountId, all, reading())).items,
    async open() {
      const account = (await ledger.accounts()).find(({ allowDebit }) => allowDebit);
      ensure(account, 'the full customer should have an account that allows debits');
      return account;
    },
    async now({ id }) {
      const account = (await ledger.accounts()).find((candidate) => candidate.id === id);
      ensure(account, 'an account is gone from the list');
      return account;
    },
    move: (account, value, options = writing(), more = {}) =>
      credit.adjust!(customerId, { ...adjustment(account, value), ...more }, options),
    reverse: (account, { id, amount }, { value = decimal.negate(amount.value) } = {}, options = writing()) =>
      ledger.move(account, value, options, { reverses: id }),
  };
  return ledger;
}

/** An adjustment of an account by so much. */
export const adjustment = ({ id, balance, reasons }: CreditAccount, value: string): CreditAdjustment => ({
  accountId: id,
  amount: { ...balance, value },
  description: 'Conformance kit',
  ...(reasons?.[0] !== undefined && { reason: codeOf(reasons[0]) }),
});

/** So many of the smallest amount that an account knows: `small(account, 10)` is 0.10 in pounds. */
export function small(account: CreditAccount, units: number): string {
  const places = fractionDigitsOf(account);
  return decimal.divide(String(units), String(10 ** places), places);
}
