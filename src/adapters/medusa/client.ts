import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import {
  checked,
  HttpClient,
  httpError,
  networkError,
  path,
  pathSegment,
  type HttpRejections,
  type SessionOptions,
  type StandardSchema,
} from '../../adapter/toolkit/index.ts';
import { parseJson } from '../../adapter/toolkit/http-client.ts';

/** The connection to the Admin API of a Medusa server. */
export interface ClientOptions extends SessionOptions {
  /** The URL of the server: `https://shop.example`. The adapter adds `/admin/…`. */
  readonly url: string;
  /** A replacement for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The timeout of a request in milliseconds. Default: 30,000. */
  readonly timeout?: number | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;
type Signal = Pick<ReadOptions | WriteOptions, 'signal'>;

/** Medusa's words for the errors of its API. */
const types: readonly unknown[] = [
  'invalid_data',
  'not_found',
  'not_allowed',
  'duplicate_error',
  'unauthorized',
  'forbidden',
  'conflict',
  'payment_authorization_error',
  'payment_requires_more_error',
  'insufficient_inventory',
  'cart_incompatible_with_promotion',
];

/** An answer of Medusa itself names the type of its error. Only a missing or rejected token has no type. */
async function isOfMedusa(answer: Response): Promise<boolean> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return false;
  if ('type' in body) return types.includes(body.type);
  return answer.status === 401 && 'message' in body && body.message === 'Unauthorized';
}

/** The cause of an error that says that another record has the same values. */
const duplicate = 'duplicate_error';

/** Says whether Medusa rejected a value because another record has it. Constraints of its database have no type of their own. */
const saysDuplicate = (body: unknown): boolean =>
  memberOf(body, 'type') === duplicate ||
  (memberOf(body, 'type') === 'invalid_data' && String(memberOf(body, 'message')).endsWith('already exists.'));

/** Returns `true` for an error that says that another record has the same values. */
export const isDuplicate = (thrown: unknown): boolean => thrown instanceof AdapterError && thrown.cause === duplicate;

const rejections: HttpRejections = {
  errorOf(answer, body) {
    if (saysDuplicate(body)) return new AdapterError('validation', { cause: duplicate });
    // Two writes at the same time disturb each other in Medusa's transactions: 409 is no conflict of versions.
    return httpError(answer, body, { codes: { 409: 'unavailable' } });
  },
  isOfServer: isOfMedusa,
  // Medusa has no idempotency keys: a repeated write would be a second one.
  replayWrites: false,
};

/** The number of rows that are fetched at once. Medusa has no limit of its own. */
const most = 200;

/** Sends requests to the Admin API, and checks the answers. */
export class MedusaClient {
  readonly #http: HttpClient;

  constructor({ url, ...options }: ClientOptions) {
    this.#http = new HttpClient({ ...options, baseUrl: url }, rejections);
  }

  /** Reads one member of an answer: `get('/admin/customers/1', 'customer', Customer, …)`. */
  async get<T>(path: string, member: string, schema: StandardSchema<T>, query: Query, { signal }: Signal): Promise<T> {
    const answer = await this.#http.send({ method: 'GET', path, query: search(query), signal });
    return checked(schema, member)(memberOf(answer, member));
  }

  /**
   * Reads a whole list by id, which is unique and begins with the time of creation: rows of the same time do not change
   * places between pages, and a row that is added meanwhile comes last. Use it where Medusa cannot search, filter or add up.
   */
  async all<T extends { readonly id: string }>(
    path: string,
    member: string,
    row: StandardSchema<T>,
    query: Query,
    options: Signal,
  ): Promise<T[]> {
    const rows = new Map<string, T>();
    let offset = 0;
    for (let total = 1; offset < total;) {
      const slice = { ...query, order: 'id', limit: most, offset };
      const page = await this.page(path, member, row, slice, options);
      // A row with an earlier id, such as an imported one, moves others to the next page.
      for (const item of page.items) rows.set(item.id, item);
      offset += page.items.length;
      // A list that others shorten meanwhile ends where its pages do.
      total = page.items.length === 0 ? 0 : page.total;
    }
    return [...rows.values()];
  }

  /** Reads a page of a list, for `pageByOffset`. */
  async page<T>(
    path: string,
    member: string,
    row: StandardSchema<T>,
    query: Query,
    { signal }: Signal,
  ): Promise<{ readonly items: readonly T[]; readonly total: number }> {
    const answer = await this.#http.send({ method: 'GET', path, query: search(query), signal });
    const items = checked(v.array(v.unknown()), member)(memberOf(answer, member));
    return {
      items: items.map((item, at) => checked(row, `${member}[${at}]`)(item)),
      total: checked(v.number(), 'count')(memberOf(answer, 'count')),
    };
  }

  /** Sends a write, and returns a member of the answer. */
  async write<T>(path: string, member: string, schema: StandardSchema<T>, write: Write, options: Signal): Promise<T> {
    const { body, query = {}, method = 'POST' } = write;
    const { signal } = options;
    const answer = await this.#http.send({ method, path, query: search(query), body, signal, isWrite: true });
    return checked(schema, member)(memberOf(answer, member));
  }
}

interface Write {
  readonly method?: 'POST' | 'DELETE' | undefined;
  readonly body?: unknown;
  readonly query?: Query;
}

/** Builds the query of a request. Medusa drops unknown members of `fields`, and rejects some unknown parameters. */
function search(query: Query): URLSearchParams {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
}

const memberOf = (answer: unknown, member: string): unknown =>
  typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>)[member] : undefined;

/** Returns an id for a query. An id that no record can have is `not-found`, as in a path. */
export function idOf(id: string): string {
  pathSegment(id);
  return id;
}

/** Throws `not-found` unless a record belongs to the customer: Medusa finds most records without naming their owner. */
export function ensureOwner(owner: string | null | undefined, customerId: string): void {
  if (owner !== customerId) throw new AdapterError('not-found');
}

/** Rejects with `not-found` if there is no such customer. */
export async function ensureCustomer(client: MedusaClient, customerId: string, options: Signal): Promise<void> {
  const at = path`/admin/customers/${customerId}`;
  await client.get(at, 'customer', v.object({ id: v.literal(customerId) }), { fields: 'id' }, options);
}

/** Throws `validation` for one member. */
export function invalid(member: string, why: string): AdapterError {
  return new AdapterError('validation', { fieldErrors: { [member]: why } });
}

export interface SignInOptions {
  /** The URL of the server: `https://shop.example`. */
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Signs a user of the admin in and returns the token for `getToken`, valid for a day. For servers, scripts and demos: in a
 * page, your own sign-in does it, and widgets never see a password.
 *
 * Rejects with `unauthenticated` if Medusa does not accept the password.
 */
export async function signIn({ url, email, password, signal, ...options }: SignInOptions): Promise<string> {
  try {
    const { fetch = globalThis.fetch } = options;
    const response = await fetch.call(globalThis, `${url.replace(/\/$/, '')}/auth/user/emailpass`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
      signal: signal ?? null,
      credentials: 'omit',
      // A redirect may lead to another origin, and the password with it.
      redirect: 'error',
    });
    const answer = parseJson(await response.text());
    if (!response.ok) throw httpError(response, answer);
    return checked(v.object({ token: v.string() }), 'answer')(answer).token;
  } catch (thrown) {
    throw networkError(thrown, { signal });
  }
}
