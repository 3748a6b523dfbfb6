import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { codeOf } from '../../domain/coded.ts';
import { verificationCodes } from '../../domain/customer-change.ts';
import { customerLengths } from '../../domain/lengths.ts';
import type { Named } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { customerEditWords } from './edit-words.en.ts';
import { customerFurtherWords } from './further-words.en.ts';
import { customerInfoWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { field } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { excessOf, tooLong } from '../../ui/too-long.ts';
import type { EditField, EditValues } from './edit-draft.ts';
import type { EditFlow } from './edit-flow.ts';
import { worded } from './figure-basis.ts';

/** The data of a field of the form. */
export interface EditView {
  readonly flow: EditFlow;
  readonly l10n: Localization;
}

/** Renders a text field. A partly withheld value can be replaced, and stays unchanged if the field is empty. */
export function textField(
  view: EditView,
  name: 'login' | 'recoveryEmail',
  label: string,
  type: 'text' | 'email' = 'text',
): TemplateResult {
  const { flow, l10n } = view;
  const words = l10n.words(customerEditWords);
  const { values, base } = flow.draft!;
  const error = tooLong(excessOf(values[name], customerLengths[name]), l10n) ?? errorOf(view, name);
  const stored = base[name];
  // The placeholder shows the visible part of a withheld value: an empty field leaves it unchanged.
  const shown = isWithheld(stored) ? (stored.display ?? stored.token ?? l10n.common[stored.withheld]) : undefined;
  const id = `edit-${name}`;
  const described = [error && `${id}-message`, shown && `${id}-help`].filter(Boolean).join(' ');
  return html`${field({
    id,
    label,
    error,
    control: html`<input
      class="input"
      part="input"
      id=${id}
      type=${type}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      ?autofocus=${name === 'login'}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described || nothing}
      .value=${live(values[name])}
      @input=${(event: Event) => flow.change({ [name]: (event.target as HTMLInputElement).value })}
    />`,
  })}
  ${shown ? html`<p class="message" part="message" id="${id}-help">${l10n.text(words.stays, { shown: `\u2068${shown}\u2069` })}</p>` : nothing}
  ${theirs(view, name)}`;
}

/** Renders the fields of the tax exemption and its last day. */
export function taxFields(view: EditView): TemplateResult {
  const { flow, l10n } = view;
  const words = l10n.words(customerEditWords);
  const { values } = flow.draft!;
  const error = errorOf(view, 'taxExemptUntil');
  return html`<div class="check-group">
    <label class="check">
      <input
        type="checkbox"
        id="edit-taxExempt"
        .checked=${live(values.taxExempt)}
        @change=${(event: Event) => flow.change({ taxExempt: (event.target as HTMLInputElement).checked })}
      /><span>${words.taxExempt}</span>
    </label>
    ${theirs(view, 'taxExempt')}
    ${
      values.taxExempt
        ? html`${field({
            id: 'edit-taxExemptUntil',
            label: words.taxExemptUntil,
            optional: l10n.common.optional,
            error,
            control: html`<input
              class="input short"
              part="input"
              id="edit-taxExemptUntil"
              type="date"
              aria-invalid=${error ? 'true' : 'false'}
              aria-describedby=${error ? 'edit-taxExemptUntil-message' : nothing}
              .value=${live(values.taxExemptUntil)}
              @change=${(event: Event) => flow.change({ taxExemptUntil: (event.target as HTMLInputElement).value })}
            />`,
          })}
          ${theirs(view, 'taxExemptUntil')}`
        : nothing
    }
  </div>`;
}

export function verificationField(view: EditView): TemplateResult {
  const { flow, l10n } = view;
  const words = l10n.words(customerEditWords);
  const { values, base } = flow.draft!;
  const choices = base.verificationChoices ?? verificationCodes;
  const error = errorOf(view, 'verification');
  const named = customerWords(l10n);
  const codes = choices.map(codeOf);
  return html`${field({
    id: 'edit-verification',
    label: words.verification,
    error,
    control: html`<span class="select"
        ><select
          class="input"
          part="input"
          id="edit-verification"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="edit-verification-help"
          @change=${(event: Event) => flow.change({ verification: (event.target as HTMLSelectElement).value })}
        >
          ${
            codes.includes(values.verification)
              ? nothing
              : html`<option .value=${values.verification} selected>
                  ${base.verification ? worded(base.verification, named) : l10n.common.unknown}
                </option>`
          }
          ${choices.map(
            (choice) =>
              html`<option .value=${codeOf(choice)} .selected=${live(codeOf(choice) === values.verification)}>
                ${worded(choice, named)}
              </option>`,
          )}</select
        >${icon(icons.down)}</span
      >
      <p class="message" part="message" id="edit-verification-help">${words.verificationHelp}</p>`,
  })}
  ${theirs(view, 'verification')}`;
}

const customerWords = (l10n: Localization): Readonly<Record<string, string>> => {
  const { verified, unverified, pending } = l10n.words(customerInfoWords);
  return { verified, unverified, pending };
};

/** Renders the other person's value of a field that both have changed. */
export function theirs({ flow, l10n }: EditView, name: EditField): TemplateResult | typeof nothing {
  const { theirs: others } = flow.draft!;
  if (!(name in others)) return nothing;
  const words = l10n.words(customerEditWords);
  const take = () => flow.change({ [name]: others[name] } as Partial<EditValues>);
  return html`<p class="message warning theirs" part="theirs">
    ${icon(icons.alert)}<span>${l10n.text(words.theirs, { value: `\u2068${inWords(others, name, l10n)}\u2069` })}</span>
    <button type="button" class="button inline" part="take-theirs" @click=${take}>${words.takeTheirs}</button>
  </p>`;
}

function inWords(values: Partial<EditValues>, name: EditField, l10n: Localization): string {
  const words = l10n.words(customerFurtherWords);
  const value = values[name];
  if (Array.isArray(value))
    return (value as readonly Named[]).map(({ name: called }) => called).join(', ') || l10n.common.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const text = typeof value === 'string' ? value : '';
  if (name === 'verification') return worded(text, customerWords(l10n));
  if (name === 'taxExemptUntil' && text) return l10n.day(text);
  return text || l10n.common.none;
}

/**
 * Returns the error of a field, the server's or ours. The server can use the name of the field or of the submitted
 * property.
 */
export function errorOf({ flow }: EditView, name: EditField): string | undefined {
  const { errors } = flow.draft!;
  return errors[name] ?? (name === 'businessAccounts' ? errors['businessAccountIds'] : undefined);
}
