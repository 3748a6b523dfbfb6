import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Queryable, Transaction } from '../database/database.ts';
import { one } from '../database/database.ts';
import { Sql, sql } from '../database/sql.ts';
import { merge } from '../import/merge.ts';
import { stage } from '../import/stage.ts';
import { createImporter, gbp } from './importer.ts';
import { createFiles, csv, type FileLine } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** Rolls a transaction back. */
const undone = new Error('Undone');

/** Tests what an import does to the database besides the data: references, roles, and what a failure leaves. */
export function testImportTransaction(server: () => TestServer): void {
  describe('transaction of an import', () => {
    const { importContent, load, ordersOf, orderOf, statsOf } = createImporter(server);
    const write = createFiles();

    const lines: readonly FileLine[] = [
      { invoice: '1600', customer: '60', code: '16000', description: 'ONE' },
      { invoice: '1600', customer: '60', code: 'POST', description: 'POSTAGE' },
      { invoice: 'C1601', customer: '61', code: '16001', quantity: -1 },
    ];

    it('leaves no reference to a missing row, whether invoices are new, repeated or moved', async () => {
      const { database } = server();
      assert.ok((await brokenReferences(database, true)).length > 10);
      await load(...lines);
      assert.deepEqual(await brokenReferences(database), []);
      await load(...lines);
      assert.deepEqual(await brokenReferences(database), []);
      await load({ ...lines[2]!, customer: '62' }, { invoice: '1602', customer: '63', code: '16002' });
      assert.deepEqual(await brokenReferences(database), []);
    });

    it('skips the checks of references only while it adds lines', async () => {
      const { database } = server();
      await database
        .transaction(async (tx) => {
          const roles = await importRecorded(tx, write(csv(...lines)));
          assert.deepEqual(
            roles.filter((role, at) => role !== roles[at - 1]),
            ['origin', 'replica', 'origin'],
          );
          const orphan = sql`
            insert into notes (customer_id, note_id, body, author, created_at) values ('?', '?', '', '{}', now())`;
          await assert.rejects(tx.query(orphan), /foreign key/);
          throw undone;
        })
        .catch(rethrowUnless(undone));
      const { role } = await one<{ role: string }>(
        database,
        sql`select current_setting('session_replication_role') as role`,
      );
      assert.equal(role, 'origin');
    });

    it('skips only the checks of references: the tables have no triggers of their own', async () => {
      assert.deepEqual(
        await server().database.query(sql`
          select tgname from pg_trigger
          where not tgisinternal and tgrelid in ('customers'::regclass, 'orders'::regclass, 'order_lines'::regclass,
            'products'::regclass, 'order_figures'::regclass, 'product_figures'::regclass, 'line_texts'::regclass,
            'transactions'::regclass)`),
        [],
      );
    });

    it('works for a role that may not skip the checks', async () => {
      const { database } = server();
      let roles: readonly unknown[] = [];
      await database
        .transaction(async (tx) => {
          await tx.script(`
          create role plain_importer;
          -- PGlite copies from a file.
          grant pg_read_server_files to plain_importer;
          grant all on all tables in schema public to plain_importer;
          set local role plain_importer`);
          roles = await importRecorded(tx, write(csv({ invoice: '1610', customer: '64', code: '16100' })));
          const { count } = await one<{ count: number }>(
            tx,
            sql`select count(*)::integer as count from order_lines where customer_id = '64'`,
          );
          assert.equal(count, 1);
          throw undone;
        })
        .catch(rethrowUnless(undone));
      assert.deepEqual([...new Set(roles)], ['origin']);
    });

    it('keeps tabs, backslashes, line breaks and what COPY takes for a null or an end', async () => {
      const titles = ['a\tb', 'C:\\new\\table', '\\N', '\\.', 'a\nb', 'a\r\nb', '{"x",NULL}', 'Å 漢字 👍'];
      await load(
        ...titles.map((description, at) => ({ invoice: '1620', customer: '65', code: `1620${at}`, description })),
      );
      assert.deepEqual(
        (await orderOf('65', '1620')).lines.map(({ title }) => title),
        // The reader joins the lines of a quoted field with a line feed.
        titles.map((title) => title.replace('\r', '')),
      );
    });

    it('has every line of a file that is copied in several parts, once', async () => {
      // Six parts: a store gets 256 Ki characters at a time. No two lines have the same quantity.
      const lines = Array.from({ length: 9000 }, (_, at) => ({
        invoice: `${200_000 + (at % 90)}`,
        customer: '68',
        code: `${at}`,
        description: `LINE ${at} `.padEnd(100, '.'),
        quantity: at + 1,
        price: '0.01',
      }));
      assert.equal((await load(...lines)).lines, lines.length);
      const { lifetimeTotal } = await statsOf('68');
      assert.deepEqual(lifetimeTotal?.amounts, [gbp('405045.00')]);
    });

    it('leaves nothing of a file whose last line is bad, and the next import works', async () => {
      const good = Array.from({ length: 4000 }, (_, at) => ({ invoice: `${163_000 + at}`, customer: '66' }));
      await assert.rejects(importContent(csv(...good, { invoice: '1640', customer: '66', price: '1,5' })), {
        message: /^Line 4002: /,
      });
      assert.equal((await server().manager.get('/customers/66')).status, 404);
      assert.equal((await load(...good)).lines, 4000);
      assert.equal((await ordersOf('66')).length > 0, true);
    });
  });
}

const rethrowUnless = (expected: Error) => (thrown: unknown) => {
  if (thrown !== expected) throw thrown;
};

/** Imports a file, and returns the values of `session_replication_role` while the lines were added. */
async function importRecorded(tx: Transaction, file: string): Promise<readonly string[]> {
  const roles: string[] = [];
  await stage(tx, file, () => {});
  await merge({
    script: (text) => tx.script(text),
    async query<Row>(statement: Sql) {
      const rows = await tx.query<Row>(statement);
      roles.push(
        (await one<{ role: string }>(tx, sql`select current_setting('session_replication_role') as role`)).role,
      );
      return rows;
    },
  });
  return roles;
}

/** Returns the foreign keys of which a row refers to a missing one; with `all`, all that were examined. */
async function brokenReferences(database: Queryable, all = false): Promise<readonly string[]> {
  const keys = await database.query<{ name: string; child: string; parent: string; matches: string; set: string }>(sql`
    select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
      (select string_agg(format('parent.%I = child.%I', b.attname, a.attname), ' and ')
        from unnest(conkey, confkey) as pair (own, other)
        join pg_attribute a on a.attrelid = conrelid and a.attnum = own
        join pg_attribute b on b.attrelid = confrelid and b.attnum = other) as matches,
      (select string_agg(format('child.%I is not null', attname), ' and ')
        from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as set
    from pg_constraint where contype = 'f' and conparentid = 0`);
  const broken: string[] = [];
  for (const { name, child, parent, matches, set } of keys) {
    const found = await database.query(
      new Sql(
        [
          `select 1 from ${child} as child where ${set} and not exists (select 1 from ${parent} as parent where ${matches}) limit 1`,
        ],
        [],
      ),
    );
    if (all || found.length > 0) broken.push(name);
  }
  return broken;
}
