import type { Queryable } from '../database/database.ts';
import type { ListQuery, RangeQuery } from '../http/query.ts';
import type { Operator } from '../roles.ts';

/** What an operation is called with, checked as its declaration says. `Body` is what is sent with it. */
export interface Call<Body = unknown> {
  readonly db: Queryable;
  readonly operator: Operator;
  readonly customerId: string;
  /** A further id in the path, by its name there. */
  readonly id: (name: string) => string;
  /** Which part of a list is asked for. Refuses what the list does not declare. */
  readonly list: () => ListQuery;
  readonly range: () => RangeQuery;
  readonly body: Body;
  readonly ifVersion: string | undefined;
  /** Why, in the operator's words. */
  readonly reason: string | undefined;
  readonly dryRun: boolean;
}

/** What is answered. The status is the operation's own. */
export interface Answer {
  readonly body?: unknown;
  /** For `ETag`. */
  readonly version?: string;
  /** For `Location`: the new record's id below the path. */
  readonly location?: string;
}

export type Handler<Body = undefined> = (call: Call<Body>) => Promise<Answer>;
