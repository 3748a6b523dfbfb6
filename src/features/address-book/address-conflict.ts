import { html, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { addressFormWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { countryName } from '../../i18n/names.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { maybe, name } from '../../ui/text.ts';
import { addressFrom, fieldsOf, inputOf, valuesOf, type AddressDraft, type AddressValues } from './address-draft.ts';
import type { AddressEditing } from './address-editing.ts';
import { labelOf } from './address-fields.ts';

/**
 * Renders an edit conflict: both versions with their differences marked, and three ways to resolve it. No version is
 * preselected.
 */
export function addressConflict(
  editing: AddressEditing,
  draft: AddressDraft,
  theirs: BookAddress,
  l10n: Localization,
): TemplateResult {
  const words = l10n.words(addressFormWords);
  const mine: BookAddress = { ...theirs, address: addressFrom(inputOf(draft)) };
  const [a, b] = [valuesOf(theirs), valuesOf(mine)];
  const shown = ['country', ...new Set([...fieldsOf(draft), ...fieldsOf({ values: a })])] as const;
  const fields = shown.filter((key) => a[key] || b[key]);
  const version = (heading: string, values: AddressValues, other: AddressValues, actions: TemplateResult) =>
    html`<div>
      <p class="label">${heading}</p>
      <dl class="version-fields">
        ${fields.map(
          (key) =>
            html`<dt>${labelOf(key, values.country, words)}</dt>
              <dd>${value(key, values, other, l10n)}</dd>`,
        )}
      </dl>
      <div class="actions">${actions}</div>
    </div>`;
  const button = (text: string, onClick: () => void) =>
    html`<button type="button" class="button" @click=${onClick}>${text}</button>`;
  return html`<div class="body">
    <p class="message warning" part="message" role="status">${icon(alert)}<span>${words.conflict}</span></p>
    <div class="address-versions" part="versions">
      ${version(
        words.theirs,
        a,
        b,
        button(words.keepTheirs, () => editing.keepTheirs()),
      )}
      ${version(
        words.yours,
        b,
        a,
        html`${button(words.replaceWithMine, () => editing.replace(theirs))}
        ${button(words.editMine, () => editing.editMine(theirs))}`,
      )}
    </div>
  </div>`;
}

function value(
  key: keyof AddressValues,
  values: AddressValues,
  other: AddressValues,
  l10n: Localization,
): TemplateResult {
  const text = key === 'country' ? countryName(values.country, l10n) : values[key].trim();
  const shown = maybe(text || null, l10n, (known) => name(known, l10n));
  return values[key].trim() === other[key].trim() ? shown : html`<mark>${shown}</mark>`;
}
