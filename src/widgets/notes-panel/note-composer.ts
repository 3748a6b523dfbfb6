import { html, type TemplateResult } from 'lit';
import type { Availability } from '../../domain/operator.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { NoteDesk } from './note-desk.ts';
import { noteForm } from './note-form.ts';
import { failureOf } from './note-work.ts';

/** Where a new note is written: the form, with what the desk keeps for it. The same in the panel and in the dialog. */
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
  // Until it is known whether one may write it takes its room, so that nothing moves then.
  return availability.state === 'unknown' ? html`<div class="unsettled">${form}</div>` : form;
}
