import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import { AdapterError } from '../../../src/adapter/adapter-error.ts';
import { problemOf, problemType } from '../../../src/adapters/rest/problem.ts';
import { Refusal } from './refusal.ts';

/**
 * Whatever was thrown, as problem details. What is no refusal is a fault of ours: it is logged with its stack, and
 * the answer says no more than where to find it.
 */
export function problemAnswer(thrown: unknown, context: Context): Response {
  // What an operator quotes and the log repeats. It names nobody.
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
  // Class 22 of SQLSTATE: a value that no column could hold, such as text with a NUL in it.
  const isValueFault = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('22');
  return new Refusal(isValueFault ? 'validation' : 'internal');
}
