import { Hono } from 'hono';
import * as v from 'valibot';
import { check } from '../../src/adapter/check.ts';
import type { Database } from './database/database.ts';
import { authenticate, bearerToken } from './http/authenticate.ts';
import { readJson } from './http/body.ts';
import { clientAddress } from './http/client-address.ts';
import { RequestError } from './http/request-error.ts';
import { SignInLimit } from './sign-in-limit.ts';
import { signIn, signOut } from './sessions.ts';

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
