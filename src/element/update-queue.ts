import type { ReactiveElement } from 'lit';

/** How long the updates of one task may take before the next one waits for another task, in milliseconds. */
const budget = 8;

/** The updates that wait for a later task, the first one first. */
const waiting: (() => void)[] = [];

let channel: MessageChannel | undefined;

function runWaiting(): void {
  const start = performance.now();
  do waiting.shift()?.();
  while (waiting.length > 0 && performance.now() - start < budget);
  if (waiting.length > 0) askForTask();
}

function askForTask(): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = runWaiting;
  }
  channel.port2.postMessage(null);
}

function inLaterTask(update: () => unknown): Promise<void> {
  if (waiting.length === 0) askForTask();
  return new Promise((resolve, reject) => {
    waiting.push(() => {
      try {
        update();
        resolve();
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}

/**
 * Runs the update of an element. The updates of a page for another customer run in later tasks, and so do those that are
 * due while others wait, so that the browser can paint and take input between them. Until then an element hides what it
 * shows of others. An element with the focus updates at once, because what is hidden loses the focus.
 *
 * @param showsOthers whether the element shows another customer than its update will
 * @returns a promise that is fulfilled when the update has run later, and rejected if it throws
 */
export function inTurn(
  element: ReactiveElement,
  showsOthers: boolean,
  update: () => void | Promise<unknown>,
): void | Promise<unknown> {
  if (!(showsOthers || waiting.length > 0) || element.matches(':focus-within')) return update();
  const content = element.renderRoot.firstElementChild;
  if (!showsOthers || !(content instanceof HTMLElement)) return inLaterTask(update);
  content.style.contentVisibility = 'hidden';
  return inLaterTask(() => {
    content.style.contentVisibility = '';
    return update();
  });
}
