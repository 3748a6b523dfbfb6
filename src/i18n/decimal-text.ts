import * as decimal from '../domain/decimal.ts';
import type { Localization } from './localization.ts';

/** Bidirectional control characters, which a pasted number may contain. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * Parses a typed number that is not negative to a decimal string. Accepts the separators of the locale, and groups only
 * where the locale puts them: `1,5` is not a number in English, rather than 1.5 or 15. Returns `undefined` for anything
 * else.
 */
export function readDecimal(text: string, l10n: Localization): string | undefined {
  const format = l10n.numbers('typed', { useGrouping: 'always', maximumFractionDigits: 1 });
  const separator = (type: 'group' | 'decimal') =>
    plain(format.formatToParts(12345.6).find((part) => part.type === type)?.value ?? '');
  const [point, comma] = [separator('decimal'), separator('group')];
  const typed = plain(text).trim();
  // Locales whose decimal separator is neither a point nor a comma also accept the point.
  const [whole = '', fraction = '', ...rest] = typed.split(/[.,]/.test(point) ? point : new RegExp(`[${point}.]`));
  const bare = comma ? whole.replaceAll(comma, '') : whole;
  if (rest.length || !/^\d*$/.test(bare) || !/^\d*$/.test(fraction) || !(bare + fraction)) return undefined;
  if (bare !== whole && plain(format.format(BigInt(bare || 0))) !== whole) return undefined;
  return fraction ? `${bare || '0'}.${fraction}` : bare;
}

/**
 * Returns whether a number may have been meant a thousand times larger: `1.250` in English or `1,250` in German is how
 * other locales write 1250, and no currency with two decimals is written with three.
 */
export const isAmbiguous = (value: string, places: number): boolean =>
  places < 3 && /^[1-9]\d{0,2}\.\d{3}$/.test(value);

/** Formats both possible values: `1,250.00` and `1.25`. */
export function possibleReadings(value: string, places: number, l10n: Localization): { more: string; less: string } {
  const written = (number: string) => l10n.amount({ value: decimal.round(number, places), unit: '' });
  return { more: written(value.replace('.', '')), less: written(value) };
}

/** Converts the digits of any script to ASCII, and unifies spaces and apostrophes. */
const plain = (text: string): string =>
  text
    .replace(marks, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0)!)));

/** Returns the value of a digit. Unicode encodes the digits of a script consecutively from zero. */
function valueOf(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

/** Returns the symbol or name of a currency, for display beside an input field. */
export function currencySymbol(currency: string, l10n: Localization): string {
  const parts = l10n.numbers(`symbol ${currency}`, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
