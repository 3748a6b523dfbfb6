import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import { AdapterError, type AdapterErrorCode, type AdapterErrorDetails } from '../../../src/adapter/adapter-error.ts';
import { problemOf, problemType, statusOf } from '../../../src/adapters/rest/problem.ts';

/** A rejected request: an error of the contract with its HTTP status. */
export class RequestError extends AdapterError {
  readonly status: number;

  constructor(code: AdapterErrorCode, details: AdapterErrorDetails = {}, status = statusOf[code]) {
    super(code, details);
    this.status = status;
  }
}

/** Creates the error for invalid input. `faults` contains messages by member or parameter. */
export const invalid = (faults: Readonly<Record<string, string>>): RequestError =>
  new RequestError('validation', { fieldErrors: faults });

export const notFound = (): RequestError => new RequestError('not-found');

/**
 * Converts a thrown value to a problem details response. Unexpected errors are logged with their stack, and the
 * response contains only the correlation id.
 */
export function problemAnswer(thrown: unknown, context: Context): Response {
  // The id that the operator quotes and that the log contains. It identifies nobody.
  const correlationId = crypto.randomUUID();
  const error = toRequestError(thrown);
  if (error.code === 'internal')
    console.error(`${correlationId} ${context.req.method} ${context.req.routePath}`, thrown);
  const headers = new Headers({ 'Content-Type': problemType, 'Cache-Control': 'no-store' });
  if (error.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (error.retryAfter !== undefined) headers.set('Retry-After', String(error.retryAfter));
  const problem = problemOf(error, error.status);
  const body = JSON.stringify({ title: STATUS_CODES[error.status], ...problem, correlationId });
  return new Response(body, { status: error.status, headers });
}

function toRequestError(thrown: unknown): RequestError {
  if (thrown instanceof RequestError) return thrown;
  if (thrown instanceof AdapterError) return new RequestError(thrown.code, thrown);
  // SQLSTATE class 22 is a data exception: a value that a column cannot hold, such as text with NUL.
  const isValueFault = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('22');
  return new RequestError(isValueFault ? 'validation' : 'internal');
}
