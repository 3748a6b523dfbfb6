/** The plain elements that act as providers. A page may remove one without any notification. */
const roots = new Set<WeakRef<Element>>();

/** The tag of the last provider that was removed and garbage-collected. */
let collected: string | undefined;

const registry = new FinalizationRegistry<{ readonly root: WeakRef<Element>; readonly name: string }>(
  ({ root, name }) => {
    if (roots.delete(root)) collected = name;
  },
);

/** Tracks a provider by a weak reference. Returns a function that stops tracking it. */
export function trackRoot(element: Element): () => void {
  const root = new WeakRef(element);
  roots.add(root);
  registry.register(element, { root, name: element.localName });
  return () => void roots.delete(root);
}

/** Returns the tag of the latest provider that is not in a document, and so provides for no element on the page. */
export function lostRoot(): string | undefined {
  const lost = [...roots].map((root) => root.deref()).filter((element) => element && !element.isConnected);
  return lost.at(-1)?.localName ?? collected;
}
