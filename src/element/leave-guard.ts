import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Asks the operator before the page is left while an element has something to lose. It listens only while there is
 * something, and only while the element is connected: browsers keep no page for "Back" that listens.
 */
export class LeaveGuard implements ReactiveController {
  readonly #checks: (() => boolean)[] = [];
  #isConnected = false;
  #isListening = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Adds a check whether there is something to lose. What changes its answer requests an update of the host. */
  add(check: () => boolean): void {
    this.#checks.push(check);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#listen(this.#hasUnsaved);
  }

  /** An update may come after the host has gone. */
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
    // The last update may still be to come.
    if (!this.#hasUnsaved) return;
    event.preventDefault();
    // Engines before 2024 ask only where this is set.
    event.returnValue = true;
  };
}
