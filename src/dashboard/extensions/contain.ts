/**
 * Runs code that creates, connects or changes an element of others, and returns what it has thrown in an object, or
 * `undefined`. What a constructor or a callback of a custom element throws is no exception for its caller: the browser
 * reports it to the window, at once.
 */
export function contained(act: () => void): { readonly thrown: unknown } | undefined {
  let caught: { readonly thrown: unknown } | undefined;
  const catchReported = (event: Event): void => {
    if (!(event instanceof ErrorEvent)) return;
    caught ??= { thrown: event.error ?? event.message };
    handled(event);
  };
  globalThis.addEventListener('error', catchReported, { capture: true });
  try {
    act();
  } catch (thrown) {
    caught ??= { thrown };
  } finally {
    globalThis.removeEventListener('error', catchReported, { capture: true });
  }
  return caught;
}

/** Marks a reported error as handled, for the console and for the listeners of the page that were added later. */
export function handled(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Catches what an element that is based on Lit throws in an update. Lit reports it as a rejection that names nobody. */
export function containUpdates(element: HTMLElement, failed: (thrown: unknown) => void): void {
  const performUpdate: unknown = Reflect.get(element, 'performUpdate');
  if (typeof performUpdate !== 'function') return;
  Object.defineProperty(element, 'performUpdate', {
    configurable: true,
    value: (): void => {
      try {
        performUpdate.call(element);
      } catch (thrown) {
        failed(thrown);
      }
    },
  });
}

/** Returns the module that an error comes from, if its stack or the event names one of these. */
export function isFrom(url: string, event: ErrorEvent | PromiseRejectionEvent): boolean {
  if (event instanceof ErrorEvent) return event.filename === url;
  const { reason } = event as { readonly reason: unknown };
  return reason instanceof Error && (reason.stack ?? '').includes(url);
}
