import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';

/** How many characters of a text are too many, without the space around it, which is not sent. */
export const excessOf = (text: string, most: number): number => Math.max(0, text.trim().length - most);

/**
 * What is said of a text that is too long; nothing where it is not. Fields do not cut what is typed or pasted: they say
 * this and save nothing. That it is too long is announced once, by how much as often as the field is read.
 */
export const tooLong = (excess: number, l10n: Localization): TemplateResult | undefined =>
  excess
    ? html`<span role="alert">${l10n.common.tooLong}</span>: ${l10n.text(l10n.common.tooMany, { count: excess })}`
    : undefined;
