import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BookAddress } from '../../domain/address.ts';
import type { VersionField } from '../../forms/form-conflict.ts';
import { optionText } from '../../forms/form-fields.ts';
import { countryName, type Localization } from '../../i18n/localization.ts';
import { addressFormWords } from './words.en.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { field, tooLong } from '../../ui/form.ts';
import type { FieldErrors } from '../../forms/form-drafts.ts';
import { addressLengths } from '../../domain/lengths.ts';
import type { FieldError, TextField } from '../../forms/form-field.ts';
import type { AddressEdit, AddressValues } from './address-values.ts';
import { excessIn, excessLines, fieldsOf, isRequired, isUsualCode, valuesOf } from './address-values.ts';
import { termsOf } from './address-terms.ts';
import { countriesIn, countryAddress, regionOf, type AddressField } from './country-address.ts';

export interface AddressFields {
  readonly edit: AddressEdit;
  readonly l10n: Localization;
  /** The errors that are due, by the name of the field. */
  readonly errors: FieldErrors;
  readonly onInput: (values: Partial<AddressValues>) => void;
}

type Key = AddressField | 'country';
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

// The operator writes for somebody else, so the browser may only fill in parts of the place.
const autocomplete: Readonly<Record<Key, string>> = {
  country: 'section-customer country',
  name: 'section-customer name',
  company: 'section-customer organization',
  lines: 'section-customer street-address',
  city: 'section-customer address-level2',
  region: 'section-customer address-level1',
  postalCode: 'section-customer postal-code',
  phone: 'section-customer tel',
};

/**
 * Renders the country and the fields of an address in the order of the country. Fields of the same address line are
 * side by side.
 */
export function addressFields(view: AddressFields): TemplateResult {
  const fields = fieldsOf(view.edit);
  const isPlace = (name: AddressField) => name === 'city' || name === 'region' || name === 'postalCode';
  const draw = (name: AddressField) => (name === 'region' ? regionField(view) : textField(view, name));
  const first = fields.findIndex(isPlace);
  const above = fields.filter((name, index) => !isPlace(name) && (first < 0 || index < first));
  const below = fields.filter((name, index) => !isPlace(name) && first >= 0 && index > first);
  const place = fields.filter(isPlace);
  return html`${countryField(view)} ${above.map(draw)}
  ${place.length ? html`<div class="place-fields">${place.map(draw)}</div>` : nothing} ${below.map(draw)}`;
}

function countryField(view: AddressFields): TemplateResult {
  const { l10n, edit } = view;
  const words = wordsOf(l10n);
  const { country } = edit.values;
  const countries = countriesIn(l10n);
  const isKnown = countries.some(({ code }) => code === country);
  return labelled(view, 'country', words.country, (attributes) =>
    select(view, 'country', attributes, [
      ...(country ? [] : [{ value: '', text: words.chooseCountry }]),
      // A country name of the platform is kept as it is.
      ...(country && !isKnown ? [{ value: country, text: country }] : []),
      ...countries.map(({ code, name }) => ({ value: code, text: name })),
    ]),
  );
}

function regionField(view: AddressFields): TemplateResult {
  const { l10n, edit } = view;
  const words = wordsOf(l10n);
  const { country, region } = edit.values;
  const { regions } = countryAddress(country);
  if (!regions.length) return textField(view, 'region');
  const chosen = regionOf(country, region);
  return labelled(view, 'region', words[termsOf(country).region], (attributes) =>
    select(view, 'region', attributes, [
      { value: '', text: words.chooseRegion },
      ...(region.trim() && !chosen ? [{ value: region, text: region }] : []),
      // The stored spelling is kept until another region is chosen.
      ...regions.map(({ value, name }) => ({ value: name === chosen?.name ? region : value, text: name })),
    ]),
  );
}

function textField(view: AddressFields, key: AddressField): TemplateResult {
  const { edit, l10n, onInput } = view;
  const words = wordsOf(l10n);
  const input = ({ currentTarget }: Event) => onInput({ [key]: (currentTarget as Control).value });
  return labelled(view, key, labelOf(key, edit.values.country, words), ({ id, describedBy, invalid }) =>
    key === 'lines'
      ? html`<textarea
          class="input"
          part="input"
          id=${id}
          rows="2"
          dir="auto"
          autocomplete=${autocomplete.lines}
          aria-required="true"
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${live(edit.values.lines)}
          @input=${input}
        ></textarea>`
      : html`<input
          class="input"
          part="input"
          id=${id}
          type=${key === 'phone' ? 'tel' : 'text'}
          dir=${key === 'phone' ? 'ltr' : 'auto'}
          autocomplete=${autocomplete[key]}
          autocapitalize=${key === 'postalCode' ? 'characters' : 'words'}
          spellcheck="false"
          aria-required=${isRequired(edit, key) ? 'true' : 'false'}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${live(edit.values[key])}
          @input=${input}
        />`,
  );
}

