import type { ReactiveController } from 'lit';
import type { DashboardClient } from '../data/client.ts';
import { observeList, observeRecord, type ListResource, type Resource } from '../data/observe.ts';
import { keyOf, type Description, type ListQuery, type ReadSettings, type RecordQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import type { Standing } from '../domain/operator.ts';
import { canonicalTag } from '../i18n/locale-tag.ts';
import type { DashboardElement } from './dashboard-element.ts';

/** Names the query for a customer; nothing where there is nothing to ask. */
export type Describe<Q> = (customerId: string) => Q | undefined;

export interface FollowOptions<Q extends Description = Description> {
  /**
   * While another question of the same name is on its way (the same list in another order), or where it failed, the
   * last answer stays. Never another customer's or another client's; where a function names what a question is about
   * (which account's entries), nothing of anything else. The answer in the last language stays always.
   */
  readonly keepsLast?: boolean | ((query: Q) => unknown);
}

interface Followed<Q, R> {
  readonly query: Q;
  readonly resource: R;
}

/** Follows the query that the element names: before each render it looks whether client or query have changed. */
abstract class Follower<T, Q extends Description, R extends Resource<T>> implements ReactiveController {
  protected readonly host: DashboardElement;
  readonly #describe: Describe<Q>;
  readonly #keepsLast: boolean | ((query: Q) => unknown);
  #client: DashboardClient | undefined;
  #key: string | undefined;
  #now: Followed<Q, R> | undefined;
  /** Of what is to be asked for. */
  #standing: Standing | undefined;
  /** Still observed while it stands in, so that what may no longer be seen goes from here too. */
  #last: Followed<Q, R> | undefined;

  constructor(host: DashboardElement, describe: Describe<Q>, { keepsLast = false }: FollowOptions<Q> = {}) {
    this.host = host;
    this.#describe = describe;
    this.#keepsLast = keepsLast;
    host.addController(this);
  }

  get snapshot(): Snapshot<T> {
    const snapshot = this.#answer;
    const standing = this.#standing;
    if (snapshot.phase !== 'ready' || standing?.state !== 'deprecated') return snapshot;
    return { ...snapshot, deprecated: standing };
  }

  /** What is known of what is asked for now, where no last answer stands in for it. */
  get own(): Snapshot<T> {
    const { state } = this.#standing ?? {};
    if (this.#now) return this.#now.resource.snapshot;
    return state === 'planned' ? { phase: state } : { phase: 'idle', missing: this.host.setup.missing };
  }

  get #answer(): Snapshot<T> {
    const snapshot = this.own;
    const last = this.#last?.resource.snapshot;
    if (last?.phase !== 'ready' || !isWanting(snapshot)) return snapshot;
    return snapshot.phase === 'error'
      ? { ...last, refreshing: snapshot.refreshing, stale: snapshot.error }
      : { ...last, refreshing: true };
  }

  /** The query whose answer the snapshot is. */
  get answered(): Q | undefined {
    return (this.#last ?? this.#now)?.query;
  }

  /** Asks again, from the first page. */
  refresh(): void {
    if (this.#standing?.state === 'planned') this.host.permissions.refresh();
    this.resource?.refresh();
  }

  protected get resource(): R | undefined {
    return this.#now?.resource;
  }

  protected abstract observe(client: DashboardClient, query: Q, settings: ReadSettings, changed: () => void): R;

  hostUpdate(): void {
    this.#follow();
    if (!isWanting(this.own)) this.#forgetLast();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** A move disconnects and reconnects in one task: only an element that stayed away lets go. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#forgetLast();
      this.#now?.resource.release();
      this.#now = this.#client = this.#key = undefined;
    });
  }

  #follow(): void {
    // An update may come when the element has long gone: nobody would release what it began to observe.
    if (!this.host.isConnected) return;
    const { client, activeCustomer } = this.host;
    const settings = { locale: canonicalTag(this.host.requestedLocale) ?? 'en', timeZone: this.host.l10n.timeZone };
    const named = client && activeCustomer ? this.#describe(activeCustomer) : undefined;
    this.#standing = named && this.host.permissions.ofRead(named.name);
    const query = this.#standing?.state === 'planned' ? undefined : named;
    const key = query && keyOf(query, settings);
    if (client === this.#client && key === this.#key) return;
    const before = this.#now;
    const stays = client === this.#client && before && query && this.#isSameThing(before.query, query);
    this.#client = client;
    this.#key = key;
    // First the new, then the old: a client with one reader must not fall to none in between and forget everything.
    this.#now = client && query && { query, resource: this.observe(client, query, settings, this.#changed) };
    if (!stays) this.#forgetLast();
    if (stays && before.resource.snapshot.phase === 'ready') {
      this.#forgetLast();
      this.#last = before;
    } else before?.resource.release();
  }

  #isSameThing(a: Q, b: Q): boolean {
    if (keyOf(a, {}) === keyOf(b, {})) return true;
    const keeps = this.#keepsLast;
    if (!keeps || a.name !== b.name || a.customerId !== b.customerId) return false;
    return keeps === true || keeps(a) === keeps(b);
  }

  #forgetLast(): void {
    const last = this.#last;
    this.#last = undefined;
    last?.resource.release();
  }

  readonly #changed = (): void => {
    if (this.#last && this.#last.resource.snapshot.phase !== 'ready') this.#forgetLast();
    this.host.requestUpdate();
  };
}

/** Whether an answer that is there may stand in. What is forbidden is no longer shown in any order. */
const isWanting = (snapshot: Snapshot<unknown>): boolean =>
  snapshot.phase === 'loading' || (snapshot.phase === 'error' && snapshot.error.code !== 'forbidden');

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
export class ListController<T, S = unknown, Q extends ListQuery<T, S> = ListQuery<T, S>> extends Follower<
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
