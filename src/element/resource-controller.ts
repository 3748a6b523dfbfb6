import type { ReactiveController } from 'lit';
import type { DashboardClient } from '../data/client.ts';
import { observeList, observeRecord, type ListResource, type Resource } from '../data/observe.ts';
import { keyOf, type Description, type ListQuery, type ReadSettings, type RecordQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import type { DashboardElement } from './dashboard-element.ts';

/** Names the query for a customer; nothing where there is nothing to ask. */
export type Describe<Q> = (customerId: string) => Q | undefined;

/** Follows the query that the element names: before each render it looks whether client or query have changed. */
abstract class Follower<T, Q extends Description, R extends Resource<T>> implements ReactiveController {
  protected readonly host: DashboardElement;
  protected resource: R | undefined;
  readonly #describe: Describe<Q>;
  #client: DashboardClient | undefined;
  #key: string | undefined;

  constructor(host: DashboardElement, describe: Describe<Q>) {
    this.host = host;
    this.#describe = describe;
    host.addController(this);
  }

  get snapshot(): Snapshot<T> {
    return this.resource?.snapshot ?? { phase: 'idle' };
  }

  /** Asks again, from the first page. */
  refresh(): void {
    this.resource?.refresh();
  }

  protected abstract observe(client: DashboardClient, query: Q, settings: ReadSettings, changed: () => void): R;

  hostUpdate(): void {
    const { client, activeCustomer } = this.host;
    const { locale, timeZone } = this.host.l10n;
    const query = client && activeCustomer ? this.#describe(activeCustomer) : undefined;
    const key = query && keyOf(query, { locale, timeZone });
    if (client === this.#client && key === this.#key) return;
    const last = this.resource;
    this.#client = client;
    this.#key = key;
    // First the new, then the old: a client with one reader must not fall to none in between and forget everything.
    this.resource =
      client && query && this.observe(client, query, { locale, timeZone }, () => this.host.requestUpdate());
    last?.release();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** A move disconnects and reconnects in one task: only an element that stayed away lets go. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.resource?.release();
      this.resource = this.#client = this.#key = undefined;
    });
  }
}

/** One record on screen. */
export class RecordController<T> extends Follower<T, RecordQuery<T>, Resource<T>> {
  protected override observe(
    client: DashboardClient,
    query: RecordQuery<T>,
    settings: ReadSettings,
    changed: () => void,
  ) {
    return observeRecord(client, query, settings, changed);
  }
}

/** A list on screen. */
export class ListController<T, S = unknown> extends Follower<List<T, S>, ListQuery<T, S>, ListResource<T, S>> {
  protected override observe(
    client: DashboardClient,
    query: ListQuery<T, S>,
    settings: ReadSettings,
    changed: () => void,
  ) {
    return observeList(client, query, settings, changed);
  }

  /** Asks for the next page, if there is one; after a failure only when asked `again`. */
  more(again?: boolean): void {
    this.resource?.more(again);
  }
}
