import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../adapter/adapter-error.ts';
import type { Customer } from '../domain/customer.ts';
import { isWithheld } from '../domain/field.ts';
import type { PendingPhase, PendingWrite } from '../element/pending-write.ts';
import type { DialogContent } from '../ui/dialog.ts';
import { formMessage, signInLink } from '../ui/explain-error.ts';
import { icon } from '../ui/icon.ts';
import * as icons from '../ui/icons.ts';
import { info } from '../ui/icons.ts';
import { identifier } from '../ui/identifier.ts';
import { name, datum } from '../ui/text.ts';
import type { FormRow } from './form-field.ts';
import { formRow, type FieldsView } from './form-fields.ts';
import { notice } from '../ui/state-view.ts';

/** The words that all forms share. */
export type FormWords = Readonly<
  Record<
    | 'customer'
    | 'discard'
    | 'review'
    | 'save'
    | 'sending'
    | 'slow'
    | 'checking'
    | 'checkNow'
    | 'readAgain'
    | 'looked'
    | 'lookAgain'
    | 'lookYourself',
    string
  >
>;

export interface FormReview {
  readonly heading: string;
  /** The terms, as `<dt>` and `<dd>`, after the customer's name. */
  readonly terms: TemplateResult;
  /** A preview below the terms. */
  readonly preview?: TemplateResult;
  /** Remarks that the operator should read before confirming. */
  readonly remarks: readonly string[];
  /** The label of the confirm button. */
  readonly confirm: string;
  readonly isDanger?: boolean;
}

/** The data that the steps of a form render. */
export interface StepsView<V> extends Pick<FieldsView<V>, 'errors' | 'l10n' | 'change' | 'touch' | 'takeTheirs'> {
  readonly name: string;
  readonly formWords: FormWords;
  readonly heading: string;
  readonly draft:
    | {
        readonly values: V;
        readonly theirs?: Partial<V> | undefined;
        readonly refusal?: { readonly error: AdapterError } | undefined;
      }
    | undefined;
  /** The reason for the last refusal; empty if there was none. */
  readonly refusedText: string;
  readonly customerId: string | undefined;
  readonly customer: Customer | undefined;
  readonly signIn: string | undefined;
  readonly announcement: string;
  readonly phase: PendingPhase;
  readonly isBusy: boolean;
  readonly hasFields: boolean;
  readonly hasChanges: boolean;
  readonly hasReview: boolean;
  readonly unchangedText: string | undefined;
  readonly locksFields: boolean;
  readonly submitPart: string;
  readonly checkPart: string;
  readonly canCheck: boolean;
  /** Renders the state of the write above the fields. */
  message(): TemplateResult | typeof nothing;
  /** Renders the buttons of the first step. */
  footer(): TemplateResult;
  submit(): void;
  edit(): void;
  confirm(): void;
  discard(): void;
  check(): void;
  /** Ends an unknown outcome on a platform that cannot be asked, and fetches the data again. */
  readAgain(): void;
  close(): void;
}

/** Returns the id of the `<form>`, which submit buttons outside of it refer to. */
export const bodyId = ({ name }: { readonly name: string }): string => `${name}-form`;

/** Renders the first step: the fields. */
export function formStep<V>(form: StepsView<V>, rows: readonly FormRow<V>[]): DialogContent {
  const { draft, l10n, heading } = form;
  if (!draft) return { heading, l10n, body: html`<div class="body"></div>` };
  const view: FieldsView<V> = {
    form: form.name,
    values: draft.values,
    errors: form.errors,
    theirs: draft.theirs,
    l10n,
    change: (part) => form.change(part),
    touch: (field) => form.touch(field),
    takeTheirs: (field) => form.takeTheirs(field),
  };
  const submit = (event: Event) => {
    event.preventDefault();
    form.submit();
  };
  const fields = rows.map((row) => formRow(row, view));
  return {
    heading,
    l10n,
    body: html`<form class="body" part="form" id=${bodyId(form)} novalidate @submit=${submit}>
      ${form.message()}
      ${form.locksFields ? html`<fieldset class="lock" ?disabled=${form.isBusy}>${fields}</fieldset>` : fields}
    </form>`,
    footer: form.footer(),
  };
}

