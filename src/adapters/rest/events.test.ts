import { expect } from 'chai';
import { isAdapterError } from '../../adapter/adapter-error.ts';
import type { Change, Topic } from '../../adapter/adapter.ts';
import { withFastTimers, until } from '../../testing/kit.ts';
import { restAdapter, type RestOptions } from './index.ts';

interface Opening {
  readonly url: URL;
  readonly headers: Headers;
  readonly at: number;
  isCancelled(): boolean;
  send(text: string): void;
  end(): void;
  fail(): void;
}

/** Creates a server whose streams the test writes. `answer` replaces a stream with a response. */
function server(options: Partial<RestOptions> = {}) {
  const openings: Opening[] = [];
  const answers: (() => Response | Promise<Response>)[] = [];
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    let cancelled = false;
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (own) => void (controller = own),
      cancel: () => void (cancelled = true),
    });
    init.signal?.addEventListener('abort', () => {
      cancelled = true;
      controller.error(init.signal?.reason);
    });
    openings.push({
      url: new URL(url instanceof Request ? url.url : url),
      headers: new Headers(init.headers),
      at: performance.now(),
      isCancelled: () => cancelled,
      send: (text) => controller.enqueue(new TextEncoder().encode(text)),
      end: () => controller.close(),
      fail: () => controller.error(new TypeError('network error')),
    });
    return (
      answers.shift()?.() ?? new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } })
    );
  };
  const adapter = restAdapter({ baseUrl: 'https://shop.example/api/', getToken: () => 't1', fetch, ...options });
  const watch = (topics: readonly Topic[] = [notes]) => {
    const received: Change[] = [];
    const controller = new AbortController();
    let outcome: unknown = 'under way';
    void adapter
      .watch(topics, (change) => received.push(change), controller)
      .then(
        () => (outcome = 'ended'),
        (error: unknown) => (outcome = error),
      );
    watches.push(controller);
    return { received, stop: () => controller.abort(), outcome: () => outcome };
  };
  const opened = (count: number) => until(() => openings.length >= count && openings.at(-1), `opening ${count}`);
  return { openings, watch, opened, answer: (...next: typeof answers) => void answers.push(...next) };
}

