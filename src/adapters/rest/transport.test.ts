import { expect } from 'chai';
import { isAdapterError, type AdapterError, type AdapterErrorCode } from '../../adapter/adapter-error.ts';
import { restAdapter, type RestOptions } from './index.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** Creates a server that returns the given responses in order, and records requests. */
function server(...answers: readonly (() => Response | Promise<Response>)[]) {
  const sent: Sent[] = [];
  const queue = [...answers];
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    sent.push({ url: url instanceof Request ? url.url : url.toString(), init, headers: new Headers(init.headers) });
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    return answer!();
  };
  return { fetch, sent };
}

const json =
  (body: unknown, status = 200, headers: HeadersInit = {}) =>
  () =>
    Response.json(body, { status, headers });
const text =
  (body: string, status = 200) =>
  () =>
    new Response(body, { status });
const adapter = (fetch: typeof globalThis.fetch, more: Partial<RestOptions> = {}) =>
  restAdapter({ baseUrl: 'https://shop.example/api', getToken: () => 't1', fetch, ...more });
const read = { signal: new AbortController().signal };
const write = { idempotencyKey: 'k1' };
const customer = { id: 'C-1' };

const rejection = (call: Promise<unknown>): Promise<AdapterError> =>
  call.then(
    () => expect.fail('should have been refused'),
    (thrown: unknown) => (isAdapterError(thrown) ? thrown : expect.fail(String(thrown))),
  );

describe('restAdapter: requests', () => {
  it('follow the protocol', async () => {
    const { fetch, sent } = server(json({ items: [], next: null }));
    const { orders } = adapter(fetch);
    const page = {
      first: 10,
      after: 'a&b',
      sort: { field: 'total', direction: 'descending' },
      filter: { kind: 'return' },
      range: { from: '2026-01-01' },
      text: 'größe 5+',
    } as const;
    await orders.list('C/1 ü', page, { ...read, locale: 'de', timeZone: 'Europe/Berlin' });
    const url = new URL(sent[0]!.url);
    expect(url.pathname).to.equal('/api/customers/C%2F1%20%C3%BC/orders');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      first: '10',
      after: 'a&b',
      sort: '-total',
      'filter[kind]': 'return',
      from: '2026-01-01',
      timeZone: 'Europe/Berlin',
    });
    const { init, headers } = sent[0]!;
    expect(init).to.include({ method: 'GET', credentials: 'omit', cache: 'no-store' });
    expect(Object.fromEntries(headers)).to.deep.equal({
      accept: 'application/json',
      'accept-language': 'de',
      authorization: 'Bearer t1',
      'search-text': 'gr%C3%B6%C3%9Fe%205%2B',
    });
  });

  it('write with a key, a version and a reason in any script', async () => {
    const { fetch, sent } = server(json({}));
    const { notes } = adapter(fetch, { baseUrl: '/api/' });
    await notes.update('C-1', 'n1', { body: 'New' }, { ...write, ifVersion: 'v"1"', reason: 'Wünsche' });
    const { url, init, headers } = sent[0]!;
    expect([url, init.method, init.body]).to.deep.equal(['/api/customers/C-1/notes/n1', 'PATCH', '{"body":"New"}']);
    expect(headers.get('Idempotency-Key')).to.equal('k1');
    expect(headers.get('If-Match')).to.equal('"v%221%22"');
    expect(headers.get('Change-Reason')).to.equal('W%C3%BCnsche');
    expect(headers.get('Content-Type')).to.equal('application/json');
  });

  it('send no body if there is nothing to write', async () => {
    const { fetch, sent } = server(json({}));
    const adjustment = { accountId: 'a', amount: { value: '1', currency: 'GBP' }, description: 'x' };
    await adapter(fetch).credit.adjust('C-1', adjustment, { ...write, dryRun: true });
    expect(sent[0]!.url).to.equal('https://shop.example/api/customers/C-1/credit/adjustments?dryRun=true');
  });

  it('are not sent for an id that would change the path', async () => {
    const { fetch, sent } = server(json(customer));
    for (const id of ['', '.', '..'])
      expect((await rejection(adapter(fetch).customers.get(id, read))).code).to.equal('not-found');
    expect(sent).to.have.length(0);
  });
});

