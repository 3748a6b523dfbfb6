import type { Localization } from './localization.ts';

/** Returns the symbol or name of a currency, for display beside an input field. */
export function currencySymbol(currency: string, l10n: Localization): string {
  const parts = l10n.numbers(`symbol ${currency}`, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
