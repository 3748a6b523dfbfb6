import { type Sql, sql } from '../database/sql.ts';
import { dayLength, startOfDay } from '../../../src/domain/time.ts';
import type { RangeQuery } from '../http/query.ts';

/** Returns the code of a coded JSON value, which is the code itself or an object with a label. */
export const code = (coded: Sql): Sql => sql`coalesce(${coded} ->> 'code', ${coded} #>> '{}')`;

/** Returns a further condition that a code is in a comma-separated list. */
export const isAnyOf = (column: Sql, codes: string): Sql =>
  sql`and ${column} = any(string_to_array(${codes}::text, ','))`;

/** Returns the condition that a time is within a range of days, both included, in the range's time zone. */
export function isWithin(time: Sql, { from, to, timeZone }: RangeQuery): Sql {
  const start = (midnight: number): Sql =>
    sql`to_timestamp(${startOfDay(midnight, timeZone) / 1000}::double precision)`;
  const begun = from === undefined ? sql`true` : sql`${time} >= ${start(Date.parse(from))}`;
  const over = to === undefined ? sql`true` : sql`${time} < ${start(Date.parse(to) + dayLength)}`;
  return sql`${begun} and ${over}`;
}

/** The stored search text of a row: `search_text` in `migrations/036_folding.sql`. */
const search = sql`search`;

/** Returns the condition that a row's search text contains a text. Both are folded as by `foldText`. */
export const finds = (text: string, column: Sql = search): Sql => sql`strpos(${column}, fold_text(${text}::text)) > 0`;
