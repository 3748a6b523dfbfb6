import { html, nothing, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { addressFormWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { addressConflict } from './address-conflict.ts';
import { isDirty, type AddressDraft } from './address-draft.ts';
import type { AddressEditing } from './address-editing.ts';
import { addressFields } from './address-fields.ts';

/** Returns the dialog with the form, or with both versions if there is an edit conflict. */
export function addressDialog(editing: AddressEditing, l10n: Localization): DialogContent {
  const words = l10n.words(addressFormWords);
  const { draft, theirs } = editing;
  const heading = draft?.base ? words.editHeading : words.addHeading;
  // There is no draft while the customer changes.
  if (!draft) return { heading, l10n, body: html`<div class="body"></div>` };
  if (theirs) return { heading, l10n, body: addressConflict(editing, draft, theirs, l10n) };
  return { heading, l10n, body: form(editing, draft, l10n), footer: buttons(editing, draft, l10n) };
}

function form(editing: AddressEditing, draft: AddressDraft, l10n: Localization): TemplateResult {
  const { state } = editing;
  const failure = editing.failure();
  const refused = (state.phase === 'refused' && state.error.fieldErrors) || {};
  const submit = (event: Event) => {
    event.preventDefault();
    void editing.save();
  };
  return html`<div class="body">
    <div class="address-status" role="status">
      ${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}
    </div>
    ${defaultHint(draft.base, l10n)}
    <form class="address-form" part="form" id="address-form" novalidate @submit=${submit}>
      ${addressFields({ draft, l10n, refused, onInput: (values) => editing.type(values) })}
    </form>
  </div>`;
}

/** Warns that the address is a default, because the change affects its uses. */
function defaultHint(base: BookAddress | undefined, l10n: Localization): TemplateResult | typeof nothing {
  const words = l10n.words(addressFormWords);
  if (!base?.defaultFor.length) return nothing;
  const [use] = base.defaultFor;
  const uses = base.defaultFor.length > 1 ? words.billingAndShipping : words[use!];
  return html`<p class="message">${icon(icons.info)}<span>${l10n.text(words.isDefaultFor, { use: uses })}</span></p>`;
}

function buttons(editing: AddressEditing, draft: AddressDraft, l10n: Localization): TemplateResult {
  const words = l10n.words(addressFormWords);
  const { state, isGone } = editing;
  const isPending = state.phase === 'pending';
  const dirty = isDirty(draft);
  const save =
    state.phase === 'unknown'
      ? words.checkNow
      : isPending
        ? words.saving
        : isGone
          ? words.saveAsNew
          : draft.base
            ? words.saveChange
            : words.save;
  const onSave = isGone
    ? (event: Event) => {
        event.preventDefault();
        editing.saveAsNew();
      }
    : undefined;
  return html`${dirty ? html`<span class="quiet small">${words.draft}</span>` : nothing}
    ${
      dirty
        ? html`<button
            type="button"
            class="button ghost"
            part="discard"
            aria-disabled=${isPending ? 'true' : nothing}
            @click=${() => isPending || editing.discard()}
          >
            ${words.discard}
          </button>`
        : html`<button type="button" class="button ghost" @click=${() => editing.dialog.close()}>
            ${l10n.common.cancel}
          </button>`
    }
    <button
      class="button primary"
      part="save"
      form="address-form"
      aria-disabled=${isPending ? 'true' : nothing}
      @click=${onSave}
    >
      ${save}
    </button>`;
}
