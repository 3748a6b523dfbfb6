import { AssignedPriceGroups, type PriceGroup } from '../../domain/price-group.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

/** Tests the order of price groups, and that several are assigned and unassigned at once. */
export function priceGroupCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { priceGroups } = adapter;
  if (!priceGroups?.list) return [];
  const cases: ConformanceCase[] = [
    {
      name: 'priceGroups.list: is sorted with those of the customer first, each by priority',
      async run() {
        const rows = await groupsOf(adapter, full);
        const rank = ({ assigned, priority = Infinity }: PriceGroup) => [assigned ? 0 : 1, priority] as const;
        for (const [index, after] of rows.slice(1).entries()) {
          const [before, next] = [rank(rows[index]!), rank(after)];
          ensure(
            before[0] === next[0] ? before[1] <= next[1] : before[0] < next[0],
            `row ${index + 2} is out of order`,
          );
        }
      },
    },
    {
      name: 'priceGroups.list: all rows have one version, and the rows of another customer have their own',
      async run() {
        const [rows, others] = [await groupsOf(adapter, full), await groupsOf(adapter, empty)];
        for (const [of, id] of [
          [rows, full],
          [others, empty],
        ] as const)
          for (const { customerId, version } of of)
            same([customerId, version], [id, of[0]!.version], 'the customer and the version of a row');
        const assigned = (of: readonly PriceGroup[]) => of.filter(({ assigned: is }) => is).map(({ id }) => id);
        if (JSON.stringify(assigned(rows)) === JSON.stringify(assigned(others)))
          skip('the two customers are in the same price groups');
        ensure(rows[0]?.version === undefined || rows[0].version !== others[0]?.version, 'other groups, one version');
      },
    },
  ];
  if (priceGroups.capabilities?.list?.filter?.includes('assigned'))
    cases.push({
      name: 'priceGroups.list: the filter assigned keeps the groups of the customer, or the others',
      async run() {
        const rows = await groupsOf(adapter, full);
        for (const assigned of [true, false])
          same(
            idsOf(await groupsOf(adapter, full, { assigned: String(assigned) })),
            idsOf(rows.filter((row) => row.assigned === assigned)),
            `the groups whose assigned is ${assigned}`,
          );
      },
    });
  const { assign, unassign } = priceGroups;
  if (assign && unassign)
    cases.push({
      name: 'priceGroups.assign: assigns and unassigns several groups at once, and none if one is unknown',
      async run() {
        const { free, version: ifVersion, inIds } = await twoFree(adapter, full);
        const unknown = { groupIds: [free[0]!, 'no-such-group'] };
        await rejection(assign(full, unknown, writing({ ifVersion })), 'validation', 'not-found');
        same(idsOf(await assignedOf(adapter, full)), inIds, 'the groups after a rejection');
        try {
          const answer = await assign(full, { groupIds: free }, writing({ ifVersion }));
          const { groupIds } = readable(AssignedPriceGroups, answer, 'priceGroups.assign');
          same(groupIds.toSorted(), [...inIds, ...free].toSorted(), 'the groups of the answer');
          same(idsOf(await assignedOf(adapter, full)).toSorted(), [...inIds, ...free].toSorted(), 'the groups');
        } finally {
          await withdraw(adapter, full, free);
        }
        same(idsOf(await assignedOf(adapter, full)), inIds, 'the groups after they were unassigned');
      },
    });
  return cases;
}

/** Returns the trials of both writes: they assign two groups and unassign them again. */
export function priceGroupTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const { list, assign, unassign } = adapter.priceGroups ?? {};
  if (!list || !assign || !unassign) return [];
  const isIn = (ids: readonly string[], assigned: boolean) => async () => {
    const rows = await groupsOf(adapter, customerId);
    return Number(rows.filter(({ id }) => ids.includes(id)).every((row) => row.assigned === assigned));
  };
  const attemptOf = (ids: readonly string[], other: string, version: string | undefined): Attempt => ({
    ifVersion: version,
    body: { groupIds: ids },
    otherBody: { groupIds: [other] },
    cleanUp: () => withdraw(adapter, customerId, ids),
  });
  const enter = async (ids: readonly string[]) => {
    const ifVersion = (await groupsOf(adapter, customerId))[0]?.version;
    return assign(customerId, { groupIds: [...ids] }, writing({ ifVersion }));
  };
  return [
    {
      name: 'priceGroups.assign',
      async prepare() {
        const { free, version } = await twoFree(adapter, customerId);
        return {
          ...attemptOf(free, free[1]!, version),
          count: isIn(free, true),
          undo: () => withdraw(adapter, customerId, free),
        };
      },
    },
    {
      name: 'priceGroups.unassign',
      async prepare() {
        const { free } = await twoFree(adapter, customerId);
        const { version } = await enter(free);
        return { ...attemptOf(free, free[1]!, version), count: isIn(free, false), undo: () => enter(free) };
      },
    },
  ];
}

async function groupsOf(adapter: Adapter, customerId: string, filter?: Readonly<Record<string, string>>) {
  return (await adapter.priceGroups!.list!(customerId, { ...all, filter }, reading())).items;
}

const assignedOf = async (adapter: Adapter, customerId: string): Promise<readonly PriceGroup[]> =>
  (await groupsOf(adapter, customerId)).filter(({ assigned }) => assigned);

const idsOf = (rows: readonly PriceGroup[]): readonly string[] => rows.map(({ id }) => id);

/** Returns two groups that the customer is not in. */
async function twoFree(adapter: Adapter, customerId: string) {
  const rows = await groupsOf(adapter, customerId);
  const free = idsOf(rows.filter(({ assigned }) => !assigned)).slice(0, 2);
  if (free.length < 2) skip('the customer is in all price groups but one');
  return { free, version: rows[0]!.version, inIds: idsOf(rows.filter(({ assigned }) => assigned)) };
}

async function withdraw(adapter: Adapter, customerId: string, ids: readonly string[]): Promise<void> {
  const rows = await groupsOf(adapter, customerId);
  const groupIds = idsOf(rows.filter(({ id, assigned }) => assigned && ids.includes(id)));
  if (!groupIds.length) return;
  await adapter.priceGroups!.unassign!(
    customerId,
    { groupIds: [...groupIds] },
    writing({ ifVersion: rows[0]!.version }),
  );
}
