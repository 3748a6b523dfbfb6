/** The length of a day without a clock change. Milliseconds. */
export const dayLength = 86_400_000;

/** The last second that RFC 3339 can represent. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/**
 * Returns the last second of a day (`YYYY-MM-DD`) in a time zone, as RFC 3339 in UTC. Throws a `RangeError` for an
 * unknown zone.
 */
export function endOfDay(day: string, timeZone: string): string {
  const next = startOfDay(Date.parse(day) + dayLength, timeZone);
  return new Date(Math.min(next - 1000, endOfTime)).toISOString().replace('.000', '');
}

/**
 * Returns when a day begins in a time zone, in milliseconds: at midnight, or later if the clocks skip midnight.
 * `midnight` is that of the day in UTC.
 */
export function startOfDay(midnight: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offset = (instant: number): number => {
    const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] =
      /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
    return Number(`${sign}1`) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  };
  // Tries the offsets before and after a clock change nearby. With the wrong offset, the result is still the day
  // before.
  const candidates = [-dayLength, dayLength]
    .map((distance) => midnight - offset(midnight + distance))
    .sort((a, b) => a - b);
  return candidates.find((instant) => instant + offset(instant) >= midnight) ?? midnight;
}
