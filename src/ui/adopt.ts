import type { CSSResult } from 'lit';
import { addStyles } from '../element/shadow-tree/adopted-styles.ts';

/** Adopts the styles of a lazily loaded module in an element, once, after its own styles. */
export function adopt({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles]);
}
