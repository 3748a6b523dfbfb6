import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { alert } from './icons.ts';

export { formStyles } from './form.styles.ts';

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
