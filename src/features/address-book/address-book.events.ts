import type { AddressUse } from '../../domain/address.ts';
import { FactEvent, RequestEvent } from '../../element/events.ts';

/** An address is about to be added. */
export class AddressCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('address-create');
    this.customerId = customerId;
  }
}

/** An address is about to be changed. */
export class AddressUpdateEvent extends RequestEvent {
  readonly customerId: string;
  readonly addressId: string;

  constructor(customerId: string, addressId: string) {
    super('address-update');
    this.customerId = customerId;
    this.addressId = addressId;
  }
}

/** One or more addresses are about to be deleted. */
export class AddressDeleteEvent extends RequestEvent {
  readonly customerId: string;
  readonly addressIds: readonly string[];

  constructor(customerId: string, addressIds: readonly string[]) {
    super('address-delete');
    this.customerId = customerId;
    this.addressIds = addressIds;
  }
}

/** An address is about to become the default. */
export class AddressDefaultEvent extends RequestEvent {
  readonly customerId: string;
  readonly addressId: string;
  readonly use: AddressUse;

  constructor(customerId: string, addressId: string, use: AddressUse) {
    super('address-default');
    this.customerId = customerId;
    this.addressId = addressId;
    this.use = use;
  }
}

/** An address was added. */
export class AddressCreatedEvent extends FactEvent {
  readonly customerId: string;
  readonly addressId: string;

  constructor(customerId: string, addressId: string) {
    super('address-created');
    this.customerId = customerId;
    this.addressId = addressId;
  }
}

/** An address was changed. */
export class AddressUpdatedEvent extends FactEvent {
  readonly customerId: string;
  readonly addressId: string;

  constructor(customerId: string, addressId: string) {
    super('address-updated');
    this.customerId = customerId;
    this.addressId = addressId;
  }
}

/** An address was deleted. Each of several deleted addresses has an event of its own. */
export class AddressDeletedEvent extends FactEvent {
  readonly customerId: string;
  readonly addressId: string;

  constructor(customerId: string, addressId: string) {
    super('address-deleted');
    this.customerId = customerId;
    this.addressId = addressId;
  }
}

/** An address became the default. */
export class AddressDefaultedEvent extends FactEvent {
  readonly customerId: string;
  readonly addressId: string;
  readonly use: AddressUse;

  constructor(customerId: string, addressId: string, use: AddressUse) {
    super('address-defaulted');
    this.customerId = customerId;
    this.addressId = addressId;
    this.use = use;
  }
}

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
