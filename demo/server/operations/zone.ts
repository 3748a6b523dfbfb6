export const dayLength = 86_400_000;

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
