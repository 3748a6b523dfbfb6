import type { Note } from '../../domain/note.ts';
import { Drafts } from '../../element/drafts.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { explainWrite } from '../../ui/explain-error.ts';
import { noteDetailWords } from './detail-words.en.ts';
import { change } from './note-operations.ts';
import type { NoteWrites } from './note-writes.ts';
import * as events from './notes-panel.events.ts';

const toPin = (id: string): string => `pin ${id}`;

/** Pins and unpins notes. */
export class NotePinAction {
  readonly #writes: NoteWrites;
  readonly #rebaser: (note: Note) => (changed: Note) => void;
  /** The last submitted pins, by note id. */
  readonly #pins: Drafts<ReadonlyMap<string, { readonly note: Note; readonly pinned: boolean }>>;

  /** `rebaser` returns a function that bases an open edit of a note on its pinned version. */
  constructor(writes: NoteWrites, rebaser: (note: Note) => (changed: Note) => void) {
    this.#writes = writes;
    this.#rebaser = rebaser;
    this.#pins = new Drafts(writes.host);
  }

  /** Returns the state of the write that pins or unpins the note. */
  state({ id }: Note): WriteState {
    return this.#writes.state(toPin(id));
  }

  /** Returns why a note could not be pinned, or that the outcome is unknown. */
  failureOf(note: Note): string | undefined {
    const { words, host } = this.#writes;
    const { conflict, notSaved: refused } = host.l10n.common;
    return explainWrite(this.state(note), { unknown: words.unknownOutcome, refused, instead: { conflict } });
  }

  /** Pins or unpins a note, optimistically. If the last outcome is unknown, the same write is submitted again. */
  async pin(listed: Note): Promise<void> {
    const { customerId, id } = listed;
    const intention = toPin(id);
    if (!this.#writes.maySend(intention)) return;
    const { phase } = this.#writes.state(intention);
    const { host } = this.#writes;
    const words = host.l10n.words(noteDetailWords);
    const pins = this.#pins.slot();
    // The list may already have what was submitted.
    const { note, pinned } = (phase === 'unknown' && pins.get()?.get(id)) || { note: listed, pinned: !listed.pinned };
    if (!this.#writes.host.request(new events.NotePinEvent(customerId, id, pinned))) return;
    if (phase === 'refused') this.#writes.resetIntention(intention);
    pins.set(new Map(pins.get()).set(id, { note, pinned }));
    const rebase = this.#rebaser(note);
    const operation = change(note, { pinned });
    const sent = this.#writes.send({
      intention,
      operation,
      text: this.#writes.text(pinned ? words.nowPinned : words.nowUnpinned),
    });
    this.#writes.focus(`[data-note="${CSS.escape(id)}"] [part=pin] button`);
    const changed = await sent;
    if (!changed) return;
    // An open edit is based on the pinned note from now on: only the pin has changed.
    rebase(changed);
    host.dispatchEvent(new events.NotePinnedEvent(customerId, id, pinned));
  }
}
