import { html, nothing, type TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';
import { iconButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum, moment, name } from '../../ui/text.ts';

export interface NoteItem {
  readonly note: Note;
  readonly l10n: Localization;
  /** Absent where this operator may not, or the platform cannot. */
  readonly onEdit?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
  /** Why it could not be deleted, or that nobody knows. */
  readonly failure?: string | undefined;
  /** In place of the text, while it is being changed or somebody else has changed it. */
  readonly form?: TemplateResult | undefined;
}

/** One note: who wrote it and when, the text, and what can be done with it. */
export function noteItem({ note, l10n, onEdit, onDelete, failure, form }: NoteItem): TemplateResult {
  const words = l10n.section('notesPanel', notesPanel);
  const { id, author, createdAt, updatedAt, pinned, body } = note;
  const time = l10n.moment(createdAt).brief;
  const action = (label: string, path: string, onClick: () => void) =>
    iconButton({ label: l10n.text(label as '{time}', { time }), path, kind: 'inline', onClick });
  return html`<article class="note ${pinned ? 'pinned' : ''}" part="note" data-note=${id}>
    <header>
      ${pinned ? html`${icon(icons.pin)}<span class="visually-hidden">${words.pinned}</span>` : nothing}
      <b class="strong" part="author">${name(author.name ?? author.id, l10n)}</b>
      <span class="quiet small">${author.name ? datum(author.id) : nothing} ${updatedAt ? words.edited : nothing}</span>
      <span class="quiet small nowrap time" part="time">${moment(createdAt, l10n)}</span>
      ${
        form || !(onEdit || onDelete)
          ? nothing
          : html`<span class="actions">
              ${onEdit ? action(words.edit, icons.pencil, onEdit) : nothing}
              ${onDelete ? action(words.delete, icons.bin, onDelete) : nothing}
            </span>`
      }
    </header>
    ${failure ? html`<p class="message warning" part="message">${icon(icons.alert)}<span>${failure}</span></p>` : nothing}
    ${form ?? html`<p part="note-body">${datum(body)}</p>`}
  </article>`;
}
