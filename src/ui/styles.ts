import { badgeStyles } from './badge.ts';
import { base } from './base.styles.ts';
import { buttonStyles } from './button.ts';
import { iconStyles } from './icon.ts';
import { panelStyles } from './panel.ts';
import { stateStyles } from './state-view.ts';
import { tokens } from './tokens.ts';
import type { CSSResult } from 'lit';
import { addStyles } from '../element/shadow-tree/adopted-styles.ts';

/** The styles that every widget needs: tokens, type, icons, buttons, the frame and its states. */
export const widgetStyles = [tokens, base, iconStyles, badgeStyles, buttonStyles, panelStyles, stateStyles];

/** Adopts the styles of a lazily loaded module in an element, once, after its own styles. */
export function adopt({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles]);
}

/** The same, after certain styles of the element and before its further ones, which override them. */
export function adoptAfter({ renderRoot }: { readonly renderRoot: Node }, before: CSSResult, styles: CSSResult): void {
  if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, [styles], before);
}
