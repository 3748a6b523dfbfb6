import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/coded.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import { currencySymbol } from '../../i18n/currency-symbol.ts';
import type { Localization } from '../../i18n/localization.ts';
import { field } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { segmented } from '../../ui/segmented.ts';
import { datum, name } from '../../ui/text.ts';
import { accountLabel } from './account-words.ts';
import type { AdjustViews } from './adjust-confirmation.ts';
import { hasExpiry, isBlank, type AdjustDraft } from './adjust-draft.ts';
import { errorOf, input, select } from './adjust-inputs.ts';
import { refusal } from './adjust-refusal.ts';
import { entryInWords, wordsOf } from './adjust-words.ts';
import { balances } from './balances.ts';

export interface AdjustForm extends AdjustViews {
  readonly draft: AdjustDraft;
  readonly account: CreditAccount;
  readonly accounts: readonly CreditAccount[];
  /** Whether any of them may be taken away from. */
  readonly anyDebit: boolean;
  readonly onReview: () => void;
}

/** The first step: what is to be adjusted, by how much and why, with the balance after always in view. */
export function adjustForm(form: AdjustForm): TemplateResult {
  const { draft, account, flow, l10n, signIn, onReview } = form;
  const words = wordsOf(l10n);
  const submit = (event: Event) => {
    event.preventDefault();
    onReview();
  };
  return html`<form class="body" part="form" id="adjust-form" novalidate @submit=${submit}>
    ${draft.refused ? refusal(draft.refused, flow.nowOf(draft.refused.accountId), l10n, signIn) : nothing}
    ${draft.reverses ? reversed(draft.reverses, form) : moved(form)}
    ${
      account.reasons?.length
        ? draft.reverses
          ? reason(form)
          : html`<div class="two">${reason(form)} ${reference(form)}</div>`
        : draft.reverses
          ? nothing
          : reference(form)
    }
    ${field({
      id: 'adjust-description',
      label: words.description,
      error: errorOf(form, 'description'),
      control: input(form, 'description', { required: true, focus: draft.reverses !== undefined }),
    })}
    ${
      hasExpiry(draft, account)
        ? field({
            id: 'adjust-expiresOn',
            label: words.expiresOn,
            optional: l10n.common.optional,
            error: errorOf(form, 'expiresOn'),
            control: input(form, 'expiresOn', { type: 'date' }),
          })
        : nothing
    }
    ${balances({ balance: account.balance, takes: draft.direction === 'take', ...flow.reading }, l10n)}
  </form>`;
}

/** Which way, of which account, by how much. */
function moved(form: AdjustForm): TemplateResult {
  const { draft, account, accounts, anyDebit, flow, l10n } = form;
  const words = wordsOf(l10n);
  const { errors } = flow;
  return html`${
      anyDebit
        ? segmented({
            name: 'adjust-direction',
            label: words.direction,
            wide: true,
            value: draft.direction,
            segments: [
              { value: 'add', label: words.add, path: icons.plus },
              { value: 'take', label: words.take, disabled: !flow.allowsDebit },
            ],
            onChange: (direction) => flow.change({ direction }),
          })
        : nothing
    }
    <div class="two">
      ${field({
        id: 'adjust-accountId',
        label: words.account,
        error: errors.accountId,
        control: select(form, 'accountId', [
          ...accounts.map((other) => ({ value: other.id, label: accountLabel(other, accounts, l10n) })),
        ]),
      })}
      ${field({
        id: 'adjust-amount',
        label: words.amount,
        error: errorOf(form, 'amount'),
        control: html`<span class="input-group"
          >${
            isMoney(account.balance)
              ? html`<span class="affix" aria-hidden="true">${currencySymbol(account.balance.currency, l10n)}</span>`
              : nothing
          }${input(form, 'amount', { required: true, focus: true })}</span
        >`,
      })}
    </div>`;
}

/** What is taken back; the amount is its opposite. */
function reversed(entry: CreditEntry, { account, accounts, flow, l10n }: AdjustForm): TemplateResult {
  const words = wordsOf(l10n);
  const { amount, reverses } = flow.errors as Readonly<Record<string, string | undefined>>;
  // What the entry makes of it is known without anything being typed.
  const error = reverses ? words.notReversible : (flow.reading.errors.amount ?? amount);
  return html`<dl class="fields">
      <dt>${words.account}</dt>
      <dd>${datum(accountLabel(account, accounts, l10n))}</dd>
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

const reason = (form: AdjustForm): TemplateResult => {
  const { account, flow, l10n } = form;
  const words = wordsOf(l10n);
  return field({
    id: 'adjust-reason',
    label: words.reason,
    error: flow.errors.reason,
    control: select(form, 'reason', [
      { value: '', label: words.chooseReason },
      ...(account.reasons ?? []).map((given) => ({ value: codeOf(given), label: labelOf(given) ?? codeOf(given) })),
    ]),
  });
};

const reference = (form: AdjustForm): TemplateResult =>
  field({
    id: 'adjust-reference',
    label: wordsOf(form.l10n).reference,
    optional: form.l10n.common.optional,
    error: errorOf(form, 'reference'),
    control: input(form, 'reference'),
  });

/** Discard, cancel, review. */
export const adjustFormFooter = (
  draft: AdjustDraft,
  l10n: Localization,
  { onDiscard, onCancel }: { readonly onDiscard: () => void; readonly onCancel: () => void },
): TemplateResult => {
  const words = wordsOf(l10n);
  return html`${
      !isBlank(draft)
        ? html`<button type="button" class="button ghost discard" part="discard" @click=${onDiscard}>
            ${words.discard}
          </button>`
        : nothing
    }
    <button type="button" class="button ghost" part="cancel" @click=${onCancel}>${l10n.common.cancel}</button>
    <button type="submit" class="button primary" part="review" form="adjust-form">${words.review}</button>`;
};
