import type { AddressUse } from '../../domain/address.ts';
import { factEvent, requestEvent } from '../../element/events.ts';

/** An address is about to be added. */
export class AddressCreateEvent extends requestEvent('address-create') {}

/** An address is about to be changed. */
export class AddressUpdateEvent extends requestEvent('address-update', 'addressId') {}

/** One or more addresses are about to be deleted. */
export class AddressDeleteEvent extends requestEvent('address-delete', 'addressIds')<{
  addressIds: readonly string[];
}> {}

/** An address is about to become the default. */
export class AddressDefaultEvent extends requestEvent('address-default', 'addressId', 'use')<{ use: AddressUse }> {}

/** An address was added. */
export class AddressCreatedEvent extends factEvent('address-created', 'addressId') {}

/** An address was changed. */
export class AddressUpdatedEvent extends factEvent('address-updated', 'addressId') {}

/** An address was deleted. Each of several deleted addresses has an event of its own. */
export class AddressDeletedEvent extends factEvent('address-deleted', 'addressId') {}

/** An address became the default. */
export class AddressDefaultedEvent extends factEvent('address-defaulted', 'addressId', 'use')<{ use: AddressUse }> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'address-create': AddressCreateEvent;
    'address-update': AddressUpdateEvent;
    'address-delete': AddressDeleteEvent;
    'address-default': AddressDefaultEvent;
    'address-created': AddressCreatedEvent;
    'address-updated': AddressUpdatedEvent;
    'address-deleted': AddressDeletedEvent;
    'address-defaulted': AddressDefaultedEvent;
  }
}
