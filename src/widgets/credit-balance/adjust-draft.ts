import type { AdapterError } from '../../adapter/adapter-error.ts';
import { displayPlaces } from '../../domain/amounts.ts';
import type { CreditAccount, CreditAdjustment } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortLabels, wordsOf } from './account-words.ts';

export type AdjustField = 'accountId' | 'amount' | 'reference' | 'description';

/** An adjustment as it was typed, and what the server said of the last attempt. */
export interface AdjustDraft {
  readonly direction: 'add' | 'take';
  readonly accountId: string;
  readonly amount: string;
  readonly reference: string;
  readonly description: string;
  /** What the server found wrong, by field, until the field is changed. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why the last attempt was refused, until something is changed. Nothing was written. */
  readonly refused?: { readonly error: AdapterError; readonly amount: StoredValue } | undefined;
}

export const emptyDraft = (accountId: string): AdjustDraft => ({
  direction: 'add',
  accountId,
  amount: '',
  reference: '',
  description: '',
  errors: {},
});

/** Whether there is nothing to lose. */
export const isBlank = ({ amount, reference, description }: AdjustDraft): boolean =>
  !(amount || reference || description);

/** What was typed, read. */
export interface AdjustReading {
  /** Signed, exact, in the account's currency or unit; absent where it cannot be read. */
  readonly amount?: StoredValue | undefined;
  /** The balance after, computed; absent where there would be none. */
  readonly after?: StoredValue | undefined;
  readonly errors: Partial<Readonly<Record<AdjustField, string>>>;
  /** What would be sent, where nothing is wrong. */
  readonly adjustment?: CreditAdjustment | undefined;
}

/** Reads a draft for an account. */
export function read(draft: AdjustDraft, account: CreditAccount, l10n: Localization): AdjustReading {
  const words = wordsOf(l10n);
  const { balance } = account;
  const typed = readAmount(draft.amount, account, l10n);
  const description = draft.description.trim();
  const reference = draft.reference.trim();
  const errors: Record<string, string> = description ? {} : { description: words.descriptionMissing };
  const takes = draft.direction === 'take';
  if (takes && !account.allowDebit) errors['accountId'] = words.noDebit;
  if (typeof typed === 'string') return { errors: { ...errors, amount: typed } };

  const amount = takes ? { ...typed, value: decimal.negate(typed.value) } : typed;
  const after = { ...balance, value: decimal.sum(balance.value, amount.value) };
  if (takes && decimal.sign(after.value) < 0) {
    errors['amount'] = l10n.text(words.tooMuch, { amount: l10n.amount(most(balance), { exact: true }) });
    return { amount, errors };
  }
  if (Object.keys(errors).length) return { amount, after, errors };
  const adjustment = { accountId: account.id, amount, description, ...(reference && { reference }) };
  return { amount, after, errors, adjustment };
}

/** From below nought nothing can be taken. */
const most = (balance: StoredValue): StoredValue =>
  decimal.sign(balance.value) < 0 ? { ...balance, value: '0' } : balance;

/** The amount that was typed, above nought and no finer than the account's currency; else what is wrong with it. */
function readAmount(text: string, account: CreditAccount, l10n: Localization): StoredValue | string {
  const words = wordsOf(l10n);
  if (!text.trim()) return words.amountMissing;
  const value = l10n.decimal(text);
  const { balance } = account;
  const places = displayPlaces(balance);
  if (value === undefined) {
    const example = l10n.amount({ value: decimal.round('1234.5', places), unit: '' });
    return l10n.text(words.amountUnread, { example });
  }
  if (decimal.sign(value) <= 0) return words.amountMissing;
  const unit = shortLabels([account], l10n)[0]!;
  // Noughts at the end are no finer.
  if (decimal.compare(value, decimal.round(value, places)))
    return places ? l10n.text(words.decimals, { unit, count: places }) : l10n.text(words.noDecimals, { unit });
  return { ...balance, value: decimal.round(value, places) };
}
