import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { distributedTables, localTables, referenceTables } from '../database/distribution.ts';
import { migrate } from '../database/open.ts';
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

    it('stay as they are when a server starts', async () => {
      const oids = () =>
        server().database.query(sql`select oid::text from pg_class where relkind in ('r', 'p') order by 1`);
      const before = await oids();
      await migrate(server().database, 8);
      assert.deepEqual(await oids(), before);
    });
  });
}
