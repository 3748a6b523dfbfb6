import { expect } from 'chai';
import {
  errorCodes,
  isAdapterError,
  isOutcomeUnknown,
  type AdapterError,
  type AdapterErrorCode,
} from '../../adapter/adapter-error.ts';
import { restAdapter } from './index.ts';
import { problemOf, problemType } from './problem.ts';

type Answer = () => Response;

/** Creates a server that returns the given responses in order and repeats the last one. */
const server = (...answers: readonly Answer[]) => {
  const queue = [...answers];
  const sent: RequestInit[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init = {}) => {
    sent.push(init);
    return (queue.length > 1 ? queue.shift()! : queue[0]!)();
  };
  return { fetch, sent };
};

const html =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  () =>
    new Response('<h1>Gateway</h1>', { status, headers: { 'Content-Type': 'text/html', ...headers } });
const json =
  (body: unknown, status: number, type = 'application/json'): Answer =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
const problem = (code: AdapterErrorCode): Answer => json(problemOf({ code }), problemOf({ code }).status, problemType);

const adjustment = { accountId: 'a', amount: { value: '25.00', currency: 'GBP' }, description: 'Goodwill' };

/** Returns the outcome of an adjustment with the given responses. The host refreshes the token `renewals` times. */
async function outcome(
  answers: readonly Answer[],
  { renewals = 1, dryRun = false }: { readonly renewals?: number; readonly dryRun?: boolean } = {},
): Promise<{ readonly error: AdapterError; readonly sent: readonly RequestInit[] }> {
  const { fetch, sent } = server(...answers);
  let token = 1;
  const getToken = ({ refresh }: { readonly refresh: boolean }): string | null =>
    refresh && token > renewals ? null : `t${refresh ? ++token : token}`;
  const { credit } = restAdapter({ baseUrl: 'https://shop.example/api', getToken, fetch });
  const thrown: unknown = await credit.adjust('C-1', adjustment, { idempotencyKey: 'k1', dryRun }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isAdapterError(thrown)) throw new Error('should have been refused');
  return { error: thrown, sent };
}

describe('restAdapter: answers to a write', () => {
  const unknown: ReadonlySet<AdapterErrorCode> = new Set([
    'offline',
    'timeout',
    'unavailable',
    'internal',
    'malformed',
  ]);
  for (const code of errorCodes.filter((one) => one !== 'offline'))
    it(`${code} in problem details is the server’s error`, async () => {
      const { error } = await outcome([problem(code)]);
      expect([error.code, isOutcomeUnknown(error)]).to.deep.equal([code, unknown.has(code)]);
    });

  for (const status of [400, 401, 402, 403, 404, 405, 407, 409, 410, 412, 413, 421, 422, 423, 428, 429, 431, 451])
    it(`${status} from anything but the server leaves the outcome unknown`, async () => {
      for (const answer of [
        html(status),
        json({ code: 'validation' }, status),
        json({ code: 'forbidden' }, status, 'text/plain'),
        json({ title: 'Too many' }, status, problemType),
        json({ code: 'WAF-17' }, status, problemType),
        json(null, status, problemType),
        () => new Response('{', { status, headers: { 'Content-Type': problemType } }),
        () => new Response(null, { status }),
      ]) {
        const { error } = await outcome([answer]);
        expect(isOutcomeUnknown(error), `${status} as ${error.code}`).to.equal(true);
        // These codes would claim knowledge that only the server has.
        expect(error.code).to.not.be.oneOf(['validation', 'conflict', 'forbidden', 'not-found', 'unsupported']);
      }
    });

  for (const status of [500, 501, 502, 503, 504, 520, 599])
    it(`${status} in HTML leaves the outcome unknown`, async () => {
      expect(isOutcomeUnknown((await outcome([html(status)])).error)).to.equal(true);
    });

  it('a redirect is not followed, and leaves the outcome unknown', async () => {
    for (const answer of [html(302, { Location: '/sign-in' }), html(307), () => Response.error()]) {
      const { error, sent } = await outcome([answer]);
      expect([sent[0]!.redirect, sent.length, isOutcomeUnknown(error)]).to.deep.equal(['manual', 1, true]);
    }
  });

  it('returns the delay of a rate limit of the server or of a gateway', async () => {
    const { error } = await outcome([html(429, { 'Retry-After': '12' })]);
    expect([error.code, error.retryAfter]).to.deep.equal(['rate-limited', 12]);
  });

  it('accepts problem details in any letter case and with parameters', async () => {
    const { error } = await outcome([json({ code: 'validation' }, 422, 'Application/Problem+JSON; charset=utf-8')]);
    expect([error.code, isOutcomeUnknown(error)]).to.deep.equal(['validation', false]);
  });

  it('a 401 from anything but the server leaves the outcome unknown until the server has checked the key', async () => {
    const cases: readonly (readonly [readonly Answer[], number, AdapterErrorCode, boolean])[] = [
      [[html(401)], 1, 'unauthenticated', true],
      [[html(401)], 0, 'unauthenticated', true],
      [[html(401), problem('unauthenticated')], 1, 'unauthenticated', true],
      [[html(401), problem('rate-limited')], 1, 'rate-limited', true],
      [[html(401), problem('validation')], 1, 'validation', false],
      [[problem('unauthenticated')], 0, 'unauthenticated', false],
      [[problem('unauthenticated'), problem('forbidden')], 1, 'forbidden', false],
    ];
    for (const [answers, renewals, code, isUnknown] of cases) {
      const { error } = await outcome(answers, { renewals });
      expect([error.code, isOutcomeUnknown(error)]).to.deep.equal([code, isUnknown]);
    }
  });

  it('a dry run is answered as a read, and writes nothing', async () => {
    const { error } = await outcome([html(403)], { dryRun: true });
    expect([error.code, isOutcomeUnknown(error)]).to.deep.equal(['forbidden', false]);
  });
});
