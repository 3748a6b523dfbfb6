import type { Note } from '../../domain/note.ts';
import { actorName } from '../../domain/operator.ts';
import type { Localization } from '../../i18n/localization.ts';
import { briefId } from '../../ui/identifier.ts';
import { notesPanelWords } from './words.en.ts';

/** Tracks the notes of other operators that have arrived since the customer's notes were first shown. */
export class Arrivals {
  #of: unknown;
  #newest = -Infinity;
  #last: readonly Note[] = [];

  /**
   * Compares the notes with the previous ones and returns true if others have added some. `of` identifies the customer;
   * another value starts over. A note that is older than the newest known one is not new: it was loaded later or
   * restored.
   */
  look(of: unknown, notes: readonly Note[], isOwn: (note: Note) => boolean): boolean {
    const isFirst = of !== this.#of;
    const fresh = notes.filter(({ createdAt }) => Date.parse(createdAt) > this.#newest);
    if (isFirst) {
      this.#of = of;
      this.#last = [];
      this.#newest = -Infinity;
    }
    const theirs = isFirst ? [] : fresh.filter((note) => !isOwn(note));
    if (theirs.length) this.#last = theirs;
    for (const { createdAt } of notes) this.#newest = Math.max(this.#newest, Date.parse(createdAt));
    return theirs.length > 0;
  }

  /** Clears the arrivals before another customer is shown. */
  clear(): void {
    this.#of = undefined;
    this.#last = [];
  }

  /** Returns the text for the status region. */
  announcement(l10n: Localization): string {
    const words = l10n.words(notesPanelWords);
    const [note] = this.#last;
    if (!note) return '';
    return this.#last.length > 1
      ? l10n.text(words.arrived, { count: this.#last.length })
      : l10n.text(words.arrivedOne, { name: actorName(note.author) ?? briefId(note.author.id) });
  }

  /** The latest arrivals. */
  get last(): readonly Note[] {
    return this.#last;
  }
}
