import { one, type Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import type { ListQuery } from '../http/query.ts';
import { isAfter, orderBy, sortKey, type Ordering, type SortKey } from './ordering.ts';

/** The rows of a list: what is selected, from where, and in which order. */
export interface ListStatement {
  readonly columns: Sql;
  readonly from: Sql;
  readonly where: Sql;
  readonly ordering: Ordering;
}

/**
 * One page of a list. The cursor says after which values to go on, not at which row: a row that arrives meanwhile
 * makes no other come twice or never.
 */
export async function readPage<Row, Item>(
  db: Queryable,
  query: ListQuery,
  { columns, from, where, ordering }: ListStatement,
  itemOf: (row: Row) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  // One row more than the page may have tells whether there is a next one.
  const rows = await db.query<Row & { sortKey: SortKey }>(sql`
    select ${columns}, ${sortKey(ordering)} as "sortKey" from ${from}
    where ${where} ${query.after ? sql`and ${isAfter(ordering, query.after)}` : nothing}
    order by ${orderBy(ordering)}
    limit ${query.first + 1}`);
  const shown = rows.slice(0, query.first);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), next: last && rows.length > shown.length ? query.cursor(last.sortKey) : null };
}

/** How many rows the whole list has. */
export async function countRows(
  db: Queryable,
  { from, where }: Pick<ListStatement, 'from' | 'where'>,
): Promise<number> {
  const { total } = await one<{ total: number }>(
    db,
    sql`select count(*)::integer as total from ${from} where ${where}`,
  );
  return total;
}
