import type * as v from 'valibot';
import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { Adapter } from '../adapter.ts';
import { callOperation, methodOf } from '../call-operation.ts';
import { declaredCapabilities, listNames } from '../capabilities.ts';
import type { ListOperation } from '../operation.ts';
import { operations, type ListName } from '../operations.ts';
import type { PageRequest, ReadOptions } from '../options.ts';
import { answerSchemaOf } from '../schemas.ts';
import { ensure } from './assert.ts';
import { recordIdsOf } from './records.ts';
import { reading, type ConformanceCase } from './subject.ts';

/** The members that rows of every list have. Rows that belong to no customer have no `customerId`. */
export interface Row {
  readonly id: string;
  readonly customerId: string;
}

/** A list of the adapter. A list that belongs to a record uses a record of the full customer. */
export interface List<T extends Row = Row> {
  readonly name: ListName;
  readonly schema: v.GenericSchema;
  readonly can: ListCapabilities;
  /** True if the rows belong to no customer. */
  readonly isShared: boolean;
  /** True if the list belongs to a record, not to the customer as a whole. */
  readonly isNested: boolean;
  /** The minimum number of rows that the full customer has in this list. */
  readonly atLeast: number;
  load(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<T>>;
}

/** Returns the lists that an adapter has. */
export function listsOf(adapter: Adapter, full: string): List[] {
  const capabilities = declaredCapabilities(adapter);
  return listNames.flatMap((name): List[] => {
    if (!methodOf(adapter, name)) return [];
    const operation = operations[name] as ListOperation;
    const records = recordIdsOf(adapter, name, full);
    if (!records) return [];
    const isNested = operation.path.includes('{');
    return [
      {
        name,
        schema: answerSchemaOf(operation)!,
        can: capabilities[name] ?? {},
        isShared: operation.isShared ?? false,
        isNested,
        atLeast: rowsWanted(adapter, name),
        async load(customerId, page, options) {
          const ids = [...(operation.scope === 'customer' ? [customerId] : []), ...(await records())];
          return (await callOperation(adapter, name, { ids, page, options })) as Page<Row>;
        },
      },
    ];
  });
}

/**
 * Returns the minimum number of rows that the full customer should have in a list. A nested list has one, and so have
 * accounts: most customers have no more.
 */
export const rowsWanted = ({ notes }: Adapter, name: ListName): number =>
  operations[name].path.includes('{') || name === 'credit.accounts' || (name === 'notes.list' && notes?.single) ? 1 : 3;

/** Tests that a list is sorted newest first, given the times of its rows in order. */
export const newestFirst = (name: ListName, times: () => Promise<readonly string[]>): ConformanceCase => ({
  name: `${name}: is sorted newest first`,
  async run() {
    const at = await times();
    for (const [index, time] of at.slice(1).entries())
      ensure(Date.parse(at[index]!) >= Date.parse(time), `${name}: row ${index + 2} is out of order`);
  },
});

/** Fetches the rows of a list, page by page, until there are `most`. `between` runs after each page except the last. */
export async function walk<T extends Row>(
  list: Pick<List<T>, 'load'>,
  customerId: string,
  request: PageRequest,
  { most = Infinity, between }: { readonly most?: number; readonly between?: () => Promise<unknown> } = {},
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list.load(customerId, { ...request, after }, reading());
    ensure(items.length <= request.first, `a page of ${request.first} has ${items.length} rows`);
    ensure(next === null || items.length > 0, 'an empty page has a next one');
    rows.push(...items);
    after = next ?? undefined;
    if (after !== undefined) await between?.();
    ensure(rows.length < 100_000, 'the pages never end');
  } while (after !== undefined && rows.length < most);
  return rows;
}
