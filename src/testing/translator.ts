/**
 * Returns `true` if a translator leaves a text alone: the nearest `translate` attribute decides, up to the shadow root.
 */
const isLeftAlone = (text: Text): boolean =>
  text.parentElement?.closest('[translate]')?.getAttribute('translate') === 'no';

/** Returns the visible text nodes of a shadow tree. */
export function textsIn(root: ShadowRoot): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest('style, textarea')) texts.push(text);
  }
  return texts;
}

export interface TranslatorOptions {
  /** Returns the translation of a text. */
  readonly translation?: (text: string) => string;
  /** `true` if texts with `translate="no"` are translated too, as some extensions do. */
  readonly ignoresMarks?: boolean;
}

/**
 * Does what browsers and extensions do to translate a page: replaces text nodes, also in shadow trees, by elements of
 * its own.
 */
export function translate(
  root: ShadowRoot,
  { translation = (text) => text, ignoresMarks = false }: TranslatorOptions = {},
): void {
  for (const text of textsIn(root)) {
    if (text.parentElement?.localName === 'font' || (isLeftAlone(text) && !ignoresMarks)) continue;
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstElementChild!.textContent = translation(text.data);
    text.replaceWith(font);
  }
}

/** Returns the texts that a translator may change. */
export const translatable = (root: ShadowRoot): string[] =>
  textsIn(root)
    .filter((text) => !isLeftAlone(text))
    .map(({ data }) => data.trim());
