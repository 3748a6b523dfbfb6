/** A parsed response. `body` is `undefined` if it is empty; the test states its type. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface SendOptions {
  readonly body?: unknown;
  /** The `Idempotency-Key`. Default: a new one. `null`: none. */
  readonly key?: string | null;
  /** The version for `If-Match`. */
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The expected members of a page. */
export interface Listed<Item, Totals = unknown> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number;
  readonly totals: Totals;
}

/** The expected members of an error response. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly reason?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly current?: unknown;
}

/** An HTTP client of a server, signed in or anonymous. */
export class Client {
  readonly base: string;
  readonly token: string | undefined;

  constructor(base: string, token?: string) {
    this.base = base;
    this.token = token;
  }

  get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.#fetch<Body>('GET', path, { headers });
  }

  send<Body>(method: 'POST' | 'PATCH' | 'DELETE', path: string, options: SendOptions = {}): Promise<Answer<Body>> {
    const { body, key = crypto.randomUUID(), version } = options;
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== null && { 'Idempotency-Key': key }),
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
      ...options.headers,
    };
    return this.#fetch<Body>(method, path, { headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  }

  /** Fetches all pages of a list by their cursors. */
  async all<Item>(path: string, first: number): Promise<Item[]> {
    const items: Item[] = [];
    const url = (after: string | null): string =>
      `${path}${path.includes('?') ? '&' : '?'}first=${first}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
    let after: string | null = null;
    do {
      const { body }: Answer<Listed<Item>> = await this.get<Listed<Item>>(url(after));
      items.push(...body.items);
      after = body.next;
      if (items.length > 10_000) throw new Error(`${path} does not end`);
    } while (after !== null);
    return items;
  }

  /** Returns a client of the same server with a session. */
  withToken(token: string | undefined): Client {
    return new Client(this.base, token);
  }

  async signIn(login: string, password: string): Promise<Client> {
    const { status, body } = await this.send<{ token: string }>('POST', '/session', { body: { login, password } });
    if (status !== 201) throw new Error(`${login} could not sign in: ${status}`);
    return new Client(this.base, body.token);
  }

  async #fetch<Body>(method: string, path: string, request: Request): Promise<Answer<Body>> {
    const headers = { ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }), ...request.headers };
    const response = await fetch(this.base + path, { method, headers, body: request.body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as Body };
  }
}

interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
