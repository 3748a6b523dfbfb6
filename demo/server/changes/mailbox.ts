import { topicKey, type Change, type Topic } from '../../../src/adapter/watch.ts';
import type { Kept } from './log.ts';

/** What a reader is told next. Without a change: anything may have changed. */
export interface Letter {
  readonly id: number;
  readonly change?: Change;
}

/**
 * What one reader has not been told yet. It holds at most one change for each topic, so that a reader who is slow, or
 * never reads at all, costs no more than any other.
 */
export class Mailbox {
  readonly #topics: ReadonlySet<string>;
  readonly #operatorId: string;
  readonly #letters = new Map<string, Letter>();
  /** Up to which change everything was told. */
  #lastDelivered = 0;
  #arrived: () => void = () => {};

  constructor(topics: readonly Topic[], operatorId: string) {
    this.#topics = new Set(topics.map(topicKey));
    this.#operatorId = operatorId;
  }

  get isEmpty(): boolean {
    return this.#letters.size === 0;
  }

  /** Who is called when something has arrived. */
  set onArrival(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** From where on the reader is told. */
  startAfter(id: number): void {
    this.#lastDelivered = id;
    for (const [topic, letter] of this.#letters) if (letter.id <= id) this.#letters.delete(topic);
  }

  /** Puts a change in; one that was there before, or that the reader knows, is no other. */
  put({ id, customerId, port, recordId, operatorId, key }: Kept): void {
    if (id <= this.#lastDelivered) return;
    if (customerId === null || port === null) return this.reset(id);
    const topic = topicKey({ customerId, port });
    if (!this.#topics.has(topic)) return;
    const change = {
      customerId,
      port,
      ...(recordId !== null && { id: recordId }),
      // Nobody learns the keys of others.
      ...(key !== null && operatorId === this.#operatorId && { idempotencyKey: key }),
    };
    this.#letters.set(topic, joined(this.#letters.get(topic), { id, change }));
    this.#arrived();
  }

  /** From here on it is not known what has changed. */
  reset(id: number): void {
    this.#letters.clear();
    this.#letters.set('', { id });
    this.#arrived();
  }

  /** The earliest of what is there: whoever has read it has read all before it. */
  take(): Letter | undefined {
    const [first] = [...this.#letters].sort(([, a], [, b]) => a.id - b.id);
    if (!first) return undefined;
    const [topic, letter] = first;
    this.#letters.delete(topic);
    this.#lastDelivered = letter.id;
    return letter;
  }
}

/** Of several changes it is no longer told which record they were, nor which write, unless it was the same. */
function joined(before: Letter | undefined, now: Letter): Letter {
  if (!before?.change || !now.change) return now;
  const { customerId, port, id, idempotencyKey } = now.change;
  const change = {
    customerId,
    port,
    ...(id !== undefined && id === before.change.id && { id }),
    ...(idempotencyKey !== undefined && idempotencyKey === before.change.idempotencyKey && { idempotencyKey }),
  };
  return { id: Math.max(before.id, now.id), change };
}
