import type { CSSResult } from 'lit';
import { addStyles } from '../element/shadow-tree/adopted-styles.ts';

/** Styles that come with a module that is loaded on demand: after those that the element has, once. */
export function adopt({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles]);
}
