import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Capabilities } from '../../domain/capabilities.ts';
import { Transport, type TransportOptions } from './transport.ts';

/** The path below the base address at which a server says what its lists can be asked for. */
export const capabilitiesPath = '/capabilities';

/**
 * Asks a server what its lists can be asked for. Do so before you make the adapter, so that no toolbar changes under
 * the operator: `restAdapter({ ...options, capabilities: await readCapabilities(options) })`.
 */
export async function readCapabilities(
  options: TransportOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Capabilities> {
  const answer = await new Transport(options).send({ method: 'GET', path: capabilitiesPath, signal });
  // Loaded when it is asked for: an adapter that is given no capabilities checks nothing.
  const [v, domain] = await Promise.all([import('valibot'), import('../../domain/capabilities.ts')]);
  const { success, output } = v.safeParse(domain.Capabilities, answer);
  if (!success) throw new AdapterError('malformed');
  return output;
}
