import type { Localization } from './localization.ts';

const units = ['year', 'month', 'week', 'day'] as const;

/**
 * Formats an ISO 8601 duration of years, months, weeks and days: `P1Y` is "1 year". Returns `undefined` for another text.
 * `Intl.DurationFormat` is not in all supported browsers.
 */
export function duration(text: string, l10n: Localization): string | undefined {
  const [isDuration, ...counts] = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text) ?? [];
  if (!isDuration) return undefined;
  const parts = units.flatMap((unit, index) => {
    const count = counts[index];
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return count ? [l10n.numbers(`duration ${unit}`, options).format(Number(count))] : [];
  });
  const list = l10n.formatter('duration', () => new Intl.ListFormat(l10n.locale, { type: 'unit', style: 'long' }));
  return list.format(parts);
}
