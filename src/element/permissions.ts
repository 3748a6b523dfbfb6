import { Permissions, type Permission } from '../domain/operator.ts';
import type { RecordQuery } from '../data/query.ts';
import type { DashboardElement } from './dashboard-element.ts';
import { RecordController } from './resource-controller.ts';

const allowed: Permission = { state: 'allowed' };

const permissionsOf = (customerId: string): RecordQuery<Permissions> => ({
  name: 'permissions',
  customerId,
  schema: Permissions,
  ownerOf: () => customerId,
  load: (adapter, options) => adapter.permissions?.(customerId, options),
});

/**
 * What this operator may do on this customer. Until it is known, or where the platform does not say, everything is
 * allowed: the server refuses all the same.
 */
export class PermissionsController {
  readonly #permissions: RecordController<Permissions>;

  constructor(host: DashboardElement) {
    // Without the method there is nothing to ask: an `unsupported` answer would be no news.
    this.#permissions = new RecordController(host, (customerId) =>
      host.client?.adapter.permissions ? permissionsOf(customerId) : undefined,
    );
  }

  /** Of one operation: `notes.create`. */
  of(operation: string): Permission {
    const { snapshot } = this.#permissions;
    return (snapshot.phase === 'ready' && snapshot.data[operation]) || allowed;
  }

  refresh(): void {
    this.#permissions.refresh();
  }
}
