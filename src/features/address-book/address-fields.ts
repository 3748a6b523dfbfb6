import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addressFormWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { field } from '../../ui/form.ts';
import { tooLong } from '../../ui/too-long.ts';
import type { AddressDraft, AddressValues } from './address-draft.ts';
import { excessIn, excessLines, fieldsOf, isRequired, isUsualCode, missingIn } from './address-draft.ts';
import { termsOf } from './address-terms.ts';
import { countriesIn, countryAddress, regionOf, type AddressField } from './country-address.ts';

export interface AddressFields {
  readonly draft: AddressDraft;
  readonly l10n: Localization;
  /** The platform's validation errors, by the name of the field. */
  readonly refused: Readonly<Record<string, string>>;
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
  const fields = fieldsOf(view.draft);
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
  const { l10n, draft } = view;
  const words = wordsOf(l10n);
  const { country } = draft.values;
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
  const { l10n, draft } = view;
  const words = wordsOf(l10n);
  const { country, region } = draft.values;
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
  const { draft, l10n, onInput } = view;
  const words = wordsOf(l10n);
  const input = ({ currentTarget }: Event) => onInput({ [key]: (currentTarget as Control).value });
  return labelled(view, key, labelOf(key, draft.values.country, words), ({ id, describedBy, invalid }) =>
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
          .value=${live(draft.values.lines)}
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
          aria-required=${isRequired(draft, key) ? 'true' : 'false'}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${live(draft.values[key])}
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
  const { draft, l10n } = view;
  const words = wordsOf(l10n);
  const id = `address-${key}`;
  const error = errorOf(view, key);
  const hint =
    key === 'postalCode' && !isUsualCode(draft)
      ? html`<p class="message warning" part="message" id="${id}-hint">
          ${icon(icons.alert)}<span>${words.unusualCode}</span>
        </p>`
      : nothing;
  const describedBy = [error && `${id}-message`, hint !== nothing && `${id}-hint`].filter(Boolean).join(' ');
  return field({
    id,
    label,
    optional: key === 'country' || isRequired(draft, key) ? undefined : l10n.common.optional,
    control: html`${control({ id, describedBy: describedBy || nothing, invalid: error ? 'true' : 'false' })} ${hint}`,
    error,
  });
}

/** Renders the error of a field: too long, refused by the platform, or missing after an attempt to save. */
function errorOf({ draft, refused, l10n }: AddressFields, key: Key): TemplateResult | string | undefined {
  const words = wordsOf(l10n);
  const long = key === 'country' ? undefined : tooLong(excessIn(draft, key), l10n);
  if (long) return long;
  const lines = key === 'lines' ? excessLines(draft) : 0;
  if (lines) return html`<span role="alert">${l10n.text(words.tooManyLines, { count: lines })}</span>`;
  const why = Object.entries(refused).find(([member]) => member.split('.')[0] === key)?.[1];
  if (why !== undefined) return l10n.text(words.refusedField, { why: `\u2068${why}\u2069` });
  if (!draft.checked || key === 'country' || !missingIn(draft).includes(key)) return undefined;
  return key === 'lines' ? words.missingLine : words.missing;
}

function select(
  { draft, onInput }: AddressFields,
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
      .value=${live(draft.values[key])}
      @change=${change}
    >
      ${options.map(
        ({ value, text }) => html`<option .value=${value} ?selected=${value === draft.values[key]}>${text}</option>`,
      )}</select
    >${icon(icons.down)}</span
  >`;
}

/** Returns the label of a field in a country. */
export function labelOf(key: Key, country: string, words: (typeof addressFormWords)['english']): string {
  const terms = termsOf(country);
  return key === 'city' || key === 'region' || key === 'postalCode' ? words[terms[key]] : words[key];
}

const wordsOf = (l10n: Localization) => l10n.words(addressFormWords);