interface Attributes {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | 'false';
}

/** Renders a field with its label, its error and its warning. */
function labelled(
  view: AddressFields,
  key: Key,
  label: string,
  control: (attributes: Attributes) => TemplateResult,
): TemplateResult {
  const { edit, l10n } = view;
  const words = wordsOf(l10n);
  const id = `address-${key}`;
  const error = errorOf(view, key);
  const hint =
    key === 'postalCode' && !isUsualCode(edit)
      ? html`<p class="message warning" part="message" id="${id}-hint">
          ${icon(icons.alert)}<span>${words.unusualCode}</span>
        </p>`
      : nothing;
  const describedBy = [error && `${id}-message`, hint !== nothing && `${id}-hint`].filter(Boolean).join(' ');
  return field({
    id,
    label,
    optional: key === 'country' || isRequired(edit, key) ? undefined : l10n.common.optional,
    control: html`${control({ id, describedBy: describedBy || nothing, invalid: error ? 'true' : 'false' })} ${hint}`,
    error,
  });
}

/** Returns the error of a field: too long, else the one that is due. */
function errorOf({ edit, errors, l10n }: AddressFields, key: Key): FieldError {
  const long = key === 'country' ? undefined : tooLong(excessIn(edit, key), l10n);
  if (long) return long;
  const lines = key === 'lines' ? excessLines(edit) : 0;
  if (lines) return html`<span role="alert">${l10n.text(wordsOf(l10n).tooManyLines, { count: lines })}</span>`;
  return errors[key];
}

function select(
  { edit, onInput, l10n }: AddressFields,
  key: 'country' | 'region',
  { id, describedBy, invalid }: Attributes,
  options: readonly { readonly value: string; readonly text: string }[],
): TemplateResult {
  const change = ({ currentTarget }: Event) => onInput({ [key]: (currentTarget as HTMLSelectElement).value });
  return html`<span class="select"
    ><select
      class="input"
      part="input"
      id=${id}
      autocomplete=${autocomplete[key]}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      ?autofocus=${key === 'country'}
      .value=${live(edit.values[key])}
      @change=${change}
    >
      ${options.map(
        ({ value, text }) =>
          html`<option .value=${value} ?selected=${value === edit.values[key]}>${optionText(text, l10n)}</option>`,
      )}</select
    >${icon(icons.down)}</span
  >`;
}

/** Returns the field of the label, for a platform that has labels. */
export function labelField(l10n: Localization): TextField<'label'> {
  const { label, labelHelp } = wordsOf(l10n);
  return {
    kind: 'text',
    name: 'label',
    label,
    help: labelHelp,
    isOptional: true,
    maxLength: addressLengths.label,
  };
}

/** Renders what a change of a stored address means: for its uses, and if the platform keeps no versions. */
export function addressHints(
  base: BookAddress | undefined,
  keepsVersions: boolean,
  l10n: Localization,
): readonly TemplateResult[] {
  const words = wordsOf(l10n);
  const hint = (text: string) => html`<p class="message">${icon(icons.info)}<span>${text}</span></p>`;
  const [use, other] = base?.defaultFor ?? [];
  return [
    ...(use ? [hint(l10n.text(words.isDefaultFor, { use: other ? words.billingAndShipping : words[use] }))] : []),
    ...(base && !keepsVersions ? [hint(words.noVersions)] : []),
  ];
}

/** Returns the fields of two versions of an address, each named as its country names it. */
export function versionFields(theirs: BookAddress, mine: BookAddress, l10n: Localization): readonly VersionField[] {
  const words = wordsOf(l10n);
  const [a, b] = [valuesOf(theirs), valuesOf(mine)];
  const names = [
    'country',
    ...new Set([...fieldsOf({ base: mine, values: b }), ...fieldsOf({ base: theirs, values: a })]),
    'label',
  ] as const;
  const text = (name: Key | 'label', values: AddressValues) =>
    name === 'country' ? countryName(values.country, l10n) : values[name].trim();
  return names
    .filter((name) => a[name] || b[name])
    .map((name) => ({
      label: { theirs: labelOf(name, a.country, words), mine: labelOf(name, b.country, words) },
      theirs: text(name, a),
      mine: text(name, b),
    }));
}

/** Returns the label of a field in a country. */
function labelOf(key: Key | 'label', country: string, words: (typeof addressFormWords)['english']): string {
  const terms = termsOf(country);
  return key === 'city' || key === 'region' || key === 'postalCode' ? words[terms[key]] : words[key];
}

const wordsOf = (l10n: Localization) => l10n.words(addressFormWords);
