import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/coded.ts';
import type { CreditAccount, CreditAdjustment } from '../../domain/credit.ts';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { identifier } from '../../ui/identifier.ts';
import { name } from '../../ui/text.ts';
import type { AdjustController } from './adjust-controller.ts';
import { refusal, takesAway } from './adjust-refusal.ts';
import { amountInWords, entryInWords, wordsOf } from './adjust-words.ts';
import type { Reviewed } from './adjust.data.ts';
import { balances } from './balances.ts';

/** What the two steps of an adjustment are drawn from. */
export interface AdjustViews {
  readonly flow: AdjustController;
  readonly l10n: Localization;
  readonly signIn: string | null | undefined;
  /** Whose credit it is, as far as that is known. */
  readonly customer: Customer | undefined;
}

/** What is asked: `Add £25.00 of store credit?` */
export function adjustQuestion({ account, adjustment: { amount } }: Reviewed, { flow, l10n }: AdjustViews): string {
  const words = wordsOf(l10n);
  const reverses = flow.draft?.reverses;
  if (reverses)
    return l10n.text(words.reverseQuestion, {
      amount: l10n.amount(reverses.amount, { exact: true, signed: true }),
      time: l10n.moment(reverses.at, { within: true }).brief,
    });
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
export function adjustConfirmation(reviewed: Reviewed, { flow, l10n, signIn, customer }: AdjustViews): TemplateResult {
  const words = wordsOf(l10n);
  const { account, adjustment } = reviewed;
  const refused = flow.draft?.refused;
  const reverses = flow.draft?.reverses;
  const row = (label: string, text: string | undefined) =>
    text
      ? html`<dt>${label}</dt>
          <dd>${name(text, l10n)}</dd>`
      : nothing;
  const remark = (text: string) => html`<p class="message" part="message">${icon(icons.info)}<span>${text}</span></p>`;
  return html`<div class="body">
    ${refused ? refusal(refused, flow.nowOf(account.id), l10n, signIn) : nothing}
    <div
      class="confirmation"
      part="confirmation"
      id="adjust-confirmation"
      tabindex="-1"
      role="group"
      aria-labelledby="dialog-adjust-heading"
    >
      <dl class="fields">
        <dt>${words.customer}</dt>
        <dd>
          ${nameOf(customer, l10n)}
          <span class=${customer?.name ? 'quiet' : ''}>${identifier(account.customerId, l10n)}</span>
        </dd>
        ${row(words.account, flow.labelOf(account))} ${row(words.entry, reverses && entryInWords(reverses, l10n))}
        ${row(words.reason, reasonLabel(account, adjustment.reason))} ${row(words.reference, adjustment.reference)}
        ${row(words.description, adjustment.description)} ${row(words.expiresOn, lastMoment(adjustment, l10n))}
      </dl>
      ${balances({ balance: account.balance, takes: takesAway(adjustment.amount), amount: adjustment.amount, after: flow.after }, l10n)}
    </div>
    ${remark(reverses ? words.reversalFinal : words.final)}
    ${flow.sending.keepsVersion(reviewed) ? nothing : remark(words.noVersions)}
    ${flow.sending.phase === 'pending' ? html`<p class="slow">${words.slow}</p>` : nothing}
  </div>`;
}

/** Until when what is added can be spent: a day ends elsewhere at another time. */
const lastMoment = ({ expiresOn }: CreditAdjustment, l10n: Localization): string | undefined =>
  expiresOn && l10n.text(wordsOf(l10n).expiresAtMidnight, { day: l10n.day(expiresOn), zone: l10n.zoneName });

/** The name, or what may be shown of it; nothing where neither is known. */
function nameOf(customer: Customer | undefined, l10n: Localization): TemplateResult | typeof nothing {
  const called = customer?.name;
  const shown = isWithheld(called) ? called.display : called;
  return shown ? name(shown, l10n) : nothing;
}

/** A reason in the words of the platform. */
export function reasonLabel({ reasons = [] }: CreditAccount, code: string | undefined): string | undefined {
  const reason = reasons.find((candidate) => codeOf(candidate) === code);
  return reason && (labelOf(reason) ?? codeOf(reason));
}

/** Back, and a button that says what it will do. */
export function adjustConfirmationFooter(
  { adjustment: { amount } }: Reviewed,
  { flow, l10n }: AdjustViews,
): TemplateResult {
  const words = wordsOf(l10n);
  const busy = flow.sending.sent !== undefined;
  const disabled = busy ? 'true' : 'false';
  const reverses = flow.draft?.reverses;
  const label = reverses
    ? l10n.text(words.confirmReverse, { amount: l10n.amount(reverses.amount, { exact: true, signed: true }) })
    : l10n.text(takesAway(amount) ? words.confirmTake : words.confirmAdd, { amount: amountInWords(amount, l10n) });
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
      ${busy ? words.sending : label}
    </button>`;
}
