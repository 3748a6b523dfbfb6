import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { createApp } from '../app.ts';
import { listen } from '../listen.ts';
import type { Refused } from './client.ts';
import { allowedOrigin, type TestServer } from './test-server.ts';

/** Tests the rules that apply to every request. */
export function testHttp(server: () => TestServer): void {
  const notes = '/customers/C-20817/notes';

  describe('errors', () => {
    const rejections: Readonly<
      Record<string, readonly [status: number, code: string, request: () => Promise<Response>]>
    > = {
      'an unknown route': [404, 'not-found', () => ask('GET', '/nothing/here')],
      'an unknown page': [404, 'not-found', () => fetch(`${server().url}/nothing`)],
      'no token': [401, 'unauthenticated', () => ask('GET', notes, { Authorization: '' })],
      'an unknown token': [401, 'unauthenticated', () => ask('GET', notes, { Authorization: 'Bearer abc' })],
      'an unknown customer': [404, 'not-found', () => ask('GET', '/customers/C-0/notes')],
      'an unknown order': [404, 'not-found', () => ask('GET', '/customers/C-20817/orders/o-0')],
      'another method': [405, 'unsupported', () => ask('DELETE', '/customers/C-20817')],
      'a body that is not JSON': [400, 'validation', () => ask('POST', notes, json, '{"body":')],
      'a list nested 15,000 deep': [
        400,
        'validation',
        () => ask('POST', notes, json, `{"body":${'['.repeat(15_000)}${']'.repeat(15_000)}}`),
      ],
      'an object nested 15,000 deep': [
        400,
        'validation',
        () => ask('POST', notes, json, `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`),
      ],
      'another content type': [415, 'validation', () => ask('POST', notes, { 'Content-Type': 'text/plain' }, '{}')],
      'a body without a required member': [422, 'validation', () => ask('POST', notes, json, '{}')],
      'a body of another type': [422, 'validation', () => ask('POST', notes, json, '[1]')],
      'a body that is too large': [
        413,
        'validation',
        () => ask('POST', notes, json, `{"body":"${'x'.repeat(200_000)}"}`),
      ],
      'text that no database can store': [
        422,
        'validation',
        () => ask('POST', notes, json, String.raw`{"body":"a\u0000b"}`),
      ],
      'an unpaired surrogate in a note': [
        422,
        'validation',
        () => ask('POST', notes, json, String.raw`{"body":"a\ud83db"}`),
      ],
      'an unpaired surrogate in an address line': [
        422,
        'validation',
        () =>
          ask(
            'POST',
            '/customers/C-20817/addresses',
            json,
            String.raw`{"country":"GB","lines":["1 Kiln Lane","\udc00"]}`,
          ),
      ],
      'an unpaired surrogate in a login': [
        422,
        'validation',
        () => ask('POST', '/session', json, String.raw`{"login":"\ud83d","password":"x"}`),
      ],
      'a search that is not UTF-8': [422, 'validation', () => ask('GET', notes, { 'Search-Text': '%ED%A0%BD' })],
      'a customer whose id has a NUL': [404, 'not-found', () => ask('GET', '/customers/%00')],
      'an order whose id has a NUL': [404, 'not-found', () => ask('GET', '/customers/C-20817/orders/a%00')],
      'a customer whose id cannot be decoded': [404, 'not-found', () => ask('GET', '/customers/100%')],
      'a page of zero rows': [422, 'validation', () => ask('GET', `${notes}?first=0`)],
      'a fractional page size': [422, 'validation', () => ask('GET', `${notes}?first=1.5`)],
      'an unknown parameter': [422, 'validation', () => ask('GET', `${notes}?page=2`)],
      'an unknown sort member': [501, 'unsupported', () => ask('GET', '/customers/C-20817/cross-sell?sort=luck')],
      'an unknown filter': [501, 'unsupported', () => ask('GET', `${notes}?filter[pinned]=yes`)],
      'a search of a list without search': [
        501,
        'unsupported',
        () => ask('GET', '/customers/C-20817/credit/accounts', { 'Search-Text': 'gift' }),
      ],
      'a range of a list without a range': [
        501,
        'unsupported',
        () => ask('GET', '/customers/C-20817/coupons?from=2026-01-01'),
      ],
      'a day that does not exist': [422, 'validation', () => ask('GET', '/customers/C-20817/stats?from=2026-02-30')],
      'a range that ends before it begins': [
        422,
        'validation',
        () => ask('GET', '/customers/C-20817/stats?from=2026-12-31&to=2026-01-01'),
      ],
      'a list with a range that ends before it begins': [
        422,
        'validation',
        () => ask('GET', `${notes}?from=2026-12-31&to=2026-01-01`),
      ],
      'an unknown time zone': [422, 'validation', () => ask('GET', '/customers/C-20817/stats?timeZone=Moon/Sea')],
      'a damaged cursor': [422, 'validation', () => ask('GET', `${notes}?after=AAAA`)],
      'a parameter of a record': [422, 'validation', () => ask('GET', '/customers/C-20817?first=1')],
      'a dry run of an operation without one': [
        422,
        'validation',
        () => ask('POST', `${notes}?dryRun=true`, json, '{"body":"a"}'),
      ],
    };
    for (const [name, [status, code, request]] of Object.entries(rejections)) {
      it(`${name}: ${status} as problem details, and nothing in the log`, async (context) => {
        const logged = context.mock.method(console, 'error', () => {});
        const response = await request();
        assert.equal(logged.mock.callCount(), 0);
        assert.equal(response.status, status);
        assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
        const problem = (await response.json()) as Refused;
        assert.equal(problem.status, status);
        assert.equal(problem.code, code);
        assert.match(problem.correlationId, /^[\w-]{36}$/);
        assert.doesNotMatch(JSON.stringify(problem), /\.ts|node_modules|Error:|select /);
      });
    }

    it('an internal error: 500, logged under the id in the response, without details in the response', async (context) => {
      const logged = context.mock.method(console, 'error', () => {});
      await server().database.script('alter table notes rename to mislaid');
      const { status, body } = await server().manager.get<Refused>(notes);
      await server().database.script('alter table mislaid rename to notes');
      assert.equal(status, 500);
      assert.deepEqual(Object.keys(body).sort(), ['code', 'correlationId', 'status', 'title']);
      assert.match(String(logged.mock.calls[0]?.arguments[0]), new RegExp(body.correlationId));
    });
  });

  describe('other origins', () => {
    it('an allowed origin may send requests and read the headers that it needs', async () => {
      const response = await ask('GET', notes, { Origin: allowedOrigin });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), allowedOrigin);
      assert.equal(response.headers.get('Access-Control-Expose-Headers'), 'ETag,Retry-After,Location');
      assert.equal(response.headers.get('Vary'), 'Origin');
      assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
      assert.equal(response.headers.get('Set-Cookie'), null);
    });

    it('an allowed origin may read error responses too', async () => {
      const response = await ask('GET', notes, { Origin: allowedOrigin, Authorization: '' });
      assert.equal(response.status, 401);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), allowedOrigin);
    });

    for (const origin of [
      'https://elsewhere.example',
      `${allowedOrigin}.elsewhere.example`,
      `${allowedOrigin}:8443`,
      'null',
    ]) {
      it(`${origin} is not allowed`, async () => {
        const response = await ask('GET', notes, { Origin: origin });
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
      });
    }

    it('a preflight request needs no token', async () => {
      const response = await fetch(`${server().url}/api${notes}/n-1`, {
        method: 'OPTIONS',
        headers: {
          Origin: allowedOrigin,
          'Access-Control-Request-Method': 'PATCH',
          'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key,if-match,change-reason',
        },
      });
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), allowedOrigin);
      assert.match(response.headers.get('Access-Control-Allow-Methods') ?? '', /PATCH/);
      const allowed = (response.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(',');
      for (const header of ['authorization', 'content-type', 'idempotency-key', 'if-match', 'change-reason']) {
        assert.ok(allowed.includes(header), header);
      }
    });
  });

  describe('host names', () => {
    /** Returns the status and the body of a response to a request with a `Host` header. */
    const fetchWithHost = async (url: string, host: string): Promise<readonly [status: number, body: string]> => {
      const request = httpRequest(`${url}/api/session`, { headers: { Host: host } }).end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      return [response.statusCode ?? 0, await text(response)];
    };

    for (const host of ['localhost', 'LOCALHOST:4173', '127.0.0.1', '127.0.0.1:1', '[::1]:4173'])
      it(`accepts ${host}`, async () => assert.equal((await fetchWithHost(server().url, host))[0], 401));

    for (const host of [
      'evil.example',
      'evil.example:4173',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '192.0.2.1',
    ])
      it(`rejects ${host}, and says why`, async () => {
        const [status, body] = await fetchWithHost(server().url, host);
        assert.equal(status, 421);
        assert.match(body, /"code":"forbidden".*ALLOWED_HOSTS/);
      });

    it('accepts the configured names, and no other', async () => {
      const allowedHosts = ['Admin.example', 'other.example:8443'];
      const listener = await listen(createApp({ database: server().database, allowedHosts }), 0);
      const statuses = [];
      for (const host of ['admin.example', 'admin.example:99', 'other.example:8443', 'other.example', 'localhost'])
        statuses.push((await fetchWithHost(listener.url, host))[0]);
      await listener.close();
      assert.deepEqual(statuses, [401, 401, 401, 421, 421]);
    });
  });

  const json = { 'Content-Type': 'application/json' };

  /** Sends a request as a manager with a key, unless `headers` override either. */
  function ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Response> {
    const usual = { Authorization: `Bearer ${server().manager.token}`, 'Idempotency-Key': crypto.randomUUID() };
    return fetch(`${server().url}/api${path}`, { method, headers: { ...usual, ...headers }, body });
  }
}
