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
