import * as v from 'valibot';
import { AdapterError } from '../adapter/adapter-error.ts';
import { page, type Page } from '../domain/page.ts';
import type { ListQuery } from './query.ts';

/** One record that is asked for or written: how it is checked, and whose it must be. */
export interface RecordRule<T> {
  /** The customer whose record it must be; `undefined` for a record of the platform, which names none. */
  readonly customerId: string | undefined;
  readonly schema: v.GenericSchema<unknown, T>;
  /** Whose record an answer is, where it does not say so in a member `customerId`. */
  readonly ownerOf?: (record: T) => string;
}

/** Checks one record that an adapter returned. The error names the field and carries no datum. */
export function parseRecord<T>({ schema, customerId, ownerOf }: RecordRule<T>, answer: unknown): T {
  const record = parse(schema, answer);
  if (customerId !== undefined && (ownerOf ?? declaredOwner)(record) !== customerId) throw foreign();
  return record;
}

/** Checks a page, every row of it. */
export function parsePage<T, S>(
  { schema, totals, customerId, isCommon }: ListQuery<T, S>,
  answer: unknown,
): Page<T, S> {
  const result = parse(page(schema, totals), answer) as Page<T, S>;
  const isOwned = customerId !== undefined && !isCommon;
  if (isOwned && result.items.some((item) => declaredOwner(item) !== customerId)) throw foreign();
  return result;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const result = read(schema, answer);
  if (result.success) return result.output;
  throw new AdapterError('malformed', { field: pathOf(result.issues[0]) });
}

/** Throws `malformed` also where a member of the answer throws when it is read. */
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

/** A late or misrouted answer names another customer than the one asked for, and is never shown. */
const foreign = () => new AdapterError('malformed', { field: 'customerId' });

const declaredOwner = (record: unknown): unknown =>
  typeof record === 'object' && record !== null && 'customerId' in record ? record.customerId : undefined;
