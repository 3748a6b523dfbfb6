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
import { readAmount } from '../../../forms/amount.ts';
import type { Reading } from '../../../forms/form-draft.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { shortLabels } from '../account-words.ts';
import { wordsOf } from './adjust-words.ts';
import type { Reviewed } from './adjust.data.ts';

/** An adjustment as it is typed. Of a reversal, account, direction and amount follow from the entry. */
export interface AdjustValues {
  readonly accountId: string;
  readonly direction: 'add' | 'take';
  readonly amount: string;
  readonly reason: string;
  readonly reference: string;
  readonly expiresOn: string;
  readonly description: string;
}

/** What stands in the form at first: of an adjustment of an account, or of the reversal of an entry. */
export const blankAdjustment = (accountId: string, reverses?: CreditEntry): AdjustValues => ({
  accountId: reverses?.accountId ?? accountId,
  direction: reverses && decimal.sign(reverses.amount.value) >= 0 ? 'take' : 'add',
  amount: '',
  reason: '',
  reference: '',
  expiresOn: '',
  description: '',
});

/** Whether there is nothing to lose. */
export const isBlank = ({ amount, reason, reference, expiresOn, description }: AdjustValues): boolean =>
  !(amount || reason || reference || expiresOn || description);

/** An adjustment of an account, as it was read from the form. */
export interface AdjustReading extends Reading<Reviewed> {
  readonly amount?: StoredValue | undefined;
  /** The balance after, computed; absent where there would be none. */
  readonly after?: StoredValue | undefined;
}

/** What an adjustment is read for. */
export interface AdjustTarget {
  readonly account: CreditAccount;
  /** The entry that is taken back. */
  readonly reverses?: CreditEntry | undefined;
  /** Whether the account may be taken away from as it is adjusted. */
  readonly allowsDebit: boolean;
}

/** Reads an adjustment that was typed. */
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

/** Whether what is added can be given a last day. */
export const hasExpiry = ({ direction }: AdjustValues, { account, reverses }: AdjustTarget): boolean =>
  account.allowExpiry === true && direction === 'add' && !reverses;

/** What is sent: what does not apply stays in the draft and is left out. */
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

/** What is wrong with why and until when. */
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

/** From below nought nothing can be taken. */
const most = (balance: StoredValue): StoredValue =>
  decimal.sign(balance.value) < 0 ? { ...balance, value: '0' } : balance;
