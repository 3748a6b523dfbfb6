import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { field } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { segmented } from '../../ui/segmented.ts';
import { datum, maybe } from '../../ui/text.ts';
import { accountLabel, wordsOf } from './account-words.ts';
import type { AdjustController } from './adjust-controller.ts';
import { isBlank, type AdjustDraft, type AdjustField, type AdjustReading } from './adjust-draft.ts';
import { refusal } from './adjust-refusal.ts';

export interface AdjustForm {
  readonly draft: AdjustDraft;
  readonly account: CreditAccount;
  readonly accounts: readonly CreditAccount[];
  readonly flow: AdjustController;
  readonly l10n: Localization;
  readonly signIn: string | null | undefined;
  readonly onReview: () => void;
}

/** The first step: what is to be adjusted, by how much and why, with the balance after always in view. */
export function adjustForm({ draft, account, accounts, flow, l10n, signIn, onReview }: AdjustForm): TemplateResult {
  const words = wordsOf(l10n);
  const { errors, reading } = flow;
  const submit = (event: Event) => {
    event.preventDefault();
    onReview();
  };
  const input = (name: AdjustField, more: { readonly required?: boolean; readonly focus?: boolean } = {}) =>
    html`<input
      class="input"
      part="input"
      id="adjust-${name}"
      maxlength=${{ accountId: 0, amount: 60, reference: 100, description: 500 }[name]}
      inputmode=${name === 'amount' ? 'decimal' : 'text'}
      autocomplete="off"
      ?autofocus=${more.focus ?? false}
      aria-required=${more.required ? 'true' : 'false'}
      aria-invalid=${errors[name] ? 'true' : 'false'}
      aria-describedby=${errors[name] ? `adjust-${name}-message` : nothing}
      .value=${live(draft[name])}
      @input=${(event: Event) => flow.change({ [name]: (event.target as HTMLInputElement).value })}
      @change=${() => flow.touch(name)}
    />`;
  return html`<form class="body" part="form" id="adjust-form" novalidate @submit=${submit}>
    ${draft.refused ? refusal(draft.refused, l10n, signIn) : nothing}
    ${
      accounts.some(({ allowDebit }) => allowDebit)
        ? segmented({
            name: 'adjust-direction',
            label: words.direction,
            wide: true,
            value: draft.direction,
            segments: [
              { value: 'add', label: words.add, path: icons.plus },
              { value: 'take', label: words.take, disabled: !account.allowDebit },
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
        control: html`<span class="select"
          ><select
            class="input"
            part="input"
            id="adjust-accountId"
            aria-invalid=${errors.accountId ? 'true' : 'false'}
            aria-describedby=${errors.accountId ? 'adjust-accountId-message' : nothing}
            @change=${(event: Event) => flow.change({ accountId: (event.target as HTMLSelectElement).value })}
          >
            ${accounts.map(
              (other) =>
                html`<option .value=${other.id} .selected=${live(other.id === account.id)}>
                  ${accountLabel(other, l10n)}
                </option>`,
            )}</select
          >${icon(icons.down)}</span
        >`,
      })}
      ${field({
        id: 'adjust-amount',
        label: words.amount,
        error: errors.amount,
        control: html`<span class="input-group"
          >${
            isMoney(account.balance)
              ? html`<span class="affix" aria-hidden="true">${l10n.currencySymbol(account.balance.currency)}</span>`
              : nothing
          }${input('amount', { required: true, focus: true })}</span
        >`,
      })}
    </div>
    ${field({
      id: 'adjust-reference',
      label: words.reference,
      optional: l10n.common.optional,
      error: errors.reference,
      control: input('reference'),
    })}
    ${field({
      id: 'adjust-description',
      label: words.description,
      error: errors.description,
      control: input('description', { required: true }),
    })}
    ${balances(account, draft.direction, reading, l10n)}
  </form>`;
}

/** Now, the change, and after it; a dash where there is none. */
function balances(
  { balance }: CreditAccount,
  direction: AdjustDraft['direction'],
  { amount, after }: AdjustReading,
  l10n: Localization,
): TemplateResult {
  const words = wordsOf(l10n);
  return html`<table class="preview" part="preview">
    <tbody>
      <tr>
        <th scope="row" class="quiet">${words.balanceNow}</th>
        <td class="amount">${datum(l10n.amount(balance, { exact: true }))}</td>
      </tr>
      <tr>
        <th scope="row" class="quiet">${direction === 'add' ? words.added : words.taken}</th>
        <td class="amount">
          ${maybe(amount, l10n, (value) => datum(l10n.amount(value, { exact: true, signed: true })))}
        </td>
      </tr>
      <tr>
        <th scope="row">${words.balanceAfter}</th>
        <td class="amount" part="balance-after">
          ${maybe(after, l10n, (value) => datum(l10n.amount(value, { exact: true })))}
        </td>
      </tr>
    </tbody>
  </table>`;
}

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
