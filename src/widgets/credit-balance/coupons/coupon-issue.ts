import { html, type TemplateResult } from 'lit';
import type { DashboardClient } from '../../../data/client.ts';
import type { Coupon } from '../../../domain/coupon.ts';
import { maxCouponNameLength } from '../../../domain/lengths.ts';
import type { PendingPhase } from '../../../element/pending-write.ts';
import { FormDialog } from '../../../forms/form-dialog.ts';
import type { FormDraft, Reading, Refusal } from '../../../forms/form-drafts.ts';
import type { FormField, FormRow } from '../../../forms/form-field.ts';
import type { FormReview } from '../../../forms/form-steps.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { explainError } from '../../../ui/explain-error.ts';
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
  readonly reread: () => void;

  constructor(host: CouponHost, currencies: () => readonly string[], reread: () => void) {
    super(host, { name: 'coupon', openers: ['issue'] });
    this.#currencies = currencies;
    this.reread = reread;
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

  override guarantees({ adapter }: DashboardClient) {
    return adapter.coupons?.guarantees;
  }

  override request({ customerId }: NewCoupon): CouponIssueEvent {
    return new CouponIssueEvent(customerId);
  }

  override fact(_: NewCoupon, { customerId, id }: Coupon): CouponIssuedEvent {
    return new CouponIssuedEvent(customerId, id);
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

  override progressText(_: NewCoupon, phase: Exclude<PendingPhase, 'idle'>): string {
    const { words } = this;
    if (phase === 'pending') return words.pendingIssue;
    return phase === 'checking' ? `${words.unknownIssue} ${words.checking}` : words.unknownIssue;
  }

  override doneText({ terms }: NewCoupon): string {
    return this.l10n.text(this.words.issued, { benefit: benefitText(terms.benefit, this.l10n) });
  }

  override refusalText({ error }: Refusal<NewCoupon, Coupon>): string {
    return `${this.words.refusedIssue} ${explainError(error, this.l10n)}`;
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
