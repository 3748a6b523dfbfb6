import { currentOf } from '../../data/write.ts';
import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import { noteDetailWords } from './detail-words.en.ts';
import type { WriteState } from '../../element/write-controller.ts';
import type { NoteDesk } from './note-desk.ts';
import type { Draft, NoteWork } from './note-work.ts';
import { change } from './note-writes.ts';
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
const toPin = (id: string): string => `pin ${id}`;

/** The edits and pins of notes: their drafts and the state of their writes. */
export class NoteChanges {
  readonly #work: NoteWork;
  readonly #desk: NoteDesk;
  readonly #remove: (note: Note) => void;
  /** The edits, by note id. */
  readonly #edits: Drafts<ReadonlyMap<string, Edit>>;
  /** The last submitted pins, by note id. */
  readonly #pins: Drafts<ReadonlyMap<string, { readonly note: Note; readonly pinned: boolean }>>;

  /** `remove` deletes a note whose text was emptied, if the platform keeps one text per customer. */
  constructor(work: NoteWork, desk: NoteDesk, remove: (note: Note) => void) {
    this.#work = work;
    this.#desk = desk;
    this.#remove = remove;
    this.#edits = new Drafts(work.host, (edits) => [...edits.values()].some(({ body, note }) => body !== note.body));
    this.#pins = new Drafts(work.host);
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
    return this.#work.state(toChange(id));
  }

  /** Returns the state of the write that pins or unpins the note. */
  pinning({ id }: Note): WriteState {
    return this.#work.state(toPin(id));
  }

  /** Returns why a note could not be pinned, or that the outcome is unknown. */
  pinFailure(note: Note): string | undefined {
    const state = this.pinning(note);
    const { words, host } = this.#work;
    if (state.phase === 'unknown') return words.unknownOutcome;
    if (state.phase !== 'refused') return undefined;
    return state.error.code === 'conflict'
      ? host.l10n.common.conflict
      : (state.error.reason ?? host.l10n.common.notSaved);
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
    this.#work.focus(`#${CSS.escape(editorId(edit.note))}`);
  }

  /** Stores the typed text of an edit. */
  change(edit: Edit): void {
    this.#work.editIntention(toChange(edit.note.id));
    this.#keep(edit.note.id, edit);
  }

  discardEdit({ id }: Note): void {
    this.#work.resetIntention(toChange(id));
    this.#keep(id, undefined);
    this.#work.focusNote(id);
  }

  /** Discards the edit in favor of the other person's version. */
  keepTheirs(theirs: Note): void {
    this.discardEdit(theirs);
    this.#work.host.refresh();
  }

  /** Submits the edit again, overwriting the other person's version. */
  replace(theirs: Note, body: string): void {
    this.edit({ note: theirs, body });
    void this.update(theirs);
  }

  /** Turns the edit of a note that no longer exists into a new note, after the text of the current draft. */
  saveAsNew({ note, body }: Edit): void {
    this.#work.resetIntention(toChange(note.id));
    this.#keep(note.id, undefined);
    this.#desk.add(body);
  }

  async update({ id }: Note): Promise<void> {
    const { host, words } = this.#work;
    const edits = this.#edits.slot();
    const edit = edits.get()?.get(id);
    const body = this.#work.toSend(toChange(id), edit);
    if (edit && body === '') return this.#empty(edit);
    if (!edit || !body) return;
    const { note } = edit;
    const { customerId } = note;
    if (!this.#work.host.request(new events.NoteUpdateEvent(customerId, id))) return;
    this.#keep(id, { ...edit, sent: body }, edits);
    const operation = change(note, { body });
    const changed = await this.#work.send({ intention: toChange(id), operation, text: this.#work.text(words.saved) });
    // Both texts replace the field, so focus moves to them.
    if (!changed && this.conflictOf(edit, note)) this.#work.focus(`[data-note="${CSS.escape(id)}"] .versions button`);
    if (!changed) return;
    const now = edits.get()?.get(id);
    const isDone = now && trimmed(now.body) === body;
    const at = host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
    if (now) this.#keep(id, isDone ? undefined : { note: changed, body: now.body }, edits);
    if (isDone && at === id) this.#work.focusNote(id);
    host.dispatchEvent(new events.NoteUpdatedEvent(customerId, id));
  }

  /** Pins or unpins a note, optimistically. If the last outcome is unknown, the same write is submitted again. */
  async pin(listed: Note): Promise<void> {
    const { customerId, id } = listed;
    const intention = toPin(id);
    if (!this.#work.maySend(intention)) return;
    const { phase } = this.#work.state(intention);
    const { host } = this.#work;
    const words = host.l10n.words(noteDetailWords);
    const pins = this.#pins.slot();
    // The list may already have what was submitted.
    const { note, pinned } = (phase === 'unknown' && pins.get()?.get(id)) || { note: listed, pinned: !listed.pinned };
    if (!this.#work.host.request(new events.NotePinEvent(customerId, id, pinned))) return;
    if (phase === 'refused') this.#work.resetIntention(intention);
    pins.set(new Map(pins.get()).set(id, { note, pinned }));
    const edits = this.#edits.slot();
    const operation = change(note, { pinned });
    const sent = this.#work.send({
      intention,
      operation,
      text: this.#work.text(pinned ? words.nowPinned : words.nowUnpinned),
    });
    this.#work.focus(`[data-note="${CSS.escape(id)}"] [part=pin] button`);
    const changed = await sent;
    if (!changed) return;
    // An open edit is based on the pinned note from now on: only the pin has changed.
    const edit = edits.get()?.get(id);
    if (edit && edit.note.version === note.version) this.#keep(id, { ...edit, note: changed }, edits);
    host.dispatchEvent(new events.NotePinnedEvent(customerId, id, pinned));
  }

  /** An empty text means no note if the platform keeps one text per customer. */
  #empty({ note }: Edit): void {
    const { notes } = this.#work.host.client?.adapter ?? {};
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
