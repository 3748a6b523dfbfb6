import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/field.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import { maxDescriptionLength, maxReferenceLength } from '../../../domain/lengths.ts';
import { isMoney, type StoredValue } from '../../../domain/money.ts';
import type { FieldErrors } from '../../../forms/form-drafts.ts';
import type { FormField, FormRow } from '../../../forms/form-field.ts';
import { currencySymbol } from '../../../i18n/decimal-text.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { icon } from '../../../ui/icon.ts';
import * as icons from '../../../ui/icons.ts';
import { datum, name, maybe } from '../../../ui/text.ts';
import { accountLabel } from '../account-words.ts';
import { hasExpiry, type AdjustReading, type AdjustTarget, type AdjustValues } from './adjust-reading.ts';
import { entryInWords, wordsOf } from './adjust-texts.ts';

export interface Balances {
  readonly balance: StoredValue;
  readonly takes: boolean;
  readonly amount?: StoredValue | undefined;
  readonly after?: StoredValue | undefined;
}

/** Renders the balance now, the change, and the balance after; a dash for a missing value. */
export function balances({ balance, takes, amount, after }: Balances, l10n: Localization): TemplateResult {
  const words = wordsOf(l10n);
  const exactly = (value: StoredValue, signed = false) => datum(l10n.amount(value, { exact: true, signed }));
  return html`<table class="preview" part="preview">
    <tbody>
      <tr>
        <th scope="row" class="quiet">${words.balanceNow}</th>
        <td class="amount">${exactly(balance)}</td>
      </tr>
      <tr>
        <th scope="row" class="quiet">${takes ? words.taken : words.added}</th>
        <td class="amount">${maybe(amount, l10n, (value) => exactly(value, true))}</td>
      </tr>
      <tr>
        <th scope="row">${words.balanceAfter}</th>
        <td class="amount" part="balance-after">${maybe(after, l10n, (value) => exactly(value))}</td>
      </tr>
    </tbody>
  </table>`;
}

export interface AdjustRows {
  readonly values: AdjustValues;
  readonly target: AdjustTarget;
  readonly reading: AdjustReading;
  /** The errors that do not depend on typed values, from the server or the entry. */
  readonly errors: FieldErrors;
  readonly accounts: readonly CreditAccount[];
  /** True if at least one account allows debits. */
  readonly anyDebit: boolean;
  readonly l10n: Localization;
}

type Row = FormRow<AdjustValues>;

/** Returns the rows of the first step: account, amount and reason, with the balance after always visible. */
export function adjustRows(form: AdjustRows): readonly Row[] {
  const { values, target, reading, l10n } = form;
  const { account, reverses } = target;
  const words = wordsOf(l10n);
  const reason: FormField<AdjustValues> = {
    kind: 'select',
    name: 'reason',
    label: words.reason,
    options: [
      { value: '', label: words.chooseReason },
      ...(account.reasons ?? []).map((given) => ({ value: codeOf(given), label: labelOf(given) ?? codeOf(given) })),
    ],
  };
  const reference: FormField<AdjustValues> = {
    kind: 'text',
    name: 'reference',
    label: words.reference,
    isOptional: true,
    maxLength: maxReferenceLength,
  };
  const hasReasons = Boolean(account.reasons?.length);
  return [
    ...(reverses ? [reversed(reverses, form)] : moved(form)),
    reverses ? (hasReasons ? reason : undefined) : hasReasons ? [reason, reference] : reference,
    {
      kind: 'text',
      name: 'description',
      label: words.description,
      maxLength: maxDescriptionLength,
      takesFocus: reverses !== undefined,
    },
    hasExpiry(values, target)
      ? { kind: 'date', name: 'expiresOn', label: words.expiresOn, isOptional: true, min: l10n.today }
      : undefined,
    balances({ balance: account.balance, takes: values.direction === 'take', ...reading }, l10n),
  ];
}

/** Returns the rows for direction, account and amount. */
function moved({ target: { account, allowsDebit }, accounts, anyDebit, l10n }: AdjustRows): readonly Row[] {
  const words = wordsOf(l10n);
  return [
    anyDebit
      ? {
          kind: 'segmented',
          name: 'direction',
          label: words.direction,
          options: [
            { value: 'add', label: words.add, path: icons.plus },
            { value: 'take', label: words.take, isDisabled: !allowsDebit },
          ],
        }
      : undefined,
    [
      {
        kind: 'select',
        name: 'accountId',
        label: words.account,
        options: accounts.map((other) => ({ value: other.id, label: accountLabel(other, accounts, l10n) })),
      },
      {
        kind: 'amount',
        name: 'amount',
        label: words.amount,
        prefix: isMoney(account.balance) ? currencySymbol(account.balance.currency, l10n) : undefined,
        takesFocus: true,
      },
    ],
  ];
}

/** Returns the rows of a reversal. Its amount is the opposite of the entry's. */
function reversed(entry: CreditEntry, { target, reading, errors, accounts, l10n }: AdjustRows): TemplateResult {
  const words = wordsOf(l10n);
  // The errors of a reversal are known before anything is typed.
  const error = errors['reverses'] ? words.notReversible : (reading.errors['amount'] ?? errors['amount']);
  return html`<dl class="fields">
      <dt>${words.account}</dt>
      <dd>${name(accountLabel(target.account, accounts, l10n), l10n)}</dd>
      <dt>${words.entry}</dt>
      <dd>${datum(entryInWords(entry, l10n))}</dd>
      ${
        entry.description
          ? html`<dt>${words.description}</dt>
              <dd>${name(entry.description, l10n)}</dd>`
          : nothing
      }
    </dl>
    ${
      error
        ? html`<p class="message danger" part="message" role="alert">${icon(icons.alert)}<span>${error}</span></p>`
        : nothing
    }`;
}
