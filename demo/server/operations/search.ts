import { join, sql, type Sql } from '../database/sql.ts';

/** Whether one of the texts contains this one, whatever the case and the width of its letters. */
export const contains = (texts: readonly Sql[], text: string): Sql =>
  sql`(${join(
    texts.map((column) => sql`strpos(${folded(column)}, ${folded(sql`${text}::text`)}) > 0`),
    sql` or `,
  )})`;

// By Unicode, not by the database's locale: `C` would leave Ä as it is.
const folded = (text: Sql): Sql => sql`lower(normalize(${text}, nfkc) collate "und-x-icu")`;
