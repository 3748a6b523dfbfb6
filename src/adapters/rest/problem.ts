import {
  AdapterError,
  errorCodes,
  mayPrecedeKey,
  type AdapterErrorCode,
  type AdapterErrorDetails,
} from '../../adapter/adapter-error.ts';

/**
 * An error on the wire: RFC 9457 problem details (`application/problem+json`) of no particular type, with members of
 * our own.
 */
export interface Problem extends Omit<AdapterErrorDetails, 'cause' | 'isOutcomeUnknown'> {
  readonly status: number;
  readonly code: AdapterErrorCode;
}

export const problemType = 'application/problem+json';

/** With which status a server says what is the matter. `offline` is what no server can say. */
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
 * What a status means where the answer does not say it itself. 409 is a write whose key is still at work: asking
 * again with the same key settles it, as with `unavailable`.
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

/** An error as the body that a server sends. `status` where the code alone does not decide it: 409, 428. */
export function problemOf(
  error: AdapterErrorDetails & { readonly code: AdapterErrorCode },
  status = statusOf[error.code],
): Problem {
  const { code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason } = error;
  return { status, code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason };
}

/** What a refusal says, whatever its body turns out to be. Members of the wrong kind are left out. */
export function errorOf(status: number, body: unknown, retryAfter: string | null): AdapterError {
  const said: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const code = errorCodes.find((known) => known === said['code']) ?? codeOfStatus(status);
  const details: AdapterErrorDetails = {
    retryable: typeof said['retryable'] === 'boolean' ? said['retryable'] : undefined,
    retryAfter: secondsOf(retryAfter) ?? (isSeconds(said['retryAfter']) ? said['retryAfter'] : undefined),
    field: text(said['field']),
    fieldErrors: texts(said['fieldErrors']),
    current: said['current'],
    correlationId: text(said['correlationId']),
    reason: text(said['reason']),
  };
  return new AdapterError(code, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
}

/**
 * What an error says about a write, given every answer that was no success, in order. Browsers send a request again by
 * themselves when a reused connection dies, and a gateway may refuse what the server has carried out the first time. So
 * only the server's own problem details are a refusal. One that it may give without looking at the key says nothing
 * about an attempt that something else answered.
 */
export async function errorOfWrite(error: AdapterError, answers: readonly Response[]): Promise<AdapterError> {
  const areProblems = await Promise.all(answers.map(isProblem));
  const isRefusal = (areProblems.at(-1) ?? true) && (areProblems.every(Boolean) || !mayPrecedeKey(error));
  if (isRefusal) return error;
  const { code, retryAfter } = error;
  return new AdapterError(explaining.has(code) ? code : 'malformed', { retryAfter, isOutcomeUnknown: true });
}

/** Codes that tell an operator something, whoever answered. */
const explaining: ReadonlySet<AdapterErrorCode> = new Set([
  'unauthenticated',
  'rate-limited',
  'timeout',
  'unavailable',
  'internal',
]);

/** Whether an answer is an error of the protocol, and not one of a gateway, a proxy or a sign-in page. */
async function isProblem(answer: Response): Promise<boolean> {
  const [type] = (answer.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== problemType) return false;
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && errorCodes.some((code) => code === body.code);
}

/** `Retry-After` in seconds from now: it comes as a number of seconds or as a date. */
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
