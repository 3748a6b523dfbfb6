import * as v from 'valibot';

/**
 * A decimal number as a string, exact: at most 34 digits before the decimal point and 20 after it. No exponent, no plus
 * sign.
 */
export const Decimal = v.pipe(v.string(), v.regex(/^-?\d{1,34}(\.\d{1,20})?$/, 'a decimal string'));

/**
 * An amount of money: a decimal string in major units and an ISO 4217 code, as in `PaymentCurrencyAmount` of the W3C
 * Payment Request API. `{ value: "1234.50", currency: "GBP" }`.
 */
export const Money = v.object({
  /** The amount in major units. */
  value: Decimal,
  /** The ISO 4217 code, in upper case. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'an ISO 4217 code')),
});
export type Money = v.InferOutput<typeof Money>;

/** An amount of something other than money: `{ value: "2340", unit: "points" }`. */
export const Quantity = v.object({
  /** The amount. */
  value: Decimal,
  /** The name of the unit, as it is displayed. */
  unit: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
export type Quantity = v.InferOutput<typeof Quantity>;

/** An amount of stored value: money, or points and the like. */
export const StoredValue = v.union([Money, Quantity]);
export type StoredValue = v.InferOutput<typeof StoredValue>;

/** `true` if an amount of stored value is money. */
export const isMoney = (amount: StoredValue): amount is Money => 'currency' in amount;

/** Returns the currency or the unit of an amount. Only amounts with the same one can be added. */
export const unitOf = (amount: StoredValue): string => (isMoney(amount) ? amount.currency : amount.unit);

/**
 * ISO 4217 exponents other than 2. Browsers disagree on 18 of them (`Intl` follows the customs in CLDR, not the
 * standard), so the same amount would look different in two browsers.
 */
// oxfmt-ignore
const exponents: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLF: 4, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3,
  OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, UYW: 4, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
};

/** Returns the number of decimals of a currency: 2 for GBP, 0 for JPY, 3 for KWD. */
export const minorUnits = (currency: string): number => exponents[currency] ?? 2;
