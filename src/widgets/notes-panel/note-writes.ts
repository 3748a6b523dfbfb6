import { maxNoteLength } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { PortWrites, type PortWrite } from '../../element/port-writes.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { excessOf } from '../../ui/too-long.ts';

/** A draft, with the text that was last submitted: checking an unknown outcome submits it again. */
export interface Draft {
  readonly body: string;
  readonly sent?: string;
}

/** The writes of notes, and the focus after them. */
export class NoteWrites extends PortWrites {
  readonly #getRoot: () => HTMLElement | DocumentFragment;
  #begun: (() => void) | undefined;

  /** `getRoot` returns the root of the notes: the dialog while one is open, otherwise the shadow root. */
  constructor(host: WidgetHost, getRoot: () => HTMLElement | DocumentFragment) {
    super(host, 'notes');
    this.#getRoot = getRoot;
  }

  /** Sets a function that is called before every write. */
  set begun(begun: () => void) {
    this.#begun = begun;
  }

  get words() {
    return this.host.l10n.words(notesPanelWords);
  }

  /** Returns the text to submit. If the last outcome is unknown, it is the same text again. */
  toSend(intention: string, draft: Draft | undefined): string | undefined {
    if (!this.maySend(intention)) return undefined;
    if (this.state(intention).phase === 'unknown') return draft?.sent;
    // The form says that the text is too long.
    return draft && !excessOf(draft.body, maxNoteLength) ? trimmed(draft.body) : undefined;
  }

  override send<R, Row>(write: PortWrite<R, Row>): Promise<R | undefined> {
    this.#begun?.();
    return super.send(write);
  }

  /** Returns the announcement of a write's outcome: `done`, or the message of its failure. */
  text(done: string): (state: WriteState) => string {
    return (state) => (state.phase === 'done' ? done : (failureOf(state, this.host.l10n) ?? ''));
  }

  /** Moves focus to the element with the selector after the next update. */
  focus(selector: string): void {
    void this.host.updateComplete.then(() => this.#getRoot().querySelector<HTMLElement>(selector)?.focus());
  }

  focusNote(id: string): void {
    this.focus(`[data-note="${CSS.escape(id)}"] .actions button`);
  }

  /** The ids of the notes on screen, from first to last. */
  get shown(): readonly string[] {
    return [...this.#getRoot().querySelectorAll<HTMLElement>('[data-note]')].map(({ dataset }) => dataset['note']!);
  }
}

/** Returns the message of a failed write; undefined if there is none. */
export function failureOf(state: WriteState, l10n: Localization): string | undefined {
  const words = l10n.words(notesPanelWords);
  if (state.phase === 'unknown') return words.unknownOutcome;
  if (state.phase !== 'refused') return undefined;
  return state.error.code === 'not-found' ? words.gone : (state.error.reason ?? words.notSavedKept);
}
