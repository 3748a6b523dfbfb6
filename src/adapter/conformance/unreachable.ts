import { isAdapterError } from '../adapter-error.ts';
import { pause } from '../pause.ts';
import { outcomeOf } from './assert.ts';
import { listsOf } from './lists.ts';
import { recordsOf } from './records.ts';
import { reading, type ConformanceSetup } from './subject.ts';

/**
 * Returns why the adapter cannot reach its backend, if every read of the full customer rejects with `offline` or
 * `unauthenticated`: `offline: connect ECONNREFUSED 127.0.0.1:4711`. One read that does anything else is enough, also if
 * it does not answer within `timeout` milliseconds: then the cases say what is wrong.
 */
export async function unreachable(
  { adapter, customers }: ConformanceSetup,
  timeout: number,
): Promise<string | undefined> {
  const { full } = customers;
  const records = recordsOf(adapter, full).filter(({ isNested }) => !isNested);
  const lists = listsOf(adapter, full).filter(({ isNested }) => !isNested);
  const reads = [
    ...records.map(
      ({ load }) =>
        async () =>
          load(full, reading()),
    ),
    ...lists.map(
      ({ load }) =>
        async () =>
          load(full, { first: 1 }, reading()),
    ),
  ];
  const waiting = new AbortController();
  const late = pause(timeout, waiting.signal);
  let message: string | undefined;
  for (const read of reads) {
    const outcome = await Promise.race([outcomeOf<unknown>(read()), late]);
    const error = outcome?.thrown && isAdapterError(outcome.error) ? outcome.error : undefined;
    message = error && (error.code === 'offline' || error.code === 'unauthenticated') ? describe(error) : undefined;
    if (message === undefined) break;
  }
  waiting.abort();
  return message;
}

/** Describes an error by its code and its deepest cause. `fetch failed` alone says little. */
function describe(error: Error & { readonly code: string }): string {
  let cause: unknown = error.cause;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  // A name with several addresses has one error for each.
  if (cause instanceof AggregateError) [cause] = cause.errors as readonly unknown[];
  if (cause instanceof Error && cause.message) return `${error.code}: ${cause.message}`;
  return error.code === 'unauthenticated' ? `${error.code}: the token is missing, or was rejected` : error.code;
}
