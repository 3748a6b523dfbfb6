import { type Sql, sql } from '../database/sql.ts';
import { dayLength, startOfDay } from '../../../src/domain/zone.ts';
import type { RangeQuery } from '../http/query.ts';

/** The code of a coded value in JSON, which is either the code itself or an object with a label beside it. */
export const code = (coded: Sql): Sql => sql`coalesce(${coded} ->> 'code', ${coded} #>> '{}')`;

/** A condition more: that a code is one of several with commas between them. */
export const isAnyOf = (column: Sql, codes: string): Sql =>
  sql`and ${column} = any(string_to_array(${codes}::text, ','))`;

/**
 * Whether a row of `orders` is in figures: neither it nor the order that it is a return of was canceled as a whole.
 * Nothing was sold then, so nothing is taken off either.
 */
export const isCounted = sql`
  not orders.canceled and (orders.original is null or not exists (
    select 1 from orders original
    where original.customer_id = orders.customer_id and original.order_id = orders.original ->> 'id'
      and original.canceled))`;

/** Whether a time lies on one of these days, both included, as the zone reckons days. */
export function isWithin(time: Sql, { from, to, timeZone }: RangeQuery): Sql {
  const start = (midnight: number): Sql =>
    sql`to_timestamp(${startOfDay(midnight, timeZone) / 1000}::double precision)`;
  const begun = from === undefined ? sql`true` : sql`${time} >= ${start(Date.parse(from))}`;
  const over = to === undefined ? sql`true` : sql`${time} < ${start(Date.parse(to) + dayLength)}`;
  return sql`${begun} and ${over}`;
}

/** The text that is kept with each row to be searched in: `search_text` in `migrations/008_search.sql`. */
const search = sql`search`;

/** Whether what a row is searched by has this text in it, as `foldText` compares. */
export const finds = (text: string, column: Sql = search): Sql => sql`strpos(${column}, fold_text(${text}::text)) > 0`;
