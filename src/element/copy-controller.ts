import type { WidgetController, WidgetHost } from './widget-host.ts';

/** Copies texts to the clipboard, and says whether that succeeded. */
export class CopyController implements WidgetController {
  readonly #host: WidgetHost;
  #last: { readonly key: string; readonly done: boolean } | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Returns whether the last attempt succeeded, if it was to copy this one. */
  outcome(key: string): boolean | undefined {
    return this.#last?.key === key ? this.#last.done : undefined;
  }

  async copy(key: string, text: string): Promise<void> {
    const { activeCustomer, client, l10n } = this.#host;
    this.reset();
    // Cleared first: a screen reader does not read the same words a second time.
    this.#host.announce('');
    let done = true;
    try {
      // Not there on a page served over plain http.
      await navigator.clipboard.writeText(text);
    } catch {
      done = false;
    }
    if (activeCustomer !== this.#host.activeCustomer || client !== this.#host.client) return;
    this.#last = { key, done };
    this.#host.announce(done ? l10n.common.copied : l10n.common.notCopied);
  }

  /** Forgets the last attempt. */
  reset(): void {
    this.#last = undefined;
  }

  hostCustomerChanged(): void {
    this.reset();
  }
}
