import { onLocaleAdded } from '../i18n/locales.ts';
import type { Localization } from '../i18n/localization.ts';

const minute = 60_000;

/**
 * Returns the start of the day after `now`, in milliseconds since 1970. It is found by bisection, because clock changes
 * at midnight let a day begin at one o'clock, or give it 23 or 25 hours. It begins at a full minute in every time zone.
 */
export function nextDay(now: Date, dayOf: (date: Date) => string): number {
  const today = dayOf(now);
  let before = Math.floor(now.getTime() / minute);
  let after = before + 26 * 60;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(new Date(middle * minute)) === today) before = middle;
    else after = middle;
  }
  return after * minute;
}

/** An object that is notified when the page's language may have changed or a new day has begun. */
export interface LocaleFollower {
  readonly current: Localization;
  localeChanged(): void;
}

/** A subscription of one element. */
export interface Following {
  /** Sets the timer again, after the time zone of the element has changed. */
  schedule(): void;
  stop(): void;
}

/**
 * The longest delay in milliseconds. Clocks are set and computers sleep, so a new day may begin earlier than computed.
 */
const maxDelay = 60_000;
/** The shortest delay in milliseconds: a clock that stands still just before midnight must not cause a busy loop. */
const leastWait = 100;

const followers = new Set<LocaleFollower>();
const ends = new WeakMap<Localization, number>();
let observer: MutationObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Subscribes an element to changes of language and day, with one observer and one timer for the whole page while there
 * are subscribers. This module loads lazily, because the first render does not need it.
 */
export function follow(follower: LocaleFollower, element: Element): Following {
  followers.add(follower);
  onLocaleAdded(notify);
  observer ??= new MutationObserver(notify);
  for (let at: Element | undefined = element; at;) {
    const root: Node & Partial<Pick<ShadowRoot, 'host'>> = at.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    at = root.host;
  }
  schedule();
  // Catches changes from before the subscription.
  follower.localeChanged();
  return { schedule, stop: () => unfollow(follower) };
}

function unfollow(follower: LocaleFollower): void {
  followers.delete(follower);
  if (followers.size) return;
  observer?.disconnect();
  clearTimeout(timer);
}

/** Returns the milliseconds until the day of a localization ends. */
function left(l10n: Localization): number {
  const end = ends.get(l10n) ?? nextDay(l10n.now, (date) => l10n.calendarDay(date));
  ends.set(l10n, end);
  return end - l10n.now.getTime();
}

/** Sets the timer to the earliest midnight of all time zones on the page. */
function schedule(): void {
  clearTimeout(timer);
  const first = Math.min(maxDelay, ...[...followers].map(({ current }) => left(current)));
  timer = setTimeout(dayMayBeOver, Math.max(leastWait, first));
}

function notify(): void {
  for (const follower of followers) follower.localeChanged();
}

function dayMayBeOver(): void {
  for (const { current } of followers) if (left(current) <= 0) current.expire();
  notify();
  schedule();
}
