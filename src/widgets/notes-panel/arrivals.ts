import type { Note } from '../../domain/note.ts';

/** Which notes have come from others since the customer's notes were first seen. */
export class Arrivals {
  #of: unknown;
  #newest = -Infinity;
  #last: readonly Note[] = [];

  /**
   * Looks at the notes as they stand. `of` tells apart whose they are: for another customer all begins anew. What is
   * older than the newest was there before, or was brought back. Whether there are some.
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

  /** Another customer is about to be shown: nothing of the last one is news to anybody. */
  clear(): void {
    this.#of = undefined;
    this.#last = [];
  }

  /** Those that came last. */
  get last(): readonly Note[] {
    return this.#last;
  }
}
