import { FactEvent } from '../../element/events.ts';
import type { ListRefinement } from '../../list/refined-list-controller.ts';

/** The operator has selected other customers. */
export class CustomersSelectEvent extends FactEvent {
  /** The ids of all selected customers. */
  readonly customerIds: readonly string[];

  constructor(customerIds: readonly string[]) {
    super('customers-select');
    this.customerIds = customerIds;
  }
}

/** The operator has changed the search, the filters or the order. To keep them, pass them back as `startQuery`. */
export class QueryChangedEvent extends FactEvent {
  readonly query: ListRefinement;

  constructor(query: ListRefinement) {
    super('query-changed');
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'customers-select': CustomersSelectEvent;
    'query-changed': QueryChangedEvent;
  }
}
