import { AdapterError } from '../../adapter/adapter-error.ts';
import { portsChangedBy, type OperationName, type PortName, type WriteName } from '../../adapter/operations.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import { topicKey, type Change, type Topic, type WatchOptions } from '../../adapter/adapter.ts';
import { personalFields } from '../../domain/masking.ts';
import type { Actor } from '../../domain/operator.ts';
import type { Role } from './roles.ts';
import type { CustomerFile, MemoryStore } from './store.ts';

/** The current operator: author, permissions and masking. */
export interface Operator extends Role {
  readonly actor: Actor;
}

/** The reads and writes of one operator. Checks permissions, and rejects with the abort reason after an abort. */
export class MemorySession {
  readonly store: MemoryStore;
  readonly operator: Operator;

  constructor(store: MemoryStore, operator: Operator) {
    this.store = store;
    this.operator = operator;
  }

  /** Returns a customer's data for a read. */
  async read(operation: OperationName, customerId: string, { signal }: ReadOptions): Promise<CustomerFile> {
    await answerLater(signal);
    this.#requirePermission(operation);
    return this.store.fileOf(customerId);
  }

  /** Returns the data that belongs to no customer for a read. */
  async readShared(operation: OperationName, { signal }: ReadOptions): Promise<MemoryStore> {
    await answerLater(signal);
    this.#requirePermission(operation);
    return this.store;
  }

  /**
   * Carries out a write once for its idempotency key. A repeated request gets the same response; a different request
   * with the same key is rejected. A failed write changes nothing and does not use up its key. A dry run stores
   * nothing.
   */
  async write<R>(
    operation: WriteName,
    customerId: string,
    request: unknown,
    { idempotencyKey, dryRun, signal }: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    const sent = [customerId, request];
    return this.#once(operation, sent, { idempotencyKey, dryRun, signal }, () => {
      const answer = work(this.store.fileOf(customerId));
      if (!dryRun) this.#notify(operation, customerId, answer, idempotencyKey);
      return answer;
    });
  }

  /** Carries out a write of data that belongs to no customer, like `change`. */
  async changeShared<R>(operation: WriteName, request: unknown, options: WriteOptions, work: () => R): Promise<R> {
    return this.#once(operation, request, options, () => {
      if (options.dryRun) throw new AdapterError('unsupported');
      const answer = work();
      this.#notify(operation, undefined, answer, options.idempotencyKey);
      return answer;
    });
  }

  /** Notifies all subscribers of a change that the platform itself has made, to data that belongs to no customer. */
  changedShared(port: PortName): void {
    this.store.changes.notify({ port, by: '' });
  }

  async #once<R>(
    operation: WriteName,
    request: unknown,
    { idempotencyKey, dryRun, signal }: WriteOptions,
    work: () => R,
  ): Promise<R> {
    await answerLater(signal);
    const { replies } = this.store;
    const slot = JSON.stringify([this.operator.actor.id, operation, idempotencyKey]);
    const sent = JSON.stringify(request);
    const reply = dryRun ? undefined : replies.get(slot);
    if (reply && reply.sent !== sent)
      throw new AdapterError('validation', { fieldErrors: { idempotencyKey: 'was used for another request' } });
    // A completed write gets the same response even if the operator has lost the permission since.
    if (reply) return reply.answer as R;
    this.#requirePermission(operation);
    const answer = work();
    if (!dryRun) replies.set(slot, { sent, answer });
    return answer;
  }

  /** Carries out a write like `write`, but rejects a dry run with `unsupported`. */
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

  /** Carries out a write without storing anything, not even its key: a repeated request is carried out again. */
  async writeSecret<R>(
    operation: WriteName,
    customerId: string,
    { idempotencyKey, dryRun, signal }: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    await answerLater(signal);
    this.#requirePermission(operation);
    if (dryRun) throw new AdapterError('unsupported');
    const answer = work(this.store.fileOf(customerId));
    this.#notify(operation, customerId, answer, idempotencyKey);
    return answer;
  }

  /**
   * Subscribes to changes by all operators who share the store. An operator who may not list customers hears of none but
   * those of the customers that the topics name.
   */
  watch(topics: readonly Topic[], sink: (change: Change) => void, { signal }: WatchOptions): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const watched = new Set(topics.map(topicKey));
      const mayList = this.operator.permissions['customers.list']?.state !== 'denied';
      const end = this.store.changes.watch(({ by, idempotencyKey, ...change }) => {
        const { port, customerId } = change;
        for (const reported of [change, ...(mayList && customerId !== undefined ? [{ port }] : [])])
          if (!signal.aborted && watched.has(topicKey(reported)))
            sink(by === this.operator.actor.id ? { ...reported, idempotencyKey } : reported);
      });
      signal.addEventListener('abort', () => {
        end();
        resolve();
      });
    });
  }

  /** Returns the `fieldKey` of the customer's values that are masked for this operator. */
  masksOf({ masked }: Pick<CustomerFile, 'masked'>): readonly string[] {
    return this.operator.personalData === 'masked' ? [...masked, ...personalFields] : masked;
  }

  /** Notifies all subscribers of the store about a write. */
  #notify(operation: WriteName, customerId: string | undefined, answer: unknown, idempotencyKey: string): void {
    const { id }: { readonly id?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
    const record = customerId === undefined ? {} : { customerId, id: typeof id === 'string' ? id : undefined };
    const change = { ...record, idempotencyKey };
    for (const port of portsChangedBy(operation))
      this.store.changes.notify({ ...change, port, by: this.operator.actor.id });
  }

  /** Throws if the operator lacks the permission or the platform does not support the operation yet. */
  #requirePermission(operation: OperationName): void {
    const permission = this.operator.permissions[operation];
    if (permission?.state === 'denied') throw new AdapterError('forbidden', { reason: permission.reason });
    if (permission?.state === 'planned') throw new AdapterError('unsupported');
  }
}

/** Waits for a turn of the event loop, as a network would. Throws if the signal is aborted. */
async function answerLater(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await Promise.resolve();
  signal?.throwIfAborted();
}

/** Returns the record with an id. Throws `not-found` if the customer has none. */
export function found<T extends { readonly id: string }>(records: readonly T[], id: string): T {
  const record = records.find((candidate) => candidate.id === id);
  if (!record) throw new AdapterError('not-found');
  return record;
}

/** Throws unless a change is based on the record's current version. */
export function demandVersion(current: { readonly version?: string | undefined }, ifVersion: string | undefined): void {
  if (ifVersion === undefined) throw new AdapterError('validation', { fieldErrors: { ifVersion: 'is missing' } });
  if (ifVersion !== current.version) throw new AdapterError('conflict', { current });
}

/** Returns the next version. */
export const following = (version: string | undefined): string => String(Number(version ?? '0') + 1);