/** Renders the buttons of the first step. While the outcome is unknown, nothing but its check can be submitted. */
export function formFooter<V>(form: StepsView<V>): TemplateResult {
  const { l10n, formWords: words, isBusy, unchangedText } = form;
  const isUnknown = form.phase === 'unknown';
  if (isUnknown && !form.canCheck && form.checkPart === 'check')
    return html`<button type="button" class="button" part="read-again" @click=${() => form.readAgain()}>
      ${words.readAgain}
    </button>`;
  if (isUnknown && form.checkPart === 'check')
    return html`<button type="button" class="button primary" part="check" @click=${() => form.check()}>
      ${words.checkNow}
    </button>`;
  return html`${
      form.hasChanges && !isBusy
        ? html`<button type="button" class="button ghost discard" part="discard" @click=${() => form.discard()}>
            ${words.discard}
          </button>`
        : nothing
    }
    <button type="button" class="button ghost" part="cancel" @click=${() => form.close()}>${l10n.common.cancel}</button>
    <button
      type="submit"
      class="button primary"
      part=${isUnknown ? form.checkPart : form.submitPart}
      form=${bodyId(form)}
      aria-disabled=${isBusy && !isUnknown ? 'true' : nothing}
      aria-describedby=${unchangedText ? unchangedId(form) : nothing}
    >
      ${form.hasReview ? words.review : isUnknown ? words.checkNow : isBusy ? words.sending : words.save}
    </button>`;
}
/** Renders the review step: the customer, the terms and the consequences. Nothing has been sent yet. */
export function reviewStep<V>(form: StepsView<V>, review: FormReview): DialogContent {
  const { customer, customerId = '', l10n, formWords: words, isBusy, hasFields } = form;
  const called = isWithheld(customer?.name) ? customer.name.display : customer?.name;
  const remark = (text: string) => html`<p class="message" part="message">${icon(info)}<span>${text}</span></p>`;
  const confirm = (event: MouseEvent) => {
    // Ignores the second click of a double click on the button that led to this step.
    if (event.detail <= 1) form.confirm();
  };
  return {
    heading: review.heading,
    l10n,
    body: html`<div class="body">
      ${form.message()}
      <div
        class="confirmation"
        part="confirmation"
        id="${form.name}-confirmation"
        tabindex="-1"
        role="group"
        aria-labelledby="dialog-${form.name}-heading"
      >
        <dl class="fields">
          <dt>${words.customer}</dt>
          <dd>
            ${called ? name(called, l10n) : nothing}
            <span class=${called ? 'quiet' : ''}>${identifier(customerId, l10n)}</span>
          </dd>
          ${review.terms}
        </dl>
        ${review.preview ?? nothing}
      </div>
      ${review.remarks.map(remark)} ${form.phase === 'pending' ? html`<p class="slow">${words.slow}</p>` : nothing}
    </div>`,
    footer: html`<button
        type="button"
        class="button ghost"
        part=${hasFields ? 'back' : 'cancel'}
        aria-disabled=${isBusy && hasFields ? 'true' : 'false'}
        @click=${() => (hasFields ? form.edit() : form.close())}
      >
        ${hasFields ? l10n.common.back : l10n.common.cancel}
      </button>
      <button
        type="button"
        class=${review.isDanger ? 'button danger' : 'button primary'}
        part="confirm"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${confirm}
      >
        ${isBusy ? words.sending : review.confirm}
      </button>`,
  };
}

/** The id of the text that says that there is nothing to send. */
const unchangedId = ({ name }: { readonly name: string }): string => `${name}-unchanged`;

/** Renders the state of the write above the fields. */
export function message<V>(form: StepsView<V>): TemplateResult | typeof nothing {
  const { draft, l10n, refusedText, signIn, unchangedText } = form;
  if (form.phase === 'unknown') return formMessage('warning', html`<bdi>${form.announcement}</bdi>`);
  if (unchangedText) return formMessage('quiet', unchangedText, unchangedId(form));
  const error = draft?.refusal?.error;
  if (!refusedText || !error) return nothing;
  const tone = draft.theirs ? 'warning' : 'danger';
  return formMessage(tone, html`<bdi>${refusedText}</bdi> ${signInLink(error, l10n, signIn)}`);
}

/** The data that the strip of a form renders. */
export interface StripView {
  readonly name: string;
  readonly formWords: FormWords;
  readonly announcement: string;
  readonly pending: Pick<PendingWrite<unknown, unknown>, 'phase' | 'canCheck'>;
  check(): void;
  resolve(): void;
  reread(): void;
}

/**
 * Renders the state of a write while no dialog shows it. An unknown outcome is never shown as failed. `onOpen` reopens
 * a refused draft.
 */
export function formStrip(form: StripView, onOpen: (() => void) | undefined): TemplateResult | typeof nothing {
  const { formWords: words, announcement, pending } = form;
  const phase = pending.phase(form.name);
  if (phase === 'idle')
    return announcement
      ? notice({
          path: icons.alert,
          tone: 'warning',
          text: datum(announcement),
          action: onOpen
            ? html`<button type="button" class="button inline" @click=${onOpen}>${words.lookAgain}</button>`
            : nothing,
        })
      : nothing;
  const { canCheck } = pending;
  const isBusy = phase !== 'unknown';
  const label = phase === 'pending' ? words.sending : canCheck ? words.checkNow : words.readAgain;
  // The button is not disabled while it is busy, because it would lose the focus.
  const check = html`<button
    type="button"
    class="button inline"
    part="check"
    aria-disabled=${isBusy ? 'true' : 'false'}
    @click=${() => {
      if (isBusy) return;
      if (canCheck) form.check();
      else form.reread();
    }}
  >
    ${icon(icons.refresh)}${label}
  </button>`;
  return notice({
    path: icons.clock,
    tone: 'uncertain',
    text: html`<bdi>${announcement}</bdi>`,
    action:
      canCheck || isBusy
        ? check
        : html`${check}<button type="button" class="button inline" part="looked" @click=${() => form.resolve()}>
              ${words.looked}
            </button>`,
  });
}
