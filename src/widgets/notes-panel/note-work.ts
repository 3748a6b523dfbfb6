import { maxNoteLength } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import { PortWrites, type PortWrite } from '../../element/port-writes.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { excessOf } from '../../ui/too-long.ts';

/** A text so far, and what of it was last sent: asking for an unknown outcome sends the same once more. */
export interface Draft {
  readonly body: string;
  readonly sent?: string;
}

/** The writes of notes, and where the focus goes on after them. */
export class NoteWork extends PortWrites {
  readonly #getRoot: () => HTMLElement | DocumentFragment;
  #begun: (() => void) | undefined;

  /** `getRoot` returns what the notes are in: the dialog, while one is open. */
  constructor(host: WidgetHost, getRoot: () => HTMLElement | DocumentFragment) {
    super(host, 'notes');
    this.#getRoot = getRoot;
  }

  /** Called before anything is sent. */
  set begun(begun: () => void) {
    this.#begun = begun;
  }

  get words() {
    return this.host.l10n.words(notesPanelWords);
  }

  /** What to send of a draft: where nobody knows what became of the last, that once more. */
  toSend(intention: string, draft: Draft | undefined): string | undefined {
    if (!this.maySend(intention)) return undefined;
    if (this.state(intention).phase === 'unknown') return draft?.sent;
    // The form says that it is too long.
    return draft && !excessOf(draft.body, maxNoteLength) ? trimmed(draft.body) : undefined;
  }

  override send<R, Row>(write: PortWrite<R, Row>): Promise<R | undefined> {
    this.#begun?.();
    return super.send(write);
  }

  /** Says how a write ended: `done`, or what went wrong. */
  text(done: string): (state: WriteState) => string {
    return (state) => (state.phase === 'done' ? done : (failureOf(state, this.host.l10n) ?? ''));
  }

  /** After the next update. */
  focus(selector: string): void {
    void this.host.updateComplete.then(() => this.#getRoot().querySelector<HTMLElement>(selector)?.focus());
  }

  focusNote(id: string): void {
    this.focus(`[data-note="${CSS.escape(id)}"] .actions button`);
  }

  /** The notes on screen, from first to last. */
  get shown(): readonly string[] {
    return [...this.#getRoot().querySelectorAll<HTMLElement>('[data-note]')].map(({ dataset }) => dataset['note']!);
  }
}

/** What a write that did not succeed says; nothing where there is nothing to say. */
export function failureOf(state: WriteState, l10n: Localization): string | undefined {
  const words = l10n.words(notesPanelWords);
  if (state.phase === 'unknown') return words.unknownOutcome;
  if (state.phase !== 'refused') return undefined;
  return state.error.code === 'not-found' ? words.gone : (state.error.reason ?? words.notSavedKept);
}
