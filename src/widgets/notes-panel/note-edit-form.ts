import { visibilityOf } from '../../adapter/features.ts';
import type { Guarantees } from '../../adapter/options.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import type { Coded } from '../../domain/field.ts';
import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import {
  PendingWrite,
  type Outcome,
  type PendingPhase,
  type Submission,
  type WriteKind,
} from '../../element/pending-write.ts';
import type { Draft } from './note-composer.ts';
import type { NoteCreateForm } from './note-create-form.ts';
import { guarantees, type NoteWrites } from './note-writes.ts';
import { change, compareNote } from './note-operations.ts';
import { NoteUpdatedEvent, NoteUpdateEvent } from './notes-panel.events.ts';

/** A text to save, and the note as it was read. */
export interface NoteText {
  readonly note: Note;
  readonly body: string;
}

/** A started edit. */
export interface Edit extends NoteText, Draft {
  /** The other person's version, if the server returned it with its refusal. */
  readonly theirs?: Note | undefined;
  /** True if the edit started from both texts of a conflict: the differences from the other text are shown. */
  readonly merges?: boolean | undefined;
}

/** Returns the id of the field in which a note is edited. */
export const editorId = ({ id }: Note): string => `edit-${encodeURIComponent(id)}`;

const toChange = (id: string): string => `update ${id}`;

/** The edits of notes: their drafts and the state of their writes. */
export class NoteEditForm implements WriteKind<NoteText, Note, Note> {
  readonly #writes: NoteWrites;
  readonly #createForm: NoteCreateForm;
  readonly #remove: (note: Note) => void;
  readonly #pending: PendingWrite<NoteText, Note, Note>;
  /** The edits, by note id. */
  readonly #edits: Drafts<ReadonlyMap<string, Edit>>;

  /** `remove` deletes a note whose text was emptied, if the platform keeps one text per customer. */
  constructor(writes: NoteWrites, createForm: NoteCreateForm, remove: (note: Note) => void) {
    this.#writes = writes;
    this.#createForm = createForm;
    this.#remove = remove;
    this.#pending = new PendingWrite(writes.host, this);
    this.#edits = new Drafts(writes.host, (edits) => [...edits.values()].some(({ body, note }) => body !== note.body));
  }

  /** All started edits. */
  get edits(): readonly Edit[] {
    return [...(this.#edits.get()?.values() ?? [])];
  }

  editOf({ id }: Note): Edit | undefined {
    return this.#edits.get()?.get(id);
  }

  /** `true` if the platform refuses a change of a note that somebody else has changed. */
  get keepsVersions(): boolean {
    return this.#writes.host.client?.adapter.notes?.guarantees?.versions !== false;
  }

  visibilityOf({ visibility }: Note): Coded {
    return visibility ?? visibilityOf(this.#writes.host.client?.adapter ?? {});
  }

  phase({ id }: Note): PendingPhase {
    return this.#pending.phase(toChange(id));
  }

  /** Returns the message of a failed write; undefined if there is none. */
  failureOf({ note, refusal }: Edit): string | undefined {
    return this.#writes.failureOf(this.phase(note), refusal);
  }

  /** Returns the note with the other person's changes, if the write was refused because of them. */
  conflictOf({ note, refusal, theirs }: Edit, listed: Note): Note | undefined {
    if (refusal?.code !== 'conflict') return undefined;
    // An unreadable note is reported by the list, which is refetched.
    return theirs ?? (listed.version === note.version ? undefined : listed);
  }

  /** Opens an edit, or restarts it from the other person's version. */
  edit(edit: Edit): void {
    this.change(edit);
    this.#writes.focus(`#${CSS.escape(editorId(edit.note))}`);
  }

  /** Stores the typed text of an edit. */
  change({ note, body, merges }: Edit): void {
    this.#writes.clearAnnouncement();
    this.#keep(note.id, { note, body, merges });
  }

  discardEdit({ id }: Note): void {
    this.#writes.clearAnnouncement();
    this.#pending.forget(toChange(id));
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
    this.update(theirs);
  }

  /** `true` if there is a draft of a new note, and other people can read it than this note. */
  hasDraftForOthers(note: Note): boolean {
    return this.#createForm.hasDraftForOthers(this.visibilityOf(note));
  }

  /**
   * Turns the edit of a note that no longer exists into a new note with the same readers, after the text of the current
   * draft. If that has other readers, moves focus to it.
   */
  saveAsNew({ note, body }: Edit): void {
    if (this.hasDraftForOthers(note)) return this.#createForm.focus();
    this.#keep(note.id, undefined);
    this.#createForm.add(body, this.visibilityOf(note));
  }

  /** Sends an edit, or checks the last one if its outcome is unknown. */
  update({ id }: Note): void {
    const edit = this.#edits.get()?.get(id);
    if (!edit) return;
    const { note, refusal } = edit;
    const body = trimmed(edit.body);
    if (body === '' && this.phase(note) !== 'unknown') return this.#empty(edit);
    const input = { note, body };
    if (this.#writes.submit({ pending: this.#pending, intention: toChange(id), input, refusal }))
      this.#keep(id, { ...edit, refusal: undefined, theirs: undefined });
  }

  intentionOf({ note }: NoteText): string {
    return toChange(note.id);
  }

  operation({ note, body }: NoteText): Write<Note, Note> {
    return change(note, { body });
  }

  guarantees(client: DashboardClient): Guarantees | undefined {
    return guarantees(client);
  }

  compare(client: DashboardClient, { note }: NoteText, settings: ReadSettings): Promise<void> {
    return compareNote(client, note, settings);
  }

  request({ note }: NoteText): NoteUpdateEvent {
    return new NoteUpdateEvent(note.customerId, note.id);
  }

  settled({ input, customerId, client, isHere }: Submission<NoteText>, outcome: Outcome<Note>): void {
    const { id } = input.note;
    const { host } = this.#writes;
    const edits = this.#edits.slot(customerId, client);
    const now = edits.get()?.get(id);
    if (now && 'refused' in outcome) {
      const { refused: refusal, current: theirs } = outcome;
      this.#keep(id, { ...now, refusal, theirs }, edits);
      // Both texts replace the field, so focus moves to them.
      if (isHere && theirs) this.#writes.focus(`[data-note="${CSS.escape(id)}"] .versions button`);
    }
    if (now && 'done' in outcome) {
      const isDone = trimmed(now.body) === input.body;
      const at = host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
      this.#keep(id, isDone ? undefined : { note: outcome.done, body: now.body }, edits);
      if (isHere && isDone && at === id) this.#writes.focusNote(id);
    }
    if (isHere) this.#writes.announceText(outcome);
  }

  fact({ note }: NoteText): NoteUpdatedEvent {
    return new NoteUpdatedEvent(note.customerId, note.id);
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
