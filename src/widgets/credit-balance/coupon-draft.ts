import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { Coupon, CouponBenefit, CouponInput } from '../../domain/coupon.ts';
import { minorUnits } from '../../domain/currency.ts';
import * as decimal from '../../domain/decimal.ts';
import { maxCouponNameLength } from '../../domain/lengths.ts';
import type { Money } from '../../domain/money.ts';
import { trimmed } from '../../domain/visible.ts';
import { isAmbiguous, readDecimal, readings } from '../../i18n/decimal-text.ts';
import type { Localization } from '../../i18n/localization.ts';
import { excessOf } from '../../ui/too-long.ts';
import { wordsOf } from './coupon-words.ts';

/** Figures of an amount or a share. */
const longestNumber = 60;

export const couponFields = ['name', 'value', 'currency', 'minimum', 'validUntil'] as const;
export type CouponField = (typeof couponFields)[number];

/** A coupon as it was typed, and what the server said of the last attempt. */
export interface CouponDraft extends Readonly<Record<CouponField, string>> {
  readonly kind: CouponBenefit['kind'];
  /** What the server found wrong, by field, until something is changed. */
  readonly errors: Partial<Readonly<Record<CouponField, string>>>;
  readonly refused?: AdapterError | undefined;
}

export const emptyCoupon = (currency: string): CouponDraft => ({
  kind: 'amount',
  name: '',
  value: '',
  currency,
  minimum: '',
  validUntil: '',
  errors: {},
});

/** Whether there is nothing to lose. */
export const isBlankCoupon = ({ name, value, minimum, validUntil }: CouponDraft): boolean =>
  !(name || value || minimum || validUntil);

export interface CouponReading {
  readonly errors: Partial<Readonly<Record<CouponField, string>>>;
  /** What the customer would get, as far as it can be read. */
  readonly benefit?: CouponBenefit | undefined;
  readonly minimum?: Money | null | undefined;
  /** What would be sent, where nothing is wrong. */
  readonly coupon?: CouponInput | undefined;
}

/** How many characters of a field are too many. */
export const excessIn = (draft: CouponDraft, field: CouponField): number =>
  field === 'value' && draft.kind === 'free-shipping'
    ? 0
    : excessOf(draft[field], field === 'name' ? maxCouponNameLength : longestNumber);

/** Reads what was typed. */
export function readCoupon(draft: CouponDraft, l10n: Localization): CouponReading {
  const words = wordsOf(l10n);
  const benefit = readBenefit(draft, l10n);
  const minimum = draft.minimum.trim() ? readMoney(draft.minimum, draft.currency, l10n) : null;
  const name = trimmed(draft.name);
  const errors = {
    ...(!name && { name: words.nameMissing }),
    ...(typeof benefit === 'string' && { value: benefit }),
    ...(typeof minimum === 'string' && { minimum }),
    ...(draft.validUntil && draft.validUntil < l10n.today && { validUntil: words.over }),
    ...Object.fromEntries(
      couponFields.filter((field) => excessIn(draft, field)).map((field) => [field, l10n.common.tooLong]),
    ),
  };
  const read = {
    errors,
    benefit: typeof benefit === 'string' ? undefined : benefit,
    minimum: typeof minimum === 'string' ? undefined : minimum,
  };
  if (Object.keys(errors).length || !read.benefit || read.minimum === undefined) return read;
  const coupon = { name, benefit: read.benefit, minimum: read.minimum, validUntil: draft.validUntil || null };
  return { ...read, coupon };
}

function readBenefit({ kind, value, currency }: CouponDraft, l10n: Localization): CouponBenefit | string {
  if (kind === 'free-shipping') return { kind };
  if (kind === 'amount') {
    const amount = readMoney(value, currency, l10n);
    return typeof amount === 'string' ? amount : { kind, amount };
  }
  const words = wordsOf(l10n);
  if (!value.trim()) return words.percentMissing;
  const percent = readDecimal(value, l10n);
  if (percent === undefined) return unread('12.5', 1, l10n);
  return decimal.sign(percent) <= 0 || decimal.compare(percent, '100') > 0 ? words.percentMissing : { kind, percent };
}

function readMoney(text: string, currency: string, l10n: Localization): Money | string {
  const words = wordsOf(l10n);
  if (!text.trim()) return words.amountMissing;
  const value = readDecimal(text, l10n);
  const places = minorUnits(currency);
  if (value === undefined) return unread('1234.5', places, l10n);
  if (decimal.sign(value) <= 0) return words.amountMissing;
  if (decimal.compare(value, decimal.round(value, places)))
    return places
      ? l10n.text(words.decimals, { unit: currency, count: places })
      : l10n.text(words.noDecimals, { unit: currency });
  if (isAmbiguous(value, places)) return l10n.text(words.ambiguous, readings(value, places, l10n));
  return { value: decimal.round(value, places), currency };
}

const unread = (example: string, places: number, l10n: Localization): string =>
  l10n.text(wordsOf(l10n).unread, { example: l10n.amount({ value: decimal.round(example, places), unit: '' }) });

/** Field errors of the server at the fields of the form: `benefit.amount` is what was typed as its value. */
export function errorsAt(fieldErrors: Readonly<Record<string, string>> = {}): CouponDraft['errors'] {
  const fieldOf = (path: string): CouponField | undefined =>
    path.startsWith('benefit') ? 'value' : couponFields.find((field) => path.startsWith(field));
  return Object.fromEntries(
    Object.entries(fieldErrors).flatMap(([path, why]) => {
      const field = fieldOf(path);
      return field ? [[field, why]] : [];
    }),
  );
}

/** A coupon's terms without the rest of it. */
export const termsOf = ({ name, benefit, minimum, validUntil }: Coupon): CouponInput => ({
  name,
  benefit,
  minimum,
  validUntil,
});
