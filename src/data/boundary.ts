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

/**
 * Validates a page and each of its rows. A row that equals a known one becomes that object, and is not validated again:
 * most answers are refreshes, or the same rows in another order.
 */
export function parsePage<T, S>(
  { schema, totals, customerId, isCommon }: ListQuery<T, S>,
  answer: unknown,
  known: KnownRows<T> = [],
): Page<T, S> {
  const result = parse(page(known.length ? reuse(schema, known) : schema, totals), answer) as Page<T, S>;
  const isOwned = customerId !== undefined && !isCommon;
  if (isOwned && result.items.some((item) => declaredOwner(item) !== customerId))
    throw createForeignError('customerId');
  return result;
}

/** The rows of a list that are cached, by answer. */
export type KnownRows<T> = readonly (readonly T[])[];

function reuse<T>(schema: v.GenericSchema<unknown, T>, known: KnownRows<T>): typeof schema {
  let place = 0;
  let byId: Map<unknown, T> | undefined;
  const find = (id: unknown): T | undefined => {
    // Most rows come again in their places, where they are found without collecting all.
    for (const { [place]: row } of known) if (row !== undefined && member(row, 'id') === id) return row;
    return (byId ??= new Map(known.flat().map((row) => [member(row, 'id'), row]))).get(id);
  };
  return {
    ...schema,
    '~run'(dataset, config) {
      const { value } = dataset;
      const row = find(member(value, 'id'));
      place++;
      if (row !== undefined && isSame(row, value)) return { typed: true, value: row };
      const result = schema['~run'](dataset, config);
      // The answer may have members that the schema drops.
      return result.typed && row !== undefined && isSame(row, result.value) ? { typed: true, value: row } : result;
    },
  };
}

/** Returns whether a value has the members of a valid one and no others. */
function isSame(valid: unknown, value: unknown): boolean {
  if (typeof valid !== 'object' || typeof value !== 'object' || !valid || !value) return valid === value;
  let surplus = 0;
  // Loops without lists of names, because this runs for every member of up to 100,000 rows.
  for (const _name in value) surplus++;
  for (const name in valid) {
    surplus--;
    const one = (valid as Members)[name];
    const other = (value as Members)[name];
    if (one === other ? one === undefined && !(name in value) : !isSame(one, other)) return false;
  }
  return surplus === 0;
}

type Members = Readonly<Record<string, unknown>>;

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

const member = (record: unknown, name: 'customerId' | 'id'): unknown => (record as Members | null | undefined)?.[name];

const declaredOwner = (record: unknown): unknown => member(record, 'customerId');
