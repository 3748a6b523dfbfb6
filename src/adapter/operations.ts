import type { Operation, TypeOf, WriteOperation } from './operation.ts';
import { ports } from './ports.ts';
import { portOf } from './adapter.ts';

export { ports } from './ports.ts';

/** The operations that do not belong to a port. */
const methods = {
  permissions: {
    kind: 'read',
    scope: 'customer',
    path: '/permissions',
    answer: 'Permissions',
    summary: 'Permissions of the operator for the customer',
  },
} as const satisfies Readonly<Record<string, Operation>>;

type Ports = typeof ports;
export type PortName = keyof Ports;

/** All operations by name, with their literal types. */
type Table = typeof methods & {
  readonly [P in PortName as `${P}.${keyof Ports[P] & string}`]: never;
};

/**
 * The name of an operation: port and method, such as `notes.create`, or a method outside the ports, such as
 * `permissions`. Permissions use the same names.
 */
export type OperationName = keyof Table;

type Literal<N extends OperationName> = N extends keyof typeof methods
  ? (typeof methods)[N]
  : N extends `${infer P extends PortName}.${infer M}`
    ? M extends keyof Ports[P]
      ? Ports[P][M]
      : never
    : never;

/** The names of the operations of one kind. */
type NameOf<Kind extends Operation['kind']> = {
  [N in OperationName]: Literal<N> extends { readonly kind: Kind } ? N : never;
}[OperationName];
export type WriteName = NameOf<'write'>;
export type ListName = NameOf<'list'>;

/** The type of an operation's body, or `undefined` if it has none. */
export type BodyOf<N extends OperationName> = Literal<N> extends { readonly body: infer S } ? TypeOf<S> : undefined;

/** The query options of a list in the REST protocol, with their literal types. */
type CapabilitiesOf<N extends ListName> = Literal<N> extends { readonly can: infer C } ? C : object;
/** The members that a list can be sorted by. */
export type SortOf<N extends ListName> =
  CapabilitiesOf<N> extends { readonly sort: readonly (infer S extends string)[] } ? S : never;
/** The names of a list's filters. */
export type FilterOf<N extends ListName> =
  CapabilitiesOf<N> extends { readonly filter: readonly (infer F extends string)[] } ? F : never;

/** The type of a list's totals, or `undefined` if it has none. */
export type TotalsOf<N extends ListName> = Literal<N> extends { readonly totals: infer S } ? TypeOf<S> : undefined;

/** All operations by name. */
export const operations = Object.fromEntries([
  ...Object.entries(ports).flatMap(([port, table]) =>
    Object.entries(table).map(([method, operation]) => [`${port}.${method}`, operation] as const),
  ),
  ...Object.entries(methods),
]) as Readonly<Record<OperationName, Operation>>;

export const operationNames = Object.keys(operations) as readonly OperationName[];

/** Returns the HTTP method of an operation. */
export const methodOf = (operation: Operation): string => (operation.kind === 'write' ? operation.method : 'GET');

/** Returns the HTTP status of a successful response. */
export function statusOf(operation: Operation): 200 | 201 | 204 {
  if (operation.kind !== 'write') return 200;
  return operation.creates ? 201 : operation.answer === undefined ? 204 : 200;
}

/** Returns the path of an operation below the protocol's base URL. */
export const pathOf = ({ scope, path }: Operation): string =>
  (scope === 'customer' ? '/customers/{customerId}' : '') + path;

/** Returns the names of an operation's ids, in the order of its arguments. */
export const idNamesOf = (operation: Operation): readonly string[] =>
  [...pathOf(operation).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** Returns the names of a port's writes. */
export const writesOf = (port: string): readonly WriteName[] =>
  operationNames.filter((name): name is WriteName => operations[name].kind === 'write' && name.startsWith(`${port}.`));

/** Returns the ports whose data a write changes. */
export function portsChangedBy(name: WriteName): readonly string[] {
  const { changes = [portOf(name)] } = operations[name] as WriteOperation;
  return changes;
}
