import type { Localization } from './localization.ts';

/** A line for each way in which a moment in brief may look: one of them is as wide as any that comes. */
export const longestMoments = (l10n: Localization): string =>
  l10n.formatter('longest moments', () => {
    const year = l10n.now.getUTCFullYear();
    // Each month, with days and hours of two digits, before noon and after it; and with its year.
    const dates = Array.from({ length: 24 }, (_, index) => Date.UTC(year, index >> 1, 28, index % 2 ? 22 : 10, 58));
    return [l10n.now.getTime(), ...dates]
      .map((time) => new Date(time).toISOString())
      .flatMap((instant) => [l10n.moment(instant).brief, l10n.day(instant)])
      .join('\n');
  });
