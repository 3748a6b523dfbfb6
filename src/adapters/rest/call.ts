import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import { methodOf, operationNames, operations, pathOf, type OperationName } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions, WriteOptions } from '../../adapter/options.ts';
import { bodySchemaOf } from '../../adapter/schemas.ts';
import { DayRange } from '../../domain/time.ts';
import { reasonHeader, textHeader, textOf, versionOf } from './headers.ts';

/** An adapter call that was parsed from a request. */
export interface Call {
  readonly name: OperationName;
  /** The ids in the path, in order: the customer's, then the record's. */
  readonly ids: readonly string[];
  readonly page: PageRequest;
  readonly read: ReadOptions;
  readonly write: WriteOptions;
  readonly body: unknown;
}

/** The error for a request that cannot be parsed. `status` overrides the status of the error code. */
export class BadRequest extends AdapterError {
  readonly status: number | undefined;

  constructor(code: 'not-found' | 'unsupported' | 'validation', fieldErrors?: Record<string, string>, status?: number) {
    super(code, fieldErrors && { fieldErrors });
    this.status = status;
  }
}

/** The default and the maximum number of rows on a page. */
export const pageSize = { usual: 50, maxRows: 1000 } as const;

/** Returns the operation for an HTTP method and a path below the base URL. */
export function match(method: string, path: string): { readonly name: OperationName; readonly ids: Call['ids'] } {
  const candidates = operationNames.flatMap((name) => {
    const ids = patterns[name].exec(path)?.slice(1);
    return ids ? [{ name, ids }] : [];
  });
  if (!candidates.length) throw new BadRequest('not-found');
  const found = candidates.find(({ name }) => methodOf(operations[name]) === method);
  if (!found) throw new BadRequest('unsupported', undefined, 405);
  return { name: found.name, ids: found.ids.map(decoded) };
}

const patterns = Object.fromEntries(
  operationNames.map((name) => [name, new RegExp(`^${pathOf(operations[name]).replace(/\{\w+\}/g, '([^/]+)')}$`)]),
) as Readonly<Record<OperationName, RegExp>>;

/** Returns the path of a URL below a base URL. */
export const pathBelow = (baseUrl: string, url: URL): string =>
  url.pathname.slice(new URL(baseUrl, url).pathname.replace(/\/$/, '').length);

/** Parses a request to the server at `baseUrl`. Throws a `BadRequest` or `validation`. */
export async function readCall(request: Request, baseUrl: string): Promise<Call> {
  const url = new URL(request.url);
  const { name, ids } = match(request.method, pathBelow(baseUrl, url));
  const operation = operations[name];
  const { headers, signal } = request;
  const write = {
    idempotencyKey: headers.get('Idempotency-Key') ?? '',
    ifVersion: versionOf(headers.get('If-Match')),
    reason: textOf(headers.get(reasonHeader)),
    dryRun: url.searchParams.get('dryRun') === 'true',
    signal,
  };
  if (operation.kind === 'write') {
    if (!write.idempotencyKey) throw new BadRequest('validation', { 'Idempotency-Key': 'is missing' }, 400);
    if (operation.version === 'required' && write.ifVersion === undefined)
      throw new BadRequest('validation', { 'If-Match': 'is missing' }, 428);
    if (operation.needsReason && !write.reason?.trim())
      throw new BadRequest('validation', { [reasonHeader]: 'is missing' });
    if (write.dryRun && !operation.dryRun) throw new BadRequest('unsupported');
  }
  const schema = bodySchemaOf(operation);
  return {
    name,
    ids,
    page: { ...readPage(url.searchParams), text: textOf(headers.get(textHeader)) },
    read: {
      signal,
      locale: firstLanguage(headers.get('Accept-Language')),
      timeZone: url.searchParams.get('timeZone') ?? undefined,
    },
    write,
    body: schema && check(schema, await readJson(request)),
  };
}

/** Returns the preferred language, or `undefined` if any language is accepted (`*`). */
const firstLanguage = (header: string | null): string | undefined =>
  /^\s*([a-z]{2,8}(?:-[a-z\d]{1,8})*)/i.exec(header ?? '')?.[1];

function readPage(query: URLSearchParams): PageRequest {
  const one = (name: string): string | undefined => query.get(name) ?? undefined;
  const first = one('first') ?? String(pageSize.usual);
  if (!/^[1-9]\d{0,8}$/.test(first))
    throw new BadRequest('validation', { first: 'is not a whole number above nought' });
  const sort = one('sort');
  const filter = [...query].flatMap(([name, value]) => {
    const filtered = /^filter\[(.+)\]$/.exec(name)?.[1];
    return filtered === undefined ? [] : [[filtered, value] as const];
  });
  return {
    first: Math.min(Number(first), pageSize.maxRows),
    after: one('after'),
    sort: sort === undefined ? undefined : readSort(sort),
    filter: filter.length ? Object.fromEntries(filter) : undefined,
    range: check(DayRange, { from: one('from'), to: one('to') }),
  };
}

const readSort = (sort: string): PageRequest['sort'] =>
  sort.startsWith('-') ? { field: sort.slice(1), direction: 'descending' } : { field: sort, direction: 'ascending' };

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new BadRequest('validation', { '': 'is no JSON' }, 400);
  }
}

function decoded(id: string | undefined): string {
  try {
    return decodeURIComponent(id ?? '');
  } catch {
    throw new BadRequest('not-found');
  }
}
