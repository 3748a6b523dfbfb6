import { html, type TemplateResult } from 'lit';
import type { Coupon } from '../../../domain/coupon.ts';
import { maxCouponNameLength } from '../../../domain/lengths.ts';
import { FormDialog } from '../../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../../forms/form-drafts.ts';
import type { FormField, FormRow } from '../../../forms/form-field.ts';
import type { WriteTexts } from '../../../forms/form-model.ts';
import type { FormReview } from '../../../forms/form-steps.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { datum, maybe } from '../../../ui/text.ts';
import { CouponIssuedEvent, CouponIssueEvent } from '../credit-balance.events.ts';
import type { CouponHost } from '../shown-credit.ts';
import { readCoupon, type CouponReading, type CouponValues } from './coupon-reading.ts';
import { benefitText, couponTerms, minimumText, wordsOf } from './coupon-words.ts';
import { issuing, type NewCoupon } from './coupon.data.ts';

type Draft = FormDraft<undefined, CouponValues, NewCoupon, Coupon>;

/** The form that issues a coupon. Its benefit is always visible in words. */
export class CouponIssue extends FormDialog<undefined, CouponValues, NewCoupon, Coupon, Coupon> {
  readonly #currencies: () => readonly string[];

  constructor(host: CouponHost, currencies: () => readonly string[], reread: () => void) {
    super(host, {
      name: 'coupon',
      port: 'coupons',
      openers: ['issue'],
      request: ({ customerId }) => new CouponIssueEvent(customerId),
      fact: (_, { customerId, id }) => new CouponIssuedEvent(customerId, id),
      reread,
    });
    this.#currencies = currencies;
  }

  get words() {
    return wordsOf(this.l10n);
  }

  override get formWords() {
    return { ...super.formWords, readAgain: this.words.readAgain };
  }

  override get heading(): string {
    return this.words.issue;
  }

  protected override blank(): CouponValues {
    const [currency = 'EUR'] = this.#currencies();
    return { kind: 'amount', name: '', value: '', currency, minimum: '', validUntil: '' };
  }

  protected override isBlank({ values: { name, value, minimum, validUntil } }: Draft): boolean {
    return !(name || value || minimum || validUntil);
  }

  protected override rows({ values }: Draft): readonly FormRow<CouponValues>[] {
    const { words, l10n } = this;
    const { kind, currency } = values;
    const currencies = [...new Set([...this.#currencies(), currency])];
    const amount: FormField<CouponValues> = {
      kind: 'amount',
      name: 'value',
      label: kind === 'amount' ? words.amount : words.percent,
      suffix: kind === 'amount' ? undefined : '%',
    };
    const inCurrency: FormField<CouponValues> = {
      kind: 'select',
      name: 'currency',
      label: words.currency,
      options: currencies.map((code) => ({ value: code, label: code, isCode: true })),
    };
    return [
      { kind: 'text', name: 'name', label: words.name, maxLength: maxCouponNameLength, takesFocus: true },
      {
        kind: 'segmented',
        name: 'kind',
        label: words.kind,
        options: [
          { value: 'amount', label: words.amountKind },
          { value: 'percent', label: words.percentKind },
          { value: 'free-shipping', label: words.shippingKind },
        ],
      },
      kind === 'amount' ? [amount, inCurrency] : kind === 'percent' ? amount : undefined,
      [
        {
          kind: 'amount',
          name: 'minimum',
          label: `${words.minimum} (${currency})`,
          isOptional: true,
        },
        { kind: 'date', name: 'validUntil', label: words.until, isOptional: true, min: l10n.today },
      ],
      currencies.length > 1 && kind !== 'amount' ? inCurrency : undefined,
      preview(values, readCoupon(values, l10n), l10n),
    ];
  }

  protected override get related() {
    return [
      ['value', 'kind', 'currency'],
      ['minimum', 'currency'],
    ];
  }

  /** Returns the field of a path in the server's errors. `benefit.amount` is the field of the coupon's value. */
  protected override fieldOf(path: string): string | undefined {
    const fields = ['name', 'currency', 'minimum', 'validUntil'];
    return path.startsWith('benefit') ? 'value' : fields.find((field) => path.startsWith(field));
  }

  protected override read({ values }: Draft): Reading<NewCoupon> {
    const { customerId } = this;
    const { errors, input: terms } = readCoupon(values, this.l10n);
    return { errors, input: terms && customerId !== undefined ? { customerId, terms } : undefined };
  }

  override operation(coupon: NewCoupon) {
    return issuing(coupon);
  }

  override review({ terms }: NewCoupon): FormReview {
    const { words, l10n } = this;
    return {
      heading: words.issueQuestion,
      terms: couponTerms(terms, l10n),
      remarks: [words.issueFinal],
      confirm: words.issue,
    };
  }

  protected override texts({ terms: { benefit } }: NewCoupon): WriteTexts {
    const { words, l10n } = this;
    return {
      pending: words.pendingIssue,
      unknown: words.unknownIssue,
      refused: words.refusedIssue,
      done: l10n.text(words.issued, { benefit: benefitText(benefit, l10n) }),
    };
  }
}

/** Renders the benefit of the typed coupon. */
function preview(values: CouponValues, { benefit, minimum }: CouponReading, l10n: Localization): TemplateResult {
  const words = wordsOf(l10n);
  const terms =
    benefit && minimum !== undefined
      ? l10n.text(words.previewAmount, { benefit: benefitText(benefit, l10n), minimum: minimumText(minimum, l10n) })
      : undefined;
  const until = values.validUntil
    ? l10n.text(words.previewUntil, { date: l10n.day(values.validUntil) })
    : l10n.withinSentence(words.noExpiry);
  return html`<dl class="fields coupon-preview" part="preview">
    <dt>${words.preview}</dt>
    <dd>
      ${maybe(terms, l10n, (text) => html`<span class="strong">${datum(text)}</span> <span class="quiet">${datum(until)}</span>`)}
    </dd>
  </dl>`;
}
