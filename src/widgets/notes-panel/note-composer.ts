import { html, type TemplateResult } from 'lit';
import type { Availability } from '../../domain/operator.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { NoteDesk } from './note-desk.ts';
import { noteForm } from './note-form.ts';
import { failureOf } from './note-work.ts';

/** Renders the form for a new note, which the panel and the dialog share, with the desk's draft. */
export function noteComposer(desk: NoteDesk, availability: Availability, l10n: Localization): TemplateResult {
  const words = l10n.words(notesPanelWords);
  const { draft, creating: state } = desk;
  const form = noteForm({
    id: 'new-note',
    label: words.newNote,
    save: words.save,
    body: draft.body,
    dirty: draft.body !== '',
    state,
    availability,
    failure: failureOf(state, l10n),
    l10n,
    onInput: (body) => desk.compose({ ...draft, body }),
    onSave: () => void desk.create(),
    onDiscard: () => desk.discardDraft(),
  });
  // Until the permission is known, the form takes up its space to avoid a layout shift.
  return availability.state === 'unknown' ? html`<div class="unsettled">${form}</div>` : form;
}
