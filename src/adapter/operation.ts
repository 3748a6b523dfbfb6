import type * as v from 'valibot';
import type { ListCapabilities } from '../domain/capabilities.ts';
import type * as domain from '../domain/index.ts';

type Domain = typeof domain;

/**
 * The name of a schema of the vocabulary: `Note`. Tables of operations name schemas instead of importing them, so that
 * a client of the protocol, which checks nothing, loads none.
 */
export type SchemaName = {
  [N in keyof Domain]: Domain[N] extends v.GenericSchema ? N : never;
}[keyof Domain];

/** The type of what a schema reads. */
export type TypeOf<S> = S extends SchemaName
  ? Domain[S] extends v.GenericSchema
    ? v.InferOutput<Domain[S]>
    : never
  : undefined;

interface OperationBase {
  /** What it does, in a line of the protocol's description. */
  readonly summary: string;
  /** Whether it is about one customer, or about the platform as a whole. */
  readonly scope: 'customer' | 'platform';
  /** Below the scope's own path, with the names of its ids in braces, as OpenAPI writes them: `/notes/{noteId}`. */
  readonly path: '' | `/${string}`;
}

/** Reads one record: `get(customerId, …ids, options)`, or with a range `get(customerId, …ids, range, options)`. */
export interface ReadOperation extends OperationBase {
  readonly kind: 'read';
  readonly answer: SchemaName;
  /** Whether it is asked over a range of days. */
  readonly range?: true;
}

/** Reads a part of a list: `list(customerId, …ids, page, options)`. */
export interface ListOperation extends OperationBase {
  readonly kind: 'list';
  readonly item: SchemaName;
  /** Totals over the whole set. */
  readonly totals?: SchemaName;
  /** What the list can be asked for in the protocol. Another backend may be able to do less. */
  readonly can?: ListCapabilities;
  /** Whether its rows belong to no customer, and so name none. */
  readonly isShared?: true;
}

/** Changes something: `update(customerId, …ids, body, options)`, without `body` where it has none. */
export interface WriteOperation extends OperationBase {
  readonly kind: 'write';
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: SchemaName;
  /** What it answers; nothing where absent. */
  readonly answer?: SchemaName;
  /** Whether it adds a record. */
  readonly creates?: true;
  /** Whether it must name the version that it is based on, or may. */
  readonly version?: 'required' | 'optional';
  /** Whether `dryRun` asks what would be. */
  readonly dryRun?: true;
  /** Whether a reason must be given. */
  readonly needsReason?: true;
  /** Whether body and answer are stored nowhere, so that the same write sent again is carried out again. */
  readonly isSecret?: true;
  /** The ports whose answers it changes; its own port alone where absent. */
  readonly changes?: readonly string[];
}

export type Operation = ReadOperation | ListOperation | WriteOperation;

/** The names of a port's methods. */
export type MethodName<P> = {
  [K in keyof P]-?: NonNullable<P[K]> extends (...args: never[]) => unknown ? K : never;
}[keyof P] &
  string;

/** The operations of a port: one for each of its methods. */
export type OperationsOf<P> = { readonly [M in MethodName<P>]: Operation };

/** A port with all of its methods. */
export type Complete<P> = Omit<P, MethodName<P>> & Required<Pick<P, MethodName<P>>>;
