import type { Capabilities, ListCapabilities } from '../domain/page.ts';
import { type Adapter, portOf } from './adapter.ts';
import type { ListOperation, Operation } from './operation.ts';
import { operationNames, operations, ports, writesOf, type ListName, type PortName } from './operations.ts';
import type { Guarantees } from './options.ts';

/** The names of all list operations. */
export const listNames = operationNames.filter((name): name is ListName => operations[name].kind === 'list');

const ofProtocol = (name: ListName): ListCapabilities => (operations[name] as ListOperation).can ?? {};

/** The query options that each list supports in the REST protocol, by operation. */
export const protocolCapabilities: Capabilities = Object.fromEntries(listNames.map((name) => [name, ofProtocol(name)]));

interface Declarations {
  readonly guarantees?: Guarantees;
  readonly capabilities?: Readonly<Record<string, ListCapabilities>>;
}

/** Returns the declarations of a port that supports the whole protocol, or only the given capabilities of its lists. */
export function declarationsOf(port: PortName, capabilities: Capabilities = protocolCapabilities): Declarations {
  const lists = listNames.filter((name) => portOf(name) === port);
  return {
    ...(writesOf(port).length > 0 && { guarantees: { idempotency: true, versions: true, ...dryRunOf(port) } }),
    ...(lists.length > 0 && {
      capabilities: Object.fromEntries(lists.map((name) => [name.slice(port.length + 1), capabilities[name] ?? {}])),
    }),
  };
}

/** Returns whether a port of the protocol has an operation with a dry run. */
const dryRunOf = (port: PortName): Pick<Guarantees, 'dryRun'> =>
  Object.values<Operation>(ports[port]).some((operation) => operation.kind === 'write' && operation.dryRun)
    ? { dryRun: true }
    : {};

/** Returns the declared capabilities of all lists that an adapter has, by operation. */
export const declaredCapabilities = (adapter: Adapter): Capabilities =>
  Object.fromEntries(
    (Object.keys(ports) as PortName[]).flatMap((port) =>
      Object.entries(declaredBy(adapter, port)).map(([method, can]) => [`${port}.${method}`, can] as const),
    ),
  );

const declaredBy = (adapter: Adapter, port: PortName): NonNullable<Declarations['capabilities']> =>
  (adapter[port] as Declarations | undefined)?.capabilities ?? {};
