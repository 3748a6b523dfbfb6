import type { ReactiveController } from 'lit';
import { Permissions, type Availability } from '../domain/operator.ts';
import type { DashboardClient } from '../data/client.ts';
import type { RecordQuery } from '../data/query.ts';
import { RecordController } from './query-controller.ts';
import type { WidgetHost } from './widget-host.ts';

const name = 'permissions';
const allowed: Availability = { state: 'allowed' };
const unknown: Availability = { state: 'unknown' };

/** What was last heard of a platform. What it plans, it plans for every customer. */
const lastPermissions = new WeakMap<DashboardClient, Permissions>();

const permissionsOf = (customerId: string): RecordQuery<Permissions> => ({
  name,
  customerId,
  schema: Permissions,
  ownerOf: () => customerId,
  load: (adapter, options) => adapter.permissions?.(customerId, options),
});

/**
 * What this operator may do on this customer, and what the platform offers. Where the platform does not say, everything
 * is allowed: the server refuses all the same.
 */
export class PermissionsController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #permissions: RecordController<Permissions>;

  constructor(host: WidgetHost) {
    this.#host = host;
    // Without the method there is nothing to ask: an `unsupported` answer would be no news.
    this.#permissions = new RecordController(host, (customerId) =>
      host.client?.adapter.permissions ? permissionsOf(customerId) : undefined,
    );
    host.addController(this);
  }

  /** Of one operation: `notes.create`, `orders.list`. `unknown` until the host has said. */
  of(operation: string): Availability {
    const { snapshot } = this.#permissions;
    // What is asked to find out is not about itself.
    if (snapshot.phase === 'loading' && operation !== name) return unknown;
    return (snapshot.phase === 'ready' && snapshot.data[operation]) || allowed;
  }

  /**
   * Of a read, which waits for nothing: what is not known to be planned is asked for, and let go of where it turns out
   * to be. For the next customer of the same platform it is known.
   */
  ofRead(operation: string): Availability {
    const availability = this.of(operation);
    if (availability.state !== 'unknown') return availability;
    const lastKnown = this.#host.client && lastPermissions.get(this.#host.client)?.[operation];
    return lastKnown?.state === 'planned' ? lastKnown : allowed;
  }

  refresh(): void {
    this.#permissions.refresh();
  }

  hostUpdate(): void {
    const { snapshot } = this.#permissions;
    if (snapshot.phase === 'ready') lastPermissions.set(this.#host.client!, snapshot.data);
  }
}
