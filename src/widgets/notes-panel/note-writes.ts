import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { Guarantees } from '../../adapter/options.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { Note } from '../../domain/note.ts';
import type { Outcome, PendingPhase, PendingWrite } from '../../element/pending-write.ts';
import { PortWrites, type PortWrite } from '../../element/port-writes.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { explainWrite } from '../../ui/explain-error.ts';
import type { NoteComposer } from './note-composer.ts';
import { notesPanelWords } from './words.en.ts';

export const guarantees = (client: DashboardClient): Guarantees | undefined => client.adapter.notes?.guarantees;

/** A text to send. */
interface TextWrite<I> {
  readonly pending: PendingWrite<I, Note, Note>;
  readonly intention: string;
  readonly input: I;
  /** The reason why the same text was refused. It is sent again under the same idempotency key. */
  readonly refusal: AdapterError | undefined;
}

/**
 * The writes of notes, and the focus after them. Pins, deletions and restorations are sent as they are; a text is a
 * `PendingWrite` of its form.
 */
export class NoteWrites extends PortWrites {
  readonly #composer: NoteComposer;
  #begun: (() => void) | undefined;

  constructor(composer: NoteComposer) {
    super(composer.host, 'notes');
    this.#composer = composer;
  }

  /** Sets a function that is called before every write. */
  set begun(begun: () => void) {
    this.#begun = begun;
  }

  get words() {
    return this.host.l10n.words(notesPanelWords);
  }

  override send<R, Row>(write: PortWrite<R, Row>): Promise<R | undefined> {
    this.#begun?.();
    return super.send(write);
  }

  /**
   * Sends a text, or checks the last one if its outcome is unknown. If the platform does not deduplicate writes, fetches
   * everything again instead, which shows whether the write succeeded. Returns whether the text is being sent: the host
   * page may have prevented it.
   */
  submit<I>({ pending, intention, input, refusal }: TextWrite<I>): boolean {
    const isUnknown = pending.phase(intention) === 'unknown';
    if (isUnknown && !pending.canCheck) {
      pending.resolve(intention);
      this.clearAnnouncement();
      this.host.refresh();
      return false;
    }
    if (!refusal) pending.resetIntention(intention);
    void (isUnknown ? pending.check(intention) : pending.send(input));
    const isSent = pending.phase(intention) !== 'idle';
    if (isSent) this.#begun?.();
    return isSent;
  }

  /** Announces the outcome of a text. */
  announceText(outcome: Outcome<Note>): void {
    if ('done' in outcome) return this.host.announce(this.words.saved);
    const failure = 'refused' in outcome ? this.failureOf('idle', outcome.refused) : this.failureOf('unknown');
    this.host.announce(failure ?? '');
  }

  /** Returns the announcement of a write's outcome: `done`, or the message of its failure. */
  text(done: string): (state: WriteState) => string {
    return (state) => {
      if (state.phase === 'done') return done;
      return this.failureOf(state.phase, state.phase === 'refused' ? state.error : undefined) ?? '';
    };
  }

  /** Returns the message of a failed write, with what the platform says of the text; undefined if there is none. */
  failureOf(phase: PendingPhase | WriteState['phase'], refusal?: AdapterError): string | undefined {
    const { unknownOutcome: unknown, notSavedKept, gone } = this.words;
    const why = refusal?.fieldErrors?.['body'];
    const refused = why ? `${notSavedKept} ${why}` : notSavedKept;
    return explainWrite({ phase, error: refusal }, { unknown, refused, instead: { 'not-found': gone } });
  }

  /** Moves focus to the element with the selector after the next update. */
  focus(selector: string): void {
    this.#composer.focus(selector);
  }

  focusNote(id: string): void {
    this.focus(`[data-note="${CSS.escape(id)}"] .actions button`);
  }

  /** The ids of the notes on screen, from first to last. */
  get shown(): readonly string[] {
    return [...this.#composer.root.querySelectorAll<HTMLElement>('[data-note]')].map(({ dataset }) => dataset['note']!);
  }
}
