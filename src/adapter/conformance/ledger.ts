import { codeOf } from '../../domain/field.ts';
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
import { ensure, skip } from './assert.ts';
import { all, reading, writing } from './subject.ts';

/** The credit accounts of one customer. */
export interface Ledger {
  accounts(): Promise<readonly CreditAccount[]>;
  entries(accountId: string): Promise<readonly CreditEntry[]>;
  /** Returns the first account with credit that allows debits, so that the kit can revert its credits. */
  open(): Promise<CreditAccount>;
  /** Fetches the current state of an account. */
  now(account: CreditAccount): Promise<CreditAccount>;
  /** Adjusts a balance by an amount. `more` overrides members of the adjustment. */
  move(
    account: CreditAccount,
    value: string,
    options?: WriteOptions,
    more?: Partial<CreditAdjustment>,
  ): Promise<CreditOutcome>;
  /** Reverses an entry, in full or by a different amount. */
  reverse(
    account: CreditAccount,
    entry: Pick<CreditEntry, 'id' | 'amount'>,
    other?: { readonly value?: string },
    options?: WriteOptions,
  ): Promise<CreditOutcome>;
}

/** Returns the accounts of a customer, or `undefined` if the adapter lacks one of the methods. */
export function ledgerOf({ credit }: Adapter, customerId: string): Ledger | undefined {
  if (!credit?.accounts || !credit.entries || !credit.adjust) return undefined;
  const ledger: Ledger = {
    accounts: async () => (await credit.accounts!(customerId, all, reading())).items,
    entries: async (accountId) => (await credit.entries!(customerId, accountId, all, reading())).items,
    async open() {
      const accounts = await ledger.accounts();
      const account = accounts.find(({ allowDebit, balance }) => allowDebit && decimal.sign(balance.value) > 0);
      if (!account) skip('the full customer has no credit in an account that allows debits');
      return account;
    },
    async now({ id }) {
      const account = (await ledger.accounts()).find((candidate) => candidate.id === id);
      ensure(account, 'an account is missing from the list');
      return account;
    },
    move: (account, value, options = writing(), more = {}) =>
      credit.adjust!(customerId, { ...adjustment(account, value), ...more }, options),
    reverse: (account, { id, amount }, { value = decimal.negate(amount.value) } = {}, options = writing()) =>
      ledger.move(account, value, options, { reverses: id }),
  };
  return ledger;
}

/** Returns an adjustment of an account by an amount. */
export const adjustment = ({ id, balance, reasons }: CreditAccount, value: string): CreditAdjustment => ({
  accountId: id,
  amount: { ...balance, value },
  description: 'Conformance kit',
  ...(reasons?.[0] !== undefined && { reason: codeOf(reasons[0]) }),
});

/** Returns a number of the account's smallest units as a decimal: `small(account, 10)` is 0.10 in pounds. */
export function small(account: CreditAccount, units: number): string {
  const places = fractionDigitsOf(account);
  return decimal.divide(String(units), String(10 ** places), places);
}
