import type * as v from 'valibot';
import type { Page } from '../../domain/page.ts';
import type { Adapter } from '../adapter.ts';
import { callOperation, methodOf } from '../call-operation.ts';
import { listNames } from '../capabilities.ts';
import { operationNames, operations, type OperationName } from '../operations.ts';
import type { ReadOptions } from '../options.ts';
import { answerSchemaOf } from '../schemas.ts';
import { skip } from './assert.ts';
import { all, reading } from './subject.ts';

/**
 * Returns the ids that an operation takes besides the customer's: the id of a row that the full customer has in the
 * list at the parent path. Empty if the path contains no such id; `undefined` if no list provides one.
 */
export function recordIdsOf(
  adapter: Adapter,
  name: OperationName,
  full: string,
): (() => Promise<readonly string[]>) | undefined {
  const { path } = operations[name];
  const [before, ...rest] = path.split(/\/\{\w+\}/);
  if (!rest.length) return () => Promise.resolve([]);
  const parent = listNames.find((list) => operations[list].path === before);
  if (!parent || !methodOf(adapter, parent)) return undefined;
  let found: Promise<readonly string[]> | undefined;
  const find = async () => {
    const page = (await callOperation(adapter, parent, { ids: [full], page: all, options: reading() })) as Page<{
      readonly id: string;
    }>;
    if (!page.items[0]) skip(`the full customer has no row in ${parent}`);
    return [page.items[0].id];
  };
  return () => (found ??= find());
}

/** A read of one record: the customer, or a record of the customer. */
export interface RecordRead {
  readonly name: OperationName;
  readonly schema: v.GenericSchema;
  /** True if the operation takes the id of a record besides the customer's. */
  readonly isNested: boolean;
  /** True if the record belongs to no customer. */
  readonly isShared: boolean;
  load(customerId: string, options: ReadOptions): Promise<unknown>;
}

/** Returns the reads of single records that an adapter has. */
export const recordsOf = (adapter: Adapter, full: string): RecordRead[] =>
  operationNames.flatMap((name): RecordRead[] => {
    const operation = operations[name];
    const records = recordIdsOf(adapter, name, full);
    if (operation.kind !== 'read' || !methodOf(adapter, name) || !records) return [];
    const isNested = operation.path.includes('{');
    // Records in the lists of the platform have cases of their own: not every row has each of them.
    if (isNested && operation.scope === 'platform') return [];
    return [
      {
        name,
        schema: answerSchemaOf(operation)!,
        isNested,
        isShared: operation.scope === 'platform',
        load: async (customerId, options) => {
          const ids = [...(operation.scope === 'customer' ? [customerId] : []), ...(await records())];
          return callOperation(adapter, name, { ids, options });
        },
      },
    ];
  });

/** Returns the customer's id in a response, or `undefined` if it contains none. */
export function ownerOf(answer: unknown, name: OperationName): string | undefined {
  const { id, customerId } = answer as { readonly id?: string; readonly customerId?: string };
  return name === 'customers.get' ? id : customerId;
}
