import type * as v from 'valibot';
import type { Page } from '../../domain/page.ts';
import type { Adapter } from '../adapter.ts';
import { callOperation, methodOf } from '../call-operation.ts';
import { listNames } from '../capabilities.ts';
import { operationNames, operations, type OperationName } from '../operations.ts';
import type { ReadOptions } from '../options.ts';
import { answerSchemaOf } from '../schemas.ts';
import { ensure } from './assert.ts';
import { all, reading } from './subject.ts';

/**
 * The id of a record that an operation is called with beside the customer's: that of a row of the list at the path
 * before it, of the full customer. No id where the path names no record; `undefined` where no list gives one.
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
    ensure(page.items[0], `the full customer should have a row in ${parent}`);
    return [page.items[0].id];
  };
  return () => (found ??= find());
}

/** A read of one record: of the customer, or of what belongs to the customer. */
export interface RecordRead {
  readonly name: OperationName;
  readonly schema: v.GenericSchema;
  /** Whether it is of a record beside the customer's. */
  readonly isNested: boolean;
  load(customerId: string, options: ReadOptions): Promise<unknown>;
}

/** The reads of one record that an adapter has. */
export const recordsOf = (adapter: Adapter, full: string): RecordRead[] =>
  operationNames.flatMap((name): RecordRead[] => {
    const operation = operations[name];
    const records = recordIdsOf(adapter, name, full);
    if (operation.kind !== 'read' || !methodOf(adapter, name) || !records) return [];
    return [
      {
        name,
        schema: answerSchemaOf(operation)!,
        isNested: operation.path.includes('{'),
        load: async (customerId, options) =>
          callOperation(adapter, name, { ids: [customerId, ...(await records())], options }),
      },
    ];
  });

/** Whose an answer says that it is; `undefined` where it does not say. */
export function ownerOf(answer: unknown, name: OperationName): string | undefined {
  const { id, customerId } = answer as { readonly id?: string; readonly customerId?: string };
  return name === 'customers.get' ? id : customerId;
}
