import type { ReactiveController } from 'lit';
import type { DashboardClient } from '../data/client.ts';
import { observeList, observeRecord, type ListResource, type Resource } from '../data/observe.ts';
import { queryKey, type QueryDescription, type ListQuery, type ReadSettings, type RecordQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import type { Availability } from '../domain/operator.ts';
import { canonicalTag } from '../i18n/locale-tag.ts';
import type { WidgetHost } from './widget-host.ts';

/**
 * Returns the query for a customer, or nothing where there is nothing to ask. As `{ platform }`, a query that needs no
 * customer on the page.
 */
export type GetQuery<Q> = ((customerId: string) => Q | undefined) | { readonly platform: () => Q | undefined };

export interface QueryOptions<Q extends QueryDescription = QueryDescription> {
  /**
   * While another question of the same name is on its way (the same list in another order), or where it failed, the
   * last answer stays. Never another customer's or another client's; where a function names what a question is about
   * (which account's entries), nothing of anything else. The answer in the last language stays always.
   */
  readonly keepPreviousData?: boolean | ((query: Q) => unknown);
}

interface ObservedQuery<Q, R> {
  readonly query: Q;
  readonly resource: R;
}

/** Follows the query that the element names: before each render it looks whether client or query have changed. */
abstract class QueryController<T, Q extends QueryDescription, R extends Resource<T>> implements ReactiveController {
  protected readonly host: WidgetHost;
  readonly #getQuery: GetQuery<Q>;
  readonly #keepPreviousData: boolean | ((query: Q) => unknown);
  #client: DashboardClient | undefined;
  #key: string | undefined;
  #current: ObservedQuery<Q, R> | undefined;
  /** Of what is to be asked for. */
  #availability: Availability | undefined;
  /** Still observed while it stands in, so that what may no longer be seen goes from here too. */
  #previous: ObservedQuery<Q, R> | undefined;

  constructor(host: WidgetHost, getQuery: GetQuery<Q>, { keepPreviousData = false }: QueryOptions<Q> = {}) {
    this.host = host;
    this.#getQuery = getQuery;
    this.#keepPreviousData = keepPreviousData;
    host.addController(this);
  }

  get snapshot(): Snapshot<T> {
    const snapshot = this.#result;
    const availability = this.#availability;
    if (snapshot.phase !== 'ready' || availability?.state !== 'deprecated') return snapshot;
    return { ...snapshot, deprecated: availability };
  }

  /** What is known of what is asked for now, where no last answer stands in for it. */
  get current(): Snapshot<T> {
    const { state } = this.#availability ?? {};
    if (this.#current) return this.#current.resource.snapshot;
    return state === 'planned' ? { phase: state } : { phase: 'idle', missing: this.host.setup.missing };
  }

  get #result(): Snapshot<T> {
    const snapshot = this.current;
    const previous = this.#previous?.resource.snapshot;
    if (previous?.phase !== 'ready' || !isUnresolved(snapshot)) return snapshot;
    return snapshot.phase === 'error'
      ? { ...previous, refreshing: snapshot.refreshing, refreshError: snapshot.error }
      : { ...previous, refreshing: true };
  }

  /** The query whose answer the snapshot is. */
  get resolvedQuery(): Q | undefined {
    return (this.#previous ?? this.#current)?.query;
  }

  /** Asks again, from the first page. */
  refresh(): void {
    if (this.#availability?.state === 'planned') this.host.permissions.refresh();
    this.resource?.refresh();
  }

  protected get resource(): R | undefined {
    return this.#current?.resource;
  }

  protected abstract observe(client: DashboardClient, query: Q, settings: ReadSettings, changed: () => void): R;

  hostUpdate(): void {
    this.#updateQuery();
    if (!isUnresolved(this.current)) this.#releasePrevious();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** A move disconnects and reconnects in one task: only an element that stayed away lets go. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#releasePrevious();
      this.#current?.resource.release();
      this.#current = this.#client = this.#key = undefined;
    });
  }

  #updateQuery(): void {
    // An update may come when the element has long gone: nobody would release what it began to observe.
    if (!this.host.isConnected) return;
    const { client, activeCustomer } = this.host;
    const settings = { locale: canonicalTag(this.host.requestedLocale) ?? 'en', timeZone: this.host.l10n.timeZone };
    const named = client && this.#named(activeCustomer);
    this.#availability = named && this.host.permissions.ofRead(named.name);
    const query = this.#availability?.state === 'planned' ? undefined : named;
    const key = query && queryKey(query, settings);
    if (client === this.#client && key === this.#key) return;
    const before = this.#current;
    const stays = client === this.#client && before && query && this.#isSameSubject(before.query, query);
    this.#client = client;
    this.#key = key;
    // First the new, then the old: a client with one reader must not fall to none in between and forget everything.
    this.#current = client && query && { query, resource: this.observe(client, query, settings, this.#changed) };
    if (!stays) this.#releasePrevious();
    if (stays && before.resource.snapshot.phase === 'ready') {
      this.#releasePrevious();
      this.#previous = before;
    } else before?.resource.release();
  }

  #named(activeCustomer: string | undefined): Q | undefined {
    const getQuery = this.#getQuery;
    if ('platform' in getQuery) return getQuery.platform();
    return activeCustomer === undefined ? undefined : getQuery(activeCustomer);
  }

  #isSameSubject(a: Q, b: Q): boolean {
    if (queryKey(a, {}) === queryKey(b, {})) return true;
    const keep = this.#keepPreviousData;
    if (!keep || a.name !== b.name || a.customerId !== b.customerId) return false;
    return keep === true || keep(a) === keep(b);
  }

  #releasePrevious(): void {
    const previous = this.#previous;
    this.#previous = undefined;
    previous?.resource.release();
  }

  readonly #changed = (): void => {
    if (this.#previous && this.#previous.resource.snapshot.phase !== 'ready') this.#releasePrevious();
    this.host.requestUpdate();
  };
}

/** Whether an answer that is there may stand in. What is forbidden is no longer shown in any order. */
const isUnresolved = (snapshot: Snapshot<unknown>): boolean =>
  snapshot.phase === 'loading' || (snapshot.phase === 'error' && snapshot.error.code !== 'forbidden');

/** One record on screen. */
export class RecordController<T> extends QueryController<T, RecordQuery<T>, Resource<T>> {
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
export class ListController<T, S = unknown, Q extends ListQuery<T, S> = ListQuery<T, S>> extends QueryController<
  List<T, S>,
  Q,
  ListResource<T, S>
> {
  protected override observe(client: DashboardClient, query: Q, settings: ReadSettings, changed: () => void) {
    return observeList(client, query, settings, changed);
  }

  /** Asks for the next page, if there is one; after a failure only when asked `again`. */
  more(again?: boolean): void {
    this.resource?.more(again);
  }
}
