/** The trees that are watched, by their root. */
const watched = new WeakMap<Node, ForeignChanges>();

/** So many changes by others are kept until the next render, then undone at once: a page may stand for days. */
const maxKept = 10_000;

/**
 * What others do to the nodes of a shadow tree, and the way back from it. Extensions that translate a page replace text
 * nodes by elements; Lit holds on to the nodes that it has made, so it would write the next figure into a node that
 * nobody sees, or throw. Before the library changes its tree, everything that others did to it is undone, the last change
 * first; what they translated they translate again. While nobody does anything, nothing is recorded.
 */
export class ForeignChanges {
  readonly #root: Node;
  readonly #observer: MutationObserver;
  #records: MutationRecord[] = [];
  #isOwn = false;

  constructor(root: Node) {
    this.#root = root;
    this.#observer = new MutationObserver((records) => this.#keep(records));
    watched.set(root, this);
  }

  /** Makes a change of the library's own. */
  change(act: () => void): void {
    if (this.#isOwn) return act();
    this.#undo();
    this.#isOwn = true;
    try {
      act();
    } finally {
      this.#isOwn = false;
      this.#observe();
    }
  }

  #observe(): void {
    this.#observer.observe(this.#root, { childList: true, subtree: true });
  }

  #keep(records: readonly MutationRecord[]): void {
    this.#records.push(...records);
    if (this.#records.length <= maxKept) return;
    this.#undo();
    this.#observe();
  }

  #undo(): void {
    const records = [...this.#records, ...this.#observer.takeRecords()];
    this.#observer.disconnect();
    this.#records = [];
    for (const { target, addedNodes, removedNodes, nextSibling } of records.toReversed()) {
      for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
      const next = nextSibling?.parentNode === target ? nextSibling : null;
      for (const node of removedNodes) target.insertBefore(node, next);
    }
  }
}

/** Makes a change of the library's own to the shadow tree that a node stands in, outside of an element's update. */
export function changeTree(node: Node, act: () => void): void {
  const changes = watched.get(node.getRootNode());
  if (changes) changes.change(act);
  else act();
}
