import { AdapterError, type AdapterErrorCode } from '../../adapter/adapter-error.ts';
import {
  graphqlData,
  httpError,
  networkError,
  Session,
  writeError,
  type SessionOptions,
} from '../../adapter/toolkit/index.ts';
import { parseJson } from '../../adapter/toolkit/http-client.ts';

/** The connection to the Admin API of a Vendure server. */
export interface ClientOptions extends SessionOptions {
  /** The URL of the Admin API: `https://shop.example/admin-api`. */
  readonly url: string;
  /** `api-key`: `getToken` returns an API key instead of the token of a session. Default: `bearer`. */
  readonly authentication?: 'bearer' | 'api-key' | undefined;
  /** The token of the channel, if the server has several. Default: the server's default channel. */
  readonly channel?: string | undefined;
  /** A replacement for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The timeout of a request in milliseconds. Default: 30,000. */
  readonly timeout?: number | undefined;
}

type Variables = Readonly<Record<string, unknown>>;
type Data = Readonly<Record<string, unknown>>;

interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly locale?: string | undefined;
}

/**
 * Sends GraphQL documents to the Admin API. Every failure is an `AdapterError`, except that an abort rejects with its own
 * reason.
 */
export class VendureClient {
  readonly #options: ClientOptions;
  readonly #session: Session;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#session = new Session(options);
  }

  /** Sends a query. If the session has expired, it is sent once more with a new token. */
  async query(document: string, variables: Variables, options: RequestOptions): Promise<Data> {
    return this.#send(document, variables, options, false);
  }

  /**
   * Sends a mutation, once: Vendure has no idempotency keys. If the session has expired, the mutation was not carried
   * out, and the operator submits it again.
   */
  async mutate(document: string, variables: Variables, options: RequestOptions): Promise<Data> {
    return this.#send(document, variables, options, true);
  }

  async #send(document: string, variables: Variables, options: RequestOptions, isWrite: boolean): Promise<Data> {
    const { signal } = options;
    signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(this.#options.timeout ?? 30_000);
    const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const post = async (query: string, token: string): Promise<unknown> =>
      this.#post({ query, variables }, token, { ...options, signal: both }, isWrite);
    try {
      const answer = await this.#session.send({
        attempt: async (token) => post(document, token),
        isRejected: async (body, token) => isForbidden(body) && isForbidden(await post(probe, token)),
        replay: !isWrite,
        signal: both,
      });
      return graphqlData(answer, { codes });
    } catch (thrown) {
      throw networkError(thrown, { signal, deadline });
    }
  }

  async #post(body: unknown, token: string, options: RequestOptions, isWrite: boolean): Promise<unknown> {
    const { url, fetch = globalThis.fetch, channel, authentication } = this.#options;
    const { locale, signal } = options;
    // Vendure translates what the shop has in several languages. It ignores languages that it does not know.
    const query = locale === undefined ? '' : `?languageCode=${encodeURIComponent(locale.split('-', 1)[0]!)}`;
    const response = await fetch.call(globalThis, url + query, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(channel !== undefined && { 'vendure-token': channel }),
        ...(authentication === 'api-key' ? { 'vendure-api-key': token } : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: signal ?? null,
      // The token identifies the operator. A cookie of Vendure's dashboard would be that of somebody else.
      credentials: 'omit',
      cache: 'no-store',
      // A redirect may lead to another origin, and browsers would send the API key there.
      redirect: 'manual',
    });
    const copy = response.clone();
    const answer = parseJson(await response.text());
    // A document that Vendure cannot parse has status 400, and everything else that it answers has 200.
    if (response.ok || hasErrors(answer)) return answer;
    const error = httpError(response, answer);
    // Any other status is from a gateway, which does not know what the server did.
    throw isWrite ? await writeError(error, [copy]) : error;
  }
}

/**
 * A query that everybody who is signed in may send. Vendure answers `FORBIDDEN` both to operators without the permission
 * and to those whose session has expired; this query tells them apart. (`me` does not: it is forbidden with an API key.)
 */
const probe = '{ activeChannel { id } }';

/** The error codes of Vendure that differ from those of other GraphQL servers. */
const codes: Readonly<Record<string, AdapterErrorCode>> = {
  ILLEGAL_OPERATION: 'validation',
  CHANNEL_NOT_FOUND: 'not-found',
};

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } | null }[];
}

const hasErrors = (answer: unknown): answer is Required<Answer> =>
  typeof answer === 'object' && answer !== null && 'errors' in answer && Array.isArray(answer.errors);

const isForbidden = (answer: unknown): boolean =>
  hasErrors(answer) && answer.errors.some((error) => error?.extensions?.code === 'FORBIDDEN');

// Vendure's root queries of orders and history do not filter by customer, so everything is read as a member of the
// customer.

/**
 * Returns the customer of an answer. Throws `not-found` if there is none, or another one than was asked for: SQLite finds
 * the customer 14 also by `" 14"`, `14.0` and `0x0e`, and the same customer under another id would have drafts and a cache
 * of its own.
 */
export function customerIn({ customer }: { readonly customer?: unknown }, customerId: string): object {
  if (!isRecord(customer) || customer.id !== customerId) throw new AdapterError('not-found');
  return customer;
}

/** Rejects with `not-found` if there is no such customer. Mutations of Vendure find one by other ids too. */
export async function ensureCustomer(
  client: VendureClient,
  customerId: string,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const document = 'query Customer($customerId: ID!) { customer(id: $customerId) { id } }';
  customerIn(await client.query(document, { customerId }, { signal }), customerId);
}

const isRecord = (value: unknown): value is { readonly id?: unknown } => typeof value === 'object' && value !== null;
