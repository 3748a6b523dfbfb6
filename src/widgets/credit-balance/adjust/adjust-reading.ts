import { negate } from '../../../domain/amounts.ts';
import {
  fractionDigitsOf,
  type CreditAccount,
  type CreditAdjustment,
  type CreditEntry,
} from '../../../domain/credit.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { StoredValue } from '../../../domain/money.ts';
import { trimmed } from '../../../domain/visible.ts';
import { readAmount } from '../../../forms/form-fields.ts';
import type { Reading } from '../../../forms/form-drafts.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { shortLabels } from '../account-words.ts';
import { wordsOf } from './adjust-texts.ts';
import type { Reviewed } from './adjust.data.ts';

/** The typed values of an adjustment. For a reversal, account, direction and amount come from the entry. */
export interface AdjustValues {
  readonly accountId: string;
  readonly direction: 'add' | 'take';
  readonly amount: string;
  readonly reason: string;
  readonly reference: string;
  readonly expiresOn: string;
  readonly description: string;
}

/** Returns the initial values of an adjustment, or of the reversal of an entry. */
export const blankAdjustment = (accountId: string, reverses?: CreditEntry): AdjustValues => ({
  accountId: reverses?.accountId ?? accountId,
  direction: reverses && decimal.sign(reverses.amount.value) >= 0 ? 'take' : 'add',
  amount: '',
  reason: '',
  reference: '',
  expiresOn: '',
  description: '',
});

/** Returns true if the draft has no typed values. */
export const isBlank = ({ amount, reason, reference, expiresOn, description }: AdjustValues): boolean =>
  !(amount || reason || reference || expiresOn || description);

/** The result of reading an adjustment from the form. */
export interface AdjustReading extends Reading<Reviewed> {
  readonly amount?: StoredValue | undefined;
  /** The computed balance after; absent if the input gives none. */
  readonly after?: StoredValue | undefined;
}

/** The account and constraints that an adjustment is validated against. */
export interface AdjustTarget {
  readonly account: CreditAccount;
  /** The entry to reverse. */
  readonly reverses?: CreditEntry | undefined;
  /** True if the account currently allows debits. */
  readonly allowsDebit: boolean;
}

/** Reads and validates the typed adjustment. */
export function readAdjustment(values: AdjustValues, target: AdjustTarget, l10n: Localization): AdjustReading {
  const { account, reverses, allowsDebit } = target;
  const words = wordsOf(l10n);
  const { balance } = account;
  const takes = values.direction === 'take';
  const errors: Record<string, string> = termErrors(values, target, l10n);
  const faults = takes && !reverses && !allowsDebit ? { accountId: words.noDebit } : undefined;
  const typed = readAmount(
    values.amount,
    { unit: shortLabels([account], l10n)[0]!, maxFractionDigits: fractionDigitsOf(account) },
    l10n,
  );
  if (!reverses && typed.error !== undefined) return { errors: { ...errors, amount: typed.error }, faults };
  const size = reverses ? negate(reverses.amount) : { ...balance, value: typed.value ?? '' };

  const amount = takes && !reverses ? negate(size) : size;
  const after = { ...balance, value: decimal.sum(balance.value, amount.value) };
  if (takes && decimal.sign(after.value) < 0) {
    const why = reverses ? words.reverseBefore : words.tooMuch;
    errors['amount'] = l10n.text(why, { amount: l10n.amount(most(balance), { exact: true }) });
    return { amount, errors, faults };
  }
  if (faults || Object.keys(errors).length) return { amount, after, errors, faults };
  return { amount, after, errors, input: { account, adjustment: adjustmentOf(values, target, amount, l10n.timeZone) } };
}

/** Returns true if added credit can have an expiry date. */
export const hasExpiry = ({ direction }: AdjustValues, { account, reverses }: AdjustTarget): boolean =>
  account.allowExpiry === true && direction === 'add' && !reverses;

/** Returns the adjustment to submit. Values that do not apply stay in the draft but are not submitted. */
function adjustmentOf(
  values: AdjustValues,
  target: AdjustTarget,
  amount: StoredValue,
  timeZone: string,
): CreditAdjustment {
  const { account, reverses } = target;
  const reference = trimmed(values.reference);
  return {
    accountId: account.id,
    amount,
    description: trimmed(values.description),
    ...(account.reasons?.length && { reason: values.reason }),
    ...(reference && !reverses && { reference }),
    ...(hasExpiry(values, target) && values.expiresOn && { expiresOn: values.expiresOn, timeZone }),
    ...(reverses && { reverses: reverses.id }),
  };
}

/** Returns the errors of the reason and the expiry date. */
function termErrors(values: AdjustValues, target: AdjustTarget, l10n: Localization): Record<string, string> {
  const { account } = target;
  const words = wordsOf(l10n);
  const isOver = hasExpiry(values, target) && values.expiresOn !== '' && values.expiresOn < l10n.today;
  return {
    ...(account.reasons?.length && !values.reason && { reason: words.reasonMissing }),
    ...(isOver && { expiresOn: words.expiresOver }),
    ...(!trimmed(values.description) && { description: words.descriptionMissing }),
  };
}

/** Returns the largest possible debit: zero if the balance is negative. */
const most = (balance: StoredValue): StoredValue =>
  decimal.sign(balance.value) < 0 ? { ...balance, value: '0' } : balance;
