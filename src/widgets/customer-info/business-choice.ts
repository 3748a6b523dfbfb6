import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { List } from '../../data/snapshot.ts';
import type { Named } from '../../domain/customer.ts';
import { customerEditWords } from './edit-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { FieldError } from '../../forms/form-field.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import type { SearchField } from '../../ui/search-field.ts';
import { name } from '../../ui/text.ts';

const atAGlance = 6;

export interface BusinessChoice {
  readonly list: List<Named> | 'loading' | 'failed';
  readonly search: SearchField;
  readonly chosen: readonly Named[];
  readonly error: FieldError;
  readonly l10n: Localization;
  readonly onChoose: (account: Named, isChosen: boolean) => void;
  readonly onRetry: () => void;
}

/** Renders the choice of business accounts. The chosen ones come first, so that they stay in view during a search. */
export function businessChoice(view: BusinessChoice): TemplateResult {
  const { list, search, chosen, error, l10n } = view;
  const words = l10n.words(customerEditWords);
  const found = typeof list === 'string' ? [] : list.items;
  const others = found.filter(({ id }) => !chosen.some((account) => account.id === id));
  return html`<div
    class="field businesses ${error ? 'invalid' : ''}"
    part="field"
    role="group"
    aria-labelledby="edit-business"
  >
    <span class="name" id="edit-business">${words.business}</span>
    ${isLong(view) ? search.render({ label: words.searchBusiness }) : nothing}
    <div class="check-list">
      ${repeat(
        [...chosen, ...others],
        ({ id }) => id,
        (account) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${live(chosen.includes(account))}
              @change=${(event: Event) => view.onChoose(account, (event.target as HTMLInputElement).checked)}
            /><span>${name(account.name, l10n)}</span></label
          >`,
      )}
      ${
        list === 'failed'
          ? html`<p class="message danger" part="message">
              ${icon(icons.alert)}<span>${words.businessFailed}</span>
              <button type="button" class="button inline" part="retry" @click=${view.onRetry}>
                ${l10n.common.retry}
              </button>
            </p>`
          : list !== 'loading' && !found.length
            ? html`<p class="message" part="message">${words.noBusiness}</p>`
            : nothing
      }
    </div>
    ${error ? html`<p class="message danger" part="message">${icon(icons.alert)}<span>${error}</span></p>` : nothing}
  </div>`;
}

/** Returns true if there are too many accounts to see at a glance. A search result can always be a part of more. */
const isLong = ({ list, search }: BusinessChoice): boolean =>
  search.text !== '' || (typeof list !== 'string' && (list.hasMore || list.items.length > atAGlance));
