import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { keepTypedKeys } from './typed-keys.ts';
import { addStyles, readoptStyles } from './shadow-tree/adopted-styles.ts';
import { ForeignChanges } from './shadow-tree/foreign-changes.ts';

/** An element of the library whose shadow tree stands up to what others do to the page: translate it, move it elsewhere. */
export abstract class BaseElement extends LitElement {
  #changes: ForeignChanges | undefined;

  constructor() {
    super();
    keepTypedKeys(this);
  }

  /** With styles that come along into another document, such as that of a frame. */
  protected override createRenderRoot(): ShadowRoot {
    const { elementStyles, shadowRootOptions } = this.constructor as typeof LitElement;
    // One that a server has sent is Lit's to take over.
    const root = this.shadowRoot ? (super.createRenderRoot() as ShadowRoot) : this.attachShadow(shadowRootOptions);
    // Lit calls what it makes of `css` by a type that also allows a sheet; none of ours is one.
    addStyles(root, elementStyles as readonly CSSResult[]);
    return root;
  }

  /** What the first update waits for, such as words that are not here yet. */
  protected get firstWords(): Promise<void> | undefined {
    return undefined;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const words = this.hasUpdated ? undefined : this.firstWords;
    return words ? words.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  adoptedCallback(): void {
    if (this.shadowRoot) readoptStyles(this.shadowRoot);
  }

  protected override update(changed: PropertyValues): void {
    this.changeOwnTree(() => super.update(changed));
  }

  /** Makes a change of the element's own to its shadow tree: any other is taken for a stranger's and undone. */
  protected changeOwnTree(act: () => void): void {
    this.#changes ??= new ForeignChanges(this.renderRoot);
    this.#changes.change(act);
  }
}
