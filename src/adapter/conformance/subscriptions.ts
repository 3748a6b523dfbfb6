import { codeOf } from '../../domain/field.ts';
import { Subscription, type SubscriptionChange, type SubscriptionInput } from '../../domain/subscription.ts';
import type { SubscriptionsPort } from '../ports/subscriptions.ts';
import { ensure, readable, rejection, same } from './assert.ts';
import { subscriberOf, type Subscriber } from './subscriber.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests creating, changing, pausing, resuming and canceling subscriptions. */
export function subscriptionCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { subscriptions } = adapter;
  if (!subscriptions?.list) return [];
  const subscriber = subscriberOf(adapter, full);
  if (!subscriber) return listCases(subscriptions, full);
  const { update, pause, resume, cancel } = subscriptions;
  const cases = [
    ...createCases(subscriber),
    ...(update ? updateCases(subscriber, empty) : []),
    ...(pause && resume ? pauseCases(subscriber, empty) : []),
    ...(cancel ? cancelCases(subscriber, empty, subscriptions) : []),
  ];
  return [
    ...listCases(subscriptions, full),
    ...cases.map(({ name, run }) => ({ name, run: () => run().finally(() => subscriber.cleanUp()) })),
  ];
}

const over: readonly string[] = ['canceled', 'expired'];
const isPastDue = ({ status }: Subscription): boolean => codeOf(status) === 'past-due';

function listCases(subscriptions: SubscriptionsPort, full: string): ConformanceCase[] {
  const read = async (status?: string): Promise<readonly Subscription[]> =>
    (await subscriptions.list!(full, { ...all, filter: status === undefined ? undefined : { status } }, reading()))
      .items;
  const cases: ConformanceCase[] = [
    {
      name: 'subscriptions.list: is sorted with failed payments first, then newest first',
      async run() {
        const rows = await read();
        for (const [index, after] of rows.slice(1).entries()) {
          const before = rows[index]!;
          ensure(
            isPastDue(before) === isPastDue(after) ? before.startedAt >= after.startedAt : isPastDue(before),
            `row ${index + 2} is out of order`,
          );
        }
      },
    },
    {
      name: 'subscriptions.list: ended and paused subscriptions have no renewal',
      async run() {
        for (const { id, status, nextRenewal } of await read())
          if (over.includes(codeOf(status)) || codeOf(status) === 'paused')
            ensure(!nextRenewal, `subscription ${id} is ${codeOf(status)}, but has a next renewal`);
      },
    },
  ];
  if (subscriptions.capabilities?.list?.filter?.includes('status'))
    cases.push({
      name: 'subscriptions.list: several statuses match any of them',
      async run() {
        const rows = await read();
        const expected = [...new Set(rows.map(({ status }) => codeOf(status)))].slice(0, 2);
        same(
          (await read(expected.join(','))).map(({ id }) => id),
          rows.filter(({ status }) => expected.includes(codeOf(status))).map(({ id }) => id),
          `subscriptions that are ${expected.join(' or ')}`,
        );
      },
    });
  return cases;
}

const createCases = (subscriber: Subscriber): ConformanceCase[] => [
  {
    name: 'subscriptions.create: creates the subscription with the given values and first day',
    async run() {
      const expected = { ...(await subscriber.some(3)), startsAt: inDays(2) };
      const created = readable(Subscription, await subscriber.create(expected), 'subscriptions.create');
      for (const { product, quantity, interval, startedAt } of [created, await subscriber.with(created.id)])
        same(
          [product.id, quantity, interval, startedAt],
          [expected.productId, expected.quantity, expected.interval, expected.startsAt],
          'the subscription',
        );
      const { nextRenewal } = created;
      ensure(nextRenewal === undefined || nextRenewal! > expected.startsAt, 'it should renew after its first day');
    },
  },
  {
    name: 'subscriptions.create: a dry run returns price and first renewal, and writes nothing',
    async run() {
      const expected = await subscriber.some(2);
      const before = (await subscriber.all()).length;
      const preview = await subscriber.create(expected, writing({ dryRun: true }));
      same((await subscriber.all()).length, before, 'subscriptions after a dry run');
      const created = await subscriber.create(expected);
      same(
        [preview.price, preview.nextRenewal],
        [created.price, created.nextRenewal],
        'the price and the first renewal of the dry run',
      );
    },
  },
  {
    name: 'subscriptions.create: rejects an invalid quantity, interval, product and first day, and names the member',
    async run() {
      const before = (await subscriber.all()).length;
      const some = await subscriber.some();
      const wrong: readonly [member: string, change: Partial<SubscriptionInput>][] = [
        ...wrongChanges(some),
        ['productId', { productId: 'no-such-product' }],
        ['startsAt', { startsAt: '2000-01-01' }],
      ];
      for (const [member, change] of wrong)
        await namesMember(member, subscriber.create({ ...some, ...change }, writing()));
      same((await subscriber.all()).length, before, 'subscriptions');
    },
  },
];

