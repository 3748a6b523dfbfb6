import type { ReactiveController } from 'lit';
import { Permissions, type Availability } from '../domain/operator.ts';
import type { DashboardClient } from '../data/client.ts';
import type { RecordQuery } from '../data/query.ts';
import { RecordController } from './query-controller.ts';
import type { WidgetHost } from './widget-host.ts';

const name = 'permissions';
const allowed: Availability = { state: 'allowed' };
const unknown: Availability = { state: 'unknown' };

/** The last known permissions of each platform. Planned operations are the same for every customer. */
const lastPermissions = new WeakMap<DashboardClient, Permissions>();

/** Returns the query for what an operator may do with a customer. */
export const permissionsOf = (customerId: string): RecordQuery<Permissions> => ({
  name,
  customerId,
  schema: Permissions,
  ownerOf: () => customerId,
  load: (adapter, options) => adapter.permissions?.(customerId, options),
});

/**
 * Provides the operator's permissions on this customer, and the operations that the platform offers. If the platform
 * does not declare permissions, everything is allowed, because the server still enforces its own.
 */
export class PermissionsController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #permissions: RecordController<Permissions>;
  /** The client that the permissions are asked of: that of the last update while the element was connected. */
  #client: DashboardClient | undefined;
  /** The questions of the element, each with its last answer. */
  readonly #asked = new Map<string, readonly [ask: () => Availability, answer: Availability]>();

  constructor(host: WidgetHost) {
    this.#host = host;
    // A widget of the platform also asks for the customer of the page, if there is one: the answer names all operations.
    const platform = () => {
      const { client, customerId } = host.provided;
      // Without the method there is nothing to fetch, and an `unsupported` error would carry no information.
      return customerId && client?.adapter.permissions ? permissionsOf(customerId) : undefined;
    };
    this.#permissions = new RecordController(host, { platform }, { onChange: this.#changed });
    host.addController(this);
  }

  /**
   * Returns the availability of one operation: `notes.create`, `orders.list`. `unknown` until the permissions have
   * loaded.
   */
  of(operation: string): Availability {
    return this.#answer(operation, () => this.#of(operation));
  }

  #of(operation: string): Availability {
    const { snapshot } = this.#permissions;
    // The permissions query must not wait for its own result.
    if (snapshot.phase === 'loading' && operation !== name) return unknown;
    return (snapshot.phase === 'ready' && snapshot.data[operation]) || allowed;
  }

  /**
   * Returns the availability of a read, which does not wait for the permissions: it is fetched unless it is known to be
   * planned, and dropped if it turns out to be. For the next customer of the same platform this is known.
   */
  ofRead(operation: string): Availability {
    return this.#answer(`read ${operation}`, () => this.#ofRead(operation));
  }

  #ofRead(operation: string): Availability {
    const availability = this.#of(operation);
    if (availability.state !== 'unknown') return availability;
    const lastKnown = this.#host.client && lastPermissions.get(this.#host.client)?.[operation];
    return lastKnown?.state === 'planned' ? lastKnown : allowed;
  }

  refresh(): void {
    this.#permissions.refresh();
  }

  #answer(question: string, ask: () => Availability): Availability {
    const answer = ask();
    this.#asked.set(question, [ask, answer]);
    return answer;
  }

  /**
   * Keeps the answer for the next customer, and renders the element again if it would get another one. Most elements show
   * nothing of it while their data is loading.
   */
  readonly #changed = (): void => {
    const { snapshot } = this.#permissions;
    if (snapshot.phase === 'ready' && this.#client) lastPermissions.set(this.#client, snapshot.data);
    if ([...this.#asked.values()].some(([ask, answer]) => ask() !== answer)) this.#host.requestUpdate();
  };

  hostUpdate(): void {
    if (this.#host.isConnected) this.#client = this.#host.client;
  }
}
