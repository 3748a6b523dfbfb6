/**
 * ISO 4217 exponents other than 2. Browsers disagree on 18 of them (`Intl` follows the customs in CLDR, not the
 * standard), so the same amount would look different in two browsers.
 */
// prettier-ignore
const exponents: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLF: 4, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3,
  OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, UYW: 4, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
};

/** Returns the number of decimals of a currency: 2 for GBP, 0 for JPY, 3 for KWD. */
export const minorUnits = (currency: string): number => exponents[currency] ?? 2;
