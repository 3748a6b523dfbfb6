import { http, type HttpHandler } from 'msw';
import type { Adapter } from '../adapter/adapter.ts';
import { memoryAdapter } from '../adapters/memory/index.ts';
import { serve } from '../adapters/rest/serve.ts';

export interface HandlerOptions {
  /** What answers: a shop in memory, where nothing is given. */
  readonly adapter?: Adapter | undefined;
  /** Where the paths of the protocol begin: `/api`, where nothing is said. */
  readonly baseUrl?: string | undefined;
}

/** Handlers for Mock Service Worker that answer as a server of the protocol in `docs/openapi.yaml` does. */
export function handlers({ adapter = memoryAdapter(), baseUrl = '/api' }: HandlerOptions = {}): HttpHandler[] {
  const base = baseUrl.replace(/\/$/, '');
  return [http.all(`${base}/*`, ({ request }) => serve(request, adapter, base))];
}
