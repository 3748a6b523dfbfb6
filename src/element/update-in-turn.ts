import type { ReactiveElement } from 'lit';

/** The elements whose update waits for a later task, in order, with the functions that start it. */
const waiting = new Map<ReactiveElement, () => void>();

let channel: MessageChannel | undefined;

/** Starts one update, and asks for another task for the next one. */
function startNext(): void {
  const [element] = waiting.keys();
  if (waiting.size > 1) channel?.port2.postMessage(0);
  if (element) start(element);
}

function start(element: ReactiveElement): void {
  waiting.get(element)?.();
  waiting.delete(element);
}

function laterTask(element: ReactiveElement): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = startNext;
    // What is hidden stays so on paper, and no task runs before the page is printed.
    addEventListener('beforeprint', () => {
      for (const each of waiting.keys()) start(each);
    });
  }
  if (!waiting.size) channel.port2.postMessage(0);
  return new Promise((resolve) => void waiting.set(element, resolve));
}

const contentOf = ({ renderRoot }: ReactiveElement) => renderRoot.firstElementChild as HTMLElement | null;

/** Returns whether content is the box of a widget, in a browser that can hide it. */
const canHide = (content: HTMLElement | null): content is HTMLElement =>
  Boolean(content?.matches('.widget:only-child')) && CSS.supports('content-visibility: hidden');

/** Returns whether the focus is in an element, or in its slots. Chromium's pseudo-class misses popovers and dialogs inside. */
const hasFocus = (element: ReactiveElement): boolean =>
  Boolean(element.shadowRoot?.activeElement) || element.matches(':focus-within');

/**
 * Runs the update of an element. On a page that shows another customer, each element updates in a later task, and so do
 * those whose update is due while others wait, so that the browser can paint and take input between them. Until then an
 * element hides what it shows of the former customer. An element with the focus updates at once, because what is hidden
 * loses the focus, and so does one that cannot be hidden: without the box of a widget, or in an older browser.
 *
 * @param showsOther whether the element still shows another customer
 * @returns a promise of an update that runs later, rejected if it throws
 */
export function inTurn(
  element: ReactiveElement,
  showsOther: boolean,
  update: () => void | Promise<unknown>,
): void | Promise<unknown> {
  const content = contentOf(element);
  if (!(showsOther || waiting.size) || !canHide(content) || hasFocus(element)) return update();
  const turn = laterTask(element);
  if (showsOther) hideWaiting(element);
  return turn.then(() => {
    content.style.contentVisibility = '';
    return update();
  });
}

/** Returns whether the update of an element waits for a later task. */
export const isWaiting = (element: ReactiveElement): boolean => waiting.has(element);

/**
 * Hides what a waiting element shows of another customer. Its update may have waited before it became one for another. With
 * the focus, the element updates at once instead.
 */
export function hideWaiting(element: ReactiveElement): void {
  if (hasFocus(element)) start(element);
  else contentOf(element)!.style.contentVisibility = 'hidden';
}
