import type { Localization } from './localization.ts';

/** How long ago, by the calendar, in the largest whole unit: 7 years ago. When it was, if that is today or to come. */
export function ago(instant: string, l10n: Localization): string {
  const days = (Date.parse(l10n.today) - Date.parse(l10n.calendarDay(new Date(instant)))) / 86_400_000;
  if (days <= 0) return l10n.moment(instant).brief;
  const unit = days > 365 ? 'year' : days > 30 ? 'month' : 'day';
  const count = days / { year: 365.25, month: 30.5, day: 1 }[unit];
  return l10n.formatter('ago', () => new Intl.RelativeTimeFormat(l10n.locale)).format(-Math.floor(count), unit);
}
