import * as v from 'valibot';

export const intervalUnits = ['day', 'week', 'month', 'year'] as const;
export type IntervalUnit = (typeof intervalUnits)[number];

/** An interval of repetition: `{ unit: "week", count: 2 }` is every two weeks. */
export const Interval = v.object({
  /** The unit of time. */
  unit: v.picklist(intervalUnits),
  /** The number of units. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
});
export type Interval = v.InferOutput<typeof Interval>;

const dayLength = 86_400_000;
/** The maximum number of days per unit: with it, the search for a day starts early enough. */
const maxDays: Readonly<Record<IntervalUnit, number>> = { day: 1, week: 7, month: 31, year: 366 };

/**
 * Returns the day that is `times` intervals after another: a month after 31 January is 28 February. Every result is
 * counted from the same first day, so that a short month does not shorten the ones after it.
 */
export function addIntervals(day: string, { unit, count }: Interval, times: number): string {
  const steps = count * times;
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day' || unit === 'week') return print(date.getTime() + steps * maxDays[unit] * dayLength);
  const months = date.getUTCMonth() + (unit === 'year' ? 12 * steps : steps);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0));
  return print(lastDay.setUTCDate(Math.min(date.getUTCDate(), lastDay.getUTCDate())));
}

/** Returns the first repetition after `today`. The first repetition is one interval after `start`. */
export function nextAfter(start: string, interval: Interval, today: string): string {
  const elapsed = (Date.parse(today) - Date.parse(start)) / dayLength;
  let times = Math.max(1, Math.floor(elapsed / (maxDays[interval.unit] * interval.count)));
  while (addIntervals(start, interval, times) <= today) times += 1;
  return addIntervals(start, interval, times);
}

const print = (time: number): string => new Date(time).toISOString().slice(0, 10);
