import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, errorCodes, isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import { fieldErrorsOf } from '../../src/adapter/toolkit/field-errors.ts';
import {
  errorCodeOf,
  httpError,
  networkError,
  secondsUntil,
  writeError,
} from '../../src/adapter/toolkit/http-error.ts';

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe('errorCodeOf', () => {
  for (const [statuses, code] of [
    [[400, 402, 406, 411, 413, 414, 415, 416, 418, 421, 422, 423, 424, 426, 428, 431, 451, 499], 'validation'],
    [[401], 'unauthenticated'],
    [[403], 'forbidden'],
    [[404, 410], 'not-found'],
    [[409, 412], 'conflict'],
    [[405, 501], 'unsupported'],
    [[408, 504], 'timeout'],
    [[429], 'rate-limited'],
    [[500, 505, 507, 520, 599], 'internal'],
    [[502, 503], 'unavailable'],
    [[0, 200, 204, 301, 302, 304, NaN], 'malformed'],
  ] as const)
    it(`${statuses.join(', ')} is ${code}`, () => {
      for (const status of statuses) assert.equal(errorCodeOf(status), code);
    });
});

describe('httpError', () => {
  it('takes the code of the body, then that of the API, then that of the status', () => {
    const codes = { 409: 'unavailable' } as const;
    assert.equal(httpError(answer(409), {}).code, 'conflict');
    assert.equal(httpError(answer(409), {}, { codes }).code, 'unavailable');
    assert.equal(httpError(answer(409), { code: 'validation' }, { codes }).code, 'validation');
    for (const code of errorCodes) assert.equal(httpError(answer(418), { code }).code, code);
    assert.equal(httpError(answer(418), { code: 'constructor' }).code, 'validation');
  });

  it('reads the members of an error, and none of another type', () => {
    const said = { retryable: true, retryAfter: 3, field: 'a', current: { id: '1' }, correlationId: 'r', reason: 'no' };
    const { retryable, retryAfter, field, current, correlationId, reason } = httpError(answer(412), said);
    assert.deepEqual({ retryable, retryAfter, field, current, correlationId, reason }, said);
    const wrong = {
      retryable: 1,
      retryAfter: -1,
      field: 2,
      correlationId: {},
      reason: [],
      fieldErrors: 'x',
      errors: 7,
    };
    assert.deepEqual(Object.keys(httpError(answer(422), wrong)).sort(), ['code', 'name']);
  });

  it('shows nobody the other texts of a body', () => {
    const body = { type: 'about:blank', title: 'Ingrid', detail: 'Ingrid', message: 'Ingrid', instance: '/ingrid' };
    assert.doesNotMatch(JSON.stringify(Object.entries(httpError(answer(500), body))), /ngrid/);
  });

  for (const body of [undefined, null, '', '<h1>Error</h1>', 7, [], true])
    it(`takes any body: ${JSON.stringify(body) ?? 'none'}`, () =>
      assert.deepEqual(Object.keys(httpError(answer(403), body)).sort(), ['code', 'name']));

  it('takes Retry-After before the body, and the id of the request from its header', () => {
    const headers = { 'Retry-After': '12', 'X-Request-Id': 'r-1' };
    const { retryAfter, correlationId } = httpError(answer(429, headers), { retryAfter: 5 });
    assert.deepEqual([retryAfter, correlationId], [12, 'r-1']);
  });
});

describe('secondsUntil', () => {
  it('reads seconds and dates, the past as now', () => {
    assert.equal(secondsUntil('120'), 120);
    assert.equal(secondsUntil(' 0 '), 0);
    const later = secondsUntil(new Date(Date.now() + 60_000).toUTCString());
    assert.ok(later !== undefined && later >= 58 && later <= 60, String(later));
    assert.equal(secondsUntil(new Date(0).toUTCString()), 0);
  });

  for (const text of [null, '', 'soon', '-5', '1.5.5', 'NaN'])
    it(`reads nothing from ${JSON.stringify(text)}`, () => {
      const seconds = secondsUntil(text);
      assert.ok(seconds === undefined || seconds === 0, String(seconds));
    });
});

