import { foldText } from './fold-text.ts';

/**
 * Returns the digits of telephone numbers for a search, each after a line end. The reference server's `phone_digits` is
 * the same function in SQL.
 */
export const phoneDigits = (numbers: readonly string[]): string =>
  numbers.map((number) => `\n${digitsOf(foldText(number))}`).join('');

/** Removes everything but digits, and prefixes that are not dialed from everywhere: `(0)`, and `00` for `+`. */
const digitsOf = (folded: string): string =>
  folded
    .replaceAll('(0)', '')
    .replaceAll(/[^0-9]/g, '')
    .replace(/^00/, '');

/** The fewest digits that are searched for. Fewer are in most numbers. */
const minDigits = 3;

/**
 * Returns the texts of which `phoneDigits()` contains one if a number matches what was typed, or nothing if that is no
 * telephone number. A number matches in both of its forms: `+63 917` finds `0917`, and `0917` finds `+63 917`.
 */
export function phonePatterns(text: string): readonly string[] {
  const folded = foldText(text);
  const digits = /^[+\d\s()./-]+$/.test(folded) ? digitsOf(folded) : '';
  if (digits.length < minDigits) return [];
  if (/^(\+|00)/.test(folded)) {
    const national = digits.slice(callingCodeLength(digits));
    return [`\n${digits}`, ...(national.length < minDigits ? [] : [`\n0${national}`, `\n${national}`])];
  }
  const national = digits.replace(/^0/, '');
  return national.length < minDigits ? [digits] : [...new Set([digits, national])];
}

/** Returns the number of digits of the country calling code (ITU-T E.164) that a number begins with. */
const callingCodeLength = (digits: string): number =>
  /^[17]/.test(digits) ? 1 : /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/.test(digits) ? 2 : 3;

/** Returns the folded forms of an order number that was typed with or without its sign: `10512` finds `#10512`. */
export function orderNumbers(text: string): readonly string[] {
  const folded = foldText(text);
  return [folded, `#${folded}`];
}
