import { AdapterError } from '../../adapter/adapter-error.ts';
import { add, negate } from '../../domain/amounts.ts';
import { codeOf, type Coded } from '../../domain/field.ts';
import { fractionDigitsOf, type CreditAccount, type CreditAdjustment, type CreditEntry } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMoney, unitOf, type StoredValue } from '../../domain/money.ts';
import { endOfDay } from '../../domain/time.ts';
import { readLedger } from './ledger.ts';

const invalid = (field: string, why: string) => new AdapterError('validation', { fieldErrors: { [field]: why } });

/** The effect of an adjustment on an account. */
export interface Movement {
  readonly balance: StoredValue;
  readonly entry: Pick<CreditEntry, 'kind' | 'amount' | 'reason' | 'reverses' | 'expiresAt'>;
}

/**
 * Returns the effect of an adjustment under the account's rules. Throws `validation` if the account does not allow it.
 */
export function movementOf(
  account: CreditAccount,
  adjustment: CreditAdjustment,
  entries: readonly CreditEntry[],
  now: string,
): Movement {
  const { amount, reverses } = adjustment;
  validateAdjustment(account, amount);
  if (reverses === undefined) {
    if (decimal.sign(amount.value) < 0 && !account.allowDebit)
      throw invalid('amount', 'is a debit, which this account does not allow');
  } else requireReversible(adjustment, entries);
  const reason = reasonOf(account, adjustment.reason);
  const expiresAt = expiryOf(account, adjustment, now);
  const balance = add(account.balance, amount);
  if (decimal.sign(amount.value) < 0 && decimal.sign(balance.value) < 0) throw invalid('amount', 'exceeds the balance');
  const kind = reverses === undefined ? 'adjustment' : 'reversal';
  return { balance, entry: { kind, amount, reason, expiresAt, reverses: reverses ?? null } };
}

function validateAdjustment(account: CreditAccount, amount: StoredValue): void {
  const { balance } = account;
  if (unitOf(amount) !== unitOf(balance) || isMoney(amount) !== isMoney(balance))
    throw invalid('amount', 'is not in the currency or unit of the account');
  const places = fractionDigitsOf(account);
  if (decimal.compare(decimal.round(amount.value, places), amount.value) !== 0)
    throw invalid('amount', `has more than ${places} decimals`);
  if (decimal.sign(amount.value) === 0) throw invalid('amount', 'is zero');
}

function requireReversible({ reverses, accountId, amount }: CreditAdjustment, entries: readonly CreditEntry[]): void {
  const entry = readLedger(entries).find(({ id }) => id === reverses);
  if (entry?.accountId !== accountId) throw invalid('reverses', 'is not an entry of this account');
  if (entry.reversedBy) throw invalid('reverses', 'is already reversed');
  if (!entry.reversible) throw invalid('reverses', 'cannot be reversed');
  if (decimal.compare(negate(entry.amount).value, amount.value) !== 0)
    throw invalid('amount', 'must be the opposite of the reversed amount');
}

function reasonOf({ reasons = [] }: CreditAccount, adjustment: string | undefined): Coded | null {
  if (adjustment === undefined && reasons.length) throw invalid('reason', 'is missing');
  const reason = reasons.find((candidate) => codeOf(candidate) === adjustment);
  if (adjustment !== undefined && reason === undefined) throw invalid('reason', 'is not a reason of this account');
  return reason ?? null;
}

/** Returns the end of the last day in the given time zone. Default: UTC, the shop's time zone. */
function expiryOf({ allowExpiry }: CreditAccount, adjustment: CreditAdjustment, now: string): string | null {
  const { expiresOn, timeZone = 'UTC', amount, reverses } = adjustment;
  if (expiresOn === undefined) return null;
  if (!allowExpiry || reverses !== undefined || decimal.sign(amount.value) < 0)
    throw invalid('expiresOn', 'is not allowed for this account');
  const expiresAt = endOfDay(expiresOn, timeZone);
  if (Date.parse(expiresAt) < Date.parse(now)) throw invalid('expiresOn', 'is over');
  return expiresAt;
}
