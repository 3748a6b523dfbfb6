/** Milliseconds of a day on which no clock is changed. */
export const dayLength = 86_400_000;

/** The end of the years that RFC 3339 can write. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/** The last second of a day, `YYYY-MM-DD`, in a time zone: RFC 3339 in UTC. Throws `RangeError` where there is no such zone. */
export function lastSecondOf(day: string, timeZone: string): string {
  const next = startOfDay(Date.parse(day) + dayLength, timeZone);
  return new Date(Math.min(next - 1000, endOfTime)).toISOString().replace('.000', '');
}

/**
 * When a day begins in a time zone, in milliseconds: at its midnight, or at what comes next where clocks skip that.
 * `midnight` is the day's midnight in UTC.
 */
export function startOfDay(midnight: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offset = (instant: number): number => {
    const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] =
      /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
    return Number(`${sign}1`) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  };
  // By the offsets before and after any change of the clocks that is near. By the wrong one it is still the day before.
  const candidates = [-dayLength, dayLength]
    .map((distance) => midnight - offset(midnight + distance))
    .sort((a, b) => a - b);
  return candidates.find((instant) => instant + offset(instant) >= midnight) ?? midnight;
}
