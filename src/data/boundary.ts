import * as v from 'valibot';
import { AdapterError } from '../adapter/adapter-error.ts';
import { page, type Page } from '../domain/page.ts';
import type { ListQuery, RecordRule } from './query.ts';

/** Validates a record from an adapter. The error names the field and contains no data. */
export function parseRecord<T>({ schema, customerId, ownerOf, id }: RecordRule<T>, answer: unknown): T {
  const record = parse(schema, answer);
  if (customerId !== undefined && (ownerOf ?? declaredOwner)(record) !== customerId)
    throw createForeignError('customerId');
  if (id !== undefined && member(record, 'id') !== id) throw createForeignError('id');
  return record;
}

/** Validates a page and each of its rows. */
export function parsePage<T, S>(
  { schema, totals, customerId, isCommon }: ListQuery<T, S>,
  answer: unknown,
): Page<T, S> {
  const result = parse(page(schema, totals), answer) as Page<T, S>;
  const isOwned = customerId !== undefined && !isCommon;
  if (isOwned && result.items.some((item) => declaredOwner(item) !== customerId))
    throw createForeignError('customerId');
  return result;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const result = read(schema, answer);
  if (result.success) return result.output;
  throw new AdapterError('malformed', { field: pathOf(result.issues[0]) });
}

/** Parses an answer. Throws `malformed` also if a getter of the answer throws. */
function read<T>(schema: v.GenericSchema<unknown, T>, answer: unknown) {
  try {
    return v.safeParse(schema, answer, { abortEarly: true, abortPipeEarly: true });
  } catch (cause) {
    throw new AdapterError('malformed', { cause });
  }
}

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
    .slice(0, 200);

/** An answer for another customer or about another record (late or misrouted) must never be shown. */
const createForeignError = (field: 'customerId' | 'id') => new AdapterError('malformed', { field });

const member = (record: unknown, name: 'customerId' | 'id'): unknown =>
  typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;

const declaredOwner = (record: unknown): unknown => member(record, 'customerId');
