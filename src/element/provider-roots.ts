/** The plain elements that provide for what is below them: a page may throw one away without a word. */
const roots = new Set<WeakRef<Element>>();

/** The tag of the last one that was thrown away so thoroughly that nothing else is left of it. */
let collected: string | undefined;

const registry = new FinalizationRegistry<{ readonly root: WeakRef<Element>; readonly name: string }>(
  ({ root, name }) => {
    if (roots.delete(root)) collected = name;
  },
);

/** Remembers that an element provides, without holding it; the returned function forgets it. */
export function trackRoot(element: Element): () => void {
  const root = new WeakRef(element);
  roots.add(root);
  registry.register(element, { root, name: element.localName });
  return () => void roots.delete(root);
}

/** The tag of the latest element that provides but is in no document, so that nothing on the page is below it. */
export function lostRoot(): string | undefined {
  const lost = [...roots].map((root) => root.deref()).filter((element) => element && !element.isConnected);
  return lost.at(-1)?.localName ?? collected;
}
