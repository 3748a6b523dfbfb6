import { ResellerRecord, resellerMembers, type ResellerChange, type ResellerMember } from '../../domain/reseller.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

/** Returns a new value of a member. */
const newValue = (member: ResellerMember): string => {
  const unique = crypto.randomUUID();
  if (member === 'website') return `https://example.com/${unique}`;
  return member === 'certificateUntil' ? '2099-12-31' : `Conformance kit ${unique}`;
};

/** Tests that a change of reseller details changes what it names, of its customer, and nothing else. */
export function resellerCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  if (!adapter.reseller?.get || !adapter.reseller.update) return [];
  return [
    {
      name: 'reseller.update: changes the members that it names, null removes one, and the rest stays',
      async run() {
        const before = await detailsOf(adapter, full);
        const members = membersOf(before);
        const others = await detailsOf(adapter, empty);
        try {
          const wanted: Record<string, string | null> = { ...valuesOf(before) };
          for (const member of members)
            for (const value of [newValue(member), null]) {
              wanted[member] = value;
              const { version } = await detailsOf(adapter, full);
              const answer = readable(
                ResellerRecord,
                await update(adapter, full, { [member]: value }, version),
                'the answer',
              );
              ensure(version === undefined || answer.version !== version, 'a change should change the version');
              for (const details of [answer, await detailsOf(adapter, full)])
                same(valuesOf(details), wanted, `the details after ${member} was set to ${JSON.stringify(value)}`);
            }
          same(await detailsOf(adapter, empty), others, 'the details of another customer');
        } finally {
          await restore(adapter, full, before);
        }
      },
    },
    {
      name: 'reseller.update: rejects a website that no link can open',
      async run() {
        const { website, version } = await detailsOf(adapter, full);
        if (website === undefined) skip('the platform knows no website');
        for (const url of ['javascript:alert(1)', 'no address'])
          await rejection(update(adapter, full, { website: url }, version), 'validation');
        same((await detailsOf(adapter, full)).website, website, 'the website after a rejected change');
      },
    },
  ];
}

/** Returns the trials of reseller details. */
export function resellerTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  if (!adapter.reseller?.get) return [];
  return [
    {
      name: 'reseller.update',
      async prepare(): Promise<Attempt> {
        const before = await detailsOf(adapter, customerId);
        const [member] = membersOf(before).toReversed();
        const value = newValue(member!);
        const undo = () => restore(adapter, customerId, before);
        return {
          body: { [member!]: value },
          otherBody: { [member!]: newValue(member!) },
          ifVersion: before.version,
          count: async () => Number((await detailsOf(adapter, customerId))[member!] === value),
          undo,
          cleanUp: undo,
        };
      },
    },
  ];
}

const detailsOf = async ({ reseller }: Adapter, customerId: string): Promise<ResellerRecord> =>
  readable(ResellerRecord, await reseller!.get!(customerId, reading()), 'reseller.get');

const update = (adapter: Adapter, customerId: string, change: ResellerChange, ifVersion: string | undefined) =>
  adapter.reseller!.update!(customerId, change, writing({ ifVersion }));

/** Returns the members that the platform knows. */
function membersOf(details: ResellerRecord): readonly ResellerMember[] {
  const members = resellerMembers.filter((member) => details[member] !== undefined);
  return members.length ? members : skip('the platform knows no reseller details');
}

const valuesOf = (details: ResellerRecord): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    resellerMembers.flatMap((member) => {
      const value = details[member];
      return value === undefined ? [] : [[member, value]];
    }),
  );

async function restore(adapter: Adapter, customerId: string, before: ResellerRecord): Promise<void> {
  const { version } = await detailsOf(adapter, customerId);
  await update(adapter, customerId, valuesOf(before), version);
}
