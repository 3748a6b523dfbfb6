import type { GenericSchema } from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { OperationName } from '../adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../adapter/options.ts';
import type { ListQuery } from './query.ts';
import type { Capabilities } from '../domain/capabilities.ts';
import type { ListCapabilities } from '../domain/page.ts';

/** The search, filters, range and order of a list. Equal requests are equal objects: it is part of the query key. */
export type ListRequest = Omit<PageRequest, 'first' | 'after'>;

/** An operation of an adapter that lists the rows of a customer, and how its rows and totals are checked. */
export interface ListOperation<T, S = unknown> {
  /** Port and method: `notes.list`. */
  readonly name: string;
  readonly schema: GenericSchema<unknown, T>;
  readonly totals?: GenericSchema<unknown, S>;
  /** Calls it. Returns `undefined` if the platform lacks the method. */
  readonly call: (
    adapter: Adapter,
    customerId: string,
    page: PageRequest,
    options: ReadOptions,
  ) => Promise<unknown> | undefined;
}

type ListMethod = (customerId: string, page: PageRequest, options: ReadOptions) => Promise<unknown>;

/** Returns the operation of a list without totals: `listOperation('quotes.list', Quote)`. */
export function listOperation<T>(name: OperationName, schema: GenericSchema<unknown, T>): ListOperation<T> {
  const [port, method] = name.split('.') as [keyof Adapter, string];
  return {
    name,
    schema,
    call: ({ [port]: methods }, ...request) =>
      (methods as Readonly<Record<string, ListMethod | undefined>> | undefined)?.[method]?.(...request),
  };
}

/** Returns the query of an operation: so many rows at a time, of a customer. */
export const listQuery = <T, S>(
  { call, ...operation }: ListOperation<T, S>,
  pageSize: number,
  customerId: string,
  request: ListRequest = {},
): ListQuery<T, S> => ({
  ...operation,
  customerId,
  params: { request: JSON.stringify(request) },
  pageSize,
  load: (adapter, page, options) => call(adapter, customerId, { ...page, ...request }, options),
});

/**
 * Returns `true` if a platform declares that a list supports a search, a range of days, sorting by a member or a
 * filter: `listCan(adapter, 'orders.list', 'sort', 'total')`. The platform rejects what it does not declare.
 */
export function listCan(adapter: Adapter, list: string, capability: 'search' | 'range'): boolean;
export function listCan(adapter: Adapter, list: string, capability: 'sort' | 'filter', name: string): boolean;
export function listCan(adapter: Adapter, list: string, capability: keyof ListCapabilities, name = ''): boolean {
  const [port = '', method = ''] = list.split('.');
  try {
    const owner = adapter[port as keyof Adapter] as { readonly capabilities?: Capabilities } | undefined;
    const declared = owner?.capabilities?.[method]?.[capability];
    return typeof declared === 'object' ? declared.includes(name) : declared === true;
  } catch {
    // A port whose getters throw declares nothing.
    return false;
  }
}
