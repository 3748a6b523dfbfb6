import type { CSSResult } from 'lit';

/**
 * Style sheets by document. A constructed sheet works only in the document that created it, so each further document
 * gets one copy for all its elements.
 */
const sheets = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** The styles of each shadow root, in order. */
const worn = new WeakMap<ShadowRoot, readonly CSSResult[]>();

/** Returns the style sheet for a document, shared by all shadow roots in it. */
export function sheetIn(document: Document, styles: CSSResult): CSSStyleSheet | undefined {
  const { defaultView } = document;
  // A document without a window renders nothing.
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

/** Adopts further styles in a shadow root, each once, as sheets of the root's document: last, or after `previous`. */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[], previous?: CSSResult): void {
  const present = worn.get(root) ?? [];
  const added = styles.filter((one) => !present.includes(one));
  if (!added.length) return;
  const at = previous ? present.indexOf(previous) + 1 : present.length;
  worn.set(root, present.toSpliced(at, 0, ...added));
  readoptStyles(root);
}

/** Adopts the styles again: browsers drop them when the element moves to another document. */
export function readoptStyles(root: ShadowRoot): void {
  const all = worn.get(root) ?? [];
  root.adoptedStyleSheets = all
    .map((styles) => sheetIn(root.ownerDocument, styles))
    .filter((sheet) => sheet !== undefined);
}
