/** Code points that nobody sees: controls but for tabs and line breaks, marks of direction, fillers, joiners, variation selectors, tags. */
const invisible = String.raw`(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]`;

const visible = new RegExp(String.raw`(?!${invisible})[^\p{White_Space}]`, 'u');

/** One invisible code point. */
export const invisibleCharacter = new RegExp(invisible, 'u');

/** All runs of invisible code points: for `matchAll`, which keeps no place in it. */
export const invisibleRuns = new RegExp(`(?:${invisible})+`, 'gu');

/** Whether nothing of a text can be seen: white space and invisible characters alone are no name, no note, no address. */
export const isBlank = (text: string): boolean => !visible.test(text);

/** A text without white space at its ends; empty where nothing of it can be seen. */
export const trimmed = (text: string): string => (isBlank(text) ? '' : text.trim());

/** Letters that joiners stand after: in these scripts they decide how a word is written. */
const joining =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
/**
 * What stands before and after a run that belongs to writing, by what the run is: each one code point, tested as a whole
 * (Chromium overlooks a class before `$` where a pattern is not bound to the beginning).
 */
const ordinary: readonly { readonly run: RegExp; readonly before: RegExp; readonly after?: RegExp }[] = [
  { run: /^[\u200c\u200d]$/u, before: joining },
  // An emoji in colour or in black, and several that make one.
  { run: /^[\ufe0e\ufe0f]$/u, before: /^(?![0-9#*])\p{Emoji}$/u },
  { run: /^\ufe0f$/u, before: /^[0-9#*]$/u, after: /^\u20e3$/u },
  {
    run: /^\ufe0f?\u200d$/u,
    before: /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u,
    after: /^\p{Extended_Pictographic}$/u,
  },
  { run: /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}$/u, before: /^\u{1f3f4}$/u },
  // Forms of one letter, in names too.
  { run: /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u, before: /^\p{Script=Han}$/u },
  { run: /^[\u180b-\u180d\u180f]$/u, before: /^\p{Script=Mongolian}$/u },
];

/** Whether the invisible run in a text from one place to another belongs to an emoji, or to a script that needs it. */
export function isOrdinary(text: string, from: number, to: number): boolean {
  const run = text.slice(from, to);
  if (run.length > longestOrdinary) return false;
  const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? '';
  const after = /^./su.exec(text.slice(to, to + 2))?.[0] ?? '';
  return ordinary.some((one) => one.run.test(run) && one.before.test(before) && (one.after?.test(after) ?? true));
}

/** A flag of seven tags. UTF-16 code units. */
const longestOrdinary = 14;
