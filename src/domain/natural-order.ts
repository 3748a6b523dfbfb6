import { foldText } from './fold-text.ts';

/**
 * Returns the sort key of a text: numbers in it compare as numbers, the rest compares without case and diacritics. Keys
 * compare by code point (`compareCodePoints`), the same in every browser, language and database. The reference server's
 * `natural_key` is the same function in SQL.
 */
export const naturalKey = (text: string): string =>
  foldText(text).replace(/[0-9]+/g, (digits) => {
    const number = digits.replace(/^0+(?=[0-9])/, '');
    // The number of digits comes first: the longer of two numbers is the greater one.
    return String(number.length).padStart(3, '0') + number;
  });

/**
 * Compares by code point, as a database with the collation `C` does. `<` compares UTF-16 code units, in which U+1F600
 * precedes U+FFFD.
 */
export function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return Number(isSurrogate(x)) - Number(isSurrogate(y)) || x - y;
  }
  return a.length - b.length;
}

/** Compares two texts in natural order: `#3127` before `#10119`. */
export const compareNaturally = (a: string, b: string): number => compareCodePoints(naturalKey(a), naturalKey(b));

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
