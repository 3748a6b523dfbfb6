import { sql, type Sql } from '../database/sql.ts';

/** The text that is kept with each row to be searched in: `search_text` in `migrations/008_search.sql`. */
const search = sql`search`;

/** Whether what a row is searched by has this text in it, as `foldText` compares. */
export const finds = (text: string, column: Sql = search): Sql => sql`strpos(${column}, fold_text(${text}::text)) > 0`;
