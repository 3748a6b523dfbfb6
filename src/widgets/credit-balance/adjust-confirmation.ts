import { html, nothing, type TemplateResult } from 'lit';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum, maybe } from '../../ui/text.ts';
import { accountLabel, amountInWords, wordsOf } from './account-words.ts';
import type { AdjustController } from './adjust-controller.ts';
import { refusal, takesAway } from './adjust-refusal.ts';
import type { Reviewed } from './credit-balance.data.ts';

/** What is asked: `Add £25.00 of store credit?` */
export function adjustQuestion({ account, adjustment: { amount } }: Reviewed, l10n: Localization): string {
  const words = wordsOf(l10n);
  const takes = takesAway(amount);
  const inStoreCredit = account.kind === 'store-credit';
  const question = inStoreCredit
    ? takes
      ? words.takeStoreCredit
      : words.addStoreCredit
    : takes
      ? words.takeQuestion
      : words.addQuestion;
  return l10n.text(question, { amount: amountInWords(amount, l10n) });
}

/** The second step: for whom, where, why, and the balance now and after. Nothing has been sent. */
export function adjustConfirmation(
  reviewed: Reviewed,
  flow: AdjustController,
  l10n: Localization,
  signIn: string | null | undefined,
): TemplateResult {
  const words = wordsOf(l10n);
  const { account, adjustment } = reviewed;
  const refused = flow.draft?.refused;
  const amount = (value: StoredValue) => datum(l10n.amount(value, { exact: true }));
  const row = (label: string, text: string | undefined) =>
    text
      ? html`<dt>${label}</dt>
          <dd>${datum(text)}</dd>`
      : nothing;
  const remark = (text: string) => html`<p class="message" part="message">${icon(icons.info)}<span>${text}</span></p>`;
  return html`<div class="body">
    ${refused ? refusal(refused, l10n, signIn) : nothing}
    <div
      class="confirmation"
      part="confirmation"
      id="adjust-confirmation"
      tabindex="-1"
      role="group"
      aria-labelledby="dialog-adjust-heading"
    >
      <dl class="fields">
        ${row(words.customer, account.customerId)} ${row(words.account, accountLabel(account, l10n))}
        ${row(words.reference, adjustment.reference)} ${row(words.description, adjustment.description)}
      </dl>
      <table class="preview" part="preview">
        <tbody>
          <tr>
            <th scope="row" class="quiet">${words.balanceNow}</th>
            <td class="amount">${amount(account.balance)}</td>
          </tr>
          <tr>
            <th scope="row">${words.balanceAfter}</th>
            <td class="amount" part="balance-after">${maybe(flow.after, l10n, amount)}</td>
          </tr>
        </tbody>
      </table>
    </div>
    ${remark(words.final)} ${flow.sending.keepsVersion(reviewed) ? nothing : remark(words.noVersions)}
    ${flow.sending.phase === 'pending' ? html`<p class="slow">${words.slow}</p>` : nothing}
  </div>`;
}

/** Back, and a button that says what it will do. */
export function adjustConfirmationFooter(
  { adjustment: { amount } }: Reviewed,
  flow: AdjustController,
  l10n: Localization,
): TemplateResult {
  const words = wordsOf(l10n);
  const busy = flow.sending.sent !== undefined;
  const disabled = busy ? 'true' : 'false';
  const confirm = (event: MouseEvent) => {
    // The second click of a double click on "Review" lands here, and confirms nothing.
    if (event.detail <= 1) void flow.confirm();
  };
  return html`<button
      type="button"
      class="button ghost"
      part="back"
      aria-disabled=${disabled}
      @click=${() => flow.edit()}
    >
      ${l10n.common.back}
    </button>
    <button type="button" class="button primary" part="confirm" aria-disabled=${disabled} @click=${confirm}>
      ${
        busy
          ? words.sending
          : l10n.text(takesAway(amount) ? words.confirmTake : words.confirmAdd, { amount: amountInWords(amount, l10n) })
      }
    </button>`;
}
