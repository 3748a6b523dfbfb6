const hour = 3_600_000;

/**
 * Returns the start of the day after `now`, in milliseconds since 1970. It is found by bisection, because clock changes
 * at midnight let a day begin at one o'clock, or give it 23 or 25 hours.
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
