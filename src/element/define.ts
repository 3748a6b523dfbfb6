/** An element class with its default tag. */
export interface WidgetClass extends CustomElementConstructor {
  readonly tag: string;
}

export interface DefineOptions {
  /** Registers the element as `<prefix>-<tag>`, for a page on which the tag is taken. */
  readonly prefix?: string | undefined;
  /** The registry to define the element in. The page's by default. */
  readonly registry?: CustomElementRegistry | undefined;
}

let warned = false;

/**
 * Registers an element under its own tag or with a prefix. If the name is taken by another class, leaves it and warns
 * once in the console.
 */
export function define(widget: WidgetClass, { prefix, registry = customElements }: DefineOptions = {}): void {
  const name = prefix ? `${prefix}-${widget.tag}` : widget.tag;
  const taken = registry.get(name);
  if (!taken) {
    // A class can stand in a registry only once, so each name gets a subclass.
    registry.define(name, class extends widget {});
    return;
  }
  // On a server tag names have no effect, and each bundle of a framework may contain a copy, so a duplicate is no
  // fault.
  if (taken.prototype instanceof widget || warned || typeof document === 'undefined') return;
  warned = true;
  console.warn(`<${name}> is already defined by other code or another copy of Clientele; define(…, { prefix }) helps.`);
}