describe('restAdapter: errors', () => {
  const statuses: readonly (readonly [number, AdapterErrorCode])[] = [
    [400, 'validation'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'unsupported'],
    [408, 'timeout'],
    [409, 'unavailable'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'validation'],
    [422, 'validation'],
    [428, 'validation'],
    [429, 'rate-limited'],
    [500, 'internal'],
    [501, 'unsupported'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
    [599, 'internal'],
  ];
  for (const [status, code] of statuses)
    it(`map ${status} to ${code}, whatever the body`, async () => {
      for (const answer of [
        text('<h1>Error</h1>', status),
        json(null, status),
        json({ code: 'oops', fieldErrors: 7 }, status),
      ])
        expect((await rejection(adapter(server(answer).fetch).customers.get('C-1', read))).code).to.equal(code);
    });

  it('prefer the code in the problem details to the status', async () => {
    const problem = {
      code: 'rate-limited',
      retryable: false,
      fieldErrors: { amount: 'exceeds the balance', other: 3 },
      current: { id: 'n1' },
      correlationId: 'c-1',
      reason: 'Managers may.',
      retryAfter: 12,
    };
    const error = await rejection(adapter(server(json(problem, 400)).fetch).customers.get('C-1', read));
    expect(error).to.deep.include({ ...problem, fieldErrors: { amount: 'exceeds the balance' } });
  });

  it('read Retry-After in seconds or as a date', async () => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    for (const [value, least, most] of [
      ['7', 7, 7],
      [date, 85, 90],
      ['Thu, 01 Jan 1970 00:00:00 GMT', 0, 0],
    ] as const) {
      const { fetch } = server(json({}, 429, { 'Retry-After': value }));
      expect((await rejection(adapter(fetch).customers.get('C-1', read))).retryAfter).to.be.within(least, most);
    }
    const { fetch } = server(json({}, 429, { 'Retry-After': 'soon' }));
    expect(await rejection(adapter(fetch).customers.get('C-1', read))).to.not.have.property('retryAfter');
  });

  it('are `malformed` if an answer is not JSON, and `offline` if there is none', async () => {
    for (const answer of [text('<!doctype html>'), text(''), text('{"id":')])
      expect((await rejection(adapter(server(answer).fetch).customers.get('C-1', read))).code).to.equal('malformed');
    const offline = server(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await rejection(adapter(offline.fetch).customers.get('C-1', read))).code).to.equal('offline');
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
    expect(
      (await rejection(adapter(server(() => new Response(broken)).fetch).customers.get('C-1', read))).code,
    ).to.equal('offline');
  });

  it('do not arise from 204 No Content', async () => {
    const { fetch } = server(() => new Response(null, { status: 204 }));
    expect(await adapter(fetch).notes.delete('C-1', 'n1', { ...write, ifVersion: '1' })).to.equal(undefined);
  });

  it('are a timeout if the server does not answer, also in the middle of a body', async () => {
    const never: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    expect((await rejection(adapter(never, { timeout: 5 }).customers.get('C-1', read))).code).to.equal('timeout');
    const stalled: typeof globalThis.fetch = async (_, init) => {
      const body = new ReadableStream({
        start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason)),
      });
      return new Response(body);
    };
    expect((await rejection(adapter(stalled, { timeout: 5 }).customers.get('C-1', read))).code).to.equal('timeout');
  });

  it('are the abort reason if the call is aborted before it begins, and nothing is sent', async () => {
    const { fetch, sent } = server(json(customer));
    const reason = new DOMException('gone', 'AbortError');
    const call = adapter(fetch).customers.get('C-1', { signal: AbortSignal.abort(reason) });
    expect(await call.then(undefined, (error: unknown) => error)).to.equal(reason);
    expect(sent).to.have.length(0);
  });

  it('pass an abort through', async () => {
    const controller = new AbortController();
    const never: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    const call = adapter(never).customers.get('C-1', { signal: controller.signal });
    const reason = new DOMException('gone', 'AbortError');
    const thrown = call.then(undefined, (error: unknown) => error);
    await Promise.resolve();
    controller.abort(reason);
    expect(await thrown).to.equal(reason);
  });
});

