import type { Adapter } from '../../adapter/adapter.ts';
import { readArguments } from '../../adapter/call-operation.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import type { Complete } from '../../adapter/operation.ts';
import { ports, type OperationName, type PortName } from '../../adapter/operations.ts';
import type { Capabilities } from '../../domain/capabilities.ts';
import type { Position } from './events.ts';
import { requestFor } from './request.ts';
import { Transport, type TransportOptions } from './transport.ts';

export interface RestOptions extends TransportOptions {
  /**
   * What the server's lists can be asked for, by operation, where that is less than the protocol allows: an operation
   * that is not named can do none of it. `readCapabilities` asks the server.
   */
  readonly capabilities?: Capabilities | undefined;
}

/** An adapter that has every port and every method of the protocol. */
export type RestAdapter = { readonly [P in PortName]: Complete<NonNullable<Adapter[P]>> } & Required<
  Pick<Adapter, 'permissions' | 'watch'>
>;

/**
 * An adapter for a server that speaks the protocol of `docs/openapi.yaml`. Signing in is the host's, which gives the
 * token. Answers are handed on as they come, for whoever asked checks them.
 */
export function restAdapter({ capabilities, ...options }: RestOptions): RestAdapter {
  const transport = new Transport(options);
  const position: Position = { heardAt: 0 };
  const methodOf =
    (name: OperationName) =>
    async (...args: readonly unknown[]): Promise<unknown> =>
      transport.send(requestFor(name, readArguments(name, args)));
  const portOf = (port: PortName) => ({
    ...declarationsOf(port, capabilities),
    ...Object.fromEntries(
      Object.keys(ports[port]).map((method) => [method, methodOf(`${port}.${method}` as OperationName)]),
    ),
  });
  const adapter = {
    ...Object.fromEntries((Object.keys(ports) as PortName[]).map((port) => [port, portOf(port)])),
    permissions: methodOf('permissions') as RestAdapter['permissions'],
    async watch(topics, sink, { signal }) {
      const since = Date.now();
      const { watchChanges } = await import('./events.ts');
      await watchChanges({ transport, topics, sink, signal, since, position });
    },
  } satisfies Adapter;
  // The table has an operation for each method of each port, which no type can follow through `Object.fromEntries`.
  return adapter as unknown as RestAdapter;
}

/**
 * Asks a server what its lists can be asked for. Do so before you make the adapter, so that no toolbar changes under
 * the operator: `restAdapter({ ...options, capabilities: await readCapabilities(options) })`.
 */
export async function readCapabilities(
  options: TransportOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Capabilities> {
  const { fetchCapabilities } = await import('./fetch-capabilities.ts');
  return fetchCapabilities(new Transport(options), signal);
}
