import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import { AdapterError } from '../../../src/adapter/adapter-error.ts';
import { problemOf, problemType } from '../../../src/adapters/rest/problem.ts';
import { Refusal } from './refusal.ts';

/**
 * Converts a thrown value to a problem details response. Unexpected errors are logged with their stack, and the
 * response contains only the correlation id.
 */
export function problemAnswer(thrown: unknown, context: Context): Response {
  // The id that the operator quotes and that the log contains. It identifies nobody.
  const correlationId = crypto.randomUUID();
  const refusal = refusalOf(thrown);
  if (refusal.code === 'internal')
    console.error(`${correlationId} ${context.req.method} ${context.req.routePath}`, thrown);
  const headers = new Headers({ 'Content-Type': problemType, 'Cache-Control': 'no-store' });
  if (refusal.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));
  const problem = problemOf(refusal, refusal.status);
  const body = JSON.stringify({ title: STATUS_CODES[refusal.status], ...problem, correlationId });
  return new Response(body, { status: refusal.status, headers });
}

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof AdapterError) return new Refusal(thrown.code, thrown);
  // SQLSTATE class 22 is a data exception: a value that a column cannot hold, such as text with NUL.
  const isValueFault = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('22');
  return new Refusal(isValueFault ? 'validation' : 'internal');
}
