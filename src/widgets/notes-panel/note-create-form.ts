import { html, type TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import type { Availability } from '../../domain/operator.ts';
import { trimmed } from '../../domain/visible.ts';
import { Drafts } from '../../element/drafts.ts';
import type { WriteState } from '../../element/write-controller.ts';
import type { Localization } from '../../i18n/localization.ts';
import { noteForm } from './note-form.ts';
import { NoteCreateEvent, NoteCreatedEvent } from './notes-panel.events.ts';
import { failureOf, type Draft, type NoteWrites } from './note-writes.ts';
import { creation } from './note-operations.ts';
import { notesPanelWords } from './words.en.ts';

const toCreate = 'create';

/** The draft of a new note and the state of its write, separate from the element that renders them. */
export class NoteCreateForm {
  readonly #writes: NoteWrites;
  readonly #drafts: Drafts<Draft>;
  /** The ids of the notes that were written in this panel. */
  readonly #written = new Set<string>();

  constructor(writes: NoteWrites) {
    this.#writes = writes;
    this.#drafts = new Drafts(writes.host, ({ body }) => body.trim() !== '');
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
    return this.#writes.state(toCreate);
  }

  /** Focuses the form for a new note. */
  focusComposer(): void {
    this.#writes.focus('#new-note');
  }

  /** Stores the typed text of a new note. */
  compose(draft: Draft): void {
    this.#writes.editIntention(toCreate);
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
    this.#writes.resetIntention(toCreate);
    this.#drafts.set(undefined);
    this.focusComposer();
  }

  async create(): Promise<void> {
    const { host, words } = this.#writes;
    const { activeCustomer: customerId } = host;
    const drafts = this.#drafts.slot();
    const body = this.#writes.toSend(toCreate, drafts.get());
    if (customerId === undefined || !body || !this.#writes.host.request(new NoteCreateEvent(customerId))) return;
    drafts.set({ body: drafts.get()?.body ?? body, sent: body });
    const operation = creation(customerId, body);
    const note = await this.#writes.send({ intention: toCreate, operation, text: this.#writes.text(words.saved) });
    if (!note) return;
    this.#written.add(note.id);
    // Text typed while the write was pending is the next note.
    const now = drafts.get()?.body ?? '';
    drafts.set(trimmed(now) === body ? undefined : { body: now });
    host.dispatchEvent(new NoteCreatedEvent(customerId, note.id));
  }
}

/** Renders the form for a new note, which the panel and the dialog share, with its draft. */
export function noteComposer(
  createForm: NoteCreateForm,
  availability: Availability,
  l10n: Localization,
): TemplateResult {
  const words = l10n.words(notesPanelWords);
  const { draft, creating: state } = createForm;
  const form = noteForm({
    id: 'new-note',
    label: words.newNote,
    save: words.save,
    body: draft.body,
    dirty: draft.body !== '',
    state,
    availability,
    failure: failureOf(state, l10n),
    l10n,
    onInput: (body) => createForm.compose({ ...draft, body }),
    onSave: () => void createForm.create(),
    onDiscard: () => createForm.discardDraft(),
  });
  // Until the permission is known, the form takes up its space to avoid a layout shift.
  return availability.state === 'unknown' ? html`<div class="unsettled">${form}</div>` : form;
}