describe('fieldErrorsOf', () => {
  for (const [what, errors] of [
    ['texts by member', { 'address.city': 'is missing' }],
    ['lists of texts by member', { 'address.city': ['is missing', 'is short'] }],
    ['pointers of RFC 9457', [{ pointer: '#/address/city', detail: 'is missing' }]],
    ['pointers of JSON:API', [{ source: { pointer: '/data/attributes/address/city' }, detail: 'is missing' }]],
    ['paths as lists', [{ path: ['address', 'city'], message: 'is missing' }]],
    ['fields as lists', [{ field: ['address', 'city'], message: 'is missing' }]],
    [
      'names, the first error of each',
      [
        { param: 'address.city', msg: 'is missing' },
        { param: 'address.city', msg: 'is short' },
      ],
    ],
  ] as const)
    it(`reads ${what}`, () => assert.deepEqual(fieldErrorsOf(errors), { 'address.city': 'is missing' }));

  it('reads escaped pointers and positions', () => {
    const errors = [{ pointer: '#/lines/0/a~1b~0c', detail: 'x' }];
    assert.deepEqual(fieldErrorsOf(errors), { 'lines.0.a/b~c': 'x' });
    assert.deepEqual(fieldErrorsOf([{ loc: ['body', 2], msg: 'x' }]), { 'body.2': 'x' });
  });

  for (const errors of [undefined, null, 'x', 7, [], {}, [null], [7], [{}], [{ path: 'a' }], { a: 7 }, { a: [] }])
    it(`reads nothing from ${JSON.stringify(errors) ?? 'nothing'}`, () =>
      assert.equal(fieldErrorsOf(errors), undefined));

  it('has no member of Object itself', () => {
    const errors = fieldErrorsOf(JSON.parse('{ "__proto__": "x" }'));
    assert.deepEqual(Object.keys(errors ?? {}), ['__proto__']);
  });
});

describe('networkError', () => {
  const aborted = new AbortController();
  aborted.abort('the operator left');

  it('is the reason of an abort, whatever failed', () => {
    assert.equal(networkError(new TypeError('x'), { signal: aborted.signal }), 'the operator left');
  });

  it('is a timeout if the deadline was reached, or fetch says so', async () => {
    const deadline = AbortSignal.timeout(1);
    await new Promise((resolve) => deadline.addEventListener('abort', resolve));
    for (const error of [
      networkError(new TypeError('x'), { deadline }),
      networkError(deadline.reason, { signal: new AbortController().signal }),
    ])
      assert.ok(error instanceof AdapterError && error.code === 'timeout');
  });

  it('is offline otherwise, and an error of the contract as it is', () => {
    const cause = new TypeError('fetch failed');
    const error = networkError(cause);
    assert.ok(error instanceof AdapterError && error.code === 'offline' && error.cause === cause);
    const said = new AdapterError('forbidden');
    assert.equal(networkError(said, { signal: aborted.signal }), said);
  });
});

describe('writeError', () => {
  const json = (status: number, type = 'application/problem+json') =>
    new Response('{}', { status, headers: { 'Content-Type': type } });
  const html = (status: number) => new Response('<h1>', { status, headers: { 'Content-Type': 'text/html' } });
  const outcome = async (...answers: readonly Response[]) => {
    const error = await writeError(httpError(answers.at(-1)!, {}), answers);
    return [error.code, isOutcomeUnknown(error)];
  };

  it('is a rejection if the server itself answered', async () => {
    for (const type of ['application/problem+json', 'Application/Problem+JSON; charset=utf-8'])
      assert.deepEqual(await outcome(json(422, type)), ['validation', false]);
    assert.deepEqual(await outcome(json(403)), ['forbidden', false]);
    assert.deepEqual(await outcome(json(500)), ['internal', true]);
  });

  it('leaves the outcome unknown if something else answered, and claims nothing', async () => {
    for (const status of [400, 403, 404, 409, 422]) assert.deepEqual(await outcome(html(status)), ['malformed', true]);
    for (const [status, code] of [
      [401, 'unauthenticated'],
      [429, 'rate-limited'],
      [503, 'unavailable'],
    ] as const)
      assert.deepEqual(await outcome(html(status)), [code, true]);
    assert.deepEqual(await outcome(new Response(null, { status: 403 })), ['malformed', true]);
    // A gateway can answer in JSON too.
    for (const type of ['application/json', 'application/vnd.gateway+json', 'text/problem+json'])
      assert.deepEqual(await outcome(json(403, type)), ['malformed', true]);
  });

  it('knows of an earlier attempt only what the server says after it has looked at the key', async () => {
    assert.deepEqual(await outcome(html(401), json(429)), ['rate-limited', true]);
    assert.deepEqual(await outcome(html(401), json(422)), ['validation', false]);
    assert.deepEqual(await outcome(json(401), json(403)), ['forbidden', false]);
  });

  it('asks the adapter who answered', async () => {
    const error = new AdapterError('forbidden');
    const isOfServer = ({ status }: Response) => status === 418;
    assert.equal(isOutcomeUnknown(await writeError(error, [html(418)], isOfServer)), false);
    assert.equal(isOutcomeUnknown(await writeError(error, [json(403)], isOfServer)), true);
    assert.equal(await writeError(error, []), error);
  });
});
