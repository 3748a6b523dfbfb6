import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { alert } from './icons.ts';
import type { Localization } from '../i18n/localization.ts';

export interface FormField {
  /** The id of the control. */
  readonly id: string;
  readonly label: string;
  /** The word for "optional", if the field may be empty. */
  readonly optional?: string | undefined;
  readonly control: TemplateResult;
  /** The error message. The control must refer to it by `aria-describedby="<id>-message"`. */
  readonly error?: TemplateResult | string | undefined;
}

/** Renders a field: the label, the control, the error message. */
export const field = ({ id, label, optional, control, error }: FormField): TemplateResult =>
  html`<div class="field ${error ? 'invalid' : ''}" part="field">
    <label class="name" for=${id}
      >${label} ${optional ? html`<span class="optional">${optional}</span>` : nothing}</label
    >
    ${control} ${error ? fieldError(id, error) : nothing}
  </div>`;

/** Renders the error of a control, which refers to it. */
export const fieldError = (id: string, error: TemplateResult | string): TemplateResult =>
  html`<p class="message danger" part="message" id="${id}-message">${icon(alert)}<span>${error}</span></p>`;

/** Renders a remark below a control, which refers to it. */
export const fieldHelp = (id: string, text: string): TemplateResult =>
  html`<p class="message" part="message" id="${id}-help">${text}</p>`;

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
