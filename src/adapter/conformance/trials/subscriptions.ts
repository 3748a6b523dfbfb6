import type { Adapter } from '../../adapter.ts';
import { subscriberOf, type Subscriber } from '../subscriber.ts';
import type { Attempt, Trial } from '../trial.ts';

export function subscriptionTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const subscriber = subscriberOf(adapter, customerId);
  if (!subscriber) return [];
  const { pause, resume } = adapter.subscriptions ?? {};
  /** Prepares an attempt on a new subscription. `status` is the status after the write. */
  const attempt = async (status: string, isPaused: boolean, more: Attempt = {}): Promise<Attempt> => {
    const created = await subscriber.create();
    const { id, version } = isPaused ? await subscriber.pause(created) : created;
    return {
      ids: [id],
      ifVersion: version,
      count: async () => Number((await subscriber.statusOf(id)) === status),
      cleanUp: () => subscriber.cleanUp(),
      ...more,
    };
  };
  const undoing = async (made: Attempt, undo: (id: string) => Promise<unknown>): Promise<Attempt> => ({
    ...made,
    undo: () => undo(made.ids![0]!),
  });
  return [
    { name: 'subscriptions.create', prepare: () => creation(subscriber) },
    {
      name: 'subscriptions.update',
      async prepare() {
        const { id, version, quantity } = await subscriber.create();
        return {
          ids: [id],
          ifVersion: version,
          body: { quantity: quantity + 1 },
          otherBody: { quantity: quantity + 2 },
          count: async () => Number((await subscriber.with(id)).quantity === quantity + 1),
          undo: async () => subscriber.update(await subscriber.with(id), { quantity }),
          cleanUp: () => subscriber.cleanUp(),
        };
      },
    },
    {
      name: 'subscriptions.pause',
      async prepare() {
        const made = await attempt('paused', false);
        return resume ? undoing(made, async (id) => subscriber.resume(await subscriber.with(id))) : made;
      },
    },
    ...(pause
      ? [
          {
            name: 'subscriptions.resume' as const,
            prepare: async () =>
              undoing(await attempt('active', true), async (id) => subscriber.pause(await subscriber.with(id))),
          },
        ]
      : []),
    {
      name: 'subscriptions.cancel',
      prepare: () => attempt('canceled', false, { body: { at: 'now' }, otherBody: { at: 'period-end' } }),
    },
  ];
}

async function creation(subscriber: Subscriber): Promise<Attempt> {
  const before = (await subscriber.all()).map(({ id }) => id);
  return {
    body: await subscriber.some(1),
    otherBody: await subscriber.some(2),
    count: async () => (await subscriber.all()).filter(({ id }) => !before.includes(id)).length,
    cleanUp: () => subscriber.cleanUp(before),
  };
}
