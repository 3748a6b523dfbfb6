/**
 * The place in which a widget opens an item: a page of the host (`page`), a modal dialog (`dialog`), a panel at the
 * side (`drawer`), a separate window (`popup`), or none, with only the event dispatched (`event`).
 */
export type OpenAs = 'page' | 'dialog' | 'drawer' | 'popup' | 'event';

/** The place in which a widget shows all its rows. `inline`: in the widget itself, instead of the latest ones. */
export type ViewAll = 'page' | 'dialog' | 'inline' | 'event';

type Way = OpenAs | ViewAll;

/** The outcome of an open request. In every case the request event is dispatched first. */
export type Opening =
  | { readonly as: 'page' | 'popup'; readonly href: string }
  | { readonly as: Exclude<Way, 'page' | 'popup'>; readonly href?: undefined };

/**
 * Resolves the requested place, which may be any text, to the first that is possible: the requested one, the host's
 * page, a dialog. Returns `undefined` if none is, which means that the item cannot be opened. `ways` are those that the
 * widget supports; `href` must be safe.
 */
export function openingOf(
  ways: readonly Way[],
  wish: string | undefined,
  href: string | undefined,
): Opening | undefined {
  for (const as of [wish, 'page', 'dialog'].filter((way): way is Way => ways.includes(way as Way))) {
    if (as !== 'page' && as !== 'popup') return { as };
    if (href !== undefined) return { as, href };
  }
  return undefined;
}

/** Handles a click on a link. Returns whether the element is to show the item itself. */
export function followLink(event: Event, { as, href }: Opening): boolean {
  if (as === 'popup') openWindow(event, href);
  return href === undefined && as !== 'event';
}

/** The size of the separate window in CSS pixels. */
const size = 'width=1000,height=760';

/**
 * Opens a window without access to this one, on a plain click. If the browser blocks it, and for every other click, the
 * link's own target applies.
 */
function openWindow(event: Event, href: string): void {
  if (!(event instanceof MouseEvent) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const opened = window.open('', '', `popup,${size}`);
  if (!opened) return;
  event.preventDefault();
  opened.opener = null;
  opened.location.href = new URL(href, document.baseURI).href;
}
