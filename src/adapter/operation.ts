import type * as v from 'valibot';
import type { ListCapabilities } from '../domain/page.ts';
import type * as domain from '../domain/index.ts';

type Domain = typeof domain;

/**
 * The name of a domain schema, such as `Note`. The operation tables name schemas instead of importing them, so that a
 * REST client, which validates nothing, does not load any.
 */
export type SchemaName = {
  [N in keyof Domain]: Domain[N] extends v.GenericSchema ? N : never;
}[keyof Domain];

/** The output type of a named schema. */
export type TypeOf<S> = S extends SchemaName
  ? Domain[S] extends v.GenericSchema
    ? v.InferOutput<Domain[S]>
    : never
  : undefined;

interface OperationBase {
  /** The summary line in the OpenAPI description. */
  readonly summary: string;
  /** The subject of the operation: one customer, or the whole platform. */
  readonly scope: 'customer' | 'platform';
  /** The path below that of the scope, with ids in braces as in OpenAPI: `/notes/{noteId}`. */
  readonly path: '' | `/${string}`;
}

/**
 * An operation that reads one record: `get(customerId, …ids, options)`, or `get(customerId, …ids, range, options)` for
 * a range of days.
 */
export interface ReadOperation extends OperationBase {
  readonly kind: 'read';
  readonly answer: SchemaName;
  /** `true`: the operation has a `range` argument. */
  readonly range?: true;
}

/** An operation that reads one page of a list: `list(customerId, …ids, page, options)`. */
export interface ListOperation extends OperationBase {
  readonly kind: 'list';
  readonly item: SchemaName;
  /** The schema of the totals over all pages. */
  readonly totals?: SchemaName;
  /** The query options that the list supports in the REST protocol. Another backend may support fewer. */
  readonly can?: ListCapabilities;
  /** `true`: the rows belong to no customer and have no `customerId`. */
  readonly isShared?: true;
}

/** An operation that changes data: `update(customerId, …ids, body, options)`, without `body` if it has none. */
export interface WriteOperation extends OperationBase {
  readonly kind: 'write';
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: SchemaName;
  /** The schema of the response. Absent: the response is empty. */
  readonly answer?: SchemaName;
  /** `true`: the operation creates a record. */
  readonly creates?: true;
  /** The use of `ifVersion`: required, or optional. Absent: the operation ignores it. */
  readonly version?: 'required' | 'optional';
  /** `true`: the operation supports `dryRun`. */
  readonly dryRun?: true;
  /** `true`: the operation requires a reason. */
  readonly needsReason?: true;
  /** `true`: neither body nor response is stored, so a repeated request is carried out again. */
  readonly isSecret?: true;
  /** The ports whose data the operation changes. Default: its own port. */
  readonly changes?: readonly string[];
}

export type Operation = ReadOperation | ListOperation | WriteOperation;

/** The names of a port's methods. */
export type MethodName<P> = {
  [K in keyof P]-?: NonNullable<P[K]> extends (...args: never[]) => unknown ? K : never;
}[keyof P] &
  string;

/** The operations of a port, one for each of its methods. */
export type OperationsOf<P> = { readonly [M in MethodName<P>]: Operation };

/** A port whose methods are all required. */
export type Complete<P> = Omit<P, MethodName<P>> & Required<Pick<P, MethodName<P>>>;
