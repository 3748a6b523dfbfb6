import type { Queryable } from './database.ts';
import { distributedTables } from './distribution.ts';
import { sql } from './sql.ts';

/** The statements that create what a table has besides its columns. */
interface Definition {
  readonly table: string;
  readonly columns: readonly string[];
  /** Primary key and unique constraints, indexes, triggers. */
  readonly own: readonly string[];
}

/** A foreign key of or to a table, as the statements that drop and create it. */
interface Reference {
  readonly drop: string;
  readonly create: string;
}

/**
 * Partitions the tables of customers by the hash of `customer_id`, with their rows. Leaves tables that are partitioned
 * already as they are, so that later migrations may add others.
 */
export async function partitionTables(tx: Queryable, partitions: number): Promise<void> {
  const definitions = await readDefinitions(tx);
  if (definitions.length === 0) return;
  const run = (statements: readonly string[]): Promise<void> => tx.script(statements.join(';\n'));
  // Foreign keys would hold the old tables, also those of tables that were partitioned before. They are checked again
  // at the end.
  const references = await readReferences(
    tx,
    definitions.map(({ table }) => table),
  );
  await run([...references.map(({ drop }) => drop), 'create schema unpartitioned']);
  for (const { table, columns, own } of definitions) {
    const names = columns.join(', ');
    await run([
      `alter table ${table} set schema unpartitioned`,
      `create table ${table} (like unpartitioned.${table} including all excluding indexes) partition by hash (customer_id)`,
      ...Array.from(
        { length: partitions },
        (_, number) =>
          `create table ${table}_p${number} partition of ${table} for values with (modulus ${partitions}, remainder ${number})`,
      ),
      `insert into ${table} (${names}) select ${names} from unpartitioned.${table}`,
    ]);
    // The names of indexes and constraints are free only without the old table.
    await run([`drop table unpartitioned.${table}`, ...own]);
  }
  await run([...references.map(({ create }) => create), 'drop schema unpartitioned']);
}

const readDefinitions = (tx: Queryable): Promise<Definition[]> =>
  tx.query<Definition>(sql`
    select name as "table",
      array(
        select quote_ident(attname) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
      )::text[] as columns,
      array(
        select format('alter table %I add constraint %I %s', name, conname, pg_get_constraintdef(oid))
        from pg_constraint where conrelid = pg_class.oid and contype in ('p', 'u')
        union all
        select pg_get_indexdef(indexrelid) from pg_index
        where indrelid = pg_class.oid
          and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
        union all
        select pg_get_triggerdef(oid) from pg_trigger where tgrelid = pg_class.oid and not tgisinternal
      )::text[] as own
    from jsonb_array_elements_text(${JSON.stringify(distributedTables)}::jsonb) with ordinality as listed (name, place)
    join pg_class on pg_class.oid = to_regclass(name)
    where relkind = 'r' order by place`);

/** Reads the foreign keys of the tables and those that refer to them. A partition's are part of its table's. */
const readReferences = (tx: Queryable, tables: readonly string[]): Promise<Reference[]> =>
  tx.query<Reference>(sql`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "drop",
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "create"
    from pg_constraint
    where contype = 'f' and conparentid = 0 and exists (
      select 1 from jsonb_array_elements_text(${JSON.stringify(tables)}::jsonb) as listed (name)
      where to_regclass(name) in (conrelid, confrelid))
    order by oid`);
