import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { invalid } from './request-error.ts';

type SortKey = readonly (string | null)[];

/**
 * Creates an opaque cursor from the sort key of a page's last row and a digest of the key and the list. It is valid
 * only for the same customer, sort, range, filter and text.
 */
export const writeCursor = (list: unknown, key: SortKey): string =>
  Buffer.from(JSON.stringify([digest(list, key), ...key])).toString('base64url');

const Cursor = v.tupleWithRest([v.string()], v.nullable(v.string()));

/** Returns the sort key in a cursor. Throws a validation error for any other text. */
export function readCursor(list: unknown, cursor: string): SortKey {
  try {
    const [digestInCursor, ...key] = v.parse(Cursor, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (digestInCursor === digest(list, key)) return key;
  } catch {
    // An unparsable cursor gets the same error as one of another list.
  }
  throw invalid({ after: 'is not a cursor of this list' });
}

const digest = (list: unknown, key: SortKey): string =>
  createHash('sha256')
    .update(JSON.stringify([list, key]))
    .digest('base64url')
    .slice(0, 12);
