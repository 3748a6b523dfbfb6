/** An element's class, which knows the tag it is made for. */
export interface WidgetClass extends CustomElementConstructor {
  readonly tag: string;
}

export interface DefineOptions {
  /** Registers as `<prefix>-<tag>`, for a page on which the tag is taken. */
  readonly prefix?: string | undefined;
  /** Where to register, if not on the page. */
  readonly registry?: CustomElementRegistry | undefined;
}

let warned = false;

/** Registers an element under its own tag or with a prefix. A name that is taken is left alone; the first is said. */
export function define(widget: WidgetClass, { prefix, registry = customElements }: DefineOptions = {}): void {
  const name = prefix ? `${prefix}-${widget.tag}` : widget.tag;
  const taken = registry.get(name);
  if (!taken) {
    // A subclass, for one class can stand in a registry only once, and a host may want it under two names.
    registry.define(name, class extends widget {});
    return;
  }
  // On a server names mean nothing, and each of a framework's bundles may bring a copy.
  if (taken.prototype instanceof widget || warned || typeof document === 'undefined') return;
  warned = true;
  console.warn(`<${name}> is already defined by other code or another copy of Clientele; define(…, { prefix }) helps.`);
}
