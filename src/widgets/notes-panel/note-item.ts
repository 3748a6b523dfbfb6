import { html, nothing, type TemplateResult } from 'lit';
import type { Coded } from '../../domain/field.ts';
import type { Note } from '../../domain/note.ts';
import { actorName, type Availability } from '../../domain/operator.ts';
import { isForTeam, readersText } from './note-readers.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { iconFeature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { briefId, identifier } from '../../ui/identifier.ts';
import { moment, name, prose } from '../../ui/text.ts';

/** The display of a note's author: name, id or both. The id is shown if there is no name. */
export type NoteAuthor = 'name' | 'id' | 'both';

export interface NoteItem {
  readonly note: Note;
  readonly l10n: Localization;
  readonly author: NoteAuthor;
  /** The people who can read a note that does not say it. */
  readonly visibility: Coded;
  /** True if another operator has just written the note. */
  readonly isNew?: boolean;
  /** Renders a text from data with the matches of the search marked. */
  readonly found?: ((text: string) => TemplateResult) | undefined;
  readonly availabilityOf: (operation: 'update' | 'delete') => Availability;
  /** Absent if the platform does not support it. */
  readonly onPin?: (() => void) | undefined;
  readonly onEdit?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
  readonly onHistory?: (() => void) | undefined;
  /** The message of a failed write or of an unknown outcome, and the function that checks the outcome. */
  readonly failure?: { readonly text: string; readonly check?: (() => void) | undefined } | undefined;
  /** Replaces the text while the note is being edited or has a conflict. */
  readonly form?: TemplateResult | undefined;
}

/** Renders the placeholder of a note. */
export const noteSkeleton = (): TemplateResult => html`<div class="note"><div class="skeleton lines"></div></div>`;

/** Renders a note: author, time, text and actions. */
export function noteItem(item: NoteItem): TemplateResult {
  const { note, l10n, failure, form, found = (text: string) => prose(text, l10n) } = item;
  const words = l10n.words(notesPanelWords);
  const { pinned } = note;
  return html`<article class="note acts ${pinned ? 'pinned' : ''}" part="note" data-note=${note.id}>
    <header class="dated">
      ${pinned ? html`${icon(icons.pin)}<span class="visually-hidden">${words.pinned}</span>` : nothing} ${author(item)}
      <span class="quiet small nowrap time" part="time"
        >${
          item.isNew ? html`<b class="new">${words.new}</b> ` : nothing
        }${edited(item)}${moment(note.createdAt, l10n)}</span
      >
      ${form ? nothing : actions(item)}
    </header>
    ${form ? nothing : audience(item)}
    ${
      failure
        ? html`<p class="message warning" part="message">
            ${icon(icons.alert)}<span>${failure.text}</span>
            ${
              failure.check
                ? html`<button type="button" class="button inline" part="check" @click=${failure.check}>
                    ${words.checkNow}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
    ${form ?? html`<p part="note-body">${found(note.body)}</p>`}
  </article>`;
}

function author({ note: { author: by }, author: wish, l10n, found }: NoteItem): TemplateResult {
  const shown = (text: string) => (found ? found(text) : name(text, l10n));
  const id = briefId(by.id) === by.id ? shown(by.id) : identifier(by.id, l10n);
  const called = wish === 'id' ? undefined : actorName(by);
  return html`<b class="strong" part="author">${called === undefined ? id : shown(called)}</b>
    ${called !== undefined && wish === 'both' ? html`<span class="quiet small" part="author-id">${id}</span>` : nothing}`;
}

/** Renders the time of the last edit, with a button for the history if the platform keeps it. */
function edited({ note: { updatedAt }, l10n, onHistory }: NoteItem): TemplateResult | typeof nothing {
  if (!updatedAt) return nothing;
  const words = l10n.words(notesPanelWords);
  const label = l10n.text(words.editedAt, { time: l10n.moment(updatedAt, { within: true }) });
  const when = moment(updatedAt, l10n, words.edited);
  return onHistory
    ? html`<button type="button" class="link edited" part="edited" aria-label=${label} @click=${onHistory}>
          ${when}</button
        >, `
    : html`${when}, `;
}

/** Renders who else can read the note. */
function audience({ note, visibility, l10n }: NoteItem): TemplateResult | typeof nothing {
  const known = note.visibility ?? visibility;
  if (isForTeam(known)) return nothing;
  return html`<p class="audience small" part="visibility">
    ${icon(icons.eye)}<span>${readersText(known, l10n)}</span>
  </p>`;
}

function actions({ note, l10n, availabilityOf, onPin, onEdit, onDelete }: NoteItem): TemplateResult | typeof nothing {
  const [change, removal] = [availabilityOf('update'), availabilityOf('delete')];
  const isOffered = (availability: Availability, act: unknown) => act !== undefined && availability.state !== 'denied';
  if (!isOffered(change, onPin ?? onEdit) && !isOffered(removal, onDelete)) return nothing;
  const words = l10n.words(notesPanelWords);
  const time = l10n.moment(note.createdAt);
  const action = (availability: Availability, label: string, path: string, onClick: () => void) =>
    iconFeature(
      { availability, l10n },
      { label: l10n.text(label as '{time}', { time }), path, kind: 'inline', onClick },
    );
  return html`<span class="actions on-row">
    ${onEdit ? action(change, words.edit, icons.pencil, onEdit) : nothing}
    ${
      onPin
        ? html`<span part="pin">${action(change, note.pinned ? words.unpin : words.pin, icons.pin, onPin)}</span>`
        : nothing
    }
    ${onDelete ? action(removal, words.delete, icons.bin, onDelete) : nothing}
  </span>`;
}
