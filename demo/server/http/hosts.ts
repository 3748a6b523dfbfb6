import type { MiddlewareHandler } from 'hono';
import { RequestError } from './request-error.ts';

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
