import type { Adapter } from '../../adapter/adapter.ts';
import { readArguments } from '../../adapter/call-operation.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import type { Complete } from '../../adapter/operation.ts';
import { ports, type OperationName, type PortName } from '../../adapter/operations.ts';
import type { Capabilities } from '../../domain/capabilities.ts';
import type { Position } from './events.ts';
import { rejections } from './problem.ts';
import { requestFor } from './request.ts';
import { HttpClient, type HttpClientOptions } from '../../adapter/toolkit/http-client.ts';

export interface RestOptions extends HttpClientOptions {
  /**
   * The query options that the server's lists support, by operation, if they are fewer than the protocol allows. An
   * operation that is not listed supports none. Fetch them with `readCapabilities`.
   */
  readonly capabilities?: Capabilities | undefined;
}

/** An adapter with every port and every method of the protocol. */
export type RestAdapter = { readonly [P in PortName]: Complete<NonNullable<Adapter[P]>> } & Required<
  Pick<Adapter, 'permissions' | 'watch'>
>;

/**
 * Creates an adapter for a server that implements the protocol in `docs/openapi.yaml`. The host is responsible for
 * signing in and provides the token. Responses are returned unvalidated; the library validates them.
 */
export function restAdapter({ capabilities, ...options }: RestOptions): RestAdapter {
  const client = new HttpClient(options, rejections);
  const position: Position = { receivedAt: 0 };
  const methodOf =
    (name: OperationName) =>
    async (...args: readonly unknown[]): Promise<unknown> =>
      client.send(requestFor(name, readArguments(name, args)));
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
      await watchChanges({ client, topics, sink, signal, since, position });
    },
  } satisfies Adapter;
  // The table has an operation for each method of each port, but TypeScript cannot infer that through
  // `Object.fromEntries`.
  return adapter as unknown as RestAdapter;
}

/**
 * Fetches the capabilities of a server. Call it before you create the adapter, so that no toolbar changes while the
 * operator uses it: `restAdapter({ ...options, capabilities: await readCapabilities(options) })`.
 */
export async function readCapabilities(
  options: HttpClientOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Capabilities> {
  const { fetchCapabilities } = await import('./fetch-capabilities.ts');
  return fetchCapabilities(new HttpClient(options, rejections), signal);
}
