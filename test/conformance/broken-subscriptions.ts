// Adapters that each break one rule for quotes or subscriptions.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { Quote } from '../../src/domain/quote.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { overriding, pages, reversed, type Memory, type Spoil } from './tampering.ts';

const { ingrid } = knownCustomers;

/** Overrides methods of the subscriptions port. */
const subscriptions =
  (change: (port: Memory['subscriptions']) => Partial<Memory['subscriptions']>): Spoil =>
  (memory) => ({ ...memory, subscriptions: { ...memory.subscriptions, ...change(memory.subscriptions) } });

/** Changes the subscriptions in every response, including lists. */
const told =
  (change: (subscription: Subscription) => Subscription): Spoil =>
  (memory, store) =>
    pages((page) => ({ ...page, items: page.items.map(change) }), 'subscriptions.list')(memory, store);

export const brokenSubscriptions: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  ['lists quotes oldest first', pages(reversed, 'quotes.list'), 'quotes.list: newest first'],
  [
    'takes every quote for current',
    overriding('quotes.list', (list) => (id, page, options) => {
      const { filter, ...request } = page as { readonly filter?: Readonly<Record<string, string>> };
      return list(id, filter?.['state'] === 'current' ? request : page, options);
    }),
    'quotes.list: what is declined',
  ],
  [
    'takes a draft for nothing current',
    pages(
      (page, { filter }) => ({
        ...page,
        items: page.items.filter((quote: Quote) => filter?.['state'] !== 'current' || quote.status !== 'draft'),
      }),
      'quotes.list',
    ),
    'quotes.list: what is declined',
  ],
  ['lists subscriptions oldest first', pages(reversed, 'subscriptions.list'), 'subscriptions.list: those whose'],
  [
    'says when what is canceled renews',
    told((subscription) => ({ ...subscription, nextRenewal: subscription.nextRenewal ?? '2026-12-24' })),
    'subscriptions.list: what is over',
    'subscriptions.cancel: ends at once',
  ],
  [
    'takes two statuses of subscriptions for one',
    subscriptions((port) => ({
      list: (id, { filter, ...page }, options) =>
        port.list(id, { ...page, filter: filter && { status: filter['status']?.split(',')[0] ?? '' } }, options),
    })),
    'subscriptions.list: several statuses',
  ],
  [
    'starts subscriptions today, whatever was asked for',
    subscriptions((port) => ({
      create: (id, input, options) => port.create(id, { ...input, startsAt: undefined }, options),
    })),
    'subscriptions.create: gives what was asked for',
    'subscriptions.create: refuses less',
  ],
  [
    'subscribes though it was only asked what would be',
    subscriptions((port) => ({
      create: (id, input, options) => port.create(id, input, { ...options, dryRun: false }),
    })),
    'subscriptions.create: a dry run',
  ],
  [
    'answers another price beforehand',
    subscriptions((port) => ({
      create: async (id, input, options) => {
        const { price, ...rest } = await port.create(id, input, options);
        return { ...rest, price: options.dryRun ? { ...price!, value: '1.00' } : price };
      },
    })),
    'subscriptions.create: a dry run',
  ],
  [
    'takes less than one for one, and no interval for any',
    subscriptions((port) => {
      const mended = <T extends { quantity?: number | undefined; interval?: Subscription['interval'] | undefined }>(
        input: T,
      ): T => ({
        ...input,
        ...(input.quantity !== undefined && { quantity: Math.max(1, Math.floor(input.quantity)) }),
        ...(input.interval && { interval: { ...input.interval, count: Math.max(1, input.interval.count) } }),
      });
      return {
        create: (id, input, options) => port.create(id, mended(input), options),
        update: (id, subscriptionId, change, options) => port.update(id, subscriptionId, mended(change), options),
      };
    }),
    'subscriptions.create: refuses less',
    'subscriptions.update: refuses less',
  ],
  [
    'changes the interval along with the quantity',
    subscriptions((port) => ({
      update: (id, subscriptionId, change, options) =>
        port.update(id, subscriptionId, { interval: { unit: 'week', count: 4 }, ...change }, options),
    })),
    'subscriptions.update: changes what is named',
  ],
  [
    'changes, pauses and cancels for whoever asks',
    subscriptions((port) => ({
      update: (_, subscriptionId, change, options) => port.update(ingrid, subscriptionId, change, options),
      pause: (_, subscriptionId, options) => port.pause(ingrid, subscriptionId, options),
      cancel: (_, subscriptionId, when, options) => port.cancel(ingrid, subscriptionId, when, options),
    })),
    'subscriptions.update: changes what is named',
    'subscriptions.pause: renews no more',
    'subscriptions.cancel: ends at once',
  ],
  [
    'goes on renewing what is paused',
    subscriptions((port) => ({
      pause: async (...args) => ({ ...(await port.pause(...args)), nextRenewal: '2026-12-24' }),
    })),
    'subscriptions.pause: renews no more',
  ],
  [
    'ends at once, whenever it was to end',
    subscriptions((port) => ({
      cancel: (id, subscriptionId, _, options) => port.cancel(id, subscriptionId, { at: 'now' }, options),
    })),
    'subscriptions.cancel: with its period',
  ],
  [
    'resumes what was canceled',
    (memory, store) => ({
      ...memory,
      subscriptions: {
        ...memory.subscriptions,
        resume: (id, subscriptionId, options) =>
          memory.subscriptions
            .resume(id, subscriptionId, options)
            .catch(() => store.fileOf(id).subscriptions.find((found) => found.id === subscriptionId)!),
      },
    }),
    'subscriptions.pause: renews no more',
    'subscriptions.cancel: ends at once',
  ],
];
