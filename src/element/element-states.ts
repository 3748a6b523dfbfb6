import { widgetStates, type WidgetState } from '../data/widget-state.ts';

/** Tells those above an element that its states are others now. Of no use to hosts: style sheets select states. */
export class StatesChangedEvent extends Event {
  static readonly type = 'clientele-states-changed';
  readonly states: readonly WidgetState[];

  constructor(states: readonly WidgetState[]) {
    super(StatesChangedEvent.type, { bubbles: true, composed: true });
    this.states = states;
  }
}

/** Sets what `:state()` selects an element by. A browser that does not know that selector is told nothing. */
export class ElementStates {
  readonly #element: HTMLElement;
  #internals: ElementInternals | undefined;
  #current: readonly WidgetState[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  set(states: readonly WidgetState[]): void {
    if (states.join() === this.#current.join()) return;
    this.#current = states;
    // Before `:state()` there were names with two dashes, and any other threw.
    if (CSS.supports('selector(:state(ready))')) {
      this.#internals ??= this.#element.attachInternals();
      for (const state of widgetStates)
        if (states.includes(state)) this.#internals.states.add(state);
        else this.#internals.states.delete(state);
    }
    this.#element.dispatchEvent(new StatesChangedEvent(states));
  }
}
