import * as decimal from '../domain/decimal.ts';
import type { Localization } from './localization.ts';

/** Marks of direction, which come along when a number is pasted. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * A number above or equal to nought as somebody typed it, as a decimal string. Separators are those that the locale
 * writes, groups only where it writes them: `1,5` is no number in English, rather than 1.5 or 15. `undefined` for
 * whatever else was typed.
 */
export function readDecimal(text: string, l10n: Localization): string | undefined {
  const format = l10n.numbers('typed', { useGrouping: 'always', maximumFractionDigits: 1 });
  const separator = (type: 'group' | 'decimal') =>
    plain(format.formatToParts(12345.6).find((part) => part.type === type)?.value ?? '');
  const [point, comma] = [separator('decimal'), separator('group')];
  const typed = plain(text).trim();
  // Where separators are not those of a keyboard's number keys, those are understood as well.
  const [whole = '', fraction = '', ...rest] = typed.split(/[.,]/.test(point) ? point : new RegExp(`[${point}.]`));
  const bare = comma ? whole.replaceAll(comma, '') : whole;
  if (rest.length || !/^\d*$/.test(bare) || !/^\d*$/.test(fraction) || !(bare + fraction)) return undefined;
  if (bare !== whole && plain(format.format(BigInt(bare || 0))) !== whole) return undefined;
  return fraction ? `${bare || '0'}.${fraction}` : bare;
}

/**
 * Whether a number that was read may have been meant a thousand times as large: `1.250` in English, `1,250` in German is
 * how others write 1250, and no currency of two decimals is written with three.
 */
export const isAmbiguous = (value: string, places: number): boolean =>
  places < 3 && /^[1-9]\d{0,2}\.\d{3}$/.test(value);

/** Both that it may mean, as they are written here: `1,250.00` and `1.25`. */
export function readings(value: string, places: number, l10n: Localization): { more: string; less: string } {
  const written = (number: string) => l10n.amount({ value: decimal.round(number, places), unit: '' });
  return { more: written(value.replace('.', '')), less: written(value) };
}

/** Digits of any script as ASCII, spaces and apostrophes of any kind as one. */
const plain = (text: string): string =>
  text
    .replace(marks, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0)!)));

/** The digits of a script stand one after another from nought on. */
function valueOf(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
