import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Queryable } from '../../demo/server/database/database.ts';
import { sql } from '../../demo/server/database/sql.ts';

/** The tables that an import fills. */
const tables = [
  ...['customers', 'credit_accounts', 'products', 'orders', 'order_lines'],
  ...['order_figures', 'product_figures', 'line_texts', 'transactions'],
];

/**
 * Copies the rows that an import has made to a database with the same tables and indexes, and returns the seconds of it:
 * the limit of an import that would know all rows beforehand. The rows are in the order of their keys, and no reference is
 * checked, as in an import.
 */
export async function bareCopy(from: { database: Queryable; url: string }, toUrl: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-copy-'));
  const psql = (url: string, commands: readonly string[]): void => {
    const options = [url, '--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1'];
    execFileSync('psql', options, { input: commands.join('\n'), stdio: ['pipe', 'ignore', 'inherit'] });
  };
  try {
    const found = await from.database.query<{ name: string; columns: string; key: string }>(sql`
      select relname as name,
        (select string_agg(attname, ', ' order by attnum) from pg_attribute
          where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
        (select string_agg(attname, ', ' order by array_position(conkey, attnum))
          from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
          where conrelid = pg_class.oid and contype = 'p') as key
      from jsonb_array_elements_text(${JSON.stringify(tables)}::jsonb) with ordinality as listed (name, place)
        join pg_class on pg_class.oid = to_regclass(name)
      order by place`);
    const fileOf = (name: string): string => join(folder, name);
    psql(
      from.url,
      found.map(
        ({ name, columns, key }) => `\\copy (select ${columns} from ${name} order by ${key}) to '${fileOf(name)}'`,
      ),
    );
    const start = performance.now();
    psql(toUrl, [
      'set session_replication_role = replica;',
      'begin;',
      ...found.map(({ name, columns }) => `\\copy ${name} (${columns}) from '${fileOf(name)}'`),
      'commit;',
    ]);
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
