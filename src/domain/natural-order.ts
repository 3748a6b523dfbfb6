import { foldText } from './fold-text.ts';

/**
 * A text as it is sorted: numbers within it compare as numbers, the rest without case and diacritics. Keys compare by
 * code point (`compareCodePoints`), the same in every engine, language and database. The reference server's
 * `natural_key` gives the same in SQL.
 */
export const naturalKey = (text: string): string =>
  foldText(text).replace(/[0-9]+/g, (digits) => {
    const number = digits.replace(/^0+(?=[0-9])/, '');
    // Of two numbers the one with more digits is the greater.
    return String(number.length).padStart(3, '0') + number;
  });

/** Compares as a database with the collation `C`: `<` compares UTF-16, in which U+1F600 stands before U+FFFD. */
export function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return Number(isSurrogate(x)) - Number(isSurrogate(y)) || x - y;
  }
  return a.length - b.length;
}

/** Compares two texts as people sort them: `#3127` before `#10119`. */
export const compareNaturally = (a: string, b: string): number => compareCodePoints(naturalKey(a), naturalKey(b));

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
