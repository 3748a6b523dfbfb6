import type { Localization } from './localization.ts';

/** Returns a line for each form that a brief moment can have, one of which is at least as wide as any other moment. */
export const longestMoments = (l10n: Localization): string =>
  l10n.formatter('longest moments', () => {
    const year = l10n.now.getUTCFullYear();
    // Each month, with two-digit days and hours, before and after noon, with and without the year.
    const dates = Array.from({ length: 24 }, (_, index) => Date.UTC(year, index >> 1, 28, index % 2 ? 22 : 10, 58));
    return [l10n.now.getTime(), ...dates]
      .map((time) => new Date(time).toISOString())
      .flatMap((instant) => [l10n.moment(instant).brief, l10n.day(instant)])
      .join('\n');
  });
