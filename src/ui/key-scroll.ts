import { nothing } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/**
 * Lets the keyboard reach a scroller while there is something to scroll to, and pass it by while there is not: browsers do
 * not agree on doing so by themselves. `alone`: only where nothing inside takes the focus, which would scroll it as well.
 */
export class ScrollReach {
  readonly #alone: boolean;
  #scroller: HTMLElement | undefined;
  #resize: ResizeObserver | undefined;
  #seen = new WeakSet<Element>();

  constructor(alone: boolean) {
    this.#alone = alone;
  }

  /** After each render: watches the size of the scroller, and of what is in it by now. */
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
    // Who is on it is not thrown off.
    else if (!scroller.matches(':focus')) scroller.removeAttribute('tabindex');
  }
}

const focusable = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)';

class KeyScroll extends Directive {
  #reach: ScrollReach | undefined;

  render(_alone = false): typeof nothing {
    return nothing;
  }

  // Nothing has to be ended: what observes an element goes with it.
  override update({ element }: ElementPart, [alone = false]: [boolean?]): typeof nothing {
    this.#reach ??= new ScrollReach(alone);
    this.#reach.watch(element as HTMLElement);
    return nothing;
  }
}

/** The same as a directive, on the scroller. Its type is written out: an inferred one would name `lit-html`, no dependency. */
export const keyScroll: (alone?: boolean) => DirectiveResult<typeof KeyScroll> = directive(KeyScroll);
