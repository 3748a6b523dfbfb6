import type { ReactiveController } from 'lit';
import type { WidgetHost } from '../element/widget-host.ts';
import type { Dialog } from '../ui/dialog.ts';

export interface FocusPlan {
  readonly dialog: Dialog;
  /** Of the dialog: unique in the widget. */
  readonly name: string;
  /** What is shown in the dialog now: another value is another step. */
  readonly step: () => unknown;
  /** Selectors of what opens it outside, which may be gone when it closes. */
  readonly openers: readonly string[];
  /** The selectors of where the operator goes on, in the dialog and outside of it: at the first that is there. */
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/** Keeps the focus where the work goes on, through the steps of a dialog and after it. */
export class DialogFocus implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #plan: FocusPlan;
  #step: unknown;
  #focused: Element | null | undefined;

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
    const hasStepped = dialog.isOpen && next !== this.#step;
    this.#step = next;
    const isOurs = focused?.closest([`#dialog-${name}`, ...openers].join());
    if (hasStepped || (focused && isOurs && (!focused.isConnected || focused.matches(':disabled')))) this.restore();
  }

  /** Focuses what is wrong, what is to be confirmed or what is to be checked. */
  restore(): void {
    // After `showModal()`, which comes with the end of the update.
    void this.#host.updateComplete.then(() => {
      const { dialog, inside, outside } = this.#plan;
      for (const target of dialog.isOpen ? inside : outside) {
        const element = this.#host.renderRoot.querySelector<HTMLElement>(target);
        if (element) return element.focus();
      }
    });
  }
}
