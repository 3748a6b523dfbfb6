import { AdapterError } from '../../adapter/adapter-error.ts';
import { codeOf } from '../../domain/field.ts';
import { type Money, minorUnits } from '../../domain/money.ts';
import * as decimal from '../../domain/decimal.ts';
import { addIntervals, nextAfter, type Interval } from '../../domain/interval.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import {
  isEnding,
  subscriptionActionsOf,
  type CancelInput,
  type Subscription,
  type SubscriptionAction,
  type SubscriptionChange,
  type SubscriptionInput,
} from '../../domain/subscription.ts';

// The state transitions of a subscription as pure functions, which the reference server uses too. `today` is a day in
// UTC.

/** The members that are computed from the subscribed product. */
type Terms = Omit<Subscription, 'id' | 'customerId' | 'version'>;

const invalid = (fieldErrors: Readonly<Record<string, string>>) => new AdapterError('validation', { fieldErrors });

/** Returns a new subscription. Throws `validation` for invalid input. */
export function start(input: SubscriptionInput, product: CatalogProduct | undefined, today: string): Terms {
  const { quantity, interval, startsAt = today } = input;
  if (!product?.price) throw invalid({ productId: 'cannot be subscribed to' });
  requireInterval(interval, product);
  // Time zones differ: yesterday in UTC may still be today for the operator.
  if (startsAt < addIntervals(today, { unit: 'day', count: 1 }, -1)) throw invalid({ startsAt: 'is over' });
  if (startsAt > addIntervals(today, { unit: 'year', count: 10 }, 1)) throw invalid({ startsAt: 'is too far ahead' });
  const { intervals: _, price: unitPrice, ...sold } = product;
  return {
    product: sold,
    quantity,
    unitPrice,
    price: priceOf(unitPrice, quantity),
    interval,
    status: 'active',
    startedAt: startsAt,
    nextRenewal: nextAfter(startsAt, interval, today),
    endsAt: null,
    paymentFailure: null,
  };
}

/** Returns a subscription with a changed quantity or interval. `product` is its current catalog entry. */
export function change(
  subscription: Subscription,
  { quantity = subscription.quantity, interval }: SubscriptionChange,
  product: CatalogProduct | undefined,
  today: string,
): Subscription {
  demand(subscription, 'update');
  if (interval && product) requireInterval(interval, product);
  const { unitPrice, startedAt, nextRenewal } = subscription;
  return {
    ...subscription,
    quantity,
    ...(unitPrice && { price: priceOf(unitPrice, quantity) }),
    ...(interval && { interval, nextRenewal: nextRenewal && nextAfter(startedAt, interval, today) }),
  };
}

export function pause(subscription: Subscription): Subscription {
  demand(subscription, 'pause');
  return { ...subscription, status: 'paused', nextRenewal: null };
}

export function resume(subscription: Subscription, today: string): Subscription {
  demand(subscription, 'resume');
  const { status, startedAt, interval, paymentFailure } = subscription;
  return {
    ...subscription,
    status: isEnding(subscription) ? status : paymentFailure ? 'past-due' : 'active',
    nextRenewal: nextAfter(startedAt, interval, today),
    endsAt: null,
  };
}

export function cancel(subscription: Subscription, { at }: CancelInput, today: string): Subscription {
  demand(subscription, 'cancel');
  const { nextRenewal, endsAt } = subscription;
  const periodEnd = at === 'period-end' ? (nextRenewal ?? endsAt) : undefined;
  if (periodEnd) return { ...subscription, nextRenewal: null, endsAt: periodEnd };
  return { ...subscription, status: 'canceled', nextRenewal: null, endsAt: today };
}

/** Returns the subscription with its current status and next renewal: no process updates either. */
export function asOf(subscription: Subscription, today: string): Subscription {
  const { endsAt, nextRenewal, startedAt, interval } = subscription;
  if (isEnding(subscription) && endsAt! <= today) return { ...subscription, status: 'canceled' };
  return nextRenewal && nextRenewal <= today && codeOf(subscription.status) === 'active'
    ? { ...subscription, nextRenewal: nextAfter(startedAt, interval, today) }
    : subscription;
}

function demand(subscription: Subscription, action: SubscriptionAction): void {
  if (!subscriptionActionsOf(subscription).includes(action))
    throw invalid({ status: `is ${codeOf(subscription.status)}` });
}

function requireInterval({ unit, count }: Interval, { intervals }: CatalogProduct): void {
  if (intervals && !intervals.some((offered) => offered.unit === unit && offered.count === count))
    throw invalid({ interval: 'is not offered' });
}

const priceOf = ({ value, currency }: Money, quantity: number): Money => ({
  value: decimal.round(decimal.multiply(value, String(quantity)), minorUnits(currency)),
  currency,
});
