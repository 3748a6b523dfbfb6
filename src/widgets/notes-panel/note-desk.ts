import type { Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { NoteCreateEvent, NoteCreatedEvent } from './notes-panel.events.ts';
import type { Draft, NoteWork } from './note-work.ts';
import { creation } from './notes-panel.data.ts';

const toCreate = 'create';

/**
 * Where a new note is written: what was typed, and how it stands with what was sent. Apart from the element, so that
 * what is kept and what is shown can each be read alone.
 */
export class NoteDesk {
  readonly #work: NoteWork;
  readonly #drafts: Drafts<Draft>;
  /** The ids of the notes that were written here. */
  readonly #written = new Set<string>();

  constructor(work: NoteWork) {
    this.#work = work;
    this.#drafts = new Drafts(work.host, ({ body }) => body.trim() !== '');
  }

  /** Of a new note. */
  get draft(): Draft {
    return this.#drafts.get() ?? { body: '' };
  }

  /** Whether a note was written here, also where that is not yet answered. */
  isOwn({ id, body }: Note): boolean {
    return this.#written.has(id) || body === this.draft.sent;
  }

  /** How far a new note has come. */
  get creating(): WriteState {
    return this.#work.state(toCreate);
  }

  /** To where a new note is written. */
  focusComposer(): void {
    this.#work.focus('#new-note');
  }

  /** Something was typed for a new note. */
  compose(draft: Draft): void {
    this.#work.editIntention(toCreate);
    this.#drafts.set(draft);
  }

  /** After what is there already; sent at once where that is nothing. */
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
    // What was typed while the note was on its way is the next one.
    const now = drafts.get()?.body ?? '';
    drafts.set(trimmed(now) === body ? undefined : { body: now });
    host.dispatchEvent(new NoteCreatedEvent(customerId, note.id));
  }
}
