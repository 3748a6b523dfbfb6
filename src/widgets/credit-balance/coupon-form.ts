import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CouponInput } from '../../domain/coupon.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Localization } from '../../i18n/localization.ts';
import { field } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { identifier } from '../../ui/identifier.ts';
import { segmented } from '../../ui/segmented.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { tooLong } from '../../ui/too-long.ts';
import { excessIn, type CouponDraft, type CouponField, type CouponReading } from './coupon-draft.ts';
import { benefitText, minimumText, wordsOf } from './coupon-words.ts';

export interface CouponForm {
  readonly draft: CouponDraft;
  readonly reading: CouponReading;
  /** What is wrong, as far as it is time to say so. */
  readonly errors: CouponReading['errors'];
  readonly currencies: readonly string[];
  readonly l10n: Localization;
  readonly refusal: TemplateResult | typeof nothing;
  readonly change: (part: Partial<CouponDraft>) => void;
  readonly touch: (field: CouponField) => void;
  readonly onReview: () => void;
}

/** The first step: what is issued, with what the customer gets always in view. */
export function couponForm(form: CouponForm): TemplateResult {
  const { draft, currencies, l10n, change, onReview } = form;
  const words = wordsOf(l10n);
  const submit = (event: Event) => {
    event.preventDefault();
    onReview();
  };
  return html`<form class="body" part="form" id="coupon-form" novalidate @submit=${submit}>
    ${form.refusal}
    ${field({ id: 'coupon-name', label: words.name, error: errorOf(form, 'name'), control: input(form, 'name', { focus: true }) })}
    ${segmented({
      name: 'coupon-kind',
      label: words.kind,
      wide: true,
      value: draft.kind,
      segments: [
        { value: 'amount', label: words.amountKind },
        { value: 'percent', label: words.percentKind },
        { value: 'free-shipping', label: words.shippingKind },
      ],
      onChange: (kind) => change({ kind }),
    })}
    ${
      draft.kind === 'free-shipping'
        ? nothing
        : html`<div class=${draft.kind === 'amount' ? 'two' : ''}>
            ${field({
              id: 'coupon-value',
              label: draft.kind === 'amount' ? words.amount : words.percent,
              error: errorOf(form, 'value'),
              control:
                draft.kind === 'amount'
                  ? input(form, 'value', { mode: 'decimal' })
                  : html`<span class="input-group"
                      >${input(form, 'value', { mode: 'decimal' })}<span class="affix end" aria-hidden="true"
                        >%</span
                      ></span
                    >`,
            })}
            ${draft.kind === 'amount' ? currency(form) : nothing}
          </div>`
    }
    <div class="two">
      ${field({
        id: 'coupon-minimum',
        label: `${words.minimum} (${draft.currency})`,
        optional: l10n.common.optional,
        error: errorOf(form, 'minimum'),
        control: input(form, 'minimum', { mode: 'decimal', required: false }),
      })}
      ${field({
        id: 'coupon-validUntil',
        label: words.until,
        optional: l10n.common.optional,
        error: errorOf(form, 'validUntil'),
        control: input(form, 'validUntil', { type: 'date', required: false }),
      })}
    </div>
    ${currencies.length > 1 && draft.kind !== 'amount' ? currency(form) : nothing} ${preview(form)}
  </form>`;
}

/** What the customer gets, as it is typed. */
function preview({ draft, reading: { benefit, minimum }, l10n }: CouponForm): TemplateResult {
  const words = wordsOf(l10n);
  const terms =
    benefit && minimum !== undefined
      ? l10n.text(words.previewAmount, { benefit: benefitText(benefit, l10n), minimum: minimumText(minimum, l10n) })
      : undefined;
  const until = draft.validUntil
    ? l10n.text(words.previewUntil, { date: l10n.day(draft.validUntil) })
    : l10n.withinSentence(words.noExpiry);
  return html`<dl class="fields coupon-preview" part="preview">
    <dt>${words.preview}</dt>
    <dd>
      ${maybe(terms, l10n, (text) => html`<span class="strong">${datum(text)}</span> <span class="quiet">${datum(until)}</span>`)}
    </dd>
  </dl>`;
}

