import { badgeStyles } from './badge.ts';
import { base } from './base.styles.ts';
import { buttonStyles } from './button.ts';
import { iconStyles } from './icon.ts';
import { panelStyles } from './panel.ts';
import { stateStyles } from './state-view.ts';
import { tokens } from './tokens.ts';

/** The styles that every widget needs: tokens, type, icons, buttons, the frame and its states. */
export const widgetStyles = [tokens, base, iconStyles, badgeStyles, buttonStyles, panelStyles, stateStyles];
