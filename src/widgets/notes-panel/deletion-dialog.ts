import { html, nothing } from 'lit';
import { noteDetailWords } from './detail-words.en.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import type { NoteRemoval } from './note-removal.ts';

/**
 * Returns the dialog that confirms the deletion of a note. It shows a failure itself, because screen readers ignore
 * everything outside a modal dialog.
 */
export function deletionDialog(removal: NoteRemoval, l10n: Localization): DialogContent {
  const words = l10n.words(noteDetailWords);
  const { checkNow } = l10n.words(notesPanelWords);
  const { asked: note } = removal;
  const state = note && removal.deleting(note);
  const failure = note && removal.failureOf(note);
  return {
    heading: words.deleteQuestion,
    l10n,
    body: html`<div class="body">
      <div role="status">${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}</div>
      <p>${words.deleteWhy}</p>
    </div>`,
    footer: html`<button type="button" class="button ghost" @click=${() => removal.confirmation.close()}>
        ${l10n.common.cancel}
      </button>
      <button
        type="button"
        class="button danger"
        part="confirm-delete"
        ?disabled=${state?.phase === 'pending'}
        @click=${() => void removal.confirm()}
      >
        ${state?.phase === 'unknown' ? checkNow : words.confirmDelete}
      </button>`,
  };
}
