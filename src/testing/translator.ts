/** Whether something may be translated, as extensions decide it: by the nearest `translate` around it, up to a shadow root. */
const isLeftAlone = (text: Text): boolean =>
  text.parentElement?.closest('[translate]')?.getAttribute('translate') === 'no';

/** Every text that can be seen in a shadow tree. */
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
  /** What becomes of a text. */
  readonly say?: (text: string) => string;
  /** Translates what is marked `translate="no"` too, as some extensions do. */
  readonly ignoresMarks?: boolean;
}

/**
 * What browsers and extensions do that translate a page: the text nodes that they find, in shadow trees too, are replaced
 * by elements of their own.
 */
export function translate(
  root: ShadowRoot,
  { say = (text) => text, ignoresMarks = false }: TranslatorOptions = {},
): void {
  for (const text of textsIn(root)) {
    if (text.parentElement?.localName === 'font' || (isLeftAlone(text) && !ignoresMarks)) continue;
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstElementChild!.textContent = say(text.data);
    text.replaceWith(font);
  }
}

/** The texts that a translator may touch. */
export const translatable = (root: ShadowRoot): string[] =>
  textsIn(root)
    .filter((text) => !isLeftAlone(text))
    .map(({ data }) => data.trim());
