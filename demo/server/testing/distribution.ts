import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Queryable } from '../database/database.ts';
import { distributedTables, localTables, referenceTables } from '../database/distribution.ts';
import { migrate } from '../database/open.ts';
import { partitionTables } from '../database/partition.ts';
import { sql } from '../database/sql.ts';
import type { TestServer } from './test-server.ts';

/** Tests that the tables of customers are partitioned, and that keys contain the customer. */
export function testDistribution(server: () => TestServer): void {
  describe('partitioned tables', () => {
    it('are all tables of customers, and every other table is said to be shared or local', async () => {
      const rows = await server().database.query<{ name: string; kind: string }>(sql`
        select relname as name, relkind::text as kind from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
      const namesOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ name }) => name);
      assert.deepEqual(namesOf('p').toSorted(), distributedTables.toSorted());
      assert.deepEqual(namesOf('r').toSorted(), [...referenceTables, ...localTables].toSorted());
    });

    it('have eight partitions each, and rows in most of them', async () => {
      const rows = await server().database.query<{ name: string; partitions: number }>(sql`
        select inhparent::regclass::text as name, count(*)::integer as partitions from pg_inherits
        where inhparent::regclass::text = any(array(select jsonb_array_elements_text(
          ${JSON.stringify(distributedTables)}::jsonb)))
        group by inhparent`);
      assert.equal(rows.length, distributedTables.length);
      for (const { name, partitions } of rows) assert.equal(partitions, 8, name);
      const used = await server().database.query(sql`select distinct tableoid from customers`);
      assert.ok(used.length >= 6, String(used.length));
    });

    it('refer to each other by the customer too', async () => {
      const references = await server().database.query<{ reference: string }>(sql`
        select pg_get_constraintdef(oid) as reference from pg_constraint
        where contype = 'f' and conparentid = 0 and confrelid::regclass::text = any(array(
          select jsonb_array_elements_text(${JSON.stringify(distributedTables)}::jsonb)))`);
      assert.ok(references.length > 10, String(references.length));
      for (const { reference } of references)
        assert.match(reference, /^FOREIGN KEY \(customer_id\b.*REFERENCES \w+\(customer_id\b/);
    });

    it('and all others are in docs/scale.md, each with its kind', () => {
      const page = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');
      const rows = [...page.matchAll(/^\| `(\w+)` +\| (reference|distributed|local) +\|/gm)];
      const tablesOf = (kind: string) => rows.flatMap(([, table, of]) => (of === kind ? [table] : [])).toSorted();
      assert.deepEqual(tablesOf('distributed'), distributedTables.toSorted());
      assert.deepEqual(tablesOf('reference'), referenceTables.toSorted());
      assert.deepEqual(tablesOf('local'), localTables.toSorted());
    });

    it('keep all references when a later migration adds a table', async () => {
      const references = (db: Queryable) =>
        db.query(sql`
          select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as reference
          from pg_constraint where contype = 'f' and conparentid = 0 order by 1, 2`);
      const rollback = new Error('rolled back');
      const partitionedAgain = server().database.transaction(async (tx) => {
        const before = await references(tx);
        // What a migration may leave: a table that is not partitioned yet, and a partitioned one that refers to it.
        await tx.script(`
          create table new_notes (like notes including all);
          create table new_revisions (like note_revisions including all) partition by hash (customer_id);
          create table new_revisions_p0 partition of new_revisions for values with (modulus 1, remainder 0);
          drop table note_revisions, notes;
          alter table new_notes rename to notes;
          alter table new_revisions rename to note_revisions;
          alter table notes add foreign key (customer_id) references customers;
          alter table note_revisions add foreign key (customer_id, note_id) references notes`);
        assert.deepEqual(await references(tx), before);
        await partitionTables(tx, 8);
        const [notes] = await tx.query(sql`select relkind::text as kind from pg_class where oid = 'notes'::regclass`);
        assert.deepEqual([notes, await references(tx)], [{ kind: 'p' }, before]);
        throw rollback;
      });
      await assert.rejects(partitionedAgain, rollback);
    });

    it('stay as they are when a server starts', async () => {
      const oids = () =>
        server().database.query(sql`select oid::text from pg_class where relkind in ('r', 'p') order by 1`);
      const before = await oids();
      await migrate(server().database, 8);
      assert.deepEqual(await oids(), before);
    });
  });
}
