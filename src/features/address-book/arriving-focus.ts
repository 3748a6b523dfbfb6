import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Gives the focus to what arrives in a dialog, once each time it does: from what has gone, or from what only stood in
 * for it. An operator who has gone on to something else stays there.
 */
export class ArrivingFocus implements ReactiveController {
  readonly #target: () => HTMLElement | null | undefined;
  readonly #standIn: string | undefined;
  #isThere = false;

  /** `standIn`: a selector of what has had the focus for want of anything better. */
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

  /** The browser gives the focus of what has gone to the dialog around it. */
  #isFree(target: HTMLElement): boolean {
    const focused = (target.getRootNode() as ShadowRoot).activeElement;
    return !focused || focused.contains(target) || (this.#standIn !== undefined && focused.matches(this.#standIn));
  }
}
