import { expect } from 'chai';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Adapter } from '../../adapter/adapter.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../memory/index.ts';
import { errorOf, statusOf } from './problem.ts';
import { serve } from './serve.ts';

const { ingrid } = knownCustomers;
const shop = createShop({ customers: 1 });
const setup = () => {
  const adapter: Adapter = memoryAdapter({ store: new MemoryStore(shop) });
  const send = (path: string, init: RequestInit = {}, by = adapter): Promise<Response> =>
    serve(new Request(new URL(`/api${path}`, location.href), init), by, '/api');
  return { adapter, send };
};
const customer = `/customers/${ingrid}`;
const body = JSON.stringify({ body: 'Called back' });
const keyed = { 'Idempotency-Key': 'k1' };
const problem = async (response: Response) => {
  expect(response.headers.get('Content-Type')).to.equal('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
};

describe('serve', () => {
  it('responds to a write with status, version and location', async () => {
    const { send } = setup();
    const created = await send(`${customer}/notes`, { method: 'POST', headers: keyed, body });
    const note = (await created.json()) as { id: string };
    expect(created.status).to.equal(201);
    expect(created.headers.get('ETag')).to.equal('"1"');
    expect(created.headers.get('Location')).to.equal(`/api${customer}/notes/${note.id}`);
    expect(created.headers.get('Cache-Control')).to.equal('no-store');
    const headers = { 'Idempotency-Key': 'k2', 'If-Match': '"1"' };
    const deleted = await send(`${customer}/notes/${note.id}`, { method: 'DELETE', headers });
    expect([deleted.status, await deleted.text()]).to.deep.equal([204, '']);
  });

  it('responds to a dry run as to a read', async () => {
    const { send } = setup();
    const adjustment = {
      accountId: 'cr-20817-gbp',
      amount: { value: '5.00', currency: 'GBP' },
      description: 'x',
      reason: 'goodwill',
    };
    const init = { method: 'POST', headers: keyed, body: JSON.stringify(adjustment) };
    expect((await send(`${customer}/credit/adjustments?dryRun=true`, init)).status).to.equal(200);
    expect((await send(`${customer}/credit/adjustments`, init)).status).to.equal(201);
  });

  const refused: readonly (readonly [string, number, string, string, RequestInit])[] = [
    ['an unknown path', 404, 'not-found', '/nothing', {}],
    ['a path that cannot be decoded', 404, 'not-found', '/customers/%E0%A4%A', {}],
    ['another method', 405, 'unsupported', customer, { method: 'DELETE' }],
    ['a write without a key', 400, 'validation', `${customer}/notes`, { method: 'POST', body }],
    ['a body that is not JSON', 400, 'validation', `${customer}/notes`, { method: 'POST', headers: keyed, body: '{' }],
    [
      'what is no note',
      422,
      'validation',
      `${customer}/notes`,
      { method: 'POST', headers: keyed, body: '{"body":" "}' },
    ],
    [
      'a change without a version',
      428,
      'validation',
      `${customer}/notes/n1`,
      { method: 'PATCH', headers: keyed, body },
    ],
    [
      'a dry run of an operation without one',
      501,
      'unsupported',
      `${customer}/notes?dryRun=true`,
      { method: 'POST', headers: keyed, body },
    ],
    ['a page of zero rows', 422, 'validation', `${customer}/orders?first=0`, {}],
    ['a day that does not exist', 422, 'validation', `${customer}/stats?from=2026-02-30`, {}],
  ];
  for (const [what, status, code, path, init] of refused)
    it(`rejects ${what}`, async () => {
      const response = await setup().send(path, init);
      expect(response.status).to.equal(status);
      expect(await problem(response)).to.include({ status, code });
    });

  it('returns the message of an AdapterError, and nothing of another error', async () => {
    const { send } = setup();
    const failing = (error: unknown): Adapter => ({ customers: { get: () => Promise.reject(error as Error) } });
    const limited = await send(customer, {}, failing(new AdapterError('rate-limited', { retryAfter: 9 })));
    expect([limited.status, limited.headers.get('Retry-After')]).to.deep.equal([429, '9']);
    const broken = await send(customer, {}, failing(new Error('Ingrid is in this message')));
    expect(await problem(broken)).to.deep.equal({ status: 500, code: 'internal' });
    expect((await send(customer, {}, failing(new AdapterError('offline')))).type).to.equal('error');
    expect((await send(`${customer}/notes`, {}, {})).status).to.equal(501);
  });

  it('maps every error code to a status and back', () => {
    const answer = (status: number) => new Response(null, { status });
    for (const [code, status] of Object.entries(statusOf)) {
      expect(errorOf(answer(status), { code }).code).to.equal(code);
      // No server reports `offline` or `malformed`; the client derives the code from the status.
      if (code !== 'offline' && code !== 'malformed') expect(errorOf(answer(status), undefined).code).to.equal(code);
    }
  });
});
