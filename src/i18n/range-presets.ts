import type { DayRange } from '../domain/time.ts';

/** The names of the preset ranges, in display order. Each ends today, except those of a past month or year. */
export const rangePresets = [
  'lifetime',
  'today',
  'days7',
  'days30',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYear',
] as const;
export type RangePreset = (typeof rangePresets)[number];

/**
 * Returns the days of a preset. `today` is the current day in the time zone (`l10n.today`), as `YYYY-MM-DD`; the rest
 * is calendar arithmetic, so clock changes cannot shift a day. This month and this year end today.
 */
export function presetRange(preset: RangePreset, today: string): DayRange {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (preset) {
    case 'lifetime':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'days7':
      return { from: daysBefore(today, 6), to: today };
    case 'days30':
      return { from: daysBefore(today, 29), to: today };
    case 'thisMonth':
      return { from: day(year, month, 1), to: today };
    case 'lastMonth':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) };
    case 'thisYear':
      return { from: day(year, 1, 1), to: today };
    case 'lastYear':
      return { from: day(year - 1, 1, 1), to: day(year - 1, 12, 31) };
  }
}

/** Returns the first preset that equals a range today, if any. */
export const presetOf = ({ from, to }: DayRange, today: string): RangePreset | undefined =>
  rangePresets.find((preset) => {
    const days = presetRange(preset, today);
    return days.from === from && days.to === to;
  });

const daysBefore = (today: string, count: number): string => {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  return day(year, month, date - count);
};

/** Returns a day. A month or day out of range carries over. In UTC every day has the same length. */
function day(year: number, month: number, date: number): string {
  const at = new Date(0);
  // The `Date` constructor maps the years before 100 to the 20th century.
  at.setUTCFullYear(year, month - 1, date);
  return at.toISOString().slice(0, 10);
}
