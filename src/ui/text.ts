import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';

/** Controls of direction, zero-width and other invisible characters, but for line breaks and tabs. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Something from data, isolated from the text around it, whichever way either reads. No translator of pages may touch it:
 * a name or figure that was changed is a wrong one.
 */
export const datum = (text: string): TemplateResult => html`<bdi translate="no">${text}</bdi>`;

/** A name or address: what is invisible in it is shown, for it may be there to deceive. */
export const name = (text: string, l10n: Localization): TemplateResult =>
  html`<bdi translate="no">${openly(text, l10n)}</bdi>`;

/** The same for an element that isolates what it holds by itself: text alone where nothing is hidden in it. */
export function openly(text: string, l10n: Localization): TemplateResult | string {
  if (text.search(hidden) < 0) return text;
  const parts = text.split(hidden);
  const characters = text.match(hidden) ?? [];
  return html`${parts.map((part, index) => html`${part}${characters[index] ? revealed(characters[index], l10n) : nothing}`)}`;
}

function revealed(character: string, l10n: Localization): TemplateResult {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return html`<span
    class="hidden-character"
    part="hidden-character"
    title=${l10n.text(l10n.common.hiddenCharacter, { code })}
    >${code}</span
  >`;
}

/** What the platform does not know: a dash, read out as words. */
export const unknown = (l10n: Localization): TemplateResult =>
  html`<span class="unknown"
    ><span aria-hidden="true">–</span><span class="visually-hidden">${l10n.common.unknown}</span></span
  >`;

/** A datum that may be absent (a dash) or known to be none (said so). */
export function maybe<T>(
  value: T | null | undefined,
  l10n: Localization,
  show: (value: T) => TemplateResult | string,
): TemplateResult {
  if (value === undefined) return unknown(l10n);
  return value === null ? html`<span class="quiet">${l10n.common.none}</span>` : html`${show(value)}`;
}

/**
 * When something was: brief, or in words of its own. The full instant with its zone is its title, told on hover and to
 * assistive technology, and is seen while the keyboard is on what the time stands in: a button or link around it, or a
 * line of class `dated` with something in it that can be pressed. It is no stop of its own, for a list would have as
 * many more as it has rows; what a row of a table opens says the instant in full.
 */
export function moment(instant: string, l10n: Localization, text?: string): TemplateResult {
  const { brief, full } = l10n.moment(instant);
  return text === undefined
    ? html`<time translate="no" datetime=${instant} title=${full}>${brief}</time>`
    : html`<time datetime=${instant} title=${full}>${text}</time>`;
}
