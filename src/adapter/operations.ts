import type { Operation, TypeOf, WriteOperation } from './operation.ts';
import { ports } from './ports.ts';
import { portOf } from './watch.ts';

export { ports } from './ports.ts';

/** The operations beside the ports. */
const methods = {
  permissions: {
    kind: 'read',
    scope: 'customer',
    path: '/permissions',
    answer: 'Permissions',
    summary: 'What this operator may do on this customer',
  },
} as const satisfies Readonly<Record<string, Operation>>;

type Ports = typeof ports;
export type PortName = keyof Ports;

/** By name, every operation with its literal types. */
type Table = typeof methods & {
  readonly [P in PortName as `${P}.${keyof Ports[P] & string}`]: never;
};

/** Port and method, or a method beside the ports: `notes.create`, `permissions`. So a permission is named too. */
export type OperationName = keyof Table;

type Literal<N extends OperationName> = N extends keyof typeof methods
  ? (typeof methods)[N]
  : N extends `${infer P extends PortName}.${infer M}`
    ? M extends keyof Ports[P]
      ? Ports[P][M]
      : never
    : never;

/** The operations of one kind, by name. */
type NameOf<Kind extends Operation['kind']> = {
  [N in OperationName]: Literal<N> extends { readonly kind: Kind } ? N : never;
}[OperationName];
export type WriteName = NameOf<'write'>;
export type ListName = NameOf<'list'>;

/** What is sent with an operation; `undefined` where nothing is. */
export type BodyOf<N extends OperationName> = Literal<N> extends { readonly body: infer S } ? TypeOf<S> : undefined;

/** What a list can be asked for in the protocol, with its literal types. */
type CapabilitiesOf<N extends ListName> = Literal<N> extends { readonly can: infer C } ? C : object;
/** The members that a list can be sorted by. */
export type SortOf<N extends ListName> =
  CapabilitiesOf<N> extends { readonly sort: readonly (infer S extends string)[] } ? S : never;
/** The names of a list's filters. */
export type FilterOf<N extends ListName> =
  CapabilitiesOf<N> extends { readonly filter: readonly (infer F extends string)[] } ? F : never;

/** Every operation by its name. */
export const operations = Object.fromEntries([
  ...Object.entries(ports).flatMap(([port, table]) =>
    Object.entries(table).map(([method, operation]) => [`${port}.${method}`, operation] as const),
  ),
  ...Object.entries(methods),
]) as Readonly<Record<OperationName, Operation>>;

export const operationNames = Object.keys(operations) as readonly OperationName[];

/** The method of HTTP that an operation is sent with. */
export const methodOf = (operation: Operation): string => (operation.kind === 'write' ? operation.method : 'GET');

/** The status of HTTP with which an operation is answered when it went well. */
export function statusOf(operation: Operation): 200 | 201 | 204 {
  if (operation.kind !== 'write') return 200;
  return operation.creates ? 201 : operation.answer === undefined ? 204 : 200;
}

/** The path of an operation below the base address of the protocol. */
export const pathOf = ({ scope, path }: Operation): string =>
  (scope === 'customer' ? '/customers/{customerId}' : '') + path;

/** The names of the ids that an operation is called with, in their order. */
export const idNamesOf = (operation: Operation): readonly string[] =>
  [...pathOf(operation).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The names of the writes of a port. */
export const writesOf = (port: string): readonly WriteName[] =>
  operationNames.filter((name): name is WriteName => operations[name].kind === 'write' && name.startsWith(`${port}.`));

/** The ports whose answers a write changes once it is carried out. */
export function portsChangedBy(name: WriteName): readonly string[] {
  const { changes = [portOf(name)] } = operations[name] as WriteOperation;
  return changes;
}
