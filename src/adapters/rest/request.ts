import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Arguments } from '../../adapter/call-operation.ts';
import type { Operation } from '../../adapter/operation.ts';
import { operations, pathOf, type OperationName } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions, WriteOptions } from '../../adapter/options.ts';
import { pathSegment } from '../../adapter/toolkit/path.ts';
import { entityTag, escapeText, reasonHeader, textHeader, wellFormed } from './headers.ts';
import { pageQuery, rangeQuery } from './query.ts';
import type { Outgoing } from './transport.ts';

/** Creates the request for an operation. Throws `not-found` for an id that cannot be part of a path. */
export function requestFor(name: OperationName, { ids, page, range, body, options }: Arguments): Outgoing {
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
