/** Returns the nearest `lang` attribute around an element, through shadow hosts. */
export function nearestLang(element: Element): string | undefined {
  for (let at: Element | undefined = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') || undefined;
    const root: Node & Partial<Pick<ShadowRoot, 'host'>> = at.getRootNode();
    at = root.host;
  }
  return undefined;
}
