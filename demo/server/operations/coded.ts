import { sql, type Sql } from '../database/sql.ts';

/** The code of a coded value in JSON, which is either the code itself or an object with a label beside it. */
export const code = (coded: Sql): Sql => sql`coalesce(${coded} ->> 'code', ${coded} #>> '{}')`;

/** A condition more: that a code is one of several with commas between them. */
export const isAnyOf = (column: Sql, codes: string): Sql =>
  sql`and ${column} = any(string_to_array(${codes}::text, ','))`;
