import { AdapterError } from '../../adapter/adapter-error.ts';
import { portsChangedBy, type OperationName, type WriteName } from '../../adapter/operations.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import { topicKey, type Change, type Topic, type WatchOptions } from '../../adapter/watch.ts';
import { personalFields } from '../../domain/masking.ts';
import type { Actor } from '../../domain/operator.ts';
import type { Role } from './roles.ts';
import type { CustomerFile, MemoryStore } from './store.ts';

/** Who asks: the name under which they write, and what they may do and see. */
export interface Operator extends Role {
  readonly actor: Actor;
}

/** Where one operator reads and writes: who may not is refused, who has gone away is not answered. */
export class MemorySession {
  readonly store: MemoryStore;
  readonly operator: Operator;

  constructor(store: MemoryStore, operator: Operator) {
    this.store = store;
    this.operator = operator;
  }

  /** What the shop has of a customer, to be read. */
  async read(operation: OperationName, customerId: string, { signal }: ReadOptions): Promise<CustomerFile> {
    await answerLater(signal);
    this.#refuseDenied(operation);
    return this.store.fileOf(customerId);
  }

  /** What the shop has that belongs to no customer, to be read. */
  async readShared(operation: OperationName, { signal }: ReadOptions): Promise<MemoryStore> {
    await answerLater(signal);
    this.#refuseDenied(operation);
    return this.store;
  }

  /**
   * Carries a write out once for its key: the same request again is answered as before, another one under the same
   * key is refused. A write that failed has written nothing and leaves its key free. A dry run keeps nothing.
   */
  async write<R>(
    operation: WriteName,
    customerId: string,
    request: unknown,
    { idempotencyKey, dryRun, signal }: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    await answerLater(signal);
    const { replies } = this.store;
    const slot = JSON.stringify([this.operator.actor.id, operation, idempotencyKey]);
    const sent = JSON.stringify([customerId, request]);
    const reply = dryRun ? undefined : replies.get(slot);
    if (reply && reply.sent !== sent)
      throw new AdapterError('validation', { fieldErrors: { idempotencyKey: 'was used for another request' } });
    // What was carried out is answered as it was, also to who may not by now.
    if (reply) return reply.answer as R;
    this.#refuseDenied(operation);
    const answer = work(this.store.fileOf(customerId));
    if (dryRun) return answer;
    replies.set(slot, { sent, answer });
    this.#notify(operation, customerId, answer, idempotencyKey);
    return answer;
  }

  /** The same for a write that cannot be tried out beforehand. */
  async change<R>(
    operation: WriteName,
    customerId: string,
    request: unknown,
    options: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    return this.write(operation, customerId, request, options, (file) => {
      if (options.dryRun) throw new AdapterError('unsupported');
      return work(file);
    });
  }

  /** Carries out a write of which nothing is kept, also not with its key: the same again is carried out again. */
  async writeSecret<R>(
    operation: WriteName,
    customerId: string,
    { idempotencyKey, dryRun, signal }: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    await answerLater(signal);
    this.#refuseDenied(operation);
    if (dryRun) throw new AdapterError('unsupported');
    const answer = work(this.store.fileOf(customerId));
    this.#notify(operation, customerId, answer, idempotencyKey);
    return answer;
  }

  /** Live changes: whoever shares the store hears of the writes of all. */
  watch(topics: readonly Topic[], sink: (change: Change) => void, { signal }: WatchOptions): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const watched = new Set(topics.map(topicKey));
      const end = this.store.changes.watch(({ by, idempotencyKey, ...change }) => {
        if (signal.aborted || !watched.has(topicKey(change))) return;
        sink(by === this.operator.actor.id ? { ...change, idempotencyKey } : change);
      });
      signal.addEventListener('abort', () => {
        end();
        resolve();
      });
    });
  }

  /** Which data of a customer this operator sees masked, by their `datumKey`. */
  masksOf({ masked }: CustomerFile): readonly string[] {
    return this.operator.personalData === 'masked' ? [...masked, ...personalFields] : masked;
  }

  /** Tells everybody who shares the store what a write has changed. */
  #notify(operation: WriteName, customerId: string, answer: unknown, idempotencyKey: string): void {
    const { id }: { readonly id?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
    const change = { customerId, id: typeof id === 'string' ? id : undefined, idempotencyKey };
    for (const port of portsChangedBy(operation))
      this.store.changes.notify({ ...change, port, by: this.operator.actor.id });
  }

  /** Refuses what the operator may not do and what the platform cannot do yet. */
  #refuseDenied(operation: OperationName): void {
    const permission = this.operator.permissions[operation];
    if (permission?.state === 'denied') throw new AdapterError('forbidden', { reason: permission.reason });
    if (permission?.state === 'planned') throw new AdapterError('unsupported');
  }
}

/** As a network would; who has gone away is not answered. */
async function answerLater(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await Promise.resolve();
  signal?.throwIfAborted();
}

/** The record of that id. Throws `not-found` where the customer has none. */
export function found<T extends { readonly id: string }>(records: readonly T[], id: string): T {
  const record = records.find((candidate) => candidate.id === id);
  if (!record) throw new AdapterError('not-found');
  return record;
}

/** Refuses a change that is not based on the version that the record has now. */
export function demandVersion(current: { readonly version?: string | undefined }, ifVersion: string | undefined): void {
  if (ifVersion === undefined) throw new AdapterError('validation', { fieldErrors: { ifVersion: 'is missing' } });
  if (ifVersion !== current.version) throw new AdapterError('conflict', { current });
}

/** The version after this one. */
export const following = (version: string | undefined): string => String(Number(version ?? '0') + 1);
