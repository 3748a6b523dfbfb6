import type { AdapterError } from '../../adapter/adapter-error.ts';
import { negate } from '../../domain/amounts.ts';
import { fractionDigitsOf, type CreditAccount, type CreditAdjustment, type CreditEntry } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { maxDescriptionLength, maxReferenceLength } from '../../domain/lengths.ts';
import type { StoredValue } from '../../domain/money.ts';
import { trimmed } from '../../domain/visible.ts';
import { isAmbiguous, readDecimal, readings } from '../../i18n/decimal-text.ts';
import type { Localization } from '../../i18n/localization.ts';
import { excessOf } from '../../ui/too-long.ts';
import { shortLabels } from './account-words.ts';
import { wordsOf } from './adjust-words.ts';
import type { Reviewed } from './adjust.data.ts';

/** What is typed or chosen. */
export const adjustFields = ['accountId', 'amount', 'reason', 'reference', 'expiresOn', 'description'] as const;
export type AdjustField = (typeof adjustFields)[number];

/** An adjustment as it was typed, and what the server said of the last attempt. */
export interface AdjustDraft extends Readonly<Record<AdjustField, string>> {
  readonly direction: 'add' | 'take';
  /** The entry that is taken back: then account and amount follow from it. */
  readonly reverses?: CreditEntry | undefined;
  /** What the server found wrong, by field, until the field is changed. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why the last attempt was refused, until something is changed. Nothing was written. */
  readonly refused?: Refused | undefined;
}

export interface Refused {
  readonly error: AdapterError;
  readonly accountId: string;
  readonly amount: StoredValue;
  /** The balance that it was based on. */
  readonly before: StoredValue;
}

/** What is typed or chosen at a time. */
export type AdjustChange = Partial<Pick<AdjustDraft, 'direction' | AdjustField>>;

/** What was refused, of what was reviewed. */
export const refusedAs = (error: AdapterError, { account, adjustment }: Reviewed): Refused => ({
  error,
  accountId: account.id,
  amount: adjustment.amount,
  before: account.balance,
});

/** A draft after a change: what was said of the last attempt no longer holds of what is changed. */
export function changedBy(draft: AdjustDraft, part: AdjustChange): AdjustDraft {
  const amountIsOther = 'amount' in part || 'direction' in part || 'accountId' in part;
  const errors = Object.entries(draft.errors).filter(
    ([field]) => !(field in part) && !(amountIsOther && (field === 'amount' || field === 'accountId')),
  );
  return { ...draft, ...part, errors: Object.fromEntries(errors), refused: undefined };
}

const nothingTyped = { amount: '', reason: '', reference: '', expiresOn: '', description: '', errors: {} };

export const emptyDraft = (accountId: string): AdjustDraft => ({ ...nothingTyped, accountId, direction: 'add' });

export const reversalDraft = (entry: CreditEntry): AdjustDraft => ({
  ...nothingTyped,
  accountId: entry.accountId,
  direction: decimal.sign(entry.amount.value) < 0 ? 'add' : 'take',
  reverses: entry,
});

/** Whether there is nothing to lose. */
export const isBlank = (draft: AdjustDraft): boolean =>
  adjustFields.every((field) => field === 'accountId' || !draft[field]);

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

/** Reads a draft for an account; `allowsDebit` where it may be taken away from as it is adjusted. */
export function read(
  draft: AdjustDraft,
  account: CreditAccount,
  l10n: Localization,
  allowsDebit = account.allowDebit === true,
): AdjustReading {
  const words = wordsOf(l10n);
  const { balance } = account;
  const { reverses } = draft;
  const takes = draft.direction === 'take';
  const errors: Record<string, string> = termErrors(draft, account, l10n);
  if (takes && !reverses && !allowsDebit) errors['accountId'] = words.noDebit;
  const typed = reverses ? negate(reverses.amount) : readAmount(draft.amount, account, l10n);
  if (typeof typed === 'string') return { errors: { ...errors, amount: typed } };

  const amount = takes && !reverses ? negate(typed) : typed;
  const after = { ...balance, value: decimal.sum(balance.value, amount.value) };
  if (takes && decimal.sign(after.value) < 0) {
    const why = reverses ? words.reverseBefore : words.tooMuch;
    errors['amount'] = l10n.text(why, { amount: l10n.amount(most(balance), { exact: true }) });
    return { amount, errors };
  }
  if (Object.keys(errors).length) return { amount, after, errors };
  return { amount, after, errors, adjustment: adjustmentOf(draft, account, amount, l10n.timeZone) };
}

