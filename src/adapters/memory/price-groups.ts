import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { WriteName } from '../../adapter/operations.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { PriceGroupsPort } from '../../adapter/ports/price-groups.ts';
import { byCode, listRows, type ContractList } from '../../adapter/toolkit/rows.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import { PriceGroupSelection, type AssignedPriceGroups, type PriceGroup } from '../../domain/price-group.ts';
import { demandVersion, type MemorySession } from './session.ts';
import { groupsVersion, priceGroups } from './shop/price-groups.ts';

/** Those of the customer first, each by priority. */
const priceGroupList: ContractList<'priceGroups.list', PriceGroup> = {
  order: [{ key: ({ assigned }) => (assigned ? 0 : 1) }, { key: ({ priority }) => priority }, { key: ({ id }) => id }],
  sort: {
    name: ({ name }) => naturalKey(name),
    priority: ({ priority }) => priority,
    members: ({ members }) => members,
  },
  filters: { assigned: byCode(({ assigned }) => String(assigned)) },
  texts: ({ name, discount }) => [name, discount],
};

/** Creates the port of the price groups, with the groups of each customer. */
export function priceGroupsPort(session: MemorySession) {
  const { store } = session;

  function change(
    operation: WriteName,
    customerId: string,
    selection: PriceGroupSelection,
    options: WriteOptions,
    changed: (before: readonly string[], chosen: readonly string[]) => readonly string[],
  ): Promise<AssignedPriceGroups> {
    const answer = (groupIds: readonly string[]) => ({
      customerId,
      version: groupsVersion(groupIds),
      groupIds: [...groupIds],
    });
    return session.change(operation, customerId, selection, options, (file) => {
      const { groupIds } = check(PriceGroupSelection, selection);
      if (!groupIds.every((id) => priceGroups.some((group) => group.id === id)))
        throw new AdapterError('validation', { fieldErrors: { groupIds: 'has an unknown group' } });
      demandVersion(answer(file.priceGroupIds), options.ifVersion);
      file.priceGroupIds = changed(file.priceGroupIds, groupIds);
      return answer(file.priceGroupIds);
    });
  }

  return {
    ...declarationsOf('priceGroups'),

    async list(customerId, page, options) {
      const { priceGroupIds } = await session.read('priceGroups.list', customerId, options);
      const version = groupsVersion(priceGroupIds);
      const rows = priceGroups.map((group) => ({
        ...group,
        ...{ customerId, version },
        assigned: priceGroupIds.includes(group.id),
        members: store.files.filter((file) => file.priceGroupIds.includes(group.id)).length,
      }));
      return listRows(rows, page, options, priceGroupList).page;
    },

    assign(customerId, groups, options) {
      return change('priceGroups.assign', customerId, groups, options, (before, chosen) => [
        ...new Set([...before, ...chosen]),
      ]);
    },

    unassign(customerId, groups, options) {
      return change('priceGroups.unassign', customerId, groups, options, (before, chosen) =>
        before.filter((id) => !chosen.includes(id)),
      );
    },
  } satisfies PriceGroupsPort;
}
