import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Arguments } from '../../adapter/call-operation.ts';
import type { Operation } from '../../adapter/operation.ts';
import { operations, pathOf, type OperationName } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions, WriteOptions } from '../../adapter/options.ts';
import { pathSegment } from '../../adapter/toolkit/path.ts';
import { entityTag, escapeText, reasonHeader, textHeader, wellFormed } from './headers.ts';
import type { HttpRequest } from '../../adapter/toolkit/http-client.ts';
import type { DayRange } from '../../domain/time.ts';

/**
 * Formats a page request as query parameters: `first=10&sort=-revenue&filter[kind]=return`. The search text is sent in
 * a header.
 */
export function pageQuery(
  { first, after, sort, filter = {}, range = {} }: PageRequest,
  timeZone?: string,
): URLSearchParams {
  const query = rangeQuery(range, timeZone);
  query.set('first', String(first));
  if (after !== undefined) query.set('after', after);
  if (sort) query.set('sort', sort.direction === 'descending' ? `-${sort.field}` : sort.field);
  for (const [name, value] of Object.entries(filter)) query.set(`filter[${name}]`, value);
  return query;
}

/** Formats a range of days with its time zone. The time zone is omitted if there is no day. */
export function rangeQuery({ from, to }: DayRange, timeZone?: string): URLSearchParams {
  const query = new URLSearchParams();
  if (from !== undefined) query.set('from', from);
  if (to !== undefined) query.set('to', to);
  if (timeZone !== undefined && query.size > 0) query.set('timeZone', timeZone);
  return query;
}

/** Creates the request for an operation. Throws `not-found` for an id that cannot be part of a path. */
export function requestFor(name: OperationName, { ids, page, range, body, options }: Arguments): HttpRequest {
  const operation = operations[name];
  const path = pathWith(operation, ids);
  if (operation.kind === 'write') return { method: operation.method, path, body, ...writing(options as WriteOptions) };
  return { method: 'GET', path, ...reading(options as ReadOptions, page, range) };
}

function reading({ signal, locale, timeZone }: ReadOptions, page?: PageRequest, range?: PageRequest['range']) {
  return {
    signal,
    query: page ? pageQuery(page, timeZone) : rangeQuery(range ?? {}, timeZone),
    headers: {
      'Accept-Language': locale,
      [textHeader]: page?.text === undefined ? undefined : escapeText(wellFormed(page.text)),
    },
  };
}

function writing({ idempotencyKey, ifVersion, reason, dryRun, signal }: WriteOptions) {
  if (reason !== undefined && wellFormed(reason) !== reason)
    throw new AdapterError('validation', { fieldErrors: { [reasonHeader]: 'has characters that cannot be stored' } });
  return {
    signal,
    isWrite: !dryRun,
    query: new URLSearchParams(dryRun ? { dryRun: 'true' } : {}),
    headers: {
      'Idempotency-Key': idempotencyKey,
      'If-Match': ifVersion === undefined ? undefined : entityTag(ifVersion),
      [reasonHeader]: reason === undefined ? undefined : escapeText(reason),
    },
  };
}

/** Builds the path. Throws `not-found` for an id that would lead to another one. */
function pathWith(operation: Operation, ids: readonly string[]): string {
  let at = 0;
  return pathOf(operation).replace(/\{\w+\}/g, () => pathSegment(ids[at++] ?? ''));
}
