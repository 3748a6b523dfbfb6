/**
 * A language tag as BCP 47 writes it, of whatever a page, a framework or an operating system says: `id_ID`, `pt_PT_ao90`
 * and `de_DE.UTF-8` as well as `id-ID`. What follows the part that can be understood is left out; `undefined` where
 * nothing can.
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
      // Not with its last part.
    }
  }
  return undefined;
}

/** The locale to format in. Where engines do not know it they would take the browser's own, so it is English. */
export function formattingLocale(tag: unknown): string {
  const locale = canonicalTag(tag);
  return locale && Intl.NumberFormat.supportedLocalesOf(locale).length ? locale : 'en';
}
