import type { TemplateResult } from 'lit';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { NoteDesk } from './note-desk.ts';
import { noteForm } from './note-form.ts';
import { failureOf } from './note-work.ts';

/** Where a new note is written: the form, with what the desk keeps for it. The same in the panel and in the dialog. */
export function noteComposer(desk: NoteDesk, l10n: Localization): TemplateResult {
  const words = l10n.section('notesPanel', notesPanel);
  const { draft, creating: state } = desk;
  return noteForm({
    id: 'new-note',
    label: words.newNote,
    save: words.save,
    body: draft.body,
    dirty: draft.body !== '',
    state,
    failure: failureOf(state, l10n),
    l10n,
    onInput: (body) => desk.compose({ ...draft, body }),
    onSave: () => void desk.create(),
    onDiscard: () => desk.discardDraft(),
  });
}
