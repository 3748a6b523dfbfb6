import {
  AdapterError,
  errorCodes,
  mayPrecedeKey,
  type AdapterErrorCode,
  type AdapterErrorDetails,
} from '../../adapter/adapter-error.ts';

/** An error response: RFC 9457 problem details (`application/problem+json`) without a type, with additional members. */
export interface Problem extends Omit<AdapterErrorDetails, 'cause' | 'isOutcomeUnknown'> {
  readonly status: number;
  readonly code: AdapterErrorCode;
}

export const problemType = 'application/problem+json';

/** The HTTP status of each error code. A server cannot report `offline`. */
export const statusOf: Readonly<Record<AdapterErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 412,
  validation: 422,
  'rate-limited': 429,
  internal: 500,
  unsupported: 501,
  malformed: 502,
  unavailable: 503,
  offline: 503,
  timeout: 504,
};

/**
 * Returns the error code for a status, used if the response does not contain one. 409 means that a write with the same
 * key is still running: like `unavailable`, it is resolved by repeating the request with the same key.
 */
export function codeOfStatus(status: number): AdapterErrorCode {
  if (status < 400) return 'malformed';
  return special[status] ?? (status < 500 ? 'validation' : 'internal');
}

const special: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'timeout',
  409: 'unavailable',
  410: 'not-found',
  412: 'conflict',
  429: 'rate-limited',
  501: 'unsupported',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
};

/** Converts an error to a response body. `status` is needed where the code does not determine it: 409, 428. */
export function problemOf(
  error: AdapterErrorDetails & { readonly code: AdapterErrorCode },
  status = statusOf[error.code],
): Problem {
  const { code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason } = error;
  return { status, code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason };
}

/** Converts an error response to an error. The body may be anything; members of the wrong type are ignored. */
export function errorOf(status: number, body: unknown, retryAfter: string | null): AdapterError {
  const problem: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const code = errorCodes.find((known) => known === problem['code']) ?? codeOfStatus(status);
  const details: AdapterErrorDetails = {
    retryable: typeof problem['retryable'] === 'boolean' ? problem['retryable'] : undefined,
    retryAfter: secondsOf(retryAfter) ?? (isSeconds(problem['retryAfter']) ? problem['retryAfter'] : undefined),
    field: text(problem['field']),
    fieldErrors: texts(problem['fieldErrors']),
    current: problem['current'],
    correlationId: text(problem['correlationId']),
    reason: text(problem['reason']),
  };
  return new AdapterError(code, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
}

/**
 * Decides whether the outcome of a failed write is unknown, given all unsuccessful responses in order. Browsers repeat
 * a request by themselves if a reused connection breaks, and a gateway may reject a write that the server has carried
 * out. So only problem details of the server itself are a rejection. If the server may have sent them without checking
 * the key, they say nothing about an earlier attempt that an intermediary responded to.
 */
export async function errorOfWrite(error: AdapterError, answers: readonly Response[]): Promise<AdapterError> {
  const areProblems = await Promise.all(answers.map(isProblem));
  const isRejection = (areProblems.at(-1) ?? true) && (areProblems.every(Boolean) || !mayPrecedeKey(error));
  if (isRejection) return error;
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

/** Returns true if a response is an error of the protocol, not of a gateway, a proxy or a sign-in page. */
async function isProblem(answer: Response): Promise<boolean> {
  const [type] = (answer.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== problemType) return false;
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && errorCodes.some((code) => code === body.code);
}

/** Converts `Retry-After`, a number of seconds or a date, to seconds from now. */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
