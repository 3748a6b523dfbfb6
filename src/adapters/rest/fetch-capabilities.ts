// Loaded on its own: it brings the checks of valibot.
import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { HttpClient } from '../../adapter/toolkit/http-client.ts';
import { Capabilities } from '../../domain/capabilities.ts';

/** The path of the capabilities below the base URL. */
export const capabilitiesPath = '/capabilities';

/** Fetches the query options that the server's lists support. */
export async function fetchCapabilities(client: HttpClient, signal?: AbortSignal): Promise<Capabilities> {
  const answer = await client.send({ method: 'GET', path: capabilitiesPath, signal });
  const { success, output } = v.safeParse(Capabilities, answer);
  if (!success) throw new AdapterError('malformed');
  return output;
}
