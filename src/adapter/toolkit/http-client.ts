import { AdapterError, isAdapterError } from '../adapter-error.ts';
import { httpError, networkError, writeError, type HttpAnswer } from './http-error.ts';
import { Session, type SessionOptions } from './session.ts';

export interface HttpClientOptions extends SessionOptions {
  /** The base URL of the API: `https://shop.example/api`, or `/api` on the page's own server. */
  readonly baseUrl: string;
  /** A replacement for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sets the header that carries the token. Default: `Authorization: Bearer …`. */
  readonly authorize?: ((headers: Headers, token: string) => void) | undefined;
  /** The timeout of a request in milliseconds. Default: 30,000. */
  readonly timeout?: number | undefined;
}

/** How an API rejects requests. */
export interface HttpRejections {
  /** Converts an unsuccessful response with its parsed JSON. Default: `httpError`. */
  errorOf?(response: HttpAnswer, body: unknown): AdapterError;
  /** Recognizes an unsuccessful response of the API itself, see `writeError`. Default: problem details (RFC 9457). */
  isOfServer?(response: Response): boolean | Promise<boolean>;
  /**
   * `false`: a write whose token is rejected is not sent again, because the API does not recognize a repeated write.
   * Default: it is sent once more with a new token.
   */
  readonly replayWrites?: boolean | undefined;
}

/** A request without credentials. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /**
   * `true`: the request changes data. Redirects are then not followed, and only responses of the server itself are
   * rejections.
   */
  readonly isWrite?: boolean;
}

/**
 * Sends requests with the operator's token and returns the JSON of their responses. Every failure is an `AdapterError`,
 * except that an abort rejects with its own reason. A rejected token is refreshed once, and the request sent again unless
 * the API does not allow it (`replayWrites`).
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #rejections: HttpRejections;
  readonly #session: Session;

  constructor(options: HttpClientOptions, rejections: HttpRejections = {}) {
    this.#options = options;
    this.#rejections = rejections;
    this.#session = new Session(options);
  }

  async send(request: HttpRequest): Promise<unknown> {
    const deadline = AbortSignal.timeout(this.#timeout);
    return this.#guarded(request.signal, deadline, async () => {
      const failures: Response[] = [];
      try {
        const response = await this.#request(request, deadline, failures);
        return this.#read(response, await response.text());
      } catch (thrown) {
        throw request.isWrite && isAdapterError(thrown)
          ? await writeError(thrown, failures, this.#rejections.isOfServer)
          : thrown;
      }
    });
  }

  /** Returns the response as soon as its headers arrive. The timeout ends at that point. */
  async open(request: HttpRequest): Promise<Response> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new DOMException('timeout', 'TimeoutError')), this.#timeout);
    try {
      return await this.#guarded(request.signal, deadline.signal, async () => {
        const response = await this.#request(request, deadline.signal);
        if (!response.ok) this.#read(response, await response.text());
        return response;
      });
    } finally {
      clearTimeout(timer);
    }
  }

  get #timeout(): number {
    return this.#options.timeout ?? 30_000;
  }

  /** Sends one request. Copies of unsuccessful responses to a write are added to `failures`. */
  async #request(request: HttpRequest, deadline: AbortSignal, failures: Response[] = []): Promise<Response> {
    const { method, path, query, headers = {}, body, signal, isWrite } = request;
    const { baseUrl, fetch = globalThis.fetch, authorize = bearer } = this.#options;
    const url = `${baseUrl.replace(/\/$/, '')}${path}${query?.size ? `?${String(query)}` : ''}`;
    const sent = new Headers({ Accept: 'application/json' });
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, value);
    if (body !== undefined) sent.set('Content-Type', 'application/json');
    const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const attempt = async (token: string): Promise<Response> => {
      authorize(sent, token);
      const response = await fetch.call(globalThis, url, {
        method,
        headers: sent,
        body: body === undefined ? null : JSON.stringify(body),
        signal: both,
        // The token identifies the operator, so cookies are not needed. Without cookies, requests cannot be forged.
        credentials: 'omit',
        // Personal data must not be cached on disk.
        cache: 'no-store',
        redirect: isWrite ? 'manual' : 'follow',
      });
      if (isWrite && !response.ok) failures.push(response.clone());
      return response;
    };
    const replay = !isWrite || (this.#rejections.replayWrites ?? true);
    return this.#session.send({ attempt, isRejected: ({ status }) => status === 401, replay, signal: both });
  }

  async #guarded<T>(signal: AbortSignal | undefined, deadline: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (thrown) {
      throw networkError(thrown, { signal, deadline });
    }
  }

  #read(response: Response, text: string): unknown {
    const body = parseJson(text);
    const { errorOf = httpError } = this.#rejections;
    if (!response.ok) throw errorOf(response, body);
    if (response.status === 204) return undefined;
    if (body === undefined) throw new AdapterError('malformed');
    return body;
  }
}

const bearer = (headers: Headers, token: string): void => headers.set('Authorization', `Bearer ${token}`);

/**
 * Returns the value of a JSON text, or `undefined` for any other text. Read the text of a response first: then a lost
 * connection rejects, and is not an answer that cannot be read.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
