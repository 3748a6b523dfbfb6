import type { DashboardElement } from './dashboard-element.ts';

/** What was copied last, and whether it could be. */
export class Copying {
  readonly #host: DashboardElement;
  #last: { readonly key: string; readonly done: boolean } | undefined;

  constructor(host: DashboardElement) {
    this.#host = host;
  }

  get announcement(): string {
    if (!this.#last) return '';
    const { common } = this.#host.l10n;
    return this.#last.done ? common.copied : common.notCopied;
  }

  /** How the attempt to copy this one ended, if it was the last. */
  outcome(key: string): boolean | undefined {
    return this.#last?.key === key ? this.#last.done : undefined;
  }

  async copy(key: string, text: string): Promise<void> {
    const { activeCustomer, client } = this.#host;
    // Nothing first: the same words a second time would not be said.
    this.#say(undefined);
    let done = true;
    try {
      // Not there on a page served over plain http.
      await navigator.clipboard.writeText(text);
    } catch {
      done = false;
    }
    if (activeCustomer === this.#host.activeCustomer && client === this.#host.client) this.#say({ key, done });
  }

  leave(): void {
    this.#last = undefined;
  }

  #say(last: { readonly key: string; readonly done: boolean } | undefined): void {
    this.#last = last;
    this.#host.requestUpdate();
  }
}
