import * as v from 'valibot';
import type { Write } from '../../data/write.ts';
import { Note } from '../../domain/note.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import type { RequestEvent } from '../../element/events.ts';
import { WriteController, type WriteState } from '../../element/write-controller.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import { Dialog } from '../../ui/dialog.ts';
import { failureOf } from './note-form.ts';
import { change, creation, deletion } from './notes-panel.data.ts';
import * as events from './notes-panel.events.ts';

/** A text so far, and what of it was last sent: asking for an unknown outcome sends the same once more. */
export interface Draft {
  readonly body: string;
  readonly sent?: string;
}

/** A change that was begun: of which note, as it was read. */
export interface Edit extends Draft {
  readonly note: Note;
}

export interface NoteDeskNeeds {
  /** Announces a request; whether it is carried out here. */
  readonly asks: (request: RequestEvent) => boolean;
  /** What the notes are in: the dialog, where one is open. */
  readonly root: () => HTMLElement | DocumentFragment;
}

/** Of the field in which a note is changed. */
export const editorId = ({ id }: Note): string => `edit-${encodeURIComponent(id)}`;

/** What may be intended, as the writes are told apart. */
const toCreate = 'create';
const toChange = (id: string): string => `update ${id}`;
const toDelete = (id: string): string => `delete ${id}`;

/**
 * Where notes are written, changed and deleted: what was typed, how it stands with what was sent, what is said of it
 * and where the focus goes then. Apart from the element, so that what is kept and what is shown can each be read alone.
 */
export class NoteDesk {
  readonly #host: DashboardElement;
  readonly #needs: NoteDeskNeeds;
  readonly #write: WriteController;
  readonly #drafts: Drafts<Draft>;
  /** By the note's id. */
  readonly #edits: Drafts<ReadonlyMap<string, Edit>>;
  readonly #asked: Drafts<Note>;
  /** Whether to delete a note. */
  readonly confirmation: Dialog;
  #announcement = '';

