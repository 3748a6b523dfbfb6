import type { CSSResult } from 'lit';

/** Styles that come with a module that is loaded on demand: after those that the element has, once. */
export function adopt({ renderRoot }: { readonly renderRoot: Node }, { styleSheet }: CSSResult): void {
  if (!(renderRoot instanceof ShadowRoot) || !styleSheet || renderRoot.adoptedStyleSheets.includes(styleSheet)) return;
  renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, styleSheet];
}
