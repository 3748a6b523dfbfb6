import {
  AdapterError,
  errorCodes,
  mayPrecedeKey,
  type AdapterErrorCode,
  type AdapterErrorDetails,
} from '../adapter-error.ts';
import { fieldErrorsOf, textOf } from './field-errors.ts';

/** The parts of a `Response` that an error is made of. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

export interface HttpErrorOptions {
  /** The error codes of statuses that the API uses in its own way: `{ 409: 'unavailable' }`. */
  readonly codes?: Readonly<Record<number, AdapterErrorCode>> | undefined;
}

/**
 * Converts an unsuccessful response to an error. `body` is its parsed JSON, or anything else if it has none. Reads
 * problem details (RFC 9457), `errors` by member, and the members of `AdapterError` in the body. Members of the wrong
 * type are ignored. Other texts in the body are not shown to operators: they may contain personal data.
 */
export function httpError(
  { status, headers }: HttpAnswer,
  body: unknown,
  options: HttpErrorOptions = {},
): AdapterError {
  const said: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const code = errorCodes.find((known) => known === said['code']) ?? options.codes?.[status] ?? errorCodeOf(status);
  const details: AdapterErrorDetails = {
    retryable: typeof said['retryable'] === 'boolean' ? said['retryable'] : undefined,
    retryAfter:
      secondsUntil(headers.get('Retry-After')) ?? (isSeconds(said['retryAfter']) ? said['retryAfter'] : undefined),
    field: textOf(said['field']),
    fieldErrors: fieldErrorsOf(said['fieldErrors']) ?? fieldErrorsOf(said['errors']),
    current: said['current'],
    correlationId: textOf(said['correlationId']) ?? headers.get('X-Request-Id') ?? undefined,
    reason: textOf(said['reason']),
  };
  return new AdapterError(code, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
}

/** Returns the error code for an HTTP status. Below 400, the response should not have been an error: `malformed`. */
export function errorCodeOf(status: number): AdapterErrorCode {
  if (!(status >= 400)) return 'malformed';
  return special[status] ?? (status < 500 ? 'validation' : 'internal');
}

const special: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  429: 'rate-limited',
  501: 'unsupported',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
};

/**
 * Converts what `fetch` rejected with, or reading a response, to the value to throw: the abort's own reason if the
 * caller aborted, `timeout` if the deadline was reached, otherwise `offline`. An `AdapterError` is returned unchanged.
 */
export function networkError(
  thrown: unknown,
  { signal, deadline }: { readonly signal?: AbortSignal | undefined; readonly deadline?: AbortSignal | undefined } = {},
): unknown {
  if (thrown instanceof AdapterError) return thrown;
  if (signal?.aborted) return signal.reason;
  const isTimeout = deadline?.aborted || (thrown instanceof Error && thrown.name === 'TimeoutError');
  return new AdapterError(isTimeout ? 'timeout' : 'offline', { cause: thrown });
}

/**
 * Decides whether the outcome of a failed write is unknown, given copies of all unsuccessful responses to it, in order.
 * Browsers repeat a request by themselves if a reused connection breaks, and a gateway may reject a write that the
 * server has carried out. So only an answer of the server itself is a rejection: by default problem details (RFC 9457),
 * because gateways also answer in JSON. If your server rejects in another form, `isOfServer` recognizes its answers, for
 * example by a header. If the server may have answered before it checked the key, it says nothing about an earlier
 * attempt that something else responded to.
 */
export async function writeError(
  error: AdapterError,
  answers: readonly Response[],
  isOfServer: (answer: Response) => boolean | Promise<boolean> = isProblem,
): Promise<AdapterError> {
  const areOfServer = await Promise.all(answers.map(async (answer) => isOfServer(answer)));
  const isRefusal = (areOfServer.at(-1) ?? true) && (areOfServer.every(Boolean) || !mayPrecedeKey(error));
  if (isRefusal) return error;
  const { code, retryAfter } = error;
  return new AdapterError(explaining.has(code) ? code : 'malformed', { retryAfter, isOutcomeUnknown: true });
}

/** The codes that help the operator no matter which server responded. */
const explaining: ReadonlySet<AdapterErrorCode> = new Set([
  'unauthenticated',
  'rate-limited',
  'timeout',
  'unavailable',
  'internal',
]);

/** Returns the media type of a response without its parameters, in lower case. */
export const mediaTypeOf = ({ headers }: HttpAnswer): string =>
  (headers.get('Content-Type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

const isProblem = (answer: Response): boolean => mediaTypeOf(answer) === 'application/problem+json';

/** Converts `Retry-After`, a number of seconds or a date, to seconds from now. */
export function secondsUntil(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value);
