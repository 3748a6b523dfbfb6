import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { invalid } from './refusal.ts';

type SortKey = readonly (string | null)[];

/**
 * An opaque cursor: the sort key of a page's last row, with a digest of it and of the list that it was made for. It
 * holds for that list only: the same customer, sort, range, filter and text.
 */
export const writeCursor = (list: unknown, key: SortKey): string =>
  Buffer.from(JSON.stringify([digest(list, key), ...key])).toString('base64url');

const Cursor = v.tupleWithRest([v.string()], v.nullable(v.string()));

/** The sort key in a cursor. Throws a validation error for any other text. */
export function readCursor(list: unknown, cursor: string): SortKey {
  try {
    const [said, ...key] = v.parse(Cursor, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (said === digest(list, key)) return key;
  } catch {
    // What is no cursor at all is as wrong as one of another list.
  }
  throw invalid({ after: 'is not a cursor of this list' });
}

const digest = (list: unknown, key: SortKey): string =>
  createHash('sha256')
    .update(JSON.stringify([list, key]))
    .digest('base64url')
    .slice(0, 12);
