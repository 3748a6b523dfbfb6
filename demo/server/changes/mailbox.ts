import { topicKey, type Change, type Topic } from '../../../src/adapter/adapter.ts';
import type { StoredChange } from './log.ts';

/** The next message for a reader. Without a change, any data may have changed. */
export interface Message {
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
  readonly #messages = new Map<string, Message>();
  /** The id of the last delivered change. */
  #lastDelivered = 0;
  #arrived: () => void = () => {};

  constructor(topics: readonly Topic[], operatorId: string) {
    this.#topics = new Set(topics.map(topicKey));
    this.#operatorId = operatorId;
  }

  get isEmpty(): boolean {
    return this.#messages.size === 0;
  }

  /** The callback for new messages. */
  set onArrival(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Sets the id after which changes are delivered. */
  startAfter(id: number): void {
    this.#lastDelivered = id;
    for (const [topic, message] of this.#messages) if (message.id <= id) this.#messages.delete(topic);
  }

  /**
   * Adds a change. Ignores changes that were delivered before, and replaces an undelivered change of the same topic.
   */
  put({ id, customerId, port, recordId, operatorId, key }: StoredChange): void {
    if (id <= this.#lastDelivered) return;
    if (customerId === null || port === null) return this.reset(id);
    // A reader must not receive other operators' keys.
    const own = key !== null && operatorId === this.#operatorId && { idempotencyKey: key };
    this.#add({ id, change: { customerId, port, ...(recordId !== null && { id: recordId }), ...own } });
    this.#add({ id, change: { port, ...own } });
  }

  /** Adds a change to those of its topic, if the reader has subscribed to it. */
  #add(message: Message & { readonly change: Change }): void {
    const topic = topicKey(message.change);
    if (!this.#topics.has(topic)) return;
    this.#messages.set(topic, joined(this.#messages.get(topic), message));
    this.#arrived();
  }

  /** Replaces all changes by a message that any data may have changed. */
  reset(id: number): void {
    this.#messages.clear();
    this.#messages.set('', { id });
    this.#arrived();
  }

  /** Removes and returns the message with the lowest id. Its reader has read all earlier ones. */
  take(): Message | undefined {
    const [first] = [...this.#messages].sort(([, a], [, b]) => a.id - b.id);
    if (!first) return undefined;
    const [topic, message] = first;
    this.#messages.delete(topic);
    this.#lastDelivered = message.id;
    return message;
  }
}

/** Merges two changes of a topic. The record and the key are kept only if both changes have the same. */
function joined(before: Message | undefined, now: Message): Message {
  if (!before?.change || !now.change) return now;
  const { customerId, port, id, idempotencyKey } = now.change;
  const change = {
    ...(customerId !== undefined && { customerId }),
    port,
    ...(id !== undefined && id === before.change.id && { id }),
    ...(idempotencyKey !== undefined && idempotencyKey === before.change.idempotencyKey && { idempotencyKey }),
  };
  return { id: Math.max(before.id, now.id), change };
}
