import type { Guarantees } from '../../adapter/options.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { Write } from '../../data/write.ts';
import { codeOf, type Coded } from '../../domain/field.ts';
import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import {
  PendingWrite,
  type Outcome,
  type PendingPhase,
  type Submission,
  type WriteKind,
} from '../../element/pending-write.ts';
import type { NewNote, NoteComposer, SavedNote } from './note-composer.ts';
import { NoteCreateEvent, NoteCreatedEvent } from './notes-panel.events.ts';
import { guarantees, type NoteWrites } from './note-writes.ts';
import { creation } from './note-operations.ts';

const toCreate = 'create';

/** The write of new notes, separate from the form that is there before it. */
export class NoteCreateForm implements WriteKind<NewNote, Note, Note> {
  readonly #writes: NoteWrites;
  readonly #composer: NoteComposer;
  readonly #pending: PendingWrite<NewNote, Note, Note>;
  /** The ids of the notes that were written in this panel. */
  readonly #written = new Set<string>();

  constructor(writes: NoteWrites, composer: NoteComposer) {
    this.#writes = writes;
    this.#composer = composer;
    this.#pending = new PendingWrite(writes.host, this);
  }

  /** Returns true if the note was written in this panel, even if its write is still pending. */
  isOwn({ id, body }: Note): boolean {
    return this.#written.has(id) || body === this.#pending.input(toCreate)?.body;
  }

  get phase(): PendingPhase {
    return this.#pending.phase(toCreate);
  }

  get failure(): string | undefined {
    return this.#writes.failureOf(this.phase, this.#composer.draft.refusal);
  }

  /** Sends a note, or checks the last one if its outcome is unknown. */
  create(note: NewNote): void {
    const { drafts, draft } = this.#composer;
    const { refusal, body, visibility } = draft;
    if (this.#writes.submit({ pending: this.#pending, intention: toCreate, input: note, refusal }))
      drafts.set({ body, visibility });
  }

  createSaved({ note, client }: SavedNote): void {
    // A note that was saved for one adapter must not be sent to another.
    if (client === this.#writes.host.client) void this.#pending.send(note);
  }

  /** Returns `true` if there is a draft of a new note that other people can read than those with this visibility. */
  hasDraftForOthers(visibility: Coded): boolean {
    return this.#composer.draft.body !== '' && !this.#isFor(visibility);
  }

  /**
   * Appends a text to the draft of a new note with the same visibility. If there was no draft, submits it at once, unless
   * the platform no longer offers this visibility: then the operator must see first who can read it.
   */
  add(text: string, visibility: Coded): void {
    const { body } = this.#composer.draft;
    this.#composer.compose(body ? `${body}\n\n${text}` : text, { visibility: codeOf(visibility) });
    this.focus();
    if (!body && this.#isFor(visibility)) this.#composer.save();
  }

  focus(): void {
    this.#composer.focusComposer();
  }

  discard(): void {
    this.#pending.forget(toCreate);
  }

  intentionOf(): string {
    return toCreate;
  }

  operation({ customerId, body, visibility }: NewNote): Write<Note, Note> {
    return creation(customerId, { body, ...(visibility !== undefined && { visibility }) });
  }

  guarantees(client: DashboardClient): Guarantees | undefined {
    return guarantees(client);
  }

  request({ customerId }: NewNote): NoteCreateEvent {
    return new NoteCreateEvent(customerId);
  }

  settled({ input, client, isHere }: Submission<NewNote>, outcome: Outcome<Note>): void {
    const drafts = this.#composer.drafts.slot(input.customerId, client);
    const { body, visibility } = drafts.get() ?? input;
    if ('refused' in outcome) drafts.set({ body, visibility, refusal: outcome.refused });
    if ('done' in outcome) {
      this.#written.add(outcome.done.id);
      // What was typed or chosen while the write was pending is the next note.
      const isDone = trimmed(body) === input.body && (visibility ?? input.visibility) === input.visibility;
      drafts.set(isDone ? undefined : { body, visibility });
    }
    if (isHere) this.#writes.announceText(outcome);
  }

  fact({ customerId }: NewNote, note: Note): NoteCreatedEvent {
    return new NoteCreatedEvent(customerId, note.id);
  }

  /** Returns whether the new note gets this visibility. */
  #isFor(visibility: Coded): boolean {
    return codeOf(this.#composer.readers.visibility) === codeOf(visibility);
  }
}
