import { http, type HttpHandler } from 'msw';
import type { Adapter } from '../adapter/adapter.ts';
import { memoryAdapter } from '../adapters/memory/index.ts';
import { serve } from '../adapters/rest/serve.ts';

export interface HandlerOptions {
  /** The adapter that answers. Default: a memory adapter. */
  readonly adapter?: Adapter | undefined;
  /** The base URL of the protocol. Default: `/api`. */
  readonly baseUrl?: string | undefined;
}

/** Creates handlers for Mock Service Worker that answer like a server of the protocol in `docs/openapi.yaml`. */
export function handlers({ adapter = memoryAdapter(), baseUrl = '/api' }: HandlerOptions = {}): HttpHandler[] {
  const base = baseUrl.replace(/\/$/, '');
  return [http.all(`${base}/*`, ({ request }) => serve(request, adapter, base))];
}
