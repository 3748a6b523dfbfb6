import { factEvent, requestEvent } from '../../element/events.ts';

/** The actions on a subscription. */
export type SubscriptionStep = 'update' | 'pause' | 'resume' | 'cancel';

/** A subscription is about to be created. */
export class SubscriptionCreateEvent extends requestEvent('subscription-create') {}

/** A subscription was created. */
export class SubscriptionCreatedEvent extends factEvent('subscription-created', 'subscriptionId') {}

/** A subscription is about to be changed, paused, resumed or canceled. */
export class SubscriptionChangeEvent extends requestEvent('subscription-change', 'subscriptionId', 'step')<{
  step: SubscriptionStep;
}> {}

/** A subscription was changed, paused, resumed or canceled. */
export class SubscriptionChangedEvent extends factEvent('subscription-changed', 'subscriptionId', 'step')<{
  step: SubscriptionStep;
}> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'subscription-create': SubscriptionCreateEvent;
    'subscription-created': SubscriptionCreatedEvent;
    'subscription-change': SubscriptionChangeEvent;
    'subscription-changed': SubscriptionChangedEvent;
  }
}
