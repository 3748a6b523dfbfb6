import type { GenericSchema } from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { PageRequest, ReadOptions } from '../adapter/options.ts';
import type { RecordRule } from './boundary.ts';

/** In which language and zone an answer is wanted. Part of what decides it. */
export interface ReadSettings {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Whose data a widget shows: one customer's, or the platform's, such as a list of customers. */
export type QueryScope = 'customer' | 'platform';

/** What is asked for. Equal descriptions share one answer, so whatever `load` uses must be here. */
export interface QueryDescription {
  /** Port and method: `orders.list`. */
  readonly name: string;
  /** The customer that the answer is about; `undefined` in the scope of the platform. */
  readonly customerId: string | undefined;
  /** All else that decides the answer. */
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  /** Rows of one page; the number to ask for at a time. */
  readonly pageSize?: number;
}

/** One record. `load` gives `undefined` where the platform lacks the method. */
export interface RecordQuery<T> extends QueryDescription, RecordRule<T> {
  load(adapter: Adapter, options: ReadOptions): Promise<unknown> | undefined;
}

/** A list of `T`, page by page, with totals `S` over the whole set. */
export interface ListQuery<T, S = unknown> extends QueryDescription {
  readonly schema: GenericSchema<unknown, T>;
  readonly totals?: GenericSchema<unknown, S>;
  readonly pageSize: number;
  /** Whether the rows name no customer, though they are asked for about one: business accounts to choose from. */
  readonly isCommon?: boolean;
  load(adapter: Adapter, page: PageRequest, options: ReadOptions): Promise<unknown> | undefined;
}

/** Equal for queries that share one answer. */
export const queryKey = (
  { name, customerId, params = {}, pageSize }: QueryDescription,
  settings: ReadSettings,
): string => {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([name, customerId, sorted, pageSize, settings.locale, settings.timeZone]);
};
