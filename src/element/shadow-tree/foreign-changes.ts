/** The observed trees, by root. */
const watched = new WeakMap<Node, ForeignChanges>();

/** The maximum number of recorded changes. Beyond it they are undone at once, because a page may stay open for days. */
const maxKept = 10_000;

/**
 * Records the changes that other code makes to a shadow tree, and undoes them. Extensions that translate a page replace
 * text nodes by elements. Lit keeps references to its nodes, so it would write the next value into a detached node, or
 * throw. Therefore every foreign change is undone, in reverse order, before the library changes its tree; the extension
 * then translates the new content. Without foreign changes nothing is recorded.
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

/** Makes a change of the library's own to the shadow tree of a node, outside of an element's update. */
export function changeTree(node: Node, act: () => void): void {
  const changes = watched.get(node.getRootNode());
  if (changes) changes.change(act);
  else act();
}
