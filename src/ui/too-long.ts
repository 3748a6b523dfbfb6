import { html, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';

/** Returns by how many characters a text is too long, without surrounding white space, which is not sent. */
export const excessOf = (text: string, most: number): number => Math.max(0, text.trim().length - most);

/**
 * Renders the error for a text that is too long, else `undefined`. Fields do not truncate typed or pasted text, but
 * show this error and save nothing. Screen readers announce once that the text is too long; the excess is read with the
 * field.
 */
export const tooLong = (excess: number, l10n: Localization): TemplateResult | undefined =>
  excess
    ? html`<span role="alert">${l10n.common.tooLong}</span>: ${l10n.text(l10n.common.tooMany, { count: excess })}`
    : undefined;
