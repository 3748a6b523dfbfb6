import { FactEvent, RequestEvent } from '../../element/events.ts';

/** What can be done with a subscription. */
export type SubscriptionStep = 'pause' | 'resume' | 'cancel';

/** A subscription is about to be created. */
export class SubscriptionCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('subscription-create');
    this.customerId = customerId;
  }
}

/** A subscription was created. */
export class SubscriptionCreatedEvent extends FactEvent {
  readonly customerId: string;
  readonly subscriptionId: string;

  constructor(customerId: string, subscriptionId: string) {
    super('subscription-created');
    this.customerId = customerId;
    this.subscriptionId = subscriptionId;
  }
}

/** A subscription is about to be paused, resumed or canceled. */
export class SubscriptionChangeEvent extends RequestEvent {
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly step: SubscriptionStep;

  constructor(customerId: string, subscriptionId: string, step: SubscriptionStep) {
    super('subscription-change');
    this.customerId = customerId;
    this.subscriptionId = subscriptionId;
    this.step = step;
  }
}

/** A subscription was paused, resumed or canceled. */
export class SubscriptionChangedEvent extends FactEvent {
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly step: SubscriptionStep;

  constructor(customerId: string, subscriptionId: string, step: SubscriptionStep) {
    super('subscription-changed');
    this.customerId = customerId;
    this.subscriptionId = subscriptionId;
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'subscription-create': SubscriptionCreateEvent;
    'subscription-created': SubscriptionCreatedEvent;
    'subscription-change': SubscriptionChangeEvent;
    'subscription-changed': SubscriptionChangedEvent;
  }
}
