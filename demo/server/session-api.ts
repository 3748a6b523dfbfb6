import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { check } from '../../src/adapter/check.ts';
import type { Database } from './database/database.ts';
import { authenticate, bearerToken } from './http/authenticate.ts';
import { readJson } from './http/body.ts';
import { RequestError } from './http/problems.ts';
import { SignInLimit } from './sign-in-limit.ts';
import { signIn, signOut } from './sessions.ts';
import { isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';

/**
 * Returns the address of a client for rate limits; for IPv6 the network, because a household has a whole network.
 * Behind trusted proxies, the address is the entry in `X-Forwarded-For` that the outermost of the `trustedProxies`
 * appended. The client can forge all entries before it.
 */
export function clientAddress({ req, env }: Context, trustedProxies = 0): string {
  const { incoming } = (env ?? {}) as Partial<HttpBindings>;
  const named = (req.header('X-Forwarded-For') ?? '').split(',').map((address) => address.trim());
  const forwarded = trustedProxies > 0 ? named.at(-trustedProxies) : undefined;
  return networkOf(forwarded || incoming?.socket.remoteAddress || 'unknown');
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [left = [], right] = address.split('::').map((half) => (half ? half.split(':') : []));
  const zeros = right ? Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0') : [];
  return [...left, ...zeros, ...(right ?? [])].slice(0, 4).join(':');
}

const Credentials = v.object({
  login: v.pipe(v.string(), v.maxLength(100)),
  password: v.pipe(v.string(), v.maxLength(200)),
});

/** Creates the routes for signing in and out. They belong to the host, not to the library. */
export function createSessionApi(database: Database, trustedProxies?: number): Hono {
  const api = new Hono();
  const limit = new SignInLimit(database);
  api.post('/', async (context) => {
    const { login, password } = check(Credentials, await readJson(context));
    const address = clientAddress(context, trustedProxies);
    await limit.begin(login, address);
    const session = await signIn(database, login, password);
    if (!session)
      throw new RequestError('unauthenticated', { reason: 'This name and password do not belong together.' });
    await limit.succeeded(login, address);
    context.header('Cache-Control', 'no-store');
    return context.json(session, 201);
  });
  api.get('/', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json(await authenticate(database, context.req.header('Authorization')));
  });
  api.delete('/', async (context) => {
    await signOut(database, bearerToken(context.req.header('Authorization')));
    return context.body(null, 204);
  });
  return api;
}
