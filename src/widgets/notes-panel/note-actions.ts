import type { TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import { adopt } from '../../ui/adopt.ts';
import { deletionDialog } from './deletion-dialog.ts';
import { foundIn } from './found-in.ts';
import { actionStyles } from './note-actions.styles.ts';
import { NoteChanges } from './note-changes.ts';
import type { NoteDesk } from './note-desk.ts';
import { noteEditor } from './note-editor.ts';
import { NoteHistory } from './note-history.ts';
import type { NoteItem } from './note-item.ts';
import { NoteRemoval } from './note-removal.ts';
import type { NoteWork } from './note-work.ts';
import { removedNote } from './removed-note.ts';

/** A row of a list with its key. */
export interface NoteRow {
  readonly key: string;
  readonly content: () => TemplateResult;
}

/**
 * The actions on existing notes: edit, pin, delete, restore and history. The module is loaded with its styles
 * and words when the first of them is used.
 */
export class NoteActions {
  readonly changes: NoteChanges;
  readonly removal: NoteRemoval;
  readonly history: NoteHistory;
  readonly keepPlace = keepPlace;
  readonly #work: NoteWork;

  constructor(work: NoteWork, desk: NoteDesk) {
    const { host } = work;
    adopt(host, actionStyles);
    this.#work = work;
    this.removal = new NoteRemoval(work);
    this.changes = new NoteChanges(work, desk, (note) => this.removal.remove(note));
    this.history = new NoteHistory(host);
  }

  edit(note: Note): void {
    this.changes.edit({ note, body: note.body });
  }

  dialogs(retry: () => void): unknown[] {
    const { l10n } = this.#work.host;
    return [
      this.removal.confirmation.render(() => deletionDialog(this.removal, l10n)),
      this.history.render({ l10n, retry }),
    ];
  }

  /**
   * Returns the rows of a list, each note rendered by `draw`. The rows include notes that are being edited but are not
   * or no longer in the list, so that drafts are not lost, and the undo strips of notes that were just deleted.
   */
  rowsOf(notes: readonly Note[], draw: (note: Note) => TemplateResult): readonly NoteRow[] {
    const others = this.changes.edits.map(({ note }) => note).filter(({ id }) => !notes.some((note) => note.id === id));
    const rows = [...notes, ...others].map((note): NoteRow => ({ key: note.id, content: () => draw(note) }));
    for (const removed of this.removal.removed)
      rows.splice(removed.at, 0, {
        key: `removed ${removed.note.id}`,
        content: () => removedNote(removed, this.removal, this.#work.host.l10n),
      });
    return rows;
  }

  /** Returns the state of a note for its rendering: its edit, its failed write and its matches of the search. */
  stateOf(
    note: Note,
    editable: boolean,
    searchText: string | undefined,
  ): Pick<NoteItem, 'note' | 'failure' | 'form' | 'found'> {
    const { changes, removal } = this;
    const { l10n } = this.#work.host;
    const edit = editable ? changes.editOf(note) : undefined;
    const theirs = edit && changes.conflictOf(edit, note);
    const { host } = this.#work;
    const mayBeEmpty = host.client?.adapter.notes?.single === true && host.can('notes.delete');
    return {
      note: theirs ?? note,
      failure: removal.asked?.id === note.id ? undefined : this.#failureOf(note),
      form: edit && noteEditor({ edit, theirs, changes, l10n, mayBeEmpty }),
      found: searchText ? (text) => foundIn(text, searchText, l10n) : undefined,
    };
  }

  #failureOf(note: Note): NoteItem['failure'] {
    const { changes, removal } = this;
    const deletion = removal.failureOf(note);
    const text = deletion ?? changes.pinFailure(note);
    if (text === undefined) return undefined;
    const { phase } = deletion ? removal.deleting(note) : changes.pinning(note);
    const again = deletion ? () => removal.remove(note) : () => void changes.pin(note);
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
