import type { ReactiveController } from 'lit';
import type { WidgetHost } from '../element/widget-host.ts';
import type { Dialog } from '../ui/dialog.ts';

export interface FocusPlan {
  readonly dialog: Dialog;
  /** The name of the dialog, unique in the widget. */
  readonly name: string;
  /** Returns the step that the dialog shows. A different value is a different step. */
  readonly step: () => unknown;
  /** The selectors of the elements that open the dialog. They may be gone when it closes. */
  readonly openers: readonly string[];
  /** The selectors of the focus targets in the dialog and outside of it. The first that exists is focused. */
  readonly inside: readonly string[];
  readonly outside: () => readonly string[];
}

/** Moves the focus to the next task in each step of a dialog and after it has closed. */
export class DialogFocus implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #plan: FocusPlan;
  #step: unknown;
  #focused: Element | null | undefined;
  #wasOpen = false;
  /** The element that had the focus when the dialog opened. */
  #opener: Element | null | undefined;

  constructor(host: WidgetHost, plan: FocusPlan) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    const { dialog, name, step, openers } = this.#plan;
    const focused = this.#focused;
    this.#focused = undefined;
    const next = dialog.isOpen ? step() : undefined;
    if (dialog.isOpen && !this.#wasOpen) this.#opener = focused;
    this.#wasOpen = dialog.isOpen;
    const hasStepped = dialog.isOpen && next !== this.#step;
    this.#step = next;
    const isOurs = focused?.closest([`#dialog-${name}`, ...openers].join());
    if (hasStepped || (focused && isOurs && (!focused.isConnected || focused.matches(':disabled')))) this.restore();
  }

  /** Focuses the first invalid field, the confirmation or the check of the outcome. */
  restore(): void {
    // Runs after `showModal()`, which is called at the end of the update.
    void this.#host.updateComplete.then(() => {
      const { dialog, inside, outside } = this.#plan;
      for (const target of dialog.isOpen ? inside : outside()) {
        // Of the buttons of several rows, the one that opened the dialog.
        const opener = this.#opener instanceof HTMLElement && this.#opener.isConnected ? this.#opener : undefined;
        const element = opener?.matches(target) ? opener : this.#host.renderRoot.querySelector<HTMLElement>(target);
        if (element) return element.focus();
      }
    });
  }
}
