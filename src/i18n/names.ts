import type { Localization } from './localization.ts';

/**
 * Returns the name of a country by its ISO 3166-1 code. Anything else, such as the platform's own name, is returned
 * unchanged.
 */
export function countryName(country: string, l10n: Localization): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  const names = l10n.formatter('regions', () => new Intl.DisplayNames(l10n.locale, { type: 'region' }));
  return names.of(country) ?? country;
}

export const compareNames = (a: string, b: string, l10n: Localization): number =>
  l10n.formatter('names', () => new Intl.Collator(l10n.locale, { numeric: true })).compare(a, b);
