import { sql, type Sql } from '../database/sql.ts';

/** The code of a coded value in JSON, which is either the code itself or an object with a label beside it. */
export const code = (coded: Sql): Sql => sql`coalesce(${coded} ->> 'code', ${coded} #>> '{}')`;
