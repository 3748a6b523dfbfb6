import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { NoteCreateEvent, NoteCreatedEvent } from './notes-panel.events.ts';
import type { Draft, NoteWork } from './note-work.ts';
import { creation } from './notes-panel.data.ts';

const toCreate = 'create';

/** The draft of a new note and the state of its write, separate from the element that renders them. */
export class NoteDesk {
  readonly #work: NoteWork;
  readonly #drafts: Drafts<Draft>;
  /** The ids of the notes that were written in this panel. */
  readonly #written = new Set<string>();

  constructor(work: NoteWork) {
    this.#work = work;
    this.#drafts = new Drafts(work.host, ({ body }) => body.trim() !== '');
  }

  /** The draft of a new note. */
  get draft(): Draft {
    return this.#drafts.get() ?? { body: '' };
  }

  /** Returns true if the note was written in this panel, even if its write is still pending. */
  isOwn({ id, body }: Note): boolean {
    return this.#written.has(id) || body === this.draft.sent;
  }

  /** The state of the write of a new note. */
  get creating(): WriteState {
    return this.#work.state(toCreate);
  }

  /** Focuses the form for a new note. */
  focusComposer(): void {
    this.#work.focus('#new-note');
  }

  /** Stores the typed text of a new note. */
  compose(draft: Draft): void {
    this.#work.editIntention(toCreate);
    this.#drafts.set(draft);
  }

  /** Appends a text to the draft of a new note. Submits it at once if there was no draft. */
  add(text: string): void {
    const written = this.#drafts.get()?.body;
    this.compose({ body: written ? `${written}\n\n${text}` : text });
    this.focusComposer();
    if (!written) void this.create();
  }

  discardDraft(): void {
    this.#work.resetIntention(toCreate);
    this.#drafts.set(undefined);
    this.focusComposer();
  }

  async create(): Promise<void> {
    const { host, words } = this.#work;
    const { activeCustomer: customerId } = host;
    const drafts = this.#drafts.slot();
    const body = this.#work.toSend(toCreate, drafts.get());
    if (customerId === undefined || !body || !this.#work.host.request(new NoteCreateEvent(customerId))) return;
    drafts.set({ body: drafts.get()?.body ?? body, sent: body });
    const operation = creation(customerId, body);
    const note = await this.#work.send({ intention: toCreate, operation, text: this.#work.text(words.saved) });
    if (!note) return;
    this.#written.add(note.id);
    // Text typed while the write was pending is the next note.
    const now = drafts.get()?.body ?? '';
    drafts.set(trimmed(now) === body ? undefined : { body: now });
    host.dispatchEvent(new NoteCreatedEvent(customerId, note.id));
  }
}
