import type { ReactiveController } from 'lit';
import { Permissions, type Standing } from '../domain/operator.ts';
import type { DashboardClient } from '../data/client.ts';
import type { RecordQuery } from '../data/query.ts';
import type { DashboardElement } from './dashboard-element.ts';
import { RecordController } from './resource-controller.ts';

const name = 'permissions';
const allowed: Standing = { state: 'allowed' };
const unknown: Standing = { state: 'unknown' };

/** What was last heard of a platform. What it plans, it plans for every customer. */
const lastHeard = new WeakMap<DashboardClient, Permissions>();

/** How long a read waits at the most. Milliseconds: as long as nothing is drawn of what is on its way. */
const patience = 300;

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
  readonly #host: DashboardElement;
  readonly #permissions: RecordController<Permissions>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPatient = true;

  constructor(host: DashboardElement) {
    this.#host = host;
    // Without the method there is nothing to ask: an `unsupported` answer would be no news.
    this.#permissions = new RecordController(host, (customerId) =>
      host.client?.adapter.permissions ? permissionsOf(customerId) : undefined,
    );
    host.addController(this);
  }

  /** Of one operation: `notes.create`, `orders.list`. `unknown` until the host has said. */
  of(operation: string): Standing {
    const { snapshot } = this.#permissions;
    // What is asked to find out cannot wait for it.
    if (snapshot.phase === 'loading' && operation !== name) return unknown;
    return (snapshot.phase === 'ready' && snapshot.data[operation]) || allowed;
  }

  /**
   * Of a read, which is not begun while it is unknown: what is planned is not asked for. The first customer of a
   * platform waits for it, and not for long; for the next ones it is known what it plans, and nobody waits.
   */
  ofRead(operation: string): Standing {
    const standing = this.of(operation);
    if (standing.state !== 'unknown') return standing;
    const heard = this.#host.client && lastHeard.get(this.#host.client);
    if (heard?.[operation]?.state === 'planned') return heard[operation];
    return heard || !this.#isPatient ? allowed : unknown;
  }

  refresh(): void {
    this.#permissions.refresh();
  }

  hostUpdate(): void {
    const { snapshot } = this.#permissions;
    if (snapshot.phase === 'ready') lastHeard.set(this.#host.client!, snapshot.data);
    this.#isPatient ||= snapshot.phase !== 'loading';
    if (snapshot.phase !== 'loading') this.hostDisconnected();
    else
      this.#timer ??= setTimeout(() => {
        this.#isPatient = false;
        this.#host.requestUpdate();
      }, patience);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
