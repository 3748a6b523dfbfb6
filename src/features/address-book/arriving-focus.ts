import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Moves focus to an element that appears in a dialog, once per appearance, if the focused element was removed or was a
 * stand-in. It does not take focus from anything else.
 */
export class ArrivingFocus implements ReactiveController {
  readonly #target: () => HTMLElement | null | undefined;
  readonly #standIn: string | undefined;
  #isThere = false;

  /** `standIn` is a selector of the element that has focus only because there was no better one. */
  constructor(host: ReactiveControllerHost, target: () => HTMLElement | null | undefined, standIn?: string) {
    this.#target = target;
    this.#standIn = standIn;
    host.addController(this);
  }

  hostUpdated(): void {
    const target = this.#target();
    const wasThere = this.#isThere;
    this.#isThere = Boolean(target);
    if (target && !wasThere && this.#isFree(target)) target.focus();
  }

  /** Browsers move the focus of a removed element to the dialog around it. */
  #isFree(target: HTMLElement): boolean {
    const focused = (target.getRootNode() as ShadowRoot).activeElement;
    return !focused || focused.contains(target) || (this.#standIn !== undefined && focused.matches(this.#standIn));
  }
}
