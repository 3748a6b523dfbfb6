import type { Capabilities, PortFeatures } from '../domain/capabilities.ts';
import type { ListCapabilities } from '../domain/page.ts';
import { type Adapter, portOf } from './adapter.ts';
import { featureNames, protocolFeatures } from './features.ts';
import type { ListOperation, Operation } from './operation.ts';
import { operationNames, operations, ports, writesOf, type ListName, type PortName } from './operations.ts';
import type { Guarantees } from './options.ts';

/** The names of all list operations. */
export const listNames = operationNames.filter((name): name is ListName => operations[name].kind === 'list');

const ofProtocol = (name: ListName): ListCapabilities => (operations[name] as ListOperation).can ?? {};

/** What the REST protocol supports: the query options of each list, and the features of each port. */
export const protocolCapabilities: Capabilities = {
  ...Object.fromEntries(listNames.map((name) => [name, ofProtocol(name)])),
  ...protocolFeatures,
};

interface Declarations extends PortFeatures {
  readonly guarantees?: Guarantees;
  readonly capabilities?: Readonly<Record<string, ListCapabilities>>;
}

/** Returns the declarations of a port that supports the whole protocol, or only the given capabilities. */
export function declarationsOf(port: PortName, capabilities: Capabilities = protocolCapabilities): Declarations {
  const lists = listNames.filter((name) => portOf(name) === port);
  return {
    ...(writesOf(port).length > 0 && { guarantees: { idempotency: true, versions: true, ...dryRunOf(port) } }),
    ...(lists.length > 0 && {
      capabilities: Object.fromEntries(lists.map((name) => [name.slice(port.length + 1), capabilities[name] ?? {}])),
    }),
    ...featuresIn(capabilities[port]),
  };
}

/** Returns whether a port of the protocol has an operation with a dry run. */
const dryRunOf = (port: PortName): Pick<Guarantees, 'dryRun'> =>
  Object.values<Operation>(ports[port]).some((operation) => operation.kind === 'write' && operation.dryRun)
    ? { dryRun: true }
    : {};

/** Returns the features in a record that may have other members. */
const featuresIn = (declared: PortFeatures = {}): PortFeatures =>
  Object.fromEntries(
    featureNames.flatMap((name) => (declared[name] === undefined ? [] : [[name, declared[name]] as const])),
  );

/** Returns what an adapter declares: the capabilities of its lists by operation, and the features of its ports. */
export const declaredCapabilities = (adapter: Adapter): Capabilities =>
  Object.fromEntries(
    (Object.keys(ports) as PortName[]).flatMap((port) => {
      const declared = (adapter[port] ?? {}) as Declarations;
      const features = featuresIn(declared);
      return [
        ...Object.entries(declared.capabilities ?? {}).map(([method, can]) => [`${port}.${method}`, can] as const),
        ...(Object.keys(features).length > 0 ? [[port, features] as const] : []),
      ];
    }),
  );
