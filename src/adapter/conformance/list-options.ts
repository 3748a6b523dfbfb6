import type { PageRequest } from '../options.ts';
import { ensure, same, skip } from './assert.ts';
import { codeIn, textsIn } from './capabilities.ts';
import { dayIn, zonesApart } from './days.ts';
import { listsOf, walk, type List, type Row } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that search, filters, sort order, ranges and totals hold for the whole list, not for one page. */
export const listOptionCases = ({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] =>
  listsOf(adapter, full).flatMap((list): ConformanceCase[] => {
    const { name, can } = list;
    const isRestricted = can.search || can.sort?.length || can.filter?.length;
    return [
      {
        name: `${name}: the first page has the total and the totals of the whole list`,
        async run() {
          const [first, whole] = [
            await list.load(full, { first: 1 }, reading()),
            await list.load(full, all, reading()),
          ];
          same(
            [first.total, first.totals],
            [whole.total, whole.totals],
            `${name}: total and totals of a page of one row`,
          );
        },
      },
      ...(isRestricted
        ? [
            {
              name: `${name}: a search, a filter and a sort order hold on every page`,
              async run() {
                for (const request of await requestsFor(list, full)) {
                  const { items } = await list.load(full, { ...all, ...request }, reading());
                  const rows = await walk(list, full, { first: 1, ...request }, { most: maxRows });
                  const expected = items.slice(0, maxRows).map(({ id }) => id);
                  const found = rows.slice(0, maxRows).map(({ id }) => id);
                  same(found, expected, `${name} with ${JSON.stringify(request)} in pages of one row`);
                }
              },
            },
          ]
        : []),
      ...(can.range && name !== 'crossSell.list' ? [dayCase(list, full)] : []),
    ];
  });

/** The number of rows that are compared for each option. */
const maxRows = 20;

/**
 * Returns a request for each kind of option, made from what the rows have. It matches several rows and not all, if one
 * does.
 */
async function requestsFor({ can, load }: List, full: string): Promise<readonly Omit<PageRequest, 'first'>[]> {
  const { items } = await load(full, all, reading());
  const filters = (can.filter ?? []).flatMap((member) =>
    [...new Set(items.flatMap((row) => codeIn(row, member) ?? []))].map((code) => ({ filter: { [member]: code } })),
  );
  const texts = can.search ? ['e', 'a', 'r', 't', '1', '2', ...textsIn(items.at(-1)).slice(-2)] : [];
  const choose = async <T extends Omit<PageRequest, 'first'>>(requests: readonly T[]): Promise<readonly T[]> => {
    for (const request of requests.slice(0, maxTries)) {
      const { length } = (await load(full, { ...all, ...request }, reading())).items;
      if (length > 1 && length < items.length) return [request];
    }
    return requests.slice(0, 1);
  };
  return [
    ...(can.sort?.[0] === undefined ? [] : [{ sort: { field: can.sort[0], direction: 'ascending' as const } }]),
    ...(await choose(filters)),
    ...(await choose(texts.map((text) => ({ text })))),
  ];
}

/** The number of requests that are tried for each kind of option. */
const maxTries = 8;

const members = ['placedAt', 'createdAt', 'at', 'startedAt'] as const;

/** Tests that days begin and end in the time zone of the options. */
const dayCase = ({ name, load }: List, full: string): ConformanceCase => ({
  name: `${name}: a range covers the days of the given time zone`,
  async run() {
    const { items } = await load(full, all, reading());
    const row = items[0] ?? skip(`the full customer has no row in ${name}`);
    const instant = instantOf(row) ?? skip(`the rows of ${name} have no time`);
    for (const timeZone of zonesApart) {
      const day = dayIn(timeZone, instant);
      const { items: found } = await load(full, { ...all, range: { from: day, to: day } }, reading({ timeZone }));
      ensure(
        found.some(({ id }) => id === row.id),
        `${name}: the row ${row.id} is missing on ${day} in ${timeZone}, which is its day`,
      );
      for (const other of found)
        same(dayIn(timeZone, instantOf(other)!), day, `${name}: the day of ${other.id} in ${timeZone}`);
    }
  },
});

const instantOf = (row: Row): string | undefined =>
  members.map((member) => Reflect.get(row, member) as unknown).find((value) => typeof value === 'string') as
    | string
    | undefined;