describe('restAdapter: session', () => {
  /** Creates a host that refreshes its token on request, and a server that accepts only the newest one. */
  function host({ renewals = 1 } = {}) {
    let token = 1;
    const log: string[] = [];
    const options: Partial<RestOptions> = {
      async getToken({ refresh }) {
        await Promise.resolve();
        if (!refresh) return `t${token}`;
        log.push('refresh');
        if (renewals-- <= 0) return null;
        token += 1;
        return `t${token}`;
      },
      onSessionExpired: () => log.push('expired'),
    };
    return { options, log, signIn: () => void ((renewals = 1), (token += 1)) };
  }
  const taking = (accepted: (token: string) => boolean) => {
    const sent: Headers[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const headers = new Headers(init?.headers);
      sent.push(headers);
      return accepted(headers.get('Authorization') ?? '')
        ? Response.json(customer)
        : new Response(null, { status: 401 });
    };
    return { fetch, sent };
  };

  it('is refreshed once for all calls that find it expired, and each call is repeated unchanged', async () => {
    const { options, log } = host();
    const { fetch, sent } = taking((token) => token === 'Bearer t2');
    const { customers, notes } = adapter(fetch, options);
    await Promise.all([
      customers.get('C-1', read),
      customers.get('C-2', read),
      notes.create('C-1', { body: 'x' }, write),
    ]);
    expect(log).to.deep.equal(['refresh']);
    expect(sent.filter((headers) => headers.get('Idempotency-Key') === 'k1')).to.have.length(2);
    expect(sent).to.have.length(6);
  });

  it('is not refreshed again for a late answer to the old token', async () => {
    const { options, log } = host();
    let late = (): void => undefined;
    const held = new Promise<void>((resolve) => (late = resolve));
    const { fetch } = taking((token) => token === 'Bearer t2');
    let calls = 0;
    const slow: typeof globalThis.fetch = async (...args) => {
      const hold = calls++ === 0;
      const response = await fetch(...args);
      if (hold) await held;
      return response;
    };
    const { customers } = adapter(slow, options);
    const first = customers.get('C-1', read);
    await customers.get('C-2', read);
    late();
    await first;
    expect(log).to.deep.equal(['refresh']);
  });

  it('expires if the refresh fails, and the host is notified once', async () => {
    const { options, log, signIn } = host({ renewals: 0 });
    let valid = '';
    const { fetch } = taking((token) => token === valid);
    const { customers } = adapter(fetch, options);
    const both = await Promise.all(['C-1', 'C-2'].map((id) => rejection(customers.get(id, read))));
    expect(both.map(({ code }) => code)).to.deep.equal(['unauthenticated', 'unauthenticated']);
    expect(log.filter((line) => line === 'expired')).to.have.length(1);

    signIn();
    valid = 'Bearer t2';
    await customers.get('C-1', read);
    valid = '';
    await rejection(customers.get('C-1', read));
    expect(log.filter((line) => line === 'expired')).to.have.length(2);
  });

  it('expires if the refreshed token is rejected too, without a third attempt', async () => {
    const { options, log } = host();
    const { fetch, sent } = taking(() => false);
    expect((await rejection(adapter(fetch, options).customers.get('C-1', read))).code).to.equal('unauthenticated');
    expect([sent.length, log]).to.deep.equal([2, ['refresh', 'expired']]);
  });

  it('is required: nothing is sent if nobody is signed in', async () => {
    const { fetch, sent } = taking(() => true);
    const error = await rejection(adapter(fetch, { getToken: () => null }).customers.get('C-1', read));
    expect([error.code, sent.length]).to.deep.equal(['unauthenticated', 0]);
  });
});
