import type { Localization } from './localization.ts';

const day = 86_400_000;

/**
 * Returns the time since an instant in the largest whole calendar unit: 7 years ago. For today or the future, returns
 * the moment in brief.
 */
export function ago(instant: string, l10n: Localization): string {
  const [then, today] = [l10n.calendarDay(new Date(instant)), l10n.today].map(Date.parse) as [number, number];
  if (then >= today) return l10n.moment(instant);
  const say = (count: number, unit: 'year' | 'month' | 'day') =>
    l10n.formatter('ago', () => new Intl.RelativeTimeFormat(l10n.locale)).format(-count, unit);
  const months = wholeMonths(then, today, l10n);
  if (months >= 12) return say(Math.floor(months / 12), 'year');
  return months ? say(months, 'month') : say((today - then) / day, 'day');
}

/**
 * Counts whole months. A month is complete on the same day of a later month, or on that month's last day if it is
 * shorter.
 */
function wholeMonths(then: number, today: number, l10n: Localization): number {
  const [from, to] = [dateOf(then, l10n), dateOf(today, l10n)];
  const isOver = to.day >= from.day || dateOf(today + day, l10n).day === 1;
  return (to.year - from.year) * 12 + to.month - from.month - (isOver ? 0 : 1);
}

/**
 * Converts a day to the locale's calendar, or to the Gregorian one if that has the same months or if the locale's years
 * do not always have twelve.
 */
function dateOf(time: number, l10n: Localization): Record<'year' | 'month' | 'day', number> {
  const format = l10n.formatter('ago date', () => {
    const { calendar } = new Intl.DateTimeFormat(l10n.locale).resolvedOptions();
    return new Intl.DateTimeFormat('en', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      calendar: /^(persian|islamic)/.test(calendar) ? calendar : 'iso8601',
      timeZone: 'UTC',
    });
  });
  const parts = format.formatToParts(time);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

const calendarUnits = ['year', 'month', 'week', 'day'] as const;

/**
 * Formats an ISO 8601 duration of years, months, weeks and days: `P1Y` is "1 year". Returns `undefined` for another text.
 * `Intl.DurationFormat` is not in all supported browsers.
 */
export function duration(text: string, l10n: Localization): string | undefined {
  const [isDuration, ...counts] = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text) ?? [];
  if (!isDuration) return undefined;
  const parts = calendarUnits.flatMap((unit, index) => {
    const count = counts[index];
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return count ? [l10n.numbers(`duration ${unit}`, options).format(Number(count))] : [];
  });
  const list = l10n.formatter('duration', () => new Intl.ListFormat(l10n.locale, { type: 'unit', style: 'long' }));
  return list.format(parts);
}
