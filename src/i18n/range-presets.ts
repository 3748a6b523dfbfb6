import type { DayRange } from '../domain/time.ts';

/** Ranges that have a name, in the order they are offered. Each ends today, but for those of a past month or year. */
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
 * The days of a preset. `today` is the day it is in the zone that is shown (`l10n.today`), `YYYY-MM-DD`: the rest is
 * the calendar's, so that no change of clocks can move a day. This month and this year end today.
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

/** What the range is called today, if it has a name: the first of those that mean the same days. */
export const presetOf = ({ from, to }: DayRange, today: string): RangePreset | undefined =>
  rangePresets.find((preset) => {
    const days = presetRange(preset, today);
    return days.from === from && days.to === to;
  });

const daysBefore = (today: string, count: number): string => {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number];
  return day(year, month, date - count);
};

/** A month or a day beyond the end of its year or month counts on. In UTC every day has the same length. */
function day(year: number, month: number, date: number): string {
  const at = new Date(0);
  // Not the constructor, which takes the years before 100 for those of the last century.
  at.setUTCFullYear(year, month - 1, date);
  return at.toISOString().slice(0, 10);
}
