import { currentOf } from '../../data/write.ts';
import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import type { WriteState } from '../../element/write-controller.ts';
import type { NoteCreateForm } from './note-create-form.ts';
import type { Draft, NoteWrites } from './note-writes.ts';
import { change } from './note-operations.ts';
import * as events from './notes-panel.events.ts';

/** A started edit, with the note as it was read. */
export interface Edit extends Draft {
  readonly note: Note;
  /** True if the edit started from both texts of a conflict: the differences from the other text are shown. */
  readonly merges?: boolean;
}

/** Returns the id of the field in which a note is edited. */
export const editorId = ({ id }: Note): string => `edit-${encodeURIComponent(id)}`;

const toChange = (id: string): string => `update ${id}`;

/** The edits of notes: their drafts and the state of their writes. */
export class NoteEditForm {
  readonly #writes: NoteWrites;
  readonly #createForm: NoteCreateForm;
  readonly #remove: (note: Note) => void;
  /** The edits, by note id. */
  readonly #edits: Drafts<ReadonlyMap<string, Edit>>;

  /** `remove` deletes a note whose text was emptied, if the platform keeps one text per customer. */
  constructor(writes: NoteWrites, createForm: NoteCreateForm, remove: (note: Note) => void) {
    this.#writes = writes;
    this.#createForm = createForm;
    this.#remove = remove;
    this.#edits = new Drafts(writes.host, (edits) => [...edits.values()].some(({ body, note }) => body !== note.body));
  }

  /** All started edits. */
  get edits(): readonly Edit[] {
    return [...(this.#edits.get()?.values() ?? [])];
  }

  editOf({ id }: Note): Edit | undefined {
    return this.#edits.get()?.get(id);
  }

  /** Returns the state of the write that changes the text. */
  changing({ id }: Note): WriteState {
    return this.#writes.state(toChange(id));
  }

  /** Returns the note with the other person's changes, if the write was refused because of them. */
  conflictOf({ note }: Edit, listed: Note): Note | undefined {
    const state = this.changing(note);
    if (state.phase !== 'refused' || state.error.code !== 'conflict') return undefined;
    // An unreadable note is reported by the list, which is refetched.
    const current = currentOf(change(note, {}), state.error.current);
    return current ?? (listed.version === note.version ? undefined : listed);
  }

  /** Opens an edit, or restarts it from the other person's version. */
  edit(edit: Edit): void {
    this.change(edit);
    this.#writes.focus(`#${CSS.escape(editorId(edit.note))}`);
  }

  /** Stores the typed text of an edit. */
  change(edit: Edit): void {
    this.#writes.editIntention(toChange(edit.note.id));
    this.#keep(edit.note.id, edit);
  }

  discardEdit({ id }: Note): void {
    this.#writes.resetIntention(toChange(id));
    this.#keep(id, undefined);
    this.#writes.focusNote(id);
  }

  /** Discards the edit in favor of the other person's version. */
  keepTheirs(theirs: Note): void {
    this.discardEdit(theirs);
    this.#writes.host.refresh();
  }

  /** Submits the edit again, overwriting the other person's version. */
  replace(theirs: Note, body: string): void {
    this.edit({ note: theirs, body });
    void this.update(theirs);
  }

  /** Turns the edit of a note that no longer exists into a new note, after the text of the current draft. */
  saveAsNew({ note, body }: Edit): void {
    this.#writes.resetIntention(toChange(note.id));
    this.#keep(note.id, undefined);
    this.#createForm.add(body);
  }

  async update({ id }: Note): Promise<void> {
    const { host, words } = this.#writes;
    const edits = this.#edits.slot();
    const edit = edits.get()?.get(id);
    const body = this.#writes.toSend(toChange(id), edit);
    if (edit && body === '') return this.#empty(edit);
    if (!edit || !body) return;
    const { note } = edit;
    const { customerId } = note;
    if (!this.#writes.host.request(new events.NoteUpdateEvent(customerId, id))) return;
    this.#keep(id, { ...edit, sent: body }, edits);
    const operation = change(note, { body });
    const changed = await this.#writes.send({
      intention: toChange(id),
      operation,
      text: this.#writes.text(words.saved),
    });
    // Both texts replace the field, so focus moves to them.
    if (!changed && this.conflictOf(edit, note)) this.#writes.focus(`[data-note="${CSS.escape(id)}"] .versions button`);
    if (!changed) return;
    const now = edits.get()?.get(id);
    const isDone = now && trimmed(now.body) === body;
    const at = host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
    if (now) this.#keep(id, isDone ? undefined : { note: changed, body: now.body }, edits);
    if (isDone && at === id) this.#writes.focusNote(id);
    host.dispatchEvent(new events.NoteUpdatedEvent(customerId, id));
  }

  /**
   * Returns a function that bases an open edit of the note on the version that another write has made. Call it before
   * the write, because the edits are those of the customer on screen.
   */
  rebaser({ id, version }: Note): (changed: Note) => void {
    const edits = this.#edits.slot();
    return (changed) => {
      const edit = edits.get()?.get(id);
      if (edit && edit.note.version === version) this.#keep(id, { ...edit, note: changed }, edits);
    };
  }

  /** An empty text means no note if the platform keeps one text per customer. */
  #empty({ note }: Edit): void {
    const { notes } = this.#writes.host.client?.adapter ?? {};
    if (!notes?.single || !notes.delete) return;
    this.#keep(note.id, undefined);
    this.#remove(note);
  }

  /** Stores an edit, or deletes it if it is `undefined`. */
  #keep(id: string, edit: Edit | undefined, edits = this.#edits.slot()): void {
    const kept = new Map(edits.get());
    if (edit) kept.set(id, edit);
    else kept.delete(id);
    edits.set(kept.size ? kept : undefined);
  }
}
