import * as v from 'valibot';
import { recordOf, TimelineEvent, type TimelineKind } from '../../domain/timeline.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, same } from './assert.ts';
import { newestFirst, walk, type Row } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

const call = 'timeline.list';

/** Tests that the timeline is sorted, and has the records of the other ports as they list them, each once. */
export function timelineCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { timeline } = adapter;
  if (!timeline?.list) return [];
  const read = async () =>
    readable(v.array(TimelineEvent), await walk({ load: (...args) => timeline.list!(...args) }, full, all), call);
  return [
    newestFirst(call, async () => (await read()).map(({ at }) => at)),
    {
      name: `${call}: the time and the customer of an event are those of its record`,
      async run() {
        for (const event of await read()) {
          const record = recordOf(event);
          const at = 'at' in record ? record.at : 'createdAt' in record ? record.createdAt : record.placedAt;
          same([event.at, event.customerId], [at, record.customerId], `${call}: time and customer of ${event.id}`);
        }
      },
    },
    {
      name: `${call}: has each record of a port that it covers, once, as that port lists it`,
      async run() {
        const events = await read();
        for (const [kinds, list] of listsOf(adapter, full)) {
          const found = events.filter(({ kind }) => kinds.includes(kind)).map(recordOf);
          // A timeline does not have to cover every port.
          if (found.length === 0) continue;
          const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).toSorted();
          const records = await list();
          same(ids(found), ids(records), `${call}: the records of ${kinds.join(' and ')}`);
          for (const record of records) {
            const shown = found.find(({ id }) => id === record.id);
            same(shown, record, `${call}: the record ${record.id}`);
          }
        }
        ensure(events.length > 0, `${call} has no event of the full customer`);
      },
    },
  ];
}

type Reader = readonly [kinds: readonly TimelineKind[], list: () => Promise<readonly Row[]>];

/** Returns how the records of each kind are listed. */
function listsOf({ orders, notes, logins, changes, credit }: Adapter, full: string): readonly Reader[] {
  const archived = orders?.capabilities?.list?.filter?.includes('archived') ? { filter: { archived: 'include' } } : {};
  const readAll = (load: Parameters<typeof walk>[0]['load'], request = {}) =>
    walk({ load }, full, { ...all, ...request });
  return [
    ...(orders?.list ? [[['purchase', 'return'], () => readAll(orders.list!.bind(orders), archived)] as const] : []),
    ...(notes?.list ? [[['note'], () => readAll(notes.list!.bind(notes))] as const] : []),
    ...(logins?.list ? [[['login'], () => readAll(logins.list!.bind(logins))] as const] : []),
    ...(changes?.list ? [[['change'], () => readAll(changes.list!.bind(changes))] as const] : []),
    ...(credit?.accounts && credit.entries
      ? [
          [
            ['credit'],
            async () => {
              const { items } = await credit.accounts!(full, all, reading());
              const ledgers = items.map(({ id }) =>
                readAll((customerId, page, options) => credit.entries!(customerId, id, page, options)),
              );
              return (await Promise.all(ledgers)).flat();
            },
          ] as const,
        ]
      : []),
  ];
}
