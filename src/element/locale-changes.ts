/** What is to look again when the page may speak another language, or another day may have begun. */
export interface LocaleFollower {
  /** How long its day lasts yet, in milliseconds. */
  readonly untilTomorrow: number;
  localeChanged(): void;
}

/** Clocks are set and computers sleep: a day may begin sooner than in the time that was left. */
const mostWait = 60_000;
/** A clock that stands still just before midnight is not asked without end. */
const leastWait = 100;

const followers = new Set<LocaleFollower>();
let observer: MutationObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One observer and one timer for all elements of the page, for as long as there is one of them. */
export function follow(follower: LocaleFollower, element: Element): void {
  followers.add(follower);
  observer ??= new MutationObserver(notify);
  for (let at: Element | undefined = element; at;) {
    const root: Node & Partial<Pick<ShadowRoot, 'host'>> = at.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    at = root.host;
  }
  schedule();
}

export function unfollow(follower: LocaleFollower): void {
  followers.delete(follower);
  if (followers.size) return;
  observer?.disconnect();
  clearTimeout(timer);
}

/** Sets the timer to the first midnight in the zones that are shown. */
export function schedule(): void {
  clearTimeout(timer);
  const first = Math.min(mostWait, ...[...followers].map(({ untilTomorrow }) => untilTomorrow));
  timer = setTimeout(dayMayBeOver, Math.max(leastWait, first));
}

function notify(): void {
  for (const follower of followers) follower.localeChanged();
}

function dayMayBeOver(): void {
  notify();
  schedule();
}
