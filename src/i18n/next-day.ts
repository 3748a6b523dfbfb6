const hour = 3_600_000;

/**
 * When the day after `now` begins, in milliseconds since 1970. It is looked for rather than computed: where clocks
 * change at midnight a day begins at one, and one has 23 or 25 hours.
 */
export function nextDay(now: Date, dayOf: (date: Date) => string): number {
  const today = dayOf(now);
  let before = now.getTime();
  let after = before + 26 * hour;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(new Date(middle)) === today) before = middle;
    else after = middle;
  }
  return after;
}
