import { type Money, minorUnits } from '../../domain/money.ts';
import * as decimal from '../../domain/decimal.ts';
import { AdapterError } from '../adapter-error.ts';

/** An amount as an API returns it. A string may have an exponent (`1.5e-7`), but no sign for thousands. */
export type Amount = string | number | bigint;

/**
 * Creates money from major units, exactly: `fromMajor(19.9, "eur")` is `{ value: "19.90", currency: "EUR" }`. Has at
 * least the decimals of the currency, and more if the amount has.
 *
 * Throws `malformed` for an amount that is no finite number, for an integer that binary numbers cannot represent
 * exactly, for more than 34 digits before or 20 after the point, and for what is no currency.
 */
export function fromMajor(amount: Amount, currency: string): Money {
  const code = currencyOf(currency);
  return { value: print(plainDecimal(amount, minorUnits(code)), minorUnits(code)), currency: code };
}

/**
 * Creates money from minor units, exactly: `fromMinor(1990, "eur")` is 19.90 euros, `fromMinor(1990, "jpy")` is 1990
 * yen. Minor units may have decimals, as some platforms count in tenths of a cent. `digits`: the decimals that the
 * platform's units have, if they are not those of the currency: some count hundredths also of a yen. Throws like
 * `fromMajor`.
 */
export function fromMinor(units: Amount, currency: string, digits?: number): Money {
  const code = currencyOf(currency);
  const places = digits ?? minorUnits(code);
  const unit = places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`;
  return { value: print(decimal.multiply(plainDecimal(units, 0), unit), minorUnits(code)), currency: code };
}

/**
 * Converts money to minor units, exactly: `toMinor({ value: '19.90', currency: 'EUR' })` is `1990n`. `digits`: the decimals
 * that the platform's units have, if they are not those of the currency. Throws `validation` with a field error of `amount`
 * if the amount has more decimals.
 */
export function toMinor({ value, currency }: Money, digits: number = minorUnits(currency)): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  if (/[1-9]/.test(fraction.slice(digits))) throw tooFine();
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

/**
 * Converts money to the number of major units that an API takes: `toMajorNumber({ value: '19.90', currency: 'EUR' })` is
 * 19.9. `digits`: the decimals that the platform keeps, if they are not those of the currency. Throws `validation` with a
 * field error of `amount` if the amount has more decimals, which the platform would round, or if a number cannot carry it
 * exactly: more than 15 significant digits, for example.
 */
export function toMajorNumber(amount: Money, digits?: number): number {
  toMinor(amount, digits);
  const { value, currency } = amount;
  const number = Number(value);
  const isExact =
    Math.abs(number) <= Number.MAX_SAFE_INTEGER && decimal.compare(fromMajor(number, currency).value, value) === 0;
  if (!isExact) throw new AdapterError('validation', { fieldErrors: { amount: 'has too many digits' } });
  return number;
}

const tooFine = (): AdapterError =>
  new AdapterError('validation', { fieldErrors: { amount: 'has more decimals than can be stored' } });

/** Returns the code in upper case. `XXX` is the code for "no currency". */
function currencyOf(currency: string): string {
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency) || /^xxx$/i.test(currency))
    throw new AdapterError('malformed', { field: 'currency' });
  return currency.toUpperCase();
}

/** Converts an amount to a decimal without an exponent. `places`: the decimals that are kept in any case. */
function plainDecimal(amount: Amount, places: number): string {
  if (typeof amount === 'bigint') return String(amount);
  if (typeof amount === 'string') return expand(amount);
  if (typeof amount !== 'number' || Math.abs(amount) > Number.MAX_SAFE_INTEGER) throw unreadable();
  // `NaN` is no decimal either.
  const text = expand(String(amount));
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole === '0' ? 0 : whole.length;
  // A binary number carries 15 significant digits. What follows is a remainder of arithmetic: 0.1 + 0.2 is
  // 0.30000000000000004. The leading zeros of a fraction are not significant.
  const leading = digits > 0 ? 0 : (/^0*/.exec(fraction)?.[0].length ?? 0);
  const kept = Math.max(places, 15 - digits + leading);
  return fraction.length > kept ? decimal.round(text, kept) : text;
}

/** Writes out an exponent: `1.5e-7` is `0.00000015`. */
function expand(text: string): string {
  // The length is limited before the pattern is applied, so that no text takes long.
  const parts = text.length > 100 ? null : /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!parts) throw unreadable();
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  const digits = `${'0'.repeat(Math.max(0, -shift))}${whole}${fraction}${'0'.repeat(Math.max(0, shift))}`;
  const point = whole.length + shift + Math.max(0, -shift);
  const value = `${digits.slice(0, point) || '0'}.${digits.slice(point) || '0'}`;
  return (sign === '-' ? '-' : '') + value;
}

/** Removes zeros that say nothing: `012.5000` of euros is `12.50`. Throws if the rest is too long for `Money`. */
function print(value: string, places: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const significant = fraction.replace(/0+$/, '').padEnd(places, '0');
  const text = decimal.sum(`${whole}${significant && '.'}${significant}`);
  if (!/^-?\d{1,34}(\.\d{1,20})?$/.test(text)) throw unreadable();
  return text;
}

const unreadable = (): AdapterError => new AdapterError('malformed', { field: 'value' });
