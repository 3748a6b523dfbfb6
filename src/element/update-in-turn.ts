import type { ReactiveElement } from 'lit';

/** The functions that start the updates which wait for a later task, in order. */
const waiting: (() => void)[] = [];

let channel: MessageChannel | undefined;

/** Starts one update, and asks for another task for the next one. */
function startNext(): void {
  const start = waiting.shift();
  if (waiting.length) channel?.port2.postMessage(0);
  start?.();
}

function laterTask(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = startNext;
  }
  if (!waiting.length) channel.port2.postMessage(0);
  return new Promise((resolve) => void waiting.push(resolve));
}

/**
 * Runs the update of an element. On a page that shows another customer, each element updates in a later task, and so do
 * those whose update is due while others wait, so that the browser can paint and take input between them. Until then an
 * element hides what it shows of the former customer. An element with the focus updates at once, because what is hidden
 * loses the focus, and so does one without the box of a widget, which could be hidden.
 *
 * @param showsOther whether the element still shows another customer
 * @returns a promise of an update that runs later, rejected if it throws
 */
export function inTurn(
  element: ReactiveElement,
  showsOther: boolean,
  update: () => void | Promise<unknown>,
): void | Promise<unknown> {
  const content = element.renderRoot.firstElementChild;
  if (!(showsOther || waiting.length) || !content?.matches('.widget:only-child') || element.matches(':focus-within'))
    return update();
  const { style } = content as HTMLElement;
  if (showsOther) style.contentVisibility = 'hidden';
  return laterTask().then(() => {
    style.contentVisibility = '';
    return update();
  });
}
