import { factEvent, requestEvent } from '../../element/events.ts';

interface Groups {
  groupIds: readonly string[];
}

/** Price groups are about to be assigned. */
export class PriceGroupAssignEvent extends requestEvent('price-group-assign', 'groupIds')<Groups> {}

/** Price groups were assigned. */
export class PriceGroupAssignedEvent extends factEvent('price-group-assigned', 'groupIds')<Groups> {}

/** Price groups are about to be unassigned. */
export class PriceGroupUnassignEvent extends requestEvent('price-group-unassign', 'groupIds')<Groups> {}

/** Price groups were unassigned. */
export class PriceGroupUnassignedEvent extends factEvent('price-group-unassigned', 'groupIds')<Groups> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'price-group-assign': PriceGroupAssignEvent;
    'price-group-assigned': PriceGroupAssignedEvent;
    'price-group-unassign': PriceGroupUnassignEvent;
    'price-group-unassigned': PriceGroupUnassignedEvent;
  }
}
