import * as v from 'valibot';
import { Count, Id, LongText, ShortText, boundedList } from './bounds.ts';
import { Coded, codeOf } from './field.ts';
import { Product } from './cross-sell.ts';
import { Interval } from './interval.ts';
import { Money } from './money.ts';
import { Day, Instant } from './time.ts';

/** The codes of a subscription's status. */
export const subscriptionStatuses = [
  /** It renews as planned. */
  'active',
  /** It is in a trial period that costs nothing. */
  'trialing',
  /** A payment failed, and the platform tries again. */
  'past-due',
  /** It does not renew until somebody resumes it. */
  'paused',
  /** It was ended, and does not renew. */
  'canceled',
  /** It has reached its planned end. */
  'expired',
] as const;

/** The actions on a subscription: the methods of the port that take one. */
export const subscriptionActions = ['update', 'pause', 'resume', 'cancel'] as const;
export type SubscriptionAction = (typeof subscriptionActions)[number];

const Quantity = v.pipe(Count, v.minValue(1));

/** A product that a customer receives and pays for repeatedly. */
export const Subscription = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** The product, and its variant. */
  product: v.object({ ...Product.entries, variant: v.optional(ShortText) }),
  /** The number of units at each renewal. */
  quantity: Quantity,
  /** The price of each renewal, for all units together. */
  price: v.optional(Money),
  /** The price of one unit. */
  unitPrice: v.optional(Money),
  /** The time between two renewals. */
  interval: Interval,
  /** Known codes: `subscriptionStatuses`. */
  status: Coded,
  /** The first day. */
  startedAt: Day,
  /** `null`: the subscription does not renew, because it is paused, ending or ended. */
  nextRenewal: v.optional(v.nullable(Day)),
  /** The day on which the subscription ends or ended. `null`: it continues until it is canceled. */
  endsAt: v.optional(v.nullable(Day)),
  /** The time and the reason of the last failed payment, in the platform's own words. `null`: it did not fail. */
  paymentFailure: v.optional(v.nullable(v.object({ reason: v.optional(LongText), at: v.optional(Instant) }))),
  /** The available actions. Default: those of the status, see `subscriptionActionsOf`. */
  actions: v.optional(boundedList(ShortText)),
});
export type Subscription = v.InferOutput<typeof Subscription>;

/** The values of a new subscription. */
export const SubscriptionInput = v.object({
  /** The id of a product of `products.list`. */
  productId: v.pipe(Id, v.minLength(1)),
  /** The number of units at each renewal. */
  quantity: Quantity,
  /** One of the product's `intervals`. */
  interval: Interval,
  /** The first day. Default: today in the platform's time zone. */
  startsAt: v.optional(Day),
});
export type SubscriptionInput = v.InferOutput<typeof SubscriptionInput>;

/** The changed members of a subscription. An absent member is not changed. */
export const SubscriptionChange = v.object({
  /** The new number of units. */
  quantity: v.optional(Quantity),
  /** The new interval. */
  interval: v.optional(Interval),
});
export type SubscriptionChange = v.InferOutput<typeof SubscriptionChange>;

/** The time of a cancellation: the end of the paid period, or at once. */
export const CancelInput = v.object({
  /** `period-end`: the subscription stays until the end of the paid period. */
  at: v.picklist(['period-end', 'now']),
});
export type CancelInput = v.InferOutput<typeof CancelInput>;

/** `true` if a subscription is still active but will not renew. */
export const isEnding = ({ status, endsAt }: Subscription): boolean =>
  Boolean(endsAt) && activeCodes.includes(codeOf(status));

const activeCodes: readonly string[] = ['active', 'trialing', 'past-due'];

/** Returns the available actions on a subscription: those that the platform lists, or those of its status. */
export function subscriptionActionsOf(subscription: Subscription): readonly SubscriptionAction[] {
  const { status, actions } = subscription;
  if (actions) return subscriptionActions.filter((action) => actions.includes(action));
  if (isEnding(subscription)) return ['resume', 'cancel'];
  if (activeCodes.includes(codeOf(status))) return ['update', 'pause', 'cancel'];
  return codeOf(status) === 'paused' ? ['update', 'resume', 'cancel'] : [];
}
