import type { TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';
import { noteConflict } from './note-conflict.ts';
import { editorId, type Edit, type NoteDesk } from './note-desk.ts';
import { failureOf, noteForm } from './note-form.ts';

/**
 * A change that was begun, in place of the note's text: the form, or both versions where somebody else was first.
 * `theirs` is the note as they have left it.
 */
export function noteEditor(edit: Edit, theirs: Note | undefined, desk: NoteDesk, l10n: Localization): TemplateResult {
  return theirs ? conflict(edit, theirs, desk, l10n) : form(edit, desk, l10n);
}

function form(edit: Edit, desk: NoteDesk, l10n: Localization): TemplateResult {
  const words = l10n.section('notesPanel', notesPanel);
  const { note, body } = edit;
  const state = desk.changing(note);
  const isGone = state.phase === 'refused' && state.error.code === 'not-found';
  return noteForm({
    id: editorId(note),
    label: words.editing,
    save: isGone ? words.saveAsNew : words.saveChange,
    body,
    dirty: true,
    state,
    failure: failureOf(state, l10n),
    l10n,
    onInput: (text) => desk.change({ ...edit, body: text }),
    onSave: () => (isGone ? desk.saveAsNew(edit) : void desk.update(note)),
    onDiscard: () => desk.discardEdit(note),
  });
}

function conflict({ body }: Edit, theirs: Note, desk: NoteDesk, l10n: Localization): TemplateResult {
  return noteConflict({
    theirs,
    mine: body,
    l10n,
    onKeepTheirs: () => desk.keepTheirs(theirs),
    onReplace: () => desk.replace(theirs, body),
    onEditBoth: () => desk.edit({ note: theirs, body: `${theirs.body}\n\n${body}` }),
  });
}
