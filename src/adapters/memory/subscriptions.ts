import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { WriteName } from '../../adapter/operations.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { SubscriptionsPort } from '../../adapter/ports/subscriptions.ts';
import { CancelInput, SubscriptionChange, SubscriptionInput, type Subscription } from '../../domain/subscription.ts';
import { subscriptionList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';
import { asOf, cancel, change, pause, resume, start } from './subscription-rules.ts';

/** Creates the port of a customer's subscriptions. */
export function subscriptionsPort(session: MemorySession) {
  const { store } = session;
  const productOf = (id: string) => store.catalogue.find((product) => product.id === id);

  /** Replaces a subscription by a new version. */
  function replace(
    operation: WriteName,
    customerId: string,
    subscriptionId: string,
    body: unknown,
    options: WriteOptions,
    replaced: (current: Subscription) => Subscription,
  ): Promise<Subscription> {
    return session.change(operation, customerId, [subscriptionId, body], options, (file) => {
      const before = found(file.subscriptions, subscriptionId);
      const current = asOf(before, store.today);
      demandVersion(current, options.ifVersion);
      const after = { ...replaced(current), version: following(before.version) };
      file.subscriptions = file.subscriptions.map((other) => (other === before ? after : other));
      return after;
    });
  }

  return {
    ...declarationsOf('subscriptions'),

    async list(customerId, page, options) {
      const { subscriptions } = await session.read('subscriptions.list', customerId, options);
      const rows = subscriptions.map((subscription) => asOf(subscription, store.today));
      return listRows(rows, page, options, subscriptionList).page;
    },

    create(customerId, input, options) {
      return session.write('subscriptions.create', customerId, input, options, (file) => {
        const valid = check(SubscriptionInput, input);
        const terms = start(valid, productOf(valid.productId), store.today);
        const id = options.dryRun ? 'subscription-new' : store.newId('subscription');
        const created: Subscription = { id, customerId, version: '1', ...terms };
        if (!options.dryRun) file.subscriptions = [...file.subscriptions, created];
        return created;
      });
    },

    update(customerId, id, input, options) {
      return replace('subscriptions.update', customerId, id, input, options, (current) =>
        change(current, check(SubscriptionChange, input), productOf(current.product.id), store.today),
      );
    },

    pause(customerId, id, options) {
      return replace('subscriptions.pause', customerId, id, null, options, pause);
    },

    resume(customerId, id, options) {
      return replace('subscriptions.resume', customerId, id, null, options, (current) => resume(current, store.today));
    },

    cancel(customerId, id, when, options) {
      return replace('subscriptions.cancel', customerId, id, when, options, (current) =>
        cancel(current, check(CancelInput, when), store.today),
      );
    },
  } satisfies SubscriptionsPort;
}
