import type { DashboardClient } from '../../data/client.ts';
import type { Note } from '../../domain/note.ts';
import { Drafts } from '../../element/drafts.ts';
import { noteDetailWords } from './detail-words.en.ts';
import type { WidgetController } from '../../element/widget-host.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { Dialog } from '../../ui/dialog.ts';
import type { NoteWork } from './note-work.ts';
import { deletion, restoration } from './note-writes.ts';
import * as events from './notes-panel.events.ts';

/** A note that was just deleted, with its former index in the list. */
export interface Removed {
  readonly note: Note;
  readonly at: number;
  readonly client: DashboardClient | undefined;
}

const toDelete = (id: string): string => `delete ${id}`;
const toRestore = (id: string): string => `restore ${id}`;

/**
 * The deletion of notes. If deleted notes can be restored, a note is deleted at once and a strip in its place offers to
 * undo it until the next write. If not, the operator confirms the deletion first.
 */
export class NoteRemoval implements WidgetController {
  readonly #work: NoteWork;
  readonly #asked: Drafts<Note>;
  /** The dialog that confirms a deletion. */
  readonly confirmation: Dialog;
  #removed: readonly Removed[] = [];

  constructor(work: NoteWork) {
    this.#work = work;
    work.host.addController(this);
    this.#asked = new Drafts(work.host);
    this.confirmation = new Dialog(work.host, 'delete', () => this.#asked.set(undefined));
    work.begun = () => this.#keepDoubted();
  }

  /** The note in the confirmation dialog. */
  get asked(): Note | undefined {
    return this.confirmation.isOpen ? this.#asked.get() : undefined;
  }

  /** The deleted notes of the current customer that can be restored. */
  get removed(): readonly Removed[] {
    const { client, activeCustomer } = this.#work.host;
    return this.#removed.filter((one) => one.client === client && one.note.customerId === activeCustomer);
  }

  /** Returns the state of the write that deletes a note. */
  deleting({ id }: Note): WriteState {
    return this.#work.state(toDelete(id));
  }

  /** Returns the state of the write that restores a note. */
  restoring({ id, customerId }: Note): WriteState {
    return this.#work.state(toRestore(id), customerId);
  }

  /** Returns why a note could not be deleted, or that the outcome is unknown. */
  failureOf(note: Note): string | undefined {
    const state = this.deleting(note);
    if (state.phase === 'unknown') return this.#words.unknownDeletion;
    return state.phase === 'refused' ? (state.error.reason ?? this.#words.notDeleted) : undefined;
  }

  /** Clears the deletions that can be undone. */
  hostCustomerChanged(): void {
    this.#keepDoubted();
  }

  remove(note: Note): void {
    if (this.deleting(note).phase === 'refused') this.#work.resetIntention(toDelete(note.id));
    if (this.#work.host.can('notes.restore')) return void this.#deleteAtOnce(note);
    this.#work.clearAnnouncement();
    this.#asked.set(note);
    this.confirmation.show();
  }

  /** Deletes the note in the dialog. */
  async confirm(): Promise<void> {
    const note = this.#asked.get();
    if (!note || !this.#work.maySend(toDelete(note.id)) || !this.#asks(note)) return;
    const next = this.#neighbourOf(note.id);
    if (!(await this.#send(note))) return;
    // The dialog may already be open for another note.
    if (this.#asked.get() === note) {
      this.confirmation.close();
      // Focus was in the modal dialog, and the element that opened it is gone.
      this.#work.focus(next);
    }
    this.#notify(note);
  }

  async restore(removed: Removed): Promise<void> {
    const { note } = removed;
    const { customerId, id } = note;
    if (!this.#work.maySend(toRestore(id)) || !this.#work.host.request(new events.NoteRestoreEvent(customerId, id)))
      return;
    const operation = restoration(note);
    const kept = this.#removed;
    const sent = this.#work.send({
      intention: toRestore(id),
      operation,
      text: this.#work.text(this.#words.broughtBack),
    });
    // Restoring one note must not remove the undo strips of the others.
    this.#set(kept);
    if (!(await sent)) return;
    this.#drop(removed);
    this.#work.focusNote(id);
    this.#work.host.dispatchEvent(new events.NoteRestoredEvent(customerId, id));
  }

  dismiss(removed: Removed): void {
    const next = this.#work.shown[removed.at] ?? this.#work.shown.at(-1);
    this.#drop(removed);
    if (next === undefined) this.#work.focus('#new-note');
    else this.#work.focusNote(next);
  }

  async #deleteAtOnce(note: Note): Promise<void> {
    if (!this.#work.maySend(toDelete(note.id)) || !this.#asks(note)) return;
    const { client } = this.#work.host;
    const removed = { note, at: Math.max(this.#work.shown.indexOf(note.id), 0), client };
    const sent = this.#send(note);
    this.#set([...this.#removed, removed]);
    this.#work.focus(`[data-removed="${CSS.escape(note.id)}"] button`);
    if (await sent) return this.#notify(note);
    this.#drop(removed);
    this.#work.focusNote(note.id);
  }

  get #words() {
    return this.#work.host.l10n.words(noteDetailWords);
  }

  #asks({ customerId, id }: Note): boolean {
    return this.#work.host.request(new events.NoteDeleteEvent(customerId, id));
  }

  #send(note: Note): Promise<true | undefined> {
    return this.#work.send({
      intention: toDelete(note.id),
      operation: deletion(note),
      text: this.#work.text(this.#words.isDeleted),
    });
  }

  #notify({ customerId, id }: Note): void {
    this.#work.host.dispatchEvent(new events.NoteDeletedEvent(customerId, id));
  }

  /** Keeps the deletions whose restoration is pending or has an unknown outcome. */
  #keepDoubted(): void {
    const doubted = new Set(['pending', 'unknown']);
    this.#set(this.#removed.filter(({ note }) => doubted.has(this.restoring(note).phase)));
  }

  #drop(removed: Removed): void {
    this.#set(this.#removed.filter((other) => other !== removed));
  }

  #set(removed: readonly Removed[]): void {
    this.#removed = removed;
    this.#work.host.requestUpdate();
  }

  /** Returns a selector of the focus target after a note is gone: the next note, the previous one, or the form. */
  #neighbourOf(id: string): string {
    const { shown } = this.#work;
    const index = shown.indexOf(id);
    const next = shown[index + 1] ?? shown[index - 1];
    return next === undefined ? '#new-note' : `[data-note="${CSS.escape(next)}"] .actions button`;
  }
}
