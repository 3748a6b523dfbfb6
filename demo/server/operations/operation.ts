import type { Shop } from '../../../src/adapters/memory/shop.ts';
import type { Queryable } from '../database/database.ts';
import type { ListQuery, RangeQuery } from '../http/query.ts';
import type { Operator } from '../roles.ts';

/** The validated arguments of an operation. `Body` is the type of its body. */
export interface Call<Body = unknown> {
  readonly db: Queryable;
  readonly operator: Operator;
  readonly customerId: string;
  /** Returns another id in the path by its name. */
  readonly id: (name: string) => string;
  /** Parses the page request. Throws for options that the list does not declare. */
  readonly list: () => ListQuery;
  readonly range: () => RangeQuery;
  readonly body: Body;
  readonly ifVersion: string | undefined;
  /** The operator's reason for the change. */
  readonly reason: string | undefined;
  readonly dryRun: boolean;
}

/** The response of an operation. The operation determines the status. */
export interface Answer {
  readonly body?: unknown;
  /** The version for the `ETag` header. */
  readonly version?: string;
  /** The new record's id for the `Location` header. */
  readonly location?: string;
}

export type Handler<Body = undefined> = (call: Call<Body>) => Promise<Answer>;

/** Returns the rows that a table gets from the demo's shop. */
export type Seed = (shop: Shop) => { readonly table: string; readonly rows: readonly object[] };
