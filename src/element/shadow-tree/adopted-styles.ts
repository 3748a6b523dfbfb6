import type { CSSResult } from 'lit';

/** A constructed sheet belongs to one document. Elsewhere one is made anew, once for all elements there. */
const sheets = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** What each shadow root wears, in order. */
const worn = new WeakMap<ShadowRoot, readonly CSSResult[]>();

/** The sheet of some styles in a document: one for all who wear it there. */
export function sheetIn(document: Document, styles: CSSResult): CSSStyleSheet | undefined {
  const { defaultView } = document;
  // A document without a window shows nothing.
  if (!defaultView) return undefined;
  if (document === globalThis.document) return styles.styleSheet;
  const made = sheets.get(document) ?? new Map<CSSResult, CSSStyleSheet>();
  sheets.set(document, made);
  let sheet = made.get(styles);
  if (!sheet) {
    sheet = new (defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(styles.cssText);
    made.set(styles, sheet);
  }
  return sheet;
}

/** Puts further styles on a shadow root, each once, in the document where it stands. */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const before = worn.get(root) ?? [];
  const all = [...new Set([...before, ...styles])];
  if (all.length === before.length) return;
  worn.set(root, all);
  readoptStyles(root);
}

/** Puts the same styles on again: the browser has taken them off where the element came into another document. */
export function readoptStyles(root: ShadowRoot): void {
  const all = worn.get(root) ?? [];
  root.adoptedStyleSheets = all
    .map((styles) => sheetIn(root.ownerDocument, styles))
    .filter((sheet) => sheet !== undefined);
}
