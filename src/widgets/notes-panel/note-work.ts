import type { Write } from '../../data/write.ts';
import { maxNoteLength, type Note } from '../../domain/note.ts';
import { trimmed } from '../../domain/visible.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { WriteController, type WriteState } from '../../element/write-controller.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { excessOf } from '../../ui/too-long.ts';

/** A text so far, and what of it was last sent: asking for an unknown outcome sends the same once more. */
export interface Draft {
  readonly body: string;
  readonly sent?: string;
}

/** One write of notes: what is meant by it, what is sent, and what is said once it is done. */
export interface NoteWrite<R> {
  readonly intention: string;
  readonly operation: Write<R, Note>;
  readonly done: string;
}

/**
 * What writing, pinning, deleting and bringing back notes have in common: it is sent, what became of it is said once,
 * and the focus goes where the work goes on.
 */
export class NoteWork {
  readonly host: WidgetHost;
  readonly #getRoot: () => HTMLElement | DocumentFragment;
  readonly #write: WriteController;
  #begun: (() => void) | undefined;

  /** `getRoot` returns what the notes are in: the dialog, while one is open. */
  constructor(host: WidgetHost, getRoot: () => HTMLElement | DocumentFragment) {
    this.host = host;
    this.#getRoot = getRoot;
    this.#write = new WriteController(host);
  }

  /** Called before anything is sent. */
  set begun(begun: () => void) {
    this.#begun = begun;
  }

  get words() {
    return this.host.l10n.words(notesPanelWords);
  }

  state(intention: string, customerId?: string): WriteState {
    return this.#write.state(intention, customerId);
  }

  /** Something else is done: what was said of the last is over. */
  begin(): void {
    this.host.announce('');
  }

  /** What is to be sent is another; what became of the last, where nobody knows, is to be found out all the same. */
  editIntention(intention: string): void {
    this.begin();
    if (this.state(intention).phase !== 'unknown') this.#write.resetIntention(intention);
  }

  /** What was meant is meant no longer. */
  renew(intention: string): void {
    this.begin();
    this.#write.resetIntention(intention);
  }

  /**
   * Whether it may be sent, once more where nobody knows what became of it. Where nothing may be sent twice, it is
   * looked instead: the list says whether it was written.
   */
  maySend(intention: string): boolean {
    const { phase } = this.state(intention);
    if (phase === 'pending') return false;
    if (phase !== 'unknown' || this.host.client?.adapter.notes?.guarantees?.idempotency !== false) return true;
    this.renew(intention);
    this.host.refresh();
    return false;
  }

  /** What to send of a draft: where nobody knows what became of the last, that once more. */
  toSend(intention: string, draft: Draft | undefined): string | undefined {
    if (!this.maySend(intention)) return undefined;
    if (this.state(intention).phase === 'unknown') return draft?.sent;
    // The form says that it is too long.
    return draft && !excessOf(draft.body, maxNoteLength) ? trimmed(draft.body) : undefined;
  }

  /** Sends, and says how it ended, if whom it is about is still on screen. */
  async send<R>({ intention, operation, done }: NoteWrite<R>): Promise<R | undefined> {
    const { client } = this.host;
    this.#begun?.();
    const result = await this.#write.run(intention, operation);
    if (client !== this.host.client || operation.customerId !== this.host.activeCustomer) return result;
    this.host.announce(result === undefined ? (failureOf(this.state(intention), this.host.l10n) ?? '') : done);
    return result;
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
