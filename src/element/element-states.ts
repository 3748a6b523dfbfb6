import { widgetStates, type WidgetState } from '../data/widget-state.ts';
import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';

/** Notifies ancestors that the states of an element have changed. Internal: host pages select states with CSS. */
export class StatesChangedEvent extends Event {
  static readonly type = 'clientele-states-changed';
  readonly states: readonly WidgetState[];

  constructor(states: readonly WidgetState[]) {
    super(StatesChangedEvent.type, { bubbles: true, composed: true });
    this.states = states;
  }
}

/** Sets the custom states that `:state()` selects. Does nothing in a browser without `:state()`. */
export class ElementStates {
  readonly #element: HTMLElement;
  readonly #internals: ElementInternals | undefined;
  #current: readonly WidgetState[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
    // Before `:state()`, browsers accepted only names that begin with two dashes and threw on any other. The internals
    // are attached at once, because an element that has moved to a document without its definition cannot attach them.
    if (CSS.supports('selector(:state(ready))')) this.#internals = element.attachInternals();
  }

  set(states: readonly WidgetState[]): void {
    if (states.join() === this.#current.join()) return;
    this.#current = states;
    for (const state of widgetStates)
      if (states.includes(state)) this.#internals?.states.add(state);
      else this.#internals?.states.delete(state);
    this.#element.dispatchEvent(new StatesChangedEvent(states));
  }
}

/** The error view in place of a widget that could not be rendered. Uses the classes of the shared styles. */
export const failure = ({ common }: Localization, retry: () => void): TemplateResult =>
  html`<div class="widget" part="widget">
    <section class="panel" part="panel" aria-busy="false">
      <div class="state danger" part="state" role="alert">
        <div class="text">
          <p class="strong">${common.notShown}</p>
          <p>${common.internalHelp}</p>
          <div class="actions">
            <button type="button" class="button" part="retry" @click=${retry}>${common.retry}</button>
          </div>
        </div>
      </div>
    </section>
  </div>`;

/** Logs only the name of an error, because its message may contain personal data of a customer. */
export const warnOfFailure = ({ localName }: Element, thrown: unknown): void =>
  console.warn(`<${localName}> could not be shown:`, nameOf(thrown));

/** Returns the name of the error, without its message. */
function nameOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.name : typeof thrown;
  } catch {
    return 'unknown';
  }
}
