import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Refused } from './client.ts';
import { allowedOrigin, type TestServer } from './test-server.ts';

/** What holds for every request, whatever it asks for. */
export function testHttp(server: () => TestServer): void {
  const notes = '/customers/C-20817/notes';

  describe('refusals', () => {
    const refusals: Readonly<
      Record<string, readonly [status: number, code: string, request: () => Promise<Response>]>
    > = {
      'an unknown route': [404, 'not-found', () => ask('GET', '/nothing/here')],
      'an unknown page': [404, 'not-found', () => fetch(`${server().url}/nothing`)],
      'no token': [401, 'unauthenticated', () => ask('GET', notes, { Authorization: '' })],
      'a token of nobody': [401, 'unauthenticated', () => ask('GET', notes, { Authorization: 'Bearer abc' })],
      'an unknown customer': [404, 'not-found', () => ask('GET', '/customers/C-0/notes')],
      'an unknown order': [404, 'not-found', () => ask('GET', '/customers/C-20817/orders/o-0')],
      'another method': [405, 'unsupported', () => ask('DELETE', '/customers/C-20817')],
      'a body that is not JSON': [400, 'validation', () => ask('POST', notes, json, '{"body":')],
      'another type of content': [415, 'validation', () => ask('POST', notes, { 'Content-Type': 'text/plain' }, '{}')],
      'a body without what is needed': [422, 'validation', () => ask('POST', notes, json, '{}')],
      'a body of another kind': [422, 'validation', () => ask('POST', notes, json, '[1]')],
      'a body that is too large': [
        413,
        'validation',
        () => ask('POST', notes, json, `{"body":"${'x'.repeat(200_000)}"}`),
      ],
      'text that no database can hold': [
        422,
        'validation',
        () => ask('POST', notes, json, String.raw`{"body":"a\u0000b"}`),
      ],
      'a page of no rows': [422, 'validation', () => ask('GET', `${notes}?first=0`)],
      'a page of half a row': [422, 'validation', () => ask('GET', `${notes}?first=1.5`)],
      'a parameter that there is not': [422, 'validation', () => ask('GET', `${notes}?page=2`)],
      'a sort that there is not': [422, 'validation', () => ask('GET', '/customers/C-20817/cross-sell?sort=luck')],
      'a day that there is not': [422, 'validation', () => ask('GET', '/customers/C-20817/stats?from=2026-02-30')],
      'a zone that there is not': [422, 'validation', () => ask('GET', '/customers/C-20817/stats?timeZone=Moon/Sea')],
      'a damaged cursor': [422, 'validation', () => ask('GET', `${notes}?after=AAAA`)],
      'a parameter of a record': [422, 'validation', () => ask('GET', '/customers/C-20817?first=1')],
      'a dry run of what has none': [
        422,
        'validation',
        () => ask('POST', `${notes}?dryRun=true`, json, '{"body":"a"}'),
      ],
    };
    for (const [name, [status, code, request]] of Object.entries(refusals)) {
      it(`${name}: ${status} as problem details`, async () => {
        const response = await request();
        assert.equal(response.status, status);
        assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
        const problem = (await response.json()) as Refused;
        assert.equal(problem.status, status);
        assert.equal(problem.code, code);
        assert.match(problem.correlationId, /^[\w-]{36}$/);
        assert.doesNotMatch(JSON.stringify(problem), /\.ts|node_modules|Error:|select /);
      });
    }

    it('a fault of ours: 500, logged under the id that the answer names, and nothing more said', async (context) => {
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
    it('one that is named may ask, and read what it needs', async () => {
      const response = await ask('GET', notes, { Origin: allowedOrigin });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), allowedOrigin);
      assert.equal(response.headers.get('Access-Control-Expose-Headers'), 'ETag,Retry-After,Location');
      assert.equal(response.headers.get('Vary'), 'Origin');
      assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
      assert.equal(response.headers.get('Set-Cookie'), null);
    });

    it('one that is named is told so of a refusal too', async () => {
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
      it(`${origin} may not`, async () => {
        const response = await ask('GET', notes, { Origin: origin });
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
      });
    }

    it('a preflight is answered without a token', async () => {
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

  const json = { 'Content-Type': 'application/json' };

  /** As a manager, with a key, unless the headers say otherwise. */
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
