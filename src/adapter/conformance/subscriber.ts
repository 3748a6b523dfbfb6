import { codeOf } from '../../domain/field.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CancelInput, Subscription, SubscriptionChange, SubscriptionInput } from '../../domain/subscription.ts';
import type { Adapter } from '../adapter.ts';
import type { SubscriptionsPort } from '../ports/subscriptions.ts';
import { ensure, skip } from './assert.ts';
import { all, reading, writing } from './subject.ts';

/** The subscriptions of one customer. `cleanUp` cancels those that were created through it. */
export class Subscriber {
  readonly #adapter: Adapter;
  readonly #port: SubscriptionsPort;
  readonly #customerId: string;
  #added: readonly string[] = [];

  constructor(adapter: Adapter, port: SubscriptionsPort, customerId: string) {
    this.#adapter = adapter;
    this.#port = port;
    this.#customerId = customerId;
  }

  async all(filter?: Readonly<Record<string, string>>): Promise<readonly Subscription[]> {
    return (await this.#port.list!(this.#customerId, { ...all, filter }, reading())).items;
  }

  async with(id: string): Promise<Subscription> {
    const found = (await this.all()).find((subscription) => subscription.id === id);
    ensure(found, `subscription ${id} should be in the list`);
    return found;
  }

  async statusOf(id: string): Promise<string> {
    return codeOf((await this.with(id)).status);
  }

  /** Returns input for a product from the catalog, or else for a product that the customer subscribes to. */
  async some(quantity = 1): Promise<SubscriptionInput> {
    const { products } = this.#adapter;
    const offered = products?.list && (await products.list(all, reading())).items;
    const product = offered?.find(({ price, intervals }) => price && intervals?.length !== 0);
    const interval: Interval = product?.intervals?.[0] ?? { unit: 'month', count: 1 };
    const productId = product?.id ?? (await this.all())[0]?.product.id;
    if (productId === undefined) skip('there is no product to subscribe to');
    return { productId, quantity, interval };
  }

  async create(input?: SubscriptionInput, options = writing()): Promise<Subscription> {
    const created = await this.#port.create!(this.#customerId, input ?? (await this.some()), options);
    if (!options.dryRun) this.#added = [...this.#added, created.id];
    return created;
  }

  update({ id, version }: Subscription, change: SubscriptionChange, customerId = this.#customerId) {
    return this.#port.update!(customerId, id, change, writing({ ifVersion: version }));
  }

  pause({ id, version }: Subscription, customerId = this.#customerId): Promise<Subscription> {
    return this.#port.pause!(customerId, id, writing({ ifVersion: version }));
  }

  resume({ id, version }: Subscription, customerId = this.#customerId): Promise<Subscription> {
    return this.#port.resume!(customerId, id, writing({ ifVersion: version }));
  }

  cancel({ id, version }: Subscription, at: CancelInput['at'], customerId = this.#customerId): Promise<Subscription> {
    return this.#port.cancel!(customerId, id, { at }, writing({ ifVersion: version }));
  }

  /** Cancels the subscriptions that were created, and all current ones that are not in `before`. */
  async cleanUp(before: readonly string[] = []): Promise<void> {
    if (!this.#port.cancel) return;
    const added = before.length ? (await this.all()).map(({ id }) => id).filter((id) => !before.includes(id)) : [];
    for (const id of new Set([...this.#added, ...added])) {
      const subscription = await this.with(id);
      if (codeOf(subscription.status) !== 'canceled') await this.cancel(subscription, 'now');
    }
    this.#added = [];
  }
}

/** Returns the subscriptions of a customer, or `undefined` if the adapter cannot list or create them. */
export const subscriberOf = (adapter: Adapter, customerId: string): Subscriber | undefined =>
  adapter.subscriptions?.list && adapter.subscriptions.create
    ? new Subscriber(adapter, adapter.subscriptions, customerId)
    : undefined;
