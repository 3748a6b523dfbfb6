import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Asks the operator for confirmation before the page is left with unsaved changes. It listens only while there are
 * changes and the element is connected, because a `beforeunload` listener keeps browsers from caching the page for
 * "Back".
 */
export class LeaveGuard implements ReactiveController {
  readonly #checks: (() => boolean)[] = [];
  #isConnected = false;
  #isListening = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /**
   * Adds a check that returns whether there are unsaved changes. Code that changes its result must request an update of
   * the host.
   */
  add(check: () => boolean): void {
    this.#checks.push(check);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#listen(this.#hasUnsaved);
  }

  /** Listens only while the host is connected: an update may also run after it was disconnected. */
  hostUpdated(): void {
    this.#listen(this.#isConnected && this.#hasUnsaved);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#listen(false);
  }

  get #hasUnsaved(): boolean {
    return this.#checks.some((check) => check());
  }

  #listen(listen: boolean): void {
    if (listen === this.#isListening) return;
    this.#isListening = listen;
    if (listen) window.addEventListener('beforeunload', this.#beforeUnload);
    else window.removeEventListener('beforeunload', this.#beforeUnload);
  }

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    // The changes may have been saved since the last update.
    if (!this.#hasUnsaved) return;
    event.preventDefault();
    // Engines before 2024 ask only if `returnValue` is set.
    event.returnValue = true;
  };
}
