import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { keepTypedKeys } from './held-keys.ts';
import { addStyles, readoptStyles } from './shadow-tree/adopted-styles.ts';
import { ForeignChanges } from './shadow-tree/foreign-changes.ts';

/**
 * The base of every element. Its shadow tree survives changes from outside: page translation, and a move to another
 * document.
 */
export abstract class BaseElement extends LitElement {
  #changes: ForeignChanges | undefined;

  constructor() {
    super();
    keepTypedKeys(this);
  }

  /** Attaches the shadow root with styles that are adopted again in another document, such as that of a frame. */
  protected override createRenderRoot(): ShadowRoot {
    const { elementStyles, shadowRootOptions } = this.constructor as typeof LitElement;
    // Lit hydrates a declarative shadow root from the server itself.
    const root = this.shadowRoot ? (super.createRenderRoot() as ShadowRoot) : this.attachShadow(shadowRootOptions);
    // Lit types the result of `css` so that it may also be a `CSSStyleSheet`; the library never passes one.
    addStyles(root, elementStyles as readonly CSSResult[]);
    return root;
  }

  /** A promise that delays the first update: until words have loaded, or a provider of the same script has come. */
  protected get firstUpdateDelay(): Promise<void> | undefined {
    return undefined;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const delay = this.hasUpdated ? undefined : this.firstUpdateDelay;
    return delay ? delay.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  adoptedCallback(): void {
    if (this.shadowRoot) readoptStyles(this.shadowRoot);
  }

  protected override update(changed: PropertyValues): void {
    this.changeOwnTree(() => super.update(changed));
  }

  /**
   * Changes the element's own shadow tree. Every change made outside of this method counts as foreign and is undone.
   */
  protected changeOwnTree(act: () => void): void {
    this.#changes ??= new ForeignChanges(this.renderRoot);
    this.#changes.change(act);
  }
}
