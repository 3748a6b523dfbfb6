/** Where one thing of a widget opens: the host's page, over this one, beside it, in a window of its own, or nowhere but for the event. */
export type OpenAs = 'page' | 'dialog' | 'drawer' | 'popup' | 'event';

/** Where all rows of a widget are shown. `inline`: in the widget itself, in place of the latest. */
export type ViewAll = 'page' | 'dialog' | 'inline' | 'event';

type Way = OpenAs | ViewAll;

/** What happens when a thing is asked for. Whichever it is, the event of the request comes first. */
export type Opening =
  | { readonly as: 'page' | 'popup'; readonly href: string }
  | { readonly as: Exclude<Way, 'page' | 'popup'>; readonly href?: undefined };

/**
 * What becomes of a wish, which may be any text: the first that is possible of the wish, the host's page, a dialog.
 * Nothing where none is: then the thing cannot be opened. `ways` are those of the widget; `href` is known to be safe.
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

/** Lets a click on a link open it as it shall; whether the element is to show the thing itself. */
export function followLink(event: Event, { as, href }: Opening): boolean {
  if (as === 'popup') openWindow(event, href);
  return href === undefined && as !== 'event';
}

/** Of a window of its own, in CSS pixels. */
const size = 'width=1000,height=760';

/**
 * A plain click opens a window that cannot reach back to this one. Where the browser gives none, and for every other
 * click, the link does what links do: it has a target.
 */
function openWindow(event: Event, href: string): void {
  if (!(event instanceof MouseEvent) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const opened = window.open('', '', `popup,${size}`);
  if (!opened) return;
  event.preventDefault();
  opened.opener = null;
  opened.location.href = new URL(href, document.baseURI).href;
}
