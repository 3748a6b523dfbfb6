import { dayLength, startOfDay } from '../../../src/domain/zone.ts';
import { sql, type Sql } from '../database/sql.ts';
import type { RangeQuery } from '../http/query.ts';

/** Whether a time lies on one of these days, both included, as the zone reckons days. */
export function isWithin(time: Sql, { from, to, timeZone }: RangeQuery): Sql {
  const start = (midnight: number): Sql =>
    sql`to_timestamp(${startOfDay(midnight, timeZone) / 1000}::double precision)`;
  const begun = from === undefined ? sql`true` : sql`${time} >= ${start(Date.parse(from))}`;
  const over = to === undefined ? sql`true` : sql`${time} < ${start(Date.parse(to) + dayLength)}`;
  return sql`${begun} and ${over}`;
}
