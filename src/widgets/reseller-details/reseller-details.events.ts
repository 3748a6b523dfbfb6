import { factEvent, requestEvent } from '../../element/events.ts';

/** Reseller details are about to be changed. */
export class ResellerUpdateEvent extends requestEvent('reseller-update')<object> {}

/** Reseller details were changed. */
export class ResellerUpdatedEvent extends factEvent('reseller-updated')<object> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'reseller-update': ResellerUpdateEvent;
    'reseller-updated': ResellerUpdatedEvent;
  }
}
