import * as v from 'valibot';
import { Count, Id, LongText, ShortText, several } from './bounds.ts';
import { Coded, codeOf } from './coded.ts';
import { Product } from './cross-sell.ts';
import { Interval } from './interval.ts';
import { Money } from './money.ts';
import { Day, Instant } from './time.ts';

/** Codes of a subscription's status. */
export const subscriptionStatuses = ['active', 'trialing', 'past-due', 'paused', 'canceled', 'expired'] as const;

/** What can be done with a subscription: the methods of the port that take one. */
export const subscriptionActions = ['update', 'pause', 'resume', 'cancel'] as const;
export type SubscriptionAction = (typeof subscriptionActions)[number];

const Quantity = v.pipe(Count, v.minValue(1));

/** A product that a customer receives and pays again and again. */
export const Subscription = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  product: v.object({ ...Product.entries, variant: v.optional(ShortText) }),
  quantity: Quantity,
  /** What each renewal costs, all units together. */
  price: v.optional(Money),
  unitPrice: v.optional(Money),
  interval: Interval,
  status: Coded,
  startedAt: Day,
  /** `null`: it does not renew, because it is paused, ends or has ended. */
  nextRenewal: v.optional(v.nullable(Day)),
  /** The day on which it ends, or has ended. `null`: it goes on until it is canceled. */
  endsAt: v.optional(v.nullable(Day)),
  /** Why the last payment failed, in the platform's own words, and when. `null`: it did not. */
  paymentFailure: v.optional(v.nullable(v.object({ reason: v.optional(LongText), at: v.optional(Instant) }))),
  /** What can be done with it. Absent: what its status allows, see `subscriptionActionsOf`. */
  actions: v.optional(several(ShortText)),
});
export type Subscription = v.InferOutput<typeof Subscription>;

/** What is subscribed to. */
export const SubscriptionInput = v.object({
  productId: v.pipe(Id, v.minLength(1)),
  quantity: Quantity,
  interval: Interval,
  /** The first day. Absent: today, as the platform reckons days. */
  startsAt: v.optional(Day),
});
export type SubscriptionInput = v.InferOutput<typeof SubscriptionInput>;

/** What is changed of a subscription. What is absent stays as it is. */
export const SubscriptionChange = v.object({
  quantity: v.optional(Quantity),
  interval: v.optional(Interval),
});
export type SubscriptionChange = v.InferOutput<typeof SubscriptionChange>;

/** When a subscription ends: with the period that is paid for, or at once. */
export const CancelInput = v.object({ at: v.picklist(['period-end', 'now']) });
export type CancelInput = v.InferOutput<typeof CancelInput>;

/** Whether a subscription goes on for now, but will not renew. */
export const isEnding = ({ status, endsAt }: Subscription): boolean =>
  Boolean(endsAt) && renewing.includes(codeOf(status));

const renewing: readonly string[] = ['active', 'trialing', 'past-due'];

/** Returns what can be done with a subscription: what the platform says, or what follows from its status. */
export function subscriptionActionsOf(subscription: Subscription): readonly SubscriptionAction[] {
  const { status, actions } = subscription;
  if (actions) return subscriptionActions.filter((action) => actions.includes(action));
  if (isEnding(subscription)) return ['resume', 'cancel'];
  if (renewing.includes(codeOf(status))) return ['update', 'pause', 'cancel'];
  return codeOf(status) === 'paused' ? ['update', 'resume', 'cancel'] : [];
}
