// The reference server behind a gateway that simulates network and gateway faults for adjustments.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hono } from 'hono';
import { problemOf, problemType } from '../../src/adapters/rest/problem.ts';

/** The faults of an adjustment request. */
export const faults = {
  /** The request is executed normally. */
  none: 'none',
  /** The answer is so slow that the operator may do something else meanwhile. */
  slow: 'slow',
  /** The request waits until it is released. */
  held: 'held',
  /**
   * The request is executed, and the connection is closed. A browser that has used the connection before repeats the
   * request by itself.
   */
  lost: 'lost',
  /** The request is executed, and the answer is truncated. */
  torn: 'torn',
  /** The connection is closed before the server receives the request. */
  gone: 'gone',
  /** The request is executed, and the gateway times out. */
  late: 'late',
  /** The gateway rejects the request with its own error, and does not forward it. */
  limited: 'limited',
  forbidden: 'forbidden',
  signedOut: 'signedOut',
  tooLarge: 'tooLarge',
  down: 'down',
  redirected: 'redirected',
  /** The server limits the rate, but repeats the answer of a request that it has already executed. */
  ownLimit: 'ownLimit',
} as const;
export type Fault = keyof typeof faults;

const page = '<!doctype html><title>Gateway</title><h1>Something is in the way</h1>';
const answers: Partial<Record<Fault, readonly [status: number, headers?: Record<string, string>]>> = {
  late: [504],
  limited: [429, { 'Retry-After': '1' }],
  forbidden: [403],
  signedOut: [401],
  tooLarge: [413],
  down: [503],
  redirected: [302, { Location: '/' }],
};

export class Gateway {
  readonly #app: Hono;
  readonly #files: ReadonlyMap<string, readonly [type: string, body: string]>;
  readonly #server: Server;
  /** The keys that the server has answered with success. */
  readonly #carriedOut = new Set<string>();
  #underWay = 0;
  #gate: Promise<void> = Promise.resolve();
  /** The faults of the next adjustments, in order. Later ones are executed normally. */
  queue: Fault[] = [];
  /** The number of adjustments received, including those that browsers repeat by themselves. */
  adjustments = 0;

  constructor(app: Hono, files: ReadonlyMap<string, readonly [type: string, body: string]>) {
    this.#app = app;
    this.#files = files;
    this.#server = createServer((request, response) => {
      void this.#serve(request, response).catch((thrown: unknown) => response.destroy(thrown as Error));
    });
    this.#server.keepAliveTimeout = 75_000;
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Holds requests with the fault `held` until the returned function is called. */
  hold(): () => void {
    let release = (): void => {};
    this.#gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  /** Waits until no request to the server is pending. */
  async idle(): Promise<void> {
    while (this.#underWay > 0) await pause(2);
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = incoming;
    const file = this.#files.get(url);
    if (file) return void response.writeHead(200, { 'Content-Type': file[0] }).end(file[1]);
    if (!url.startsWith('/api/')) return void response.writeHead(404).end();
    if (method !== 'POST' || !url.endsWith('/credit/adjustments'))
      return answer(response, await this.#pass(incoming, await bodyOf(incoming)));
    this.adjustments++;
    this.#underWay++;
    try {
      await this.#adjust(incoming, response, this.queue.shift() ?? 'none');
    } finally {
      this.#underWay--;
    }
  }

  async #adjust(incoming: IncomingMessage, response: ServerResponse, fault: Fault): Promise<void> {
    const { socket } = incoming;
    const body = await bodyOf(incoming);
    const key = String(incoming.headers['idempotency-key']);
    if (fault === 'gone') return die(socket);
    if (fault === 'slow') await pause(150);
    if (fault === 'held') await this.#gate;
    if (fault === 'ownLimit' && !this.#carriedOut.has(key)) {
      const problem = problemOf({ code: 'rate-limited', retryAfter: 1 });
      return void response.writeHead(429, { 'Content-Type': problemType }).end(JSON.stringify(problem));
    }
    const passed = ['none', 'slow', 'held', 'lost', 'torn', 'late', 'ownLimit'].includes(fault)
      ? await this.#pass(incoming, body)
      : undefined;
    if (passed?.ok) this.#carriedOut.add(key);
    if (fault === 'lost') return die(socket);
    if (fault === 'torn') {
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '4096' });
      response.write('{"customerId":');
      await pause(5);
      return die(socket);
    }
    const [status, headers] = answers[fault] ?? [];
    if (status) return void response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(page);
    if (passed) return answer(response, passed);
  }

  async #pass({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Promise<Response> {
    const sent = new Headers();
    for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') sent.set(name, value);
    return this.#app.fetch(
      new Request(`http://127.0.0.1${url}`, { method, headers: sent, body: body.length ? new Uint8Array(body) : null }),
    );
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function answer(response: ServerResponse, { status, headers, body }: Response): Promise<void> {
  response.writeHead(status, Object.fromEntries(headers));
  if (body) Readable.fromWeb(body as never).pipe(response);
  else response.end();
}

const die = (socket: Socket): void => void socket.resetAndDestroy();
