import { AdapterError } from '../../adapter/adapter-error.ts';
import { add, negate } from '../../domain/amounts.ts';
import { codeOf, type Coded } from '../../domain/coded.ts';
import { fractionDigitsOf, type CreditAccount, type CreditAdjustment, type CreditEntry } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMoney, unitOf, type StoredValue } from '../../domain/money.ts';
import { endOfDay } from '../../domain/zone.ts';
import { readLedger } from './ledger.ts';

const refuse = (field: string, why: string) => new AdapterError('validation', { fieldErrors: { [field]: why } });

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
  wanted: CreditAdjustment,
  entries: readonly CreditEntry[],
  now: string,
): Movement {
  const { amount, reverses } = wanted;
  refuseUnfit(account, amount);
  if (reverses === undefined) {
    if (decimal.sign(amount.value) < 0 && !account.allowDebit)
      throw refuse('amount', 'takes away, which this account does not allow');
  } else refuseIrreversible(wanted, entries);
  const reason = reasonOf(account, wanted.reason);
  const expiresAt = expiryOf(account, wanted, now);
  const balance = add(account.balance, amount);
  if (decimal.sign(amount.value) < 0 && decimal.sign(balance.value) < 0) throw refuse('amount', 'exceeds the balance');
  const kind = reverses === undefined ? 'adjustment' : 'reversal';
  return { balance, entry: { kind, amount, reason, expiresAt, reverses: reverses ?? null } };
}

function refuseUnfit(account: CreditAccount, amount: StoredValue): void {
  const { balance } = account;
  if (unitOf(amount) !== unitOf(balance) || isMoney(amount) !== isMoney(balance))
    throw refuse('amount', 'is not in the currency or unit of the account');
  const places = fractionDigitsOf(account);
  if (decimal.compare(decimal.round(amount.value, places), amount.value) !== 0)
    throw refuse('amount', `has more than ${places} decimals`);
  if (decimal.sign(amount.value) === 0) throw refuse('amount', 'is nought');
}

function refuseIrreversible({ reverses, accountId, amount }: CreditAdjustment, entries: readonly CreditEntry[]): void {
  const entry = readLedger(entries).find(({ id }) => id === reverses);
  if (entry?.accountId !== accountId) throw refuse('reverses', 'is no entry of this account');
  if (entry.reversedBy) throw refuse('reverses', 'was taken back already');
  if (!entry.reversible) throw refuse('reverses', 'cannot be taken back');
  if (decimal.compare(negate(entry.amount).value, amount.value) !== 0)
    throw refuse('amount', 'is not the opposite of what is taken back');
}

function reasonOf({ reasons = [] }: CreditAccount, wanted: string | undefined): Coded | null {
  if (wanted === undefined && reasons.length) throw refuse('reason', 'is missing');
  const reason = reasons.find((candidate) => codeOf(candidate) === wanted);
  if (wanted !== undefined && reason === undefined) throw refuse('reason', 'is none of this account');
  return reason ?? null;
}

/** Returns the end of the last day in the given time zone. Default: UTC, the shop's time zone. */
function expiryOf({ allowExpiry }: CreditAccount, wanted: CreditAdjustment, now: string): string | null {
  const { expiresOn, timeZone = 'UTC', amount, reverses } = wanted;
  if (expiresOn === undefined) return null;
  if (!allowExpiry || reverses !== undefined || decimal.sign(amount.value) < 0)
    throw refuse('expiresOn', 'cannot be said here');
  const expiresAt = endOfDay(expiresOn, timeZone);
  if (Date.parse(expiresAt) < Date.parse(now)) throw refuse('expiresOn', 'is over');
  return expiresAt;
}
