import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

/** By which names a machine calls itself. */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses a request to a host that is not ours: a page elsewhere whose name leads to this machine would else be of one
 * origin with the server. `allowed` are host names, with a port where only that one is meant.
 */
export function onlyHosts(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  return async ({ req }, next) => {
    const { host, hostname } = new URL(req.url);
    if (!names.has(hostname) && !names.has(host))
      throw new Refusal(
        'forbidden',
        {
          reason: 'This server does not answer to this host name. The setting ALLOWED_HOSTS lists those it answers to.',
        },
        421,
      );
    await next();
  };
}