const currency = (form: CouponForm): TemplateResult =>
  field({
    id: 'coupon-currency',
    label: wordsOf(form.l10n).currency,
    error: form.errors.currency,
    control: html`<span class="select"
      ><select
        class="input"
        part="input"
        id="coupon-currency"
        @change=${(event: Event) => form.change({ currency: (event.target as HTMLSelectElement).value })}
      >
        ${form.currencies.map(
          (code) =>
            html`<option translate="no" .value=${code} .selected=${live(code === form.draft.currency)}>
              ${code}
            </option>`,
        )}</select
      >${icon(icons.down)}</span
    >`,
  });

interface InputOptions {
  readonly mode?: 'text' | 'decimal';
  readonly type?: 'text' | 'date';
  readonly focus?: boolean;
  readonly required?: boolean;
}

/** What is wrong with a field. */
const errorOf = ({ draft, errors, l10n }: CouponForm, name: CouponField) =>
  tooLong(excessIn(draft, name), l10n) ?? errors[name];

function input(
  form: CouponForm,
  name: CouponField,
  { mode = 'text', type = 'text', focus = false, required = true }: InputOptions = {},
): TemplateResult {
  const { draft, l10n, change, touch } = form;
  const error = errorOf(form, name);
  return html`<input
    class="input"
    part="input"
    id="coupon-${name}"
    type=${type}
    min=${type === 'date' ? l10n.today : nothing}
    inputmode=${mode}
    autocomplete="off"
    ?autofocus=${focus}
    aria-required=${required ? 'true' : 'false'}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${error ? `coupon-${name}-message` : nothing}
    .value=${live(draft[name])}
    @input=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })}
    @change=${() => touch(name)}
  />`;
}

export interface CouponConfirmation {
  readonly coupon: CouponInput;
  readonly customerId: string;
  readonly customer: Customer | undefined;
  readonly remark: string;
  readonly l10n: Localization;
  readonly refusal: TemplateResult | typeof nothing;
  readonly isSlow: boolean;
}

/** The second step: whose coupon it is, and what it gives. Nothing has been sent. */
export function couponConfirmation(confirmation: CouponConfirmation): TemplateResult {
  const { coupon, customerId, customer, remark, l10n, refusal, isSlow } = confirmation;
  const words = wordsOf(l10n);
  const called = typeof customer?.name === 'string' ? customer.name : undefined;
  return html`<div class="body">
    ${refusal}
    <div
      class="confirmation"
      part="confirmation"
      id="coupon-confirmation"
      tabindex="-1"
      role="group"
      aria-labelledby="dialog-coupon-heading"
    >
      <dl class="fields">
        <dt>${words.customer}</dt>
        <dd>
          ${called ? datum(called) : nothing}
          <span class=${called ? 'quiet' : ''}>${identifier(customerId, l10n)}</span>
        </dd>
        <dt>${words.coupon}</dt>
        <dd>${name(coupon.name, l10n)}</dd>
        <dt>${words.benefit}</dt>
        <dd>
          ${datum(benefitText(coupon.benefit, l10n))} <bdi class="quiet">${minimumText(coupon.minimum, l10n)}</bdi>
        </dd>
        <dt>${words.validUntil}</dt>
        <dd>
          ${coupon.validUntil === null ? words.noExpiry : maybe(coupon.validUntil, l10n, (day) => datum(l10n.day(day)))}
        </dd>
      </dl>
    </div>
    <p class="message" part="message">${icon(icons.info)}<span>${remark}</span></p>
    ${isSlow ? html`<p class="slow">${words.slow}</p>` : nothing}
  </div>`;
}

/** In the dialog, above what it is about: nothing was written. */
export const couponRefusal = (text: string): TemplateResult =>
  html`<p class="message danger" part="message" role="alert">
    ${icon(icons.alert)}<span><bdi>${text}</bdi></span>
  </p>`;