const watches: AbortController[] = [];
const notes: Topic = { customerId: 'C/1 ü', port: 'notes' };
const credit: Topic = { customerId: 'C-2', port: 'credit' };
const line = (data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: change\ndata: ${JSON.stringify(data)}\n\n`;
const waitForSilence = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Moves the clock ahead by a number of milliseconds. */
function later(milliseconds: number): () => void {
  const { now } = Date;
  Date.now = () => now() + milliseconds;
  return () => void (Date.now = now);
}

afterEach(() => {
  for (const controller of watches.splice(0)) controller.abort();
});

describe('restAdapter: live changes', () => {
  it('are requested as the protocol says', async () => {
    const { watch, opened } = server();
    watch([notes, credit, { port: 'orders' }]);
    const { url, headers } = await opened(1);
    expect(url.pathname).to.equal('/api/changes');
    expect(url.searchParams.getAll('topic')).to.deep.equal(['C/1 ü/notes', 'C-2/credit', '/orders']);
    expect(Object.fromEntries(headers)).to.deep.equal({ accept: 'text/event-stream', authorization: 'Bearer t1' });
  });

  it('are returned as they arrive; invalid ones are ignored', async () => {
    const { watch, opened } = server();
    const { received } = watch();
    const { send } = await opened(1);
    send(
      ':\n\nevent: change\ndata: {"customerId"\n\n' +
        line({ customerId: 'C-1' }) +
        line([]) +
        'event: other\ndata: {}\n\n',
    );
    send('data: {"customerId":"C/1 ü","port":"notes"}\n\nevent: reset\n\n');
    send(line({ ...notes, id: 'n1', more: 'than agreed' }, '5'));
    send(line({ ...notes, idempotencyKey: 'k1' }, '6'));
    send(line({ port: 'orders' }, '7'));
    await until(() => received.length >= 3, 'a notification');
    expect(received).to.deep.equal([{ ...notes, id: 'n1' }, { ...notes, idempotencyKey: 'k1' }, { port: 'orders' }]);
  });

  it('resume after the last event when the connection is lost, and are returned once', async () => {
    const { watch, opened } = server();
    const { received } = watch();
    const first = await opened(1);
    first.send('retry: 100\n\n' + line(notes, '5'));
    await until(() => received.length, 'a notification');
    first.end();
    const second = await opened(2);
    expect(second.headers.get('Last-Event-ID')).to.equal('5');
    second.send('id: 9\n\n: no news\n\n');
    await waitForSilence();
    second.fail();
    const third = await opened(3);
    expect(third.headers.get('Last-Event-ID')).to.equal('9');
    third.send(line({ ...notes, id: 'n2' }, '10'));
    await until(() => received.length === 2, 'a notification');
    const restore = later(600_000);
    try {
      third.end();
      (await opened(4)).send(':\n\n');
      await waitForSilence();
      expect(received, 'the server knows the missed changes').to.have.length(2);
    } finally {
      restore();
    }
  });

  it('become one “everything” change if the server cannot know what was missed', async () => {
    const { watch, opened } = server();
    const { received } = watch([notes, credit]);
    (await opened(1)).send('event: reset\ndata: {}\n\n');
    await until(() => received.length, 'a notification');
    expect(received).to.deep.equal([notes, credit]);
  });

  it('become one “everything” change if a stream without ids was interrupted for too long', async () => {
    const { watch, opened, openings } = server();
    const { received } = watch([notes, credit]);
    const first = await opened(1);
    first.send('retry: 100\n\n');
    await waitForSilence();
    first.end();
    (await opened(2)).send(':\n\n');
    await waitForSilence();
    expect(received).to.deep.equal([]);
    const restore = later(6000);
    try {
      openings[1]!.end();
      await opened(3);
      await until(() => received.length, 'a notification');
      expect([received, openings[2]!.headers.has('Last-Event-ID')]).to.deep.equal([[notes, credit], false]);
    } finally {
      restore();
    }
  });

  it('become one “everything” change if the first stream took too long to open', async () => {
    const { watch, opened, answer } = server();
    let restore = () => {};
    answer(async () => {
      restore = later(6000);
      throw new TypeError('offline');
    });
    try {
      const { received } = watch();
      await opened(2);
      await until(() => received.length, 'a notification');
      expect(received).to.deep.equal([notes]);
    } finally {
      restore();
    }
  });

  it('resume with other topics from the last event', async () => {
    const { watch, opened } = server();
    const first = watch();
    (await opened(1)).send(line(notes, '5'));
    await until(() => first.received.length, 'a notification');
    watch([credit]);
    first.stop();
    expect((await opened(2)).headers.get('Last-Event-ID')).to.equal('5');
    const restore = later(6000);
    try {
      watch();
      expect((await opened(3)).headers.has('Last-Event-ID')).to.equal(false);
    } finally {
      restore();
    }
  });

  it('reconnect if the server is silent for too long', async () => {
    const { watch, opened, openings } = server();
    await withFastTimers(100, async () => {
      const { received } = watch();
      (await opened(1)).send('id: 3\n\n');
      for (let beats = 0; beats < 4; beats++) {
        await waitForSilence(20_000);
        openings[0]!.send(':\n\n');
      }
      expect(openings).to.have.length(1);
      expect((await opened(2)).headers.get('Last-Event-ID')).to.equal('3');
      expect([openings[0]!.isCancelled(), received]).to.deep.equal([true, []]);
    });
  });
});

describe('restAdapter: failures of live changes', () => {
  it('end the watch only if they are permanent', async () => {
    const html = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
    const none = () => new Response(null, { headers: { 'Content-Type': 'text/event-stream' } });
    const status = (code: number) => () => new Response('{}', { status: code });
    for (const [response, code] of [
      [status(403), 'forbidden'],
      [status(404), 'unsupported'],
      [status(405), 'unsupported'],
      [status(422), 'unsupported'],
      [status(501), 'unsupported'],
      [html, 'unsupported'],
      [none, 'unsupported'],
    ] as const) {
      const { watch, answer, openings } = server();
      answer(response);
      const { outcome } = watch();
      const error = await until(() => isAdapterError(outcome()) && (outcome() as { code: string }), code);
      expect([error.code, openings.length]).to.deep.equal([code, 1]);
    }
  });

  it('are retried otherwise, with growing delays', async () => {
    const { watch, answer, opened, openings } = server();
    const failing = (status: number) => () => new Response(null, { status });
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    answer(offline, failing(500), failing(503), failing(504), failing(408), failing(429), offline);
    await withFastTimers(100, async () => {
      const { outcome, received } = watch();
      (await opened(8)).send(line(notes));
      await until(() => received.length, 'a notification');
      expect(outcome()).to.equal('under way');
    });
    const waits = openings.slice(1).map(({ at }, index) => at - openings[index]!.at);
    // The delay starts at one second, doubles each time and is randomized. The test's clock is accelerated.
    for (const [index, wait] of waits.entries()) expect(wait).to.be.greaterThan(Math.min(5 * 2 ** index, 300) - 3);
  });

  it('are retried after the requested delay', async () => {
    const { watch, answer, opened, openings } = server();
    answer(() => new Response(null, { status: 429, headers: { 'Retry-After': '40' } }));
    await withFastTimers(100, async () => {
      watch();
      await opened(2);
      expect(openings[1]!.at - openings[0]!.at).to.be.greaterThan(390);
    });
  });

  it('of a stream that ends at once are retried with delays', async () => {
    const { watch, answer, openings } = server();
    const ended = () => new Response('retry: 0\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
    answer(...Array.from({ length: 50 }, () => ended));
    watch();
    await waitForSilence(1000);
    expect(openings.length).to.be.within(2, 6);
  });

  it('refresh the token, and end the watch if nobody is signed in', async () => {
    let token = 't1';
    const sessions: string[] = [];
    const { watch, answer, opened, openings } = server({
      getToken: ({ refresh }) => (refresh ? (token = token === 't1' ? 't2' : '') || null : token || null),
      onSessionExpired: () => sessions.push('expired'),
    });
    const refused = () => new Response(null, { status: 401 });
    answer(refused);
    const { outcome } = watch();
    const stream = await opened(2);
    expect(stream.headers.get('Authorization')).to.equal('Bearer t2');
    stream.send('retry: 100\n\n');
    await waitForSilence();
    answer(refused);
    stream.end();
    const error = await until(() => isAdapterError(outcome()) && (outcome() as { code: string }), 'rejected');
    expect([error.code, openings.length, sessions]).to.deep.equal(['unauthenticated', 3, ['expired']]);
  });

  it('end on abort: before, while opening, while running, while waiting', async () => {
    const aborted = server();
    const before = aborted.watch();
    before.stop();
    await until(() => before.outcome() === 'ended', 'ended before');
    expect(aborted.openings).to.have.length(0);

    const { watch, answer, opened, openings } = server();
    answer(() => new Promise<Response>((_, reject) => setTimeout(reject, 30)));
    const opening = watch();
    await opened(1);
    opening.stop();
    await until(() => opening.outcome() === 'ended', 'ended while it opened');

    const running = watch();
    const { send, isCancelled } = await opened(2);
    running.stop();
    await until(() => running.outcome() === 'ended', 'ended while it ran');
    expect(isCancelled()).to.equal(true);
    expect(() => send(line(notes))).to.throw();

    answer(() => new Response(null, { status: 503, headers: { 'Retry-After': '3600' } }));
    const waiting = watch();
    await opened(3);
    await waitForSilence();
    waiting.stop();
    await until(() => waiting.outcome() === 'ended', 'ended while it waited');
    expect([openings.length, running.received]).to.deep.equal([3, []]);
  });
});
