/**
 * Invisible code points: control characters except tabs and line breaks, direction marks, fillers, joiners, variation
 * selectors, tags.
 */
const invisible = String.raw`(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]`;

const visible = new RegExp(String.raw`(?!${invisible})[^\p{White_Space}]`, 'u');

/** Matches one invisible code point. */
export const invisibleCharacter = new RegExp(invisible, 'u');

/** Matches runs of invisible code points. For `matchAll`, which does not change `lastIndex`. */
export const invisibleRuns = new RegExp(`(?:${invisible})+`, 'gu');

/**
 * Returns `true` if a text has no visible character. White space and invisible characters alone are no name, note or
 * address.
 */
export const isBlank = (text: string): boolean => !visible.test(text);

/** Removes white space at both ends. Returns an empty string if nothing is visible. */
export const trimmed = (text: string): string => (isBlank(text) ? '' : text.trim());

/** Letters of scripts in which joiners change the spelling of a word, by their ISO 15924 codes. */
const joining =
  /^[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]$/u;
/**
 * Invisible runs that belong to the writing, and what must precede and follow them. Each pattern is for one code point
 * and is anchored at both ends (Chromium misses a character class before `$` in a pattern without `^`).
 */
const meaningfulRuns: readonly { readonly run: RegExp; readonly before: RegExp; readonly after?: RegExp }[] = [
  { run: /^[\u200c\u200d]$/u, before: joining },
  // Selects the color or the monochrome form of an emoji, or joins several.
  { run: /^[\ufe0e\ufe0f]$/u, before: /^(?![0-9#*])\p{Emoji}$/u },
  { run: /^\ufe0f$/u, before: /^[0-9#*]$/u, after: /^\u20e3$/u },
  {
    run: /^\ufe0f?\u200d$/u,
    before: /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u,
    after: /^\p{Extended_Pictographic}$/u,
  },
  { run: /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}$/u, before: /^\u{1f3f4}$/u },
  // Selects a variant of a Han character, also in names.
  { run: /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u, before: /^\p{sc=Hani}$/u },
  { run: /^[\u180b-\u180d\u180f]$/u, before: /^\p{sc=Mong}$/u },
];

/** Returns `true` if the invisible run from `from` to `to` belongs to an emoji, or to a script that needs it. */
export function isMeaningfulRun(text: string, from: number, to: number): boolean {
  const run = text.slice(from, to);
  if (run.length > maxMeaningfulRun) return false;
  const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? '';
  const after = /^./su.exec(text.slice(to, to + 2))?.[0] ?? '';
  return meaningfulRuns.some((one) => one.run.test(run) && one.before.test(before) && (one.after?.test(after) ?? true));
}

/** The length of a flag of seven tags, in UTF-16 code units. */
const maxMeaningfulRun = 14;
