import type { Section } from './message.ts';

/**
 * Normalizes a language tag of a page, a framework or an operating system to BCP 47: `id_ID`, `pt_PT_ao90` and
 * `de_DE.UTF-8` as well as `id-ID`. Drops the part that is invalid. Returns `undefined` if nothing is valid.
 */
export function canonicalTag(tag: unknown): string | undefined {
  const subtags = String(tag)
    .replace(/[.@].*/, '')
    .trim()
    .split(/[-_]/);
  for (; subtags.length; subtags.pop()) {
    try {
      return Intl.getCanonicalLocales(subtags.join('-'))[0];
    } catch {
      // The next iteration tries the tag without its last part.
    }
  }
  return undefined;
}

/**
 * Returns the locale for formatting. For an unknown locale engines use the browser's default, so this returns English.
 */
export function formattingLocale(tag: unknown): string {
  const locale = canonicalTag(tag);
  return locale && Intl.NumberFormat.supportedLocalesOf(locale).length ? locale : 'en';
}

/** The regions with American spelling, as Unicode's CLDR groups them. */
const american = /^(AS|BI|GU|LR|MH|MP|PH|PR|UM|US|VI)$/;

/**
 * The differences from the American spelling of the catalogues. `everywhere` applies to all other regions, `british` to
 * those except Canada.
 */
const everywhere = [
  [/(ancel)(?=ed|ing)/g, '$1l'],
  [/(?<=olo)r/g, 'ur'],
  // Excludes the placeholder `{percent}`.
  [/(?<=[Pp]er)(?=cent(?![\w}]))/g, ' '],
] as const;
const british = [
  [/(?<=ulfil)l/g, ''],
  [/(?<=uthori)z/g, 's'],
] as const;

/** Returns an English section in the spelling of a locale's region. */
export function spelled<S extends Section>(section: S, locale: string): S {
  const { language, region } = new Intl.Locale(locale);
  if (language !== 'en' || !region || american.test(region)) return section;
  const rules = region === 'CA' ? everywhere : [...everywhere, ...british];
  const respell = (_: string, text: unknown): unknown =>
    typeof text === 'string' ? rules.reduce((result, [from, to]) => result.replace(from, to), text) : text;
  const json = JSON.stringify(section);
  // Most sections have no such word, and are not read message by message.
  return rules.some(([from]) => json.search(from) >= 0) ? (JSON.parse(json, respell) as S) : section;
}
