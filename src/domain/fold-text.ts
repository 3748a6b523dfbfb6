/**
 * Folds a text for comparison in a search: removes case, diacritics and invisible characters, and collapses white
 * space. Characters such as `+`, `%` and `_` are kept. The reference server's `fold_text` is the same function in SQL.
 */
export const foldText = (text: string): string => foldCharacters(text).replace(whiteSpace, ' ').trim();

/** Folds part of a text: like `foldText`, but keeps the white space. */
export const foldCharacters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ignored, '')
    .replace(variants, (letter) => plain.get(letter) ?? letter)
    // NFC recomposes Hangul syllables and letters whose marks are not diacritics.
    .normalize('NFC');

/** `\s` and NEL. */
const whiteSpace = /[\s\u0085]+/g;

// Marks of scripts that are also written without them (Latin, Greek, Cyrillic, Hebrew, Arabic), then invisible
// characters: fillers, joiners, direction marks, variation selectors, tags. Vowel signs and voicing marks of other
// scripts distinguish words, so they are kept.
const ignored = new RegExp(
  `[${[
    '\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670',
    '\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F',
    '\u00AD\u0640\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164',
    '\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}',
  ].join('')}]`,
  'gu',
);

/**
 * Letters that no normalization decomposes, typographic variants of keyboard characters, and digits of other scripts.
 */
const plain: ReadonlyMap<string, string> = new Map([
  ...pairs('ßss æae œoe þth ŋng'),
  ...pairs('łl đd ðd øo ıi ħh ŧt ĸk ςσ ƀb ɓb ƈc ɖd ɗd ƒf ɠg ǥg ɨi ƙk ƚl ɫl ɲn ƞn ɵo ƥp ƭt ʉu ʋv ƴy ƶz'),
  ...pairs("‘' ’' ‚' ‛' ′' ʹ' ʻ' ʼ' “\" ”\" „\" ‟\" ″\" ‐- ‑- ‒- –- —- ―- −- ⁄/"),
  ...pairs('٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9'),
]);
const variants = new RegExp(`[${[...plain.keys()].join('')}]`, 'g');

function pairs(list: string): (readonly [string, string])[] {
  return list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]);
}

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
