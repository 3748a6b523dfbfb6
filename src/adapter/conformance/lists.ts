import type * as v from 'valibot';
import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { Page } from '../../domain/page.ts';
import type { Adapter } from '../adapter.ts';
import { callOperation, methodOf } from '../call-operation.ts';
import { declaredCapabilities, listNames } from '../capabilities.ts';
import type { ListOperation } from '../operation.ts';
import { operations, type ListName } from '../operations.ts';
import type { PageRequest, ReadOptions } from '../options.ts';
import { answerSchemaOf } from '../schemas.ts';
import { ensure } from './assert.ts';
import { recordIdsOf } from './records.ts';
import { reading } from './subject.ts';

/** The members of a row that every list has; rows that belong to no customer have no `customerId`. */
export interface Row {
  readonly id: string;
  readonly customerId: string;
}

/** One of the adapter's lists. A list of what belongs to a record is that of a record of the full customer. */
export interface List<T extends Row = Row> {
  readonly name: ListName;
  readonly schema: v.GenericSchema;
  readonly can: ListCapabilities;
  /** Whether its rows belong to no customer. */
  readonly isShared: boolean;
  /** Whether it is of a record, and not of the customer as a whole. */
  readonly isNested: boolean;
  /** How many rows the full customer has in it at the least. */
  readonly atLeast: number;
  load(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<T>>;
}

/** The lists that an adapter has. */
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
        atLeast: isNested || (name === 'notes.list' && adapter.notes?.single) ? 1 : 3,
        async load(customerId, page, options) {
          const ids = [...(operation.scope === 'customer' ? [customerId] : []), ...(await records())];
          return (await callOperation(adapter, name, { ids, page, options })) as Page<Row>;
        },
      },
    ];
  });
}

/** Every row of a list, page by page. `between` is done after each page but the last. */
export async function walk<T extends Row>(
  list: Pick<List<T>, 'load'>,
  customerId: string,
  request: PageRequest,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list.load(customerId, { ...request, after }, reading());
    ensure(items.length <= request.first, `a page of ${request.first} has ${items.length} rows`);
    ensure(next === null || items.length > 0, 'an empty page says that there is a next one');
    rows.push(...items);
    after = next ?? undefined;
    if (after !== undefined) await between();
    ensure(rows.length < 100_000, 'the pages never end');
  } while (after !== undefined);
  return rows;
}
