/** The reading of a clock in some time zone. */
export interface WallClock {
  /** The local date and time as if it were UTC. Milliseconds. */
  readonly time: number;
  /** The offset from UTC. Minutes, positive to the east. */
  readonly offset: number;
}

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
      })),
    );
  return format;
}

/** Returns the local time of a zone at an instant, to the second. Throws a `RangeError` for an unknown zone. */
export function wallClockAt(instant: string, timeZone: string): WallClock {
  const at = Math.floor(Date.parse(instant) / 1000) * 1000;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = new Date(0);
  // `Date.UTC` maps the years 0 to 99 to 1900 to 1999.
  shown.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  shown.setUTCHours(part('hour'), part('minute'), part('second'));
  const time = shown.getTime();
  return { time, offset: Math.round((time - at) / minute) };
}

/** Returns the instant as RFC 3339 with the offset of a zone, to the second: `2026-01-01T01:30:00+07:00`. */
export function formatInZone(instant: string, timeZone: string): string {
  const { time, offset } = wallClockAt(instant, timeZone);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${new Date(time).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
