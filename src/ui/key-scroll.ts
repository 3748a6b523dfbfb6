import { nothing } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/**
 * Makes a scroller focusable while it has something to scroll, and only then, because browsers differ in doing so by
 * themselves. `alone`: only if the scroller contains nothing focusable, which would scroll it as well.
 */
export class ScrollReach {
  readonly #alone: boolean;
  #scroller: HTMLElement | undefined;
  #resize: ResizeObserver | undefined;
  #seen = new WeakSet<Element>();

  constructor(alone: boolean) {
    this.#alone = alone;
  }

  /** Observes the size of the scroller and of its current content. Call it after each render. */
  watch(scroller: HTMLElement | undefined): void {
    if (scroller !== this.#scroller) this.stop();
    if (!scroller) return;
    this.#scroller = scroller;
    this.#resize ??= new ResizeObserver(() => this.#update(scroller));
    for (const element of [scroller, ...scroller.children]) {
      if (this.#seen.has(element)) continue;
      this.#seen.add(element);
      this.#resize.observe(element);
    }
  }

  stop(): void {
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.#scroller = undefined;
    this.#seen = new WeakSet();
  }

  #update(scroller: HTMLElement): void {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = scroller;
    const { overflowX, overflowY } = getComputedStyle(scroller);
    const scrolls =
      (scrollWidth > clientWidth && overflowX !== 'visible') ||
      (scrollHeight > clientHeight && overflowY !== 'visible');
    const isReached = this.#alone && scroller.querySelector(focusable) !== null;
    if (scrolls && !isReached) scroller.tabIndex = 0;
    // Removing `tabindex` from a focused scroller would drop the focus.
    else if (!scroller.matches(':focus')) scroller.removeAttribute('tabindex');
  }
}

const focusable = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)';

class KeyScroll extends Directive {
  #reach: ScrollReach | undefined;

  render(_alone = false): typeof nothing {
    return nothing;
  }

  // An observer is collected together with its element, so no cleanup is needed.
  override update({ element }: ElementPart, [alone = false]: [boolean?]): typeof nothing {
    this.#reach ??= new ScrollReach(alone);
    this.#reach.watch(element as HTMLElement);
    return nothing;
  }
}

/**
 * A directive that applies `ScrollReach` to the scroller. Its type is explicit, because an inferred one would name
 * `lit-html`, which is not a dependency.
 */
export const keyScroll: (alone?: boolean) => DirectiveResult<typeof KeyScroll> = directive(KeyScroll);
