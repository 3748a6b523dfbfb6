import { onLocaleAdded } from '../i18n/locales.ts';
import type { Localization } from '../i18n/localization.ts';
import { nextDay } from '../i18n/next-day.ts';

/** What is to look again when the page may speak another language, or another day has begun. */
export interface LocaleFollower {
  readonly current: Localization;
  localeChanged(): void;
}

/** How an element is followed. */
export interface Following {
  /** To be called when it is shown in another zone. */
  schedule(): void;
  stop(): void;
}

/** Clocks are set and computers sleep: a day may begin sooner than in the time that was left. */
const maxDelay = 60_000;
/** A clock that stands still just before midnight is not asked without end. */
const leastWait = 100;

const followers = new Set<LocaleFollower>();
const ends = new WeakMap<Localization, number>();
let observer: MutationObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Follows the language and the day for an element: one observer and one timer for all of the page, for as long as there
 * is one of them. Loaded after what is shown first, for it is needed later.
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
  // What may have changed before.
  follower.localeChanged();
  return { schedule, stop: () => unfollow(follower) };
}

function unfollow(follower: LocaleFollower): void {
  followers.delete(follower);
  if (followers.size) return;
  observer?.disconnect();
  clearTimeout(timer);
}

/** How long the day of a localization lasts yet, in milliseconds. */
function left(l10n: Localization): number {
  const end = ends.get(l10n) ?? nextDay(l10n.now, (date) => l10n.calendarDay(date));
  ends.set(l10n, end);
  return end - l10n.now.getTime();
}

/** Sets the timer to the first midnight in the zones that are shown. */
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
