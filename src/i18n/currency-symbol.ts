import type { Localization } from './localization.ts';

/** The name or symbol that a currency has beside a field to fill in. */
export function currencySymbol(currency: string, l10n: Localization): string {
  const parts = l10n.numbers(`symbol ${currency}`, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
