import { codeOf } from '../../domain/field.ts';
import { CustomerPrivacy } from '../../domain/privacy.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

/** Tests that a request for erasure is recorded for its customer alone, once, and can be withdrawn. */
export function privacyCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { privacy, changes } = adapter;
  if (!privacy?.get || !privacy.requestErasure || !privacy.withdrawErasure) return [];
  const { requestErasure, withdrawErasure } = privacy;
  return [
    {
      name: 'privacy.requestErasure: records who has asked, when and why, and that somebody else’s data stays',
      async run() {
        const before = await withoutRequest(adapter, full);
        const others = await privacyOf(adapter, empty);
        const note = `By phone (${crypto.randomUUID()})`;
        const sent = writing({ ifVersion: before.version });
        const answer = readable(
          CustomerPrivacy,
          await requestErasure.call(privacy, full, { note }, sent),
          'the answer',
        );
        try {
          for (const { erasure } of [answer, await privacyOf(adapter, full)]) {
            same([erasure && codeOf(erasure.state), erasure?.note], ['requested', note], 'the erasure');
            ensure(
              erasure?.requestedAt && erasure.requestedBy?.id,
              'a request should say when, and who has recorded it',
            );
          }
          same(await privacyOf(adapter, empty), others, 'the erasure of another customer');
          const again = writing({ ifVersion: answer.version });
          await rejection(requestErasure.call(privacy, full, {}, again), 'validation');
          if (changes?.list) {
            const { items } = await changes.list(full, { first: 5 }, reading());
            ensure(
              items.some(({ field }) => codeOf(field) === 'erasure'),
              'the log of changes should have the request',
            );
          }
        } finally {
          await withdraw(adapter, full);
        }
      },
    },
    {
      name: 'privacy.withdrawErasure: withdraws a request, and nothing else',
      async run() {
        const { version: ifVersion } = await withoutRequest(adapter, full);
        await rejection(withdrawErasure.call(privacy, full, writing({ ifVersion })), 'validation');
        const { version } = await requestErasure.call(privacy, full, {}, writing({ ifVersion }));
        const { erasure } = await withdrawErasure.call(privacy, full, writing({ ifVersion: version }));
        same(erasure && codeOf(erasure.state), 'none', 'the state after the request was withdrawn');
      },
    },
  ];
}

/** Returns the trials of erasures, on a customer without a request. */
export function privacyTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const { privacy } = adapter;
  if (!privacy?.get || !privacy.withdrawErasure) return [];
  const isRequested = async (): Promise<boolean> => {
    const { erasure } = await privacyOf(adapter, customerId);
    return erasure !== undefined && codeOf(erasure.state) === 'requested';
  };
  const cleanUp = () => withdraw(adapter, customerId);
  return [
    {
      name: 'privacy.requestErasure',
      async prepare(): Promise<Attempt> {
        const { version } = await withoutRequest(adapter, customerId);
        const count = async () => Number(await isRequested());
        const [body, otherBody] = ['By phone', 'By letter'].map((note) => ({ note }));
        return { body, otherBody, ifVersion: version, count, undo: cleanUp, cleanUp };
      },
    },
    {
      name: 'privacy.withdrawErasure',
      async prepare(): Promise<Attempt> {
        const request = async () => {
          const { version } = await withoutRequest(adapter, customerId);
          return privacy.requestErasure!(customerId, {}, writing({ ifVersion: version }));
        };
        const { version } = await request();
        const count = async () => Number(!(await isRequested()));
        return { ifVersion: version, count, undo: request, cleanUp };
      },
    },
  ];
}

const privacyOf = async ({ privacy }: Adapter, customerId: string): Promise<CustomerPrivacy> =>
  readable(CustomerPrivacy, await privacy!.get!(customerId, reading()), 'privacy.get');

/** Returns the data protection of a customer whose data can be requested to be erased. */
async function withoutRequest(adapter: Adapter, customerId: string): Promise<CustomerPrivacy> {
  await withdraw(adapter, customerId);
  const current = await privacyOf(adapter, customerId);
  const state = current.erasure && codeOf(current.erasure.state);
  return state === 'none' || state === 'refused' ? current : skip(`the erasure of the customer is ${String(state)}`);
}

/** Withdraws the request, if there is one. */
async function withdraw(adapter: Adapter, customerId: string): Promise<void> {
  const { erasure, version } = await privacyOf(adapter, customerId);
  if (erasure && codeOf(erasure.state) === 'requested')
    await adapter.privacy!.withdrawErasure!(customerId, writing({ ifVersion: version }));
}
