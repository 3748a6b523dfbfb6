import type { GenericSchema } from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { PageRequest, ReadOptions } from '../adapter/options.ts';

/** The language and time zone of the answer. They are part of the query key. */
export interface ReadSettings {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** The scope of a widget's data: one customer, or the platform, such as a list of customers. */
export type QueryScope = 'customer' | 'platform';

/** Describes a query. Equal descriptions share one answer, so everything that `load` uses must be in it. */
export interface QueryDescription {
  /** The port and method: `orders.list`. */
  readonly name: string;
  /** The customer that the answer is about; `undefined` in the scope of the platform. */
  readonly customerId: string | undefined;
  /** All other parameters that affect the answer. */
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  /** The number of rows in a page. */
  readonly pageSize?: number;
  /**
   * The ports whose changes, for any customer, affect the answer in the scope of the platform. If absent, such an answer
   * has no live changes; that of one customer follows its own port.
   */
  readonly ports?: readonly string[] | undefined;
}

/** Describes one record that is fetched or written: its schema, and the customer it must belong to. */
export interface RecordRule<T> {
  /** The customer whose record it must be; `undefined` for a record of the platform, which names none. */
  readonly customerId: string | undefined;
  readonly schema: GenericSchema<unknown, T>;
  /** Returns the owner's id, if the record does not have it in `customerId`. */
  readonly ownerOf?: (record: T) => string;
  /** The id that the record must have, if it is known before. */
  readonly id?: string;
}

/** A query for one record. `load` returns `undefined` if the platform lacks the method. */
export interface RecordQuery<T> extends QueryDescription, RecordRule<T> {
  load(adapter: Adapter, options: ReadOptions): Promise<unknown> | undefined;
}

/** A query for a list of `T`, page by page, with totals `S` over the whole set. */
export interface ListQuery<T, S = unknown> extends QueryDescription {
  readonly schema: GenericSchema<unknown, T>;
  readonly totals?: GenericSchema<unknown, S>;
  readonly pageSize: number;
  /**
   * `true` if the rows have no `customerId` although the query is about a customer, such as business accounts to choose
   * from.
   */
  readonly isCommon?: boolean;
  load(adapter: Adapter, page: PageRequest, options: ReadOptions): Promise<unknown> | undefined;
}

/** Returns the cache key: equal for queries that share one answer. */
export const queryKey = (
  { name, customerId, params = {}, pageSize }: QueryDescription,
  settings: ReadSettings,
): string => {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([name, customerId, sorted, pageSize, settings.locale, settings.timeZone]);
};
