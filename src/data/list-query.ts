import type { GenericSchema } from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { AdapterOperation } from '../adapter/define-port.ts';
import type { PageRequest, ReadOptions } from '../adapter/options.ts';
import type { ListQuery, QueryScope } from './query.ts';
import type { Capabilities } from '../domain/capabilities.ts';
import type { ListCapabilities } from '../domain/page.ts';

/** The search, filters, range and order of a list. Equal requests are equal objects: it is part of the query key. */
export type ListRequest = Omit<PageRequest, 'first' | 'after'>;

/**
 * Returns the number of rows for a `limit`: a whole number from 1 to `most`, or `usual` if it is not a valid number.
 */
export const rowCount = (limit: unknown, usual: number, most = Infinity): number =>
  typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), most) : usual;

/** An operation of an adapter that lists rows, and how its rows and totals are checked. */
export interface ListOperation<T, S = unknown> {
  /** Port and method: `notes.list`. */
  readonly name: string;
  readonly schema: GenericSchema<unknown, T>;
  readonly totals?: GenericSchema<unknown, S>;
  /** The scope of the rows: those of one customer, or all of the platform. Default: `customer`. */
  readonly scope?: QueryScope;
  /** The ports whose changes affect the rows, if they are those of the platform. */
  readonly ports?: readonly string[];
  /** Calls it. Returns `undefined` if the platform lacks the method. */
  readonly call: (
    adapter: Adapter,
    customerId: string,
    page: PageRequest,
    options: ReadOptions,
  ) => Promise<unknown> | undefined;
}

type CallRequest = Parameters<ListOperation<unknown>['call']> extends [unknown, ...infer R] ? R : never;
type ListMethod = (...request: readonly unknown[]) => Promise<unknown>;

/** Returns the operation of a list without totals: `listOperation('quotes.list', Quote)`. */
export const listOperation = <T>(name: AdapterOperation, schema: GenericSchema<unknown, T>): ListOperation<T> =>
  operationOf(name, schema, (method, ...request) => method(...request));

/**
 * Returns the operation of a list that belongs to no customer: `platformListOperation('customers.list', …)`. `ports` are
 * those whose changes affect its rows; without them, the list has no live changes.
 */
export const platformListOperation = <T>(
  name: AdapterOperation,
  schema: GenericSchema<unknown, T>,
  ports?: readonly string[],
): ListOperation<T> => ({
  ...operationOf(name, schema, (method, _customerId, ...request) => method(...request)),
  scope: 'platform',
  ...(ports && { ports }),
});

function operationOf<T>(
  name: AdapterOperation,
  schema: GenericSchema<unknown, T>,
  use: (method: ListMethod, ...request: CallRequest) => Promise<unknown>,
): ListOperation<T> {
  const [port, method] = name.split('.') as [keyof Adapter, string];
  return {
    name,
    schema,
    call: ({ [port]: methods }, ...request) => {
      const list = (methods as Readonly<Record<string, ListMethod | undefined>> | undefined)?.[method];
      return list && use(list.bind(methods), ...request);
    },
  };
}

/** Returns the query of an operation: so many rows at a time, of a customer. */
export const listQuery = <T, S>(
  { call, scope, ...operation }: ListOperation<T, S>,
  pageSize: number,
  customerId: string,
  request: ListRequest = {},
): ListQuery<T, S> => ({
  ...operation,
  customerId: scope === 'platform' ? undefined : customerId,
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
