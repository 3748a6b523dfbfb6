// Adapters whose price groups are out of order, of no version, or change by more or less than they should.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import type { PriceGroup, PriceGroupSelection } from '../../src/domain/price-group.ts';
import { overriding, pages, reversed, type Tampering } from './tampering.ts';

const list = 'priceGroups.list';
const rows = (change: (row: PriceGroup, index: number) => Partial<PriceGroup>): Tampering =>
  pages(
    (page) => ({ ...page, items: page.items.map((row: PriceGroup, index) => ({ ...row, ...change(row, index) })) }),
    list,
  );

const selecting = (
  name: 'priceGroups.assign' | 'priceGroups.unassign',
  select: (ids: string[]) => string[],
): Tampering =>
  overriding(
    name,
    (write) => (id, body, options) => write(id, { groupIds: select((body as PriceGroupSelection).groupIds) }, options),
  );

const sorted = `${list}: is sorted with those of the customer first, each by priority`;
const versions = `${list}: all rows have one version, and the rows of another customer have their own`;
const several = 'priceGroups.assign: assigns and unassigns several groups at once, and none if one is unknown';

export const brokenPriceGroups: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ['lists price groups the wrong way round', pages(reversed, list), sorted],
  ['gives each price group a version of its own', rows((_, index) => ({ version: String(index) })), versions],
  ['gives all customers one version of their groups', rows(() => ({ version: '1' })), versions],
  [
    'lists all groups whatever the filter assigned is',
    overriding(list, (load) => (id, page, options) => load(id, { ...(page as object), filter: undefined }, options)),
    `${list}: the filter assigned keeps the groups of the customer, or the others`,
  ],
  ['assigns only the first of several groups', selecting('priceGroups.assign', (ids) => ids.slice(0, 1)), several],
  ['unassigns only the first of several groups', selecting('priceGroups.unassign', (ids) => ids.slice(0, 1)), several],
  [
    'assigns the known ones of several groups',
    overriding('priceGroups.assign', (write) => async (id, body, options) => {
      const { groupIds } = body as PriceGroupSelection;
      const answer = await write(id, { groupIds: groupIds.filter((one) => one !== 'no-such-group') }, options);
      if (groupIds.includes('no-such-group')) throw new AdapterError('validation');
      return answer;
    }),
    several,
  ],
];