/** Figures of an amount. */
const longestNumber = 60;

/** How many characters of a field are too many. */
export function excessIn(draft: AdjustDraft, field: AdjustField): number {
  const most = { amount: longestNumber, description: maxDescriptionLength, reference: maxReferenceLength };
  return field in most ? excessOf(draft[field], most[field as keyof typeof most]) : 0;
}

/** Whether what is added can be given a last day. */
export const hasExpiry = ({ direction, reverses }: AdjustDraft, { allowExpiry }: CreditAccount): boolean =>
  allowExpiry === true && direction === 'add' && !reverses;

/** What is sent: what does not apply stays in the draft and is left out. */
function adjustmentOf(
  draft: AdjustDraft,
  account: CreditAccount,
  amount: StoredValue,
  timeZone: string,
): CreditAdjustment {
  const reference = trimmed(draft.reference);
  return {
    accountId: account.id,
    amount,
    description: trimmed(draft.description),
    ...(account.reasons?.length && { reason: draft.reason }),
    ...(reference && !draft.reverses && { reference }),
    ...(hasExpiry(draft, account) && draft.expiresOn && { expiresOn: draft.expiresOn, timeZone }),
    ...(draft.reverses && { reverses: draft.reverses.id }),
  };
}

/** What is wrong with why and until when. */
function termErrors(draft: AdjustDraft, account: CreditAccount, l10n: Localization): Record<string, string> {
  const words = wordsOf(l10n);
  const isOver = hasExpiry(draft, account) && draft.expiresOn !== '' && draft.expiresOn < l10n.today;
  return {
    ...(account.reasons?.length && !draft.reason && { reason: words.reasonMissing }),
    ...(isOver && { expiresOn: words.expiresOver }),
    ...(!trimmed(draft.description) && { description: words.descriptionMissing }),
    ...Object.fromEntries(
      adjustFields
        .filter((field) => excessIn(draft, field) && !(draft.reverses && field !== 'description'))
        .map((field) => [field, l10n.common.tooLong]),
    ),
  };
}

/** From below nought nothing can be taken. */
const most = (balance: StoredValue): StoredValue =>
  decimal.sign(balance.value) < 0 ? { ...balance, value: '0' } : balance;

/** The amount that was typed, above nought and no finer than the account's currency; else what is wrong with it. */
function readAmount(text: string, account: CreditAccount, l10n: Localization): StoredValue | string {
  const words = wordsOf(l10n);
  if (!text.trim()) return words.amountMissing;
  const value = readDecimal(text, l10n);
  const { balance } = account;
  const places = fractionDigitsOf(account);
  if (value === undefined) {
    const example = l10n.amount({ value: decimal.round('1234.5', places), unit: '' });
    return l10n.text(words.amountUnread, { example });
  }
  if (decimal.sign(value) <= 0) return words.amountMissing;
  const unit = shortLabels([account], l10n)[0]!;
  // Noughts at the end are no finer.
  if (decimal.compare(value, decimal.round(value, places)))
    return places ? l10n.text(words.decimals, { unit, count: places }) : l10n.text(words.noDecimals, { unit });
  if (isAmbiguous(value, places)) return l10n.text(words.amountAmbiguous, readings(value, places, l10n));
  return { ...balance, value: decimal.round(value, places) };
}
