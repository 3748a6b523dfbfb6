// Adapters that each break one rule for quotes or subscriptions.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { Quote } from '../../src/domain/quote.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { overriding, pages, reversed, type Memory, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;

/** Overrides methods of the subscriptions port. */
const subscriptions =
  (change: (port: Memory['subscriptions']) => Partial<Memory['subscriptions']>): Tampering =>
  (memory) => ({ ...memory, subscriptions: { ...memory.subscriptions, ...change(memory.subscriptions) } });

/** Changes the subscriptions in every response, including lists. */
const told =
  (change: (subscription: Subscription) => Subscription): Tampering =>
  (memory, store) =>
    pages((page) => ({ ...page, items: page.items.map(change) }), 'subscriptions.list')(memory, store);

export const brokenSubscriptions: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ['lists quotes oldest first', pages(reversed, 'quotes.list'), 'quotes.list: is sorted newest first'],
  [
    'treats every quote as current',
    overriding('quotes.list', (list) => (id, page, options) => {
      const { filter, ...request } = page as { readonly filter?: Readonly<Record<string, string>> };
      return list(id, filter?.['state'] === 'current' ? request : page, options);
    }),
    'quotes.list: current quotes are all except declined, expired and canceled ones',
  ],
  [
    'excludes drafts from current quotes',
    pages(
      (page, { filter }) => ({
        ...page,
        items: page.items.filter((quote: Quote) => filter?.['state'] !== 'current' || quote.status !== 'draft'),
      }),
      'quotes.list',
    ),
    'quotes.list: current quotes are all except declined, expired and canceled ones',
  ],
  [
    'lists subscriptions oldest first',
    pages(reversed, 'subscriptions.list'),
    'subscriptions.list: is sorted with failed payments first, then newest first',
  ],
  [
    'returns a next renewal for canceled subscriptions',
    told((subscription) => ({ ...subscription, nextRenewal: subscription.nextRenewal ?? '2026-12-24' })),
    'subscriptions.list: ended and paused subscriptions have no renewal',
    'subscriptions.cancel: ends it at once, but not under another customer',
  ],
  [
    'treats two statuses of subscriptions as one code',
    subscriptions((port) => ({
      list: (id, { filter, ...page }, options) =>
        port.list(id, { ...page, filter: filter && { status: filter['status']?.split(',')[0] ?? '' } }, options),
    })),
    'subscriptions.list: several statuses match any of them',
  ],
  [
    'starts every subscription today',
    subscriptions((port) => ({
      create: (id, input, options) => port.create(id, { ...input, startsAt: undefined }, options),
    })),
    'subscriptions.create: creates the subscription with the given values and first day',
    'subscriptions.create: rejects an invalid quantity, interval, product and first day, and names the member',
  ],
  [
    'creates a subscription in a dry run',
    subscriptions((port) => ({
      create: (id, input, options) => port.create(id, input, { ...options, dryRun: false }),
    })),
    'subscriptions.create: a dry run returns price and first renewal, and writes nothing',
  ],
  [
    'returns another price in a dry run',
    subscriptions((port) => ({
      create: async (id, input, options) => {
        const { price, ...rest } = await port.create(id, input, options);
        return { ...rest, price: options.dryRun ? { ...price!, value: '1.00' } : price };
      },
    })),
    'subscriptions.create: a dry run returns price and first renewal, and writes nothing',
  ],
  [
    'replaces invalid quantities and intervals',
    subscriptions((port) => {
      const changed = <T extends { quantity?: number | undefined; interval?: Subscription['interval'] | undefined }>(
        input: T,
      ): T => ({
        ...input,
        ...(input.quantity !== undefined && { quantity: Math.max(1, Math.floor(input.quantity)) }),
        ...(input.interval && { interval: { ...input.interval, count: Math.max(1, input.interval.count) } }),
      });
      return {
        create: (id, input, options) => port.create(id, changed(input), options),
        update: (id, subscriptionId, change, options) => port.update(id, subscriptionId, changed(change), options),
      };
    }),
    'subscriptions.create: rejects an invalid quantity, interval, product and first day, and names the member',
    'subscriptions.update: rejects an invalid quantity and interval, and names the member',
  ],
  [
    'changes the interval with the quantity',
    subscriptions((port) => ({
      update: (id, subscriptionId, change, options) =>
        port.update(id, subscriptionId, { interval: { unit: 'week', count: 4 }, ...change }, options),
    })),
    'subscriptions.update: changes the given members only, but not under another customer',
  ],
  [
    'changes, pauses and cancels under any customer',
    subscriptions((port) => ({
      update: (_, subscriptionId, change, options) => port.update(ingrid, subscriptionId, change, options),
      pause: (_, subscriptionId, options) => port.pause(ingrid, subscriptionId, options),
      cancel: (_, subscriptionId, when, options) => port.cancel(ingrid, subscriptionId, when, options),
    })),
    'subscriptions.update: changes the given members only, but not under another customer',
    'subscriptions.pause: stops renewals until it is resumed, but not under another customer',
    'subscriptions.cancel: ends it at once, but not under another customer',
  ],
  [
    'renews paused subscriptions',
    subscriptions((port) => ({
      pause: async (...args) => ({ ...(await port.pause(...args)), nextRenewal: '2026-12-24' }),
    })),
    'subscriptions.pause: stops renewals until it is resumed, but not under another customer',
  ],
  [
    'ends a subscription at once instead of at the end of its period',
    subscriptions((port) => ({
      cancel: (id, subscriptionId, _, options) => port.cancel(id, subscriptionId, { at: 'now' }, options),
    })),
    'subscriptions.cancel: at the end of the period, it stays active until then without renewing',
  ],
  [
    'resumes canceled subscriptions',
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
    'subscriptions.pause: stops renewals until it is resumed, but not under another customer',
    'subscriptions.cancel: ends it at once, but not under another customer',
  ],
];
