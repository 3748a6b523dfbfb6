import type { TimelineEvent } from '../../../domain/timeline.ts';
import type { PageRequest } from '../../options.ts';
import type { Stream } from './sources.ts';

/** An event that has been returned: its time in milliseconds, and its id. */
export type Mark = readonly [at: number, id: string];

/**
 * The place in a stream: the cursor of a page (`null`: the first one), and the last event that was returned of that page
 * (`null`: none yet). `'over'`: every event has been returned.
 */
export type Place = readonly [after: string | null, last: Mark | null] | 'over';

/** Reads a stream event by event, from a place. */
export class StreamReader {
  /** The number of all rows of the stream, once a page of it has been read. */
  total: number | undefined;
  readonly #stream: Stream;
  readonly #request: PageRequest;
  /** The last event of all streams that was returned before. Events that are newer have arrived since. */
  readonly #newest: number;
  #after: string | null;
  #last: Mark | null;
  #next: string | null | undefined;
  #events: TimelineEvent[] = [];
  #isResuming: boolean;

  constructor(stream: Stream, request: PageRequest, place: Place | undefined, newest: number | undefined) {
    this.#stream = stream;
    this.#request = request;
    this.#newest = newest ?? Infinity;
    [this.#after, this.#last] = place === undefined || place === 'over' ? [null, null] : place;
    this.#isResuming = newest !== undefined;
    if (place === 'over') this.#next = null;
  }

  get id(): string {
    return this.#stream.id;
  }

  get place(): Place {
    return this.#next === null && this.#events.length === 0 ? 'over' : [this.#after, this.#last];
  }

  /** Returns the next event without taking it, or `undefined` at the end. Fetches a page if it is needed. */
  async peek(): Promise<TimelineEvent | undefined> {
    while (this.#events.length === 0 && this.#next !== null) {
      if (this.#next !== undefined) this.#after = this.#next;
      const { first, range } = this.#request;
      const { items, next, total } = await this.#stream.load({
        first,
        ...(this.#after !== null && { after: this.#after }),
        ...(range && { range }),
      });
      // The mark belongs to the page before, unless that page has moved because others have arrived on top.
      if (this.#next !== undefined && !this.#isResuming) this.#last = null;
      this.#next = next;
      this.total = total;
      this.#events = this.#isResuming ? this.#remaining(items) : [...items];
      if (this.#events.length > 0) this.#isResuming = false;
    }
    return this.#events[0];
  }

  take(): void {
    const event = this.#events.shift();
    if (event) this.#last = [Date.parse(event.at), event.id];
  }

  /** Returns the events of a page that were not returned before and have not arrived since. */
  #remaining(items: readonly TimelineEvent[]): TimelineEvent[] {
    const last = this.#last;
    const at = last ? items.findIndex(({ id }) => id === last[1]) : -1;
    // What follows it was not returned before, also on the next pages.
    if (at >= 0) this.#isResuming = false;
    return items
      .slice(at + 1)
      .filter((event) => Date.parse(event.at) <= this.#newest && (at >= 0 || !last || Date.parse(event.at) < last[0]));
  }
}