const updateCases = (subscriber: Subscriber, empty: string): ConformanceCase[] => [
  {
    name: 'subscriptions.update: changes the given members only, but not under another customer',
    async run() {
      const before = await subscriber.create();
      await rejection(subscriber.update(before, { quantity: 4 }, empty), 'not-found');
      await rejection(subscriber.update({ ...before, id: 'no-such-subscription' }, { quantity: 4 }), 'not-found');
      const after = readable(Subscription, await subscriber.update(before, { quantity: 4 }), 'subscriptions.update');
      for (const { quantity, interval, product, startedAt } of [after, await subscriber.with(before.id)])
        same(
          [quantity, interval, product, startedAt],
          [4, before.interval, before.product, before.startedAt],
          'the subscription',
        );
    },
  },
  {
    name: 'subscriptions.update: rejects an invalid quantity and interval, and names the member',
    async run() {
      const before = await subscriber.create();
      for (const [member, change] of wrongChanges(before)) await namesMember(member, subscriber.update(before, change));
      same((await subscriber.with(before.id)).version, before.version, 'the version');
    },
  },
];

const pauseCases = (subscriber: Subscriber, empty: string): ConformanceCase[] => [
  {
    name: 'subscriptions.pause: stops renewals until it is resumed, but not under another customer',
    async run() {
      const before = await subscriber.create();
      await rejection(subscriber.resume(before), 'validation');
      await rejection(subscriber.pause(before, empty), 'not-found');
      const paused = readable(Subscription, await subscriber.pause(before), 'subscriptions.pause');
      same([codeOf(paused.status), paused.nextRenewal ?? null], ['paused', null], 'the paused subscription');
      await rejection(subscriber.pause(paused), 'validation');
      await rejection(subscriber.resume(paused, empty), 'not-found');
      const resumed = readable(Subscription, await subscriber.resume(paused), 'subscriptions.resume');
      same(codeOf(resumed.status), codeOf(before.status), 'the status of the resumed subscription');
      ensure(resumed.nextRenewal !== null, 'a resumed subscription should renew');
      same(await subscriber.statusOf(before.id), codeOf(before.status), 'the status in the list');
    },
  },
];

const cancelCases = (subscriber: Subscriber, empty: string, can: SubscriptionsPort): ConformanceCase[] => [
  {
    name: 'subscriptions.cancel: ends it at once, but not under another customer',
    async run() {
      const before = await subscriber.create();
      await rejection(subscriber.cancel(before, 'now', empty), 'not-found');
      const canceled = readable(Subscription, await subscriber.cancel(before, 'now'), 'subscriptions.cancel');
      for (const { status, nextRenewal } of [canceled, await subscriber.with(before.id)])
        same([codeOf(status), nextRenewal ?? null], ['canceled', null], 'the canceled subscription');
      await rejection(subscriber.cancel(canceled, 'now'), 'validation');
      if (can.update) await rejection(subscriber.update(canceled, { quantity: 2 }), 'validation');
      if (can.pause) await rejection(subscriber.pause(canceled), 'validation');
      if (can.resume) await rejection(subscriber.resume(canceled), 'validation');
    },
  },
  {
    name: 'subscriptions.cancel: at the end of the period, it stays active until then without renewing',
    async run() {
      const before = await subscriber.create();
      const ending = await subscriber.cancel(before, 'period-end');
      ensure(!over.includes(codeOf(ending.status)), 'it should stay active until its period ends');
      ensure(!ending.nextRenewal && ending.endsAt, 'it should have an end and no next renewal');
      if (!can.resume) return;
      const { status, endsAt, nextRenewal } = await subscriber.resume(ending);
      same(
        [codeOf(status), endsAt ?? null, nextRenewal],
        [codeOf(before.status), null, before.nextRenewal],
        'the resumed subscription',
      );
    },
  },
];

/** Returns invalid changes with the member that is invalid in each. */
const wrongChanges = ({ interval }: Pick<Subscription, 'interval'>): readonly [string, SubscriptionChange][] => [
  ['quantity', { quantity: 0 }],
  ['quantity', { quantity: 1.5 }],
  ['interval', { interval: { ...interval, count: 0 } }],
];

async function namesMember(member: string, call: Promise<unknown>): Promise<void> {
  const { fieldErrors = {} } = await rejection(call, 'validation');
  ensure(
    Object.keys(fieldErrors).some((field) => field.startsWith(member)),
    `fieldErrors should name ${member}`,
  );
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
