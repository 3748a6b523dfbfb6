import {
  errorCodes,
  type AdapterError,
  type AdapterErrorCode,
  type AdapterErrorDetails,
} from '../../adapter/adapter-error.ts';
import { httpError, mediaTypeOf, type HttpAnswer } from '../../adapter/toolkit/http-error.ts';

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
 * Converts an error response to an error. 409 means that a write with the same key is still running: like
 * `unavailable`, it is resolved by repeating the request with the same key.
 */
export const errorOf = (answer: HttpAnswer, body: unknown): AdapterError =>
  httpError(answer, body, { codes: { 409: 'unavailable' } });

/** How a server of the protocol rejects requests. */
export const rejections = { errorOf, isOfServer: isProblem };

/** Converts an error to a response body. `status` is needed where the code does not determine it: 409, 428. */
export function problemOf(
  error: AdapterErrorDetails & { readonly code: AdapterErrorCode },
  status = statusOf[error.code],
): Problem {
  const { code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason } = error;
  return { status, code, retryable, retryAfter, field, fieldErrors, current, correlationId, reason };
}

/** Returns true if a response is an error of the protocol, not of a gateway, a proxy or a sign-in page. */
export async function isProblem(answer: Response): Promise<boolean> {
  if (mediaTypeOf(answer) !== problemType) return false;
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && errorCodes.some((code) => code === body.code);
}
