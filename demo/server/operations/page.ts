import { one, type Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import type { ListQuery } from '../http/query.ts';
import { isAfter, orderBy, sortKey, type Ordering, type SortKey } from './ordering.ts';

/** The query of a list: columns, source and ordering. */
export interface ListStatement {
  readonly columns: Sql;
  readonly from: Sql;
  readonly where: Sql;
  readonly ordering: Ordering;
}

/**
 * Reads one page of a list. The cursor contains sort keys, not a row's position: a new row never makes another one
 * appear twice or disappear.
 */
export async function readPage<Row, Item>(
  db: Queryable,
  query: ListQuery,
  { columns, from, where, ordering }: ListStatement,
  itemOf: (row: Row) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  // One more row than requested shows if there is a next page.
  const rows = await db.query<Row & { sortKey: SortKey }>(sql`
    select ${columns}, ${sortKey(ordering)} as "sortKey" from ${from}
    where ${where} ${query.after ? sql`and ${isAfter(ordering, query.after)}` : nothing}
    order by ${orderBy(ordering)}
    limit ${query.first + 1}`);
  const shown = rows.slice(0, query.first);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), next: last && rows.length > shown.length ? query.cursor(last.sortKey) : null };
}

/** Counts the rows of the whole list. */
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
