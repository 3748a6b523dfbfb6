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
  value: Decimal,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'an ISO 4217 code')),
});
export type Money = v.InferOutput<typeof Money>;

/** An amount of something other than money: `{ value: "2340", unit: "points" }`. */
export const Quantity = v.object({
  value: Decimal,
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
