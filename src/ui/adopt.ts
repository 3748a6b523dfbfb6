import type { CSSResult } from 'lit';
import { addStyles } from '../element/shadow-tree/adopted-styles.ts';

/** Adopts the styles of a lazily loaded module in an element, once, after its own styles. */
export function adopt({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles]);
}

/** The same, after certain styles of the element and before its further ones, which override them. */
export function adoptAfter({ renderRoot }: { readonly renderRoot: Node }, before: CSSResult, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles], before);
}
