import { topicKey, type Change, type Topic } from '../../../src/adapter/watch.ts';
import type { Kept } from './log.ts';

/** The next message for a reader. Without a change, any data may have changed. */
export interface Letter {
  readonly id: number;
  readonly change?: Change;
}

/**
 * The undelivered changes of one reader. Holds at most one change for each topic, so that a slow or stalled reader uses
 * no more memory than any other.
 */
export class Mailbox {
  readonly #topics: ReadonlySet<string>;
  readonly #operatorId: string;
  readonly #letters = new Map<string, Letter>();
  /** The id of the last delivered change. */
  #lastDelivered = 0;
  #arrived: () => void = () => {};

  constructor(topics: readonly Topic[], operatorId: string) {
    this.#topics = new Set(topics.map(topicKey));
    this.#operatorId = operatorId;
  }

  get isEmpty(): boolean {
    return this.#letters.size === 0;
  }

  /** The callback for new messages. */
  set onArrival(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Sets the id after which changes are delivered. */
  startAfter(id: number): void {
    this.#lastDelivered = id;
    for (const [topic, letter] of this.#letters) if (letter.id <= id) this.#letters.delete(topic);
  }

  /**
   * Adds a change. Ignores changes that were delivered before, and replaces an undelivered change of the same topic.
   */
  put({ id, customerId, port, recordId, operatorId, key }: Kept): void {
    if (id <= this.#lastDelivered) return;
    if (customerId === null || port === null) return this.reset(id);
    const topic = topicKey({ customerId, port });
    if (!this.#topics.has(topic)) return;
    const change = {
      customerId,
      port,
      ...(recordId !== null && { id: recordId }),
      // A reader must not receive other operators' keys.
      ...(key !== null && operatorId === this.#operatorId && { idempotencyKey: key }),
    };
    this.#letters.set(topic, joined(this.#letters.get(topic), { id, change }));
    this.#arrived();
  }

  /** Replaces all changes by a message that any data may have changed. */
  reset(id: number): void {
    this.#letters.clear();
    this.#letters.set('', { id });
    this.#arrived();
  }

  /** Removes and returns the message with the lowest id. Whoever has read it has read all earlier ones. */
  take(): Letter | undefined {
    const [first] = [...this.#letters].sort(([, a], [, b]) => a.id - b.id);
    if (!first) return undefined;
    const [topic, letter] = first;
    this.#letters.delete(topic);
    this.#lastDelivered = letter.id;
    return letter;
  }
}

/** Merges two changes of a topic. The record and the key are kept only if both changes have the same. */
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