  constructor(host: DashboardElement, needs: NoteDeskNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#write = new WriteController(host);
    this.#drafts = new Drafts(host);
    this.#edits = new Drafts(host);
    this.#asked = new Drafts(host);
    this.confirmation = new Dialog(host, 'delete', () => this.#asked.set(undefined));
  }

  /** How the last write ended, until something else is done. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Of a new note. */
  get draft(): Draft {
    return this.#drafts.get() ?? { body: '' };
  }

  /** How far a new note has come. */
  get creating(): WriteState {
    return this.#write.state(toCreate);
  }

  /** All that was begun. */
  get edits(): readonly Edit[] {
    return [...(this.#edits.get()?.values() ?? [])];
  }

  editOf({ id }: Note): Edit | undefined {
    return this.#edits.get()?.get(id);
  }

  /** How far a change has come. */
  changing({ id }: Note): WriteState {
    return this.#write.state(toChange(id));
  }

  /** Which note it is asked about whether to delete it. */
  get asked(): Note | undefined {
    return this.confirmation.isOpen ? this.#asked.get() : undefined;
  }

  /** How far a deletion has come. */
  deleting({ id }: Note): WriteState {
    return this.#write.state(toDelete(id));
  }

  /** Why a note could not be deleted, or that nobody knows. */
  deletionFailure(note: Note): string | undefined {
    const state = this.deleting(note);
    if (state.phase === 'unknown') return this.#words.unknownOutcome;
    return state.phase === 'refused' ? (state.error.reason ?? this.#host.l10n.common.notSaved) : undefined;
  }

  /** The note as somebody else has left it, where that is why the change was refused. */
  conflictOf({ note }: Edit, listed: Note): Note | undefined {
    const state = this.changing(note);
    if (state.phase !== 'refused' || state.error.code !== 'conflict') return undefined;
    // What came with an error has passed no boundary yet. Where it is unreadable, the list says, which is read again.
    const { success, output } = v.safeParse(Note, state.error.current);
    if (success && output.id === note.id && output.customerId === note.customerId) return output;
    return listed.version === note.version ? undefined : listed;
  }

  /** Another customer is about to be shown: what was typed stays. */
  leave(): void {
    this.confirmation.close();
    this.#announcement = '';
  }

  /** Something was typed for a new note. */
  compose(draft: Draft): void {
    this.#type(toCreate, () => this.#drafts.set(draft));
  }

  discardDraft(): void {
    this.#discard(toCreate, () => this.#drafts.set(undefined));
    this.#focus('#new-note');
  }

  /** Opens a change, or begins it anew on what somebody else has left. */
  edit(edit: Edit): void {
    this.change(edit);
    this.#focus(`#${CSS.escape(editorId(edit.note))}`);
  }

  /** Something was typed for a change. */
  change(edit: Edit): void {
    this.#type(toChange(edit.note.id), () => this.#keep(edit.note.id, edit));
  }

  discardEdit({ id }: Note): void {
    this.#discard(toChange(id), () => this.#keep(id, undefined));
    this.#focusNote(id);
  }

  /** The change is let go for what somebody else has left. */
  keepTheirs(theirs: Note): void {
    this.#discard(toChange(theirs.id), () => this.#keep(theirs.id, undefined));
    this.#host.refresh();
    this.#focusNote(theirs.id);
  }

  /** The change is sent once more, in place of what somebody else has left. */
  replace(theirs: Note, body: string): void {
    this.edit({ note: theirs, body });
    void this.update(theirs);
  }

  /** The note that was to be changed is no more: its text becomes one of its own, after what is there already. */
  saveAsNew({ note, body }: Edit): void {
    const written = this.#drafts.get()?.body;
    this.compose({ body: written ? `${written}\n\n${body}` : body });
    this.#discard(toChange(note.id), () => this.#keep(note.id, undefined));
    this.#focus('#new-note');
    if (!written) void this.create();
  }

  askToDelete(note: Note): void {
    this.#announcement = '';
    this.#asked.set(note);
    if (this.deleting(note).phase === 'refused') this.#write.renew(toDelete(note.id));
    this.confirmation.show();
  }

  async create(): Promise<void> {
    const { activeCustomer: customerId } = this.#host;
    const drafts = this.#drafts.slot();
    const body = this.#toSend(toCreate, drafts.get());
    if (customerId === undefined || !body || !this.#needs.asks(new events.NoteCreateEvent(customerId))) return;
    drafts.set({ body: drafts.get()?.body ?? body, sent: body });
    const note = await this.#send(toCreate, creation(customerId, body), this.#words.saved);
    if (!note) return;
    // What was typed while the note was on its way is the next one.
    const now = drafts.get()?.body ?? '';
    drafts.set(now.trim() === body ? undefined : { body: now });
    this.#host.dispatchEvent(new events.NoteCreatedEvent(customerId, note.id));
  }

  async update({ id }: Note): Promise<void> {
    const edits = this.#edits.slot();
    const edit = edits.get()?.get(id);
    const body = this.#toSend(toChange(id), edit);
    if (!edit || !body) return;
    const { note } = edit;
    const { customerId } = note;
    if (!this.#needs.asks(new events.NoteUpdateEvent(customerId, id))) return;
    this.#keep(id, { ...edit, sent: body }, edits);
    const changed = await this.#send(toChange(id), change(note, body), this.#words.saved);
    if (!changed) return;
    const now = edits.get()?.get(id);
    const isDone = now?.body.trim() === body;
    const at = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
    if (now) this.#keep(id, isDone ? undefined : { note: changed, body: now.body }, edits);
    if (isDone && at === id) this.#focusNote(id);
    this.#host.dispatchEvent(new events.NoteUpdatedEvent(customerId, id));
  }

  async delete(): Promise<void> {
    const note = this.#asked.get();
    if (!note || this.deleting(note).phase === 'pending') return;
    const { customerId, id } = note;
    if (!this.#needs.asks(new events.NoteDeleteEvent(customerId, id))) return;
    const next = this.#neighbourOf(id);
    if (!(await this.#send(toDelete(id), deletion(note), this.#words.deleted))) return;
    // By now another one may be asked about.
    if (this.#asked.get() === note) {
      this.confirmation.close();
      // The question was modal, so the focus was in it, and where it came from is gone.
      this.#focus(next);
    }
    this.#host.dispatchEvent(new events.NoteDeletedEvent(customerId, id));
  }

  get #words() {
    return this.#host.l10n.section('notesPanel', notesPanel);
  }

  /** Another text is another intention; what became of the last one is to be found out all the same. */
  #type(intention: string, keep: () => void): void {
    this.#announcement = '';
    keep();
    if (this.#write.state(intention).phase !== 'unknown') this.#write.renew(intention);
  }

  #discard(intention: string, drop: () => void): void {
    this.#announcement = '';
    drop();
    this.#write.renew(intention);
  }

  /** Keeps a change, or with `undefined` lets it go. */
  #keep(id: string, edit: Edit | undefined, edits = this.#edits.slot()): void {
    const kept = new Map(edits.get());
    if (edit) kept.set(id, edit);
    else kept.delete(id);
    edits.set(kept.size ? kept : undefined);
  }

  /** What to send of a draft: where nobody knows what became of the last, that once more. */
  #toSend(intention: string, draft: Draft | undefined): string | undefined {
    const { phase } = this.#write.state(intention);
    if (phase === 'pending') return undefined;
    if (phase !== 'unknown') return draft?.body.trim();
    if (this.#host.client?.adapter.notes?.guarantees?.idempotency !== false) return draft?.sent;
    // Nothing may be sent twice here: the list says whether it was written.
    this.#write.renew(intention);
    this.#host.refresh();
    return undefined;
  }

  /** Sends, and says how it ended, if whom it is about is still on screen. */
  async #send<R>(intention: string, operation: Write<R, Note>, done: string): Promise<R | undefined> {
    const { client } = this.#host;
    const result = await this.#write.run(intention, operation);
    if (client !== this.#host.client || operation.customerId !== this.#host.activeCustomer) return result;
    const failure = failureOf(this.#write.state(intention), this.#host.l10n);
    this.#announcement = result === undefined ? (failure ?? '') : done;
    this.#host.requestUpdate();
    return result;
  }

  /** After the next update. */
  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#needs.root().querySelector<HTMLElement>(selector)?.focus());
  }

  #focusNote(id: string): void {
    this.#focus(`[data-note="${CSS.escape(id)}"] button`);
  }

  /** Where the work goes on once a note is gone: the one after it, the one before it, a new one. */
  #neighbourOf(id: string): string {
    const notes = [...this.#needs.root().querySelectorAll<HTMLElement>('[data-note]')];
    const index = notes.findIndex(({ dataset }) => dataset['note'] === id);
    const next = (notes[index + 1] ?? notes[index - 1])?.dataset['note'];
    return next === undefined ? '#new-note' : `[data-note="${CSS.escape(next)}"] button`;
  }
}
