import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { changesPath, lastEventIdHeader } from '../../src/adapters/rest/changes.ts';
import { reasonHeader, textHeader } from '../../src/adapters/rest/headers.ts';
import type { Pages } from './build-pages.ts';
import { createChangesApi } from './changes/api.ts';
import type { Database } from './database/database.ts';
import { createApi } from './http/api.ts';
import { problemAnswer, notFound, RequestError } from './http/problems.ts';
import { servePages } from './pages.ts';
import { createSessionApi } from './session-api.ts';

/** The host names of the local machine. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Rejects requests with an unknown `Host` header. This prevents DNS rebinding: a page whose domain resolves to this
 * machine would be same-origin with the server. `allowed` contains host names, with a port to accept only that port.
 */
export function requireHost(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  return async ({ req }, next) => {
    const { host, hostname } = new URL(req.url);
    if (!names.has(hostname) && !names.has(host))
      throw new RequestError(
        'forbidden',
        {
          reason: 'This server does not answer to this host name. The setting ALLOWED_HOSTS lists those it answers to.',
        },
        421,
      );
    await next();
  };
}

export interface AppOptions {
  readonly database: Database;
  /** The pages of the demo host. Absent: the server has only the API. */
  readonly pages?: Pages | undefined;
  /** The other origins that may send requests, in the exact form that browsers send. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * The host names that the server responds to, with a port to accept only that port. Default: the names of this
   * machine.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The number of the operator's own proxies in front of the server. Each must append to `X-Forwarded-For`. */
  readonly trustedProxies?: number | undefined;
  /** Aborted when the server stops. Ends the event streams, which would otherwise never end. */
  readonly stopping?: AbortSignal | undefined;
}

/** Creates the whole server as a function from requests to responses. */
export function createApp(options: AppOptions): Hono {
  const { database, pages, allowedOrigins = [], allowedHosts = localHosts, trustedProxies, stopping } = options;
  const app = new Hono();
  app.use(requireHost(allowedHosts));
  app.use(
    '/api/*',
    cors({
      origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        'If-Match',
        lastEventIdHeader,
        reasonHeader,
        textHeader,
      ],
      exposeHeaders: ['ETag', 'Retry-After', 'Location'],
      maxAge: 600,
    }),
  );
  app.route('/api/session', createSessionApi(database, trustedProxies));
  app.route(`/api${changesPath}`, createChangesApi(database, stopping));
  app.route('/api', createApi(database));
  if (pages !== undefined) servePages(app, pages);
  app.notFound((context) => problemAnswer(notFound(), context));
  app.onError(problemAnswer);
  return app;
}
