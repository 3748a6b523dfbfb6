import type { TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import { adopt } from '../../ui/styles.ts';
import { foundIn } from './found-in.ts';
import { actionStyles } from './note-actions.styles.ts';
import { NoteEditForm } from './note-edit-form.ts';
import type { NoteComposer } from './note-composer.ts';
import { NoteCreateForm } from './note-create-form.ts';
import { noteEditor } from './note-editor.ts';
import { NoteHistory } from './note-history.ts';
import type { NoteItem } from './note-item.ts';
import { deletionDialog, NoteDeleteAction, removedNote } from './note-delete-action.ts';
import { NotePinAction } from './note-pin-action.ts';
import { NoteWrites } from './note-writes.ts';
import { versionStyles } from '../../ui/versions.ts';

/** A row of a list with its key. */
export interface NoteRow {
  readonly key: string;
  readonly content: () => TemplateResult;
}

/**
 * Everything that writes notes, and their history. The module is loaded with its styles and words when the pointer or
 * the focus enters the panel.
 */
export class NoteActions {
  readonly createForm: NoteCreateForm;
  readonly editForm: NoteEditForm;
  readonly deleteAction: NoteDeleteAction;
  readonly pinAction: NotePinAction;
  readonly history: NoteHistory;
  readonly keepPlace = keepPlace;
  readonly #writes: NoteWrites;

  constructor(composer: NoteComposer) {
    const { host } = composer;
    const writes = new NoteWrites(composer);
    for (const sheet of [versionStyles, actionStyles]) adopt(host, sheet);
    this.#writes = writes;
    this.createForm = new NoteCreateForm(writes, composer);
    this.deleteAction = new NoteDeleteAction(writes);
    this.editForm = new NoteEditForm(writes, this.createForm, (note) => this.deleteAction.remove(note));
    this.pinAction = new NotePinAction(writes, (note) => this.editForm.rebaser(note));
    this.history = new NoteHistory(host);
  }

  edit(note: Note): void {
    this.editForm.edit({ note, body: note.body });
  }

  dialogs(retry: () => void): unknown[] {
    const { l10n } = this.#writes.host;
    return [
      this.deleteAction.confirmation.render(() => deletionDialog(this.deleteAction, l10n)),
      this.history.render({ l10n, retry }),
    ];
  }

  /**
   * Returns the rows of a list, each note rendered by `draw`. The rows include notes that are being edited but are not
   * or no longer in the list, so that drafts are not lost, and the undo strips of notes that were just deleted.
   */
  rowsOf(notes: readonly Note[], draw: (note: Note) => TemplateResult): readonly NoteRow[] {
    const others = this.editForm.edits
      .map(({ note }) => note)
      .filter(({ id }) => !notes.some((note) => note.id === id));
    const rows = [...notes, ...others].map((note): NoteRow => ({ key: note.id, content: () => draw(note) }));
    for (const removed of this.deleteAction.removed)
      rows.splice(removed.at, 0, {
        key: `removed ${removed.note.id}`,
        content: () => removedNote(removed, this.deleteAction, this.#writes.host.l10n),
      });
    return rows;
  }

  /** Returns the state of a note for its rendering: its edit, its failed write and its matches of the search. */
  stateOf(
    note: Note,
    editable: boolean,
    searchText: string | undefined,
  ): Pick<NoteItem, 'note' | 'failure' | 'form' | 'found'> {
    const { editForm, deleteAction } = this;
    const { l10n } = this.#writes.host;
    const edit = editable ? editForm.editOf(note) : undefined;
    const theirs = edit && editForm.conflictOf(edit, note);
    const { host } = this.#writes;
    const mayBeEmpty = host.client?.adapter.notes?.single === true && host.can('notes.delete');
    return {
      note: theirs ?? note,
      failure: deleteAction.asked?.id === note.id ? undefined : this.#failureOf(note),
      form: edit && noteEditor({ edit, theirs, editForm, l10n, mayBeEmpty }),
      found: searchText ? (text) => foundIn(text, searchText, l10n) : undefined,
    };
  }

  #failureOf(note: Note): NoteItem['failure'] {
    const { deleteAction, pinAction } = this;
    const deletion = deleteAction.failureOf(note);
    const text = deletion ?? pinAction.failureOf(note);
    if (text === undefined) return undefined;
    const { phase } = deletion ? deleteAction.deleting(note) : pinAction.state(note);
    const again = deletion ? () => deleteAction.remove(note) : () => void pinAction.pin(note);
    return { text, check: phase === 'unknown' ? again : undefined };
  }
}

/**
 * Keeps the scroll position of what is being read while rows are added or removed above it. Call it before the change,
 * and the returned function after it.
 */
function keepPlace(scroller: Element | null | undefined): () => void {
  if (!scroller?.scrollTop) return () => {};
  const { top } = scroller.getBoundingClientRect();
  const read = [...scroller.querySelectorAll('[data-note]')].find((row) => row.getBoundingClientRect().bottom > top);
  const before = read?.getBoundingClientRect().top;
  return () => {
    if (read?.isConnected && before !== undefined) scroller.scrollTop += read.getBoundingClientRect().top - before;
  };
}
