import type { CouponBenefit, CouponInput } from '../../../domain/coupon.ts';
import { type Money, minorUnits } from '../../../domain/money.ts';
import * as decimal from '../../../domain/decimal.ts';
import { trimmed } from '../../../domain/visible.ts';
import { readDecimal } from '../../../i18n/decimal-text.ts';
import { readAmount } from '../../../forms/form-fields.ts';
import type { Reading } from '../../../forms/form-drafts.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { wordsOf } from './coupon-words.ts';

/** The typed values of a coupon. */
export interface CouponValues {
  readonly kind: CouponBenefit['kind'];
  readonly name: string;
  readonly value: string;
  readonly currency: string;
  readonly minimum: string;
  readonly validUntil: string;
}

export interface CouponReading extends Reading<CouponInput> {
  /** The benefit for the customer, as far as it is valid. */
  readonly benefit?: CouponBenefit | undefined;
  readonly minimum?: Money | null | undefined;
}

/** Reads and validates the typed coupon. */
export function readCoupon(draft: CouponValues, l10n: Localization): CouponReading {
  const words = wordsOf(l10n);
  const benefit = readBenefit(draft, l10n);
  const minimum = draft.minimum.trim() ? readMoney(draft.minimum, draft.currency, l10n) : null;
  const name = trimmed(draft.name);
  const errors = {
    ...(!name && { name: words.nameMissing }),
    ...(typeof benefit === 'string' && { value: benefit }),
    ...(typeof minimum === 'string' && { minimum }),
    ...(draft.validUntil && draft.validUntil < l10n.today && { validUntil: words.over }),
  };
  const read = {
    errors,
    benefit: typeof benefit === 'string' ? undefined : benefit,
    minimum: typeof minimum === 'string' ? undefined : minimum,
  };
  if (Object.keys(errors).length || !read.benefit || read.minimum === undefined) return read;
  const input = { name, benefit: read.benefit, minimum: read.minimum, validUntil: draft.validUntil || null };
  return { ...read, input };
}

function readBenefit({ kind, value, currency }: CouponValues, l10n: Localization): CouponBenefit | string {
  if (kind === 'free-shipping') return { kind };
  if (kind === 'amount') {
    const amount = readMoney(value, currency, l10n);
    return typeof amount === 'string' ? amount : { kind, amount };
  }
  const words = wordsOf(l10n);
  if (!value.trim()) return words.percentMissing;
  const percent = readDecimal(value, l10n);
  if (percent === undefined) return l10n.text(words.unread, { example: l10n.amount({ value: '12.5', unit: '' }) });
  return decimal.sign(percent) <= 0 || decimal.compare(percent, '100') > 0 ? words.percentMissing : { kind, percent };
}

function readMoney(text: string, currency: string, l10n: Localization): Money | string {
  const rule = { unit: currency, maxFractionDigits: minorUnits(currency), unread: wordsOf(l10n).unread };
  const { value, error } = readAmount(text, rule, l10n);
  return error ?? { value, currency };
}
