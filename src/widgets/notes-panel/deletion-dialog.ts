import { html, nothing } from 'lit';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import type { NoteDesk } from './note-desk.ts';

/** Asks before a note is deleted, and says there why it was not: what is behind a dialog is not read. */
export function deletionDialog(desk: NoteDesk, l10n: Localization): DialogContent {
  const words = l10n.section('notesPanel', notesPanel);
  const { asked: note } = desk;
  const state = note && desk.deleting(note);
  const failure = note && desk.deletionFailure(note);
  return {
    heading: words.deleteQuestion,
    l10n,
    body: html`<div class="body">
      <div role="status">${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}</div>
      <p>${words.deleteWhy}</p>
    </div>`,
    footer: html`<button type="button" class="button ghost" @click=${() => desk.confirmation.close()}>
        ${l10n.common.cancel}
      </button>
      <button
        type="button"
        class="button danger"
        part="confirm-delete"
        ?disabled=${state?.phase === 'pending'}
        @click=${() => void desk.delete()}
      >
        ${state?.phase === 'unknown' ? words.checkNow : words.confirmDelete}
      </button>`,
  };
}
