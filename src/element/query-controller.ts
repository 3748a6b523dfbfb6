import type { ReactiveController } from 'lit';
import type { DashboardClient } from '../data/client.ts';
import { observeList, observeRecord, type ListResource, type Resource } from '../data/observe.ts';
import { queryKey, type QueryDescription, type ListQuery, type ReadSettings, type RecordQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import type { Availability } from '../domain/operator.ts';
import { canonicalTag } from '../i18n/locale-tag.ts';
import type { WidgetHost } from './widget-host.ts';

/**
 * Returns the query for a customer, or `undefined` if there is nothing to fetch. As `{ platform }`, returns a query
 * that needs no customer.
 */
export type GetQuery<Q> = ((customerId: string) => Q | undefined) | { readonly platform: () => Q | undefined };

/** Returns a query in the scope of an element: of the platform, it is about no customer and needs none. */
export const inScopeOf = <Q>({ scope }: WidgetHost, getQuery: (customerId: string) => Q | undefined): GetQuery<Q> =>
  scope === 'platform' ? { platform: () => getQuery('') } : getQuery;

export interface QueryOptions<Q extends QueryDescription = QueryDescription> {
  /**
   * Keeps the previous data while another query of the same name is loading (the same list in another order), or if it
   * failed. Data of another customer or client is never kept. If a function returns the subject of a query (the account
   * of its entries), data of another subject is not kept either. After a change of language the data is always kept.
   */
  readonly keepPreviousData?: boolean | ((query: Q) => unknown);
  /** Called when the snapshot has changed. By default the element renders again. */
  readonly onChange?: () => void;
}

interface ObservedQuery<Q, R> {
  readonly query: Q;
  readonly resource: R;
}

/**
 * Observes the query that the element names: before each render it checks whether the client or the query has changed.
 */
abstract class QueryController<T, Q extends QueryDescription, R extends Resource<T>> implements ReactiveController {
  protected readonly host: WidgetHost;
  readonly #getQuery: GetQuery<Q>;
  readonly #keepPreviousData: boolean | ((query: Q) => unknown);
  readonly #onChange: () => void;
  #client: DashboardClient | undefined;
  #key: string | undefined;
  #current: ObservedQuery<Q, R> | undefined;
  /** The availability of the operation that the query needs. */
  #availability: Availability | undefined;
  /**
   * The previous query, still observed while its data is shown, so that data which becomes forbidden disappears here
   * too.
   */
  #previous: ObservedQuery<Q, R> | undefined;

  constructor(
    host: WidgetHost,
    getQuery: GetQuery<Q>,
    { keepPreviousData = false, onChange = () => host.requestUpdate() }: QueryOptions<Q> = {},
  ) {
    this.host = host;
    this.#getQuery = getQuery;
    this.#keepPreviousData = keepPreviousData;
    this.#onChange = onChange;
    host.addController(this);
  }

  get snapshot(): Snapshot<T> {
    const snapshot = this.#result;
    const availability = this.#availability;
    if (snapshot.phase !== 'ready' || availability?.state !== 'deprecated') return snapshot;
    return { ...snapshot, deprecated: availability };
  }

  /** The state of the current query alone, without previous data. */
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

  /** The query that the snapshot belongs to. */
  get resolvedQuery(): Q | undefined {
    return (this.#previous ?? this.#current)?.query;
  }

  /** Fetches again, from the first page. */
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

  /** A move disconnects and reconnects in one task: only an element that stays disconnected stops observing. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#releasePrevious();
      this.#current?.resource.release();
      this.#current = this.#client = this.#key = undefined;
    });
  }

  #updateQuery(): void {
    // An update may run after the element was disconnected, when nothing would release a new observer.
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
    // Observes the new query before it releases the old one: a client without observers would clear its cache in
    // between.
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
    this.#onChange();
  };
}

/** Returns whether previous data may be shown instead. Data that is forbidden must not be shown in any order. */
const isUnresolved = (snapshot: Snapshot<unknown>): boolean =>
  snapshot.phase === 'loading' || (snapshot.phase === 'error' && snapshot.error.code !== 'forbidden');

/** Observes one record. */
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

/** Observes a list. */
export class ListController<T, S = unknown, Q extends ListQuery<T, S> = ListQuery<T, S>> extends QueryController<
  List<T, S>,
  Q,
  ListResource<T, S>
> {
  protected override observe(client: DashboardClient, query: Q, settings: ReadSettings, changed: () => void) {
    return observeList(client, query, settings, changed);
  }

  /** Fetches the next page, if there is one; after a failure only if `again` is set. */
  more(again?: boolean): void {
    this.resource?.more(again);
  }
}
