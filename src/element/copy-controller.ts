import type { WidgetController, WidgetHost } from './widget-host.ts';

/** Copies text to the clipboard and announces whether that succeeded. */
export class CopyController implements WidgetController {
  readonly #host: WidgetHost;
  #last: { readonly key: string; readonly done: boolean } | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Returns whether the last attempt succeeded, or `undefined` if it copied something else. */
  outcome(key: string): boolean | undefined {
    return this.#last?.key === key ? this.#last.done : undefined;
  }

  async copy(key: string, text: string): Promise<void> {
    const { activeCustomer, client, l10n } = this.#host;
    this.reset();
    // Screen readers do not repeat an unchanged live region, so the text is cleared first.
    this.#host.announce('');
    let done = true;
    try {
      // `navigator.clipboard` is undefined on a page served over plain HTTP.
      await navigator.clipboard.writeText(text);
    } catch {
      done = false;
    }
    if (activeCustomer !== this.#host.activeCustomer || client !== this.#host.client) return;
    this.#last = { key, done };
    this.#host.announce(done ? l10n.common.copied : l10n.common.notCopied);
  }

  /** Clears the outcome of the last attempt. */
  reset(): void {
    this.#last = undefined;
  }

  hostCustomerChanged(): void {
    this.reset();
  }
}
