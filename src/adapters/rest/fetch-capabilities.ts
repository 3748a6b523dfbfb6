import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { Capabilities } from '../../domain/capabilities.ts';
import type { Transport } from './transport.ts';

/** The path below the base address at which a server says what its lists can be asked for. */
export const capabilitiesPath = '/capabilities';

/** What a server says that its lists can be asked for. */
export async function fetchCapabilities(transport: Transport, signal?: AbortSignal): Promise<Capabilities> {
  const answer = await transport.send({ method: 'GET', path: capabilitiesPath, signal });
  const { success, output } = v.safeParse(Capabilities, answer);
  if (!success) throw new AdapterError('malformed');
  return output;
}
