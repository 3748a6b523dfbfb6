import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { customerCsv } from '../../../src/adapter/toolkit/customer-file.ts';
import type { CustomerExport, ExportFile, ExportInput } from '../../../src/domain/customer-export.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import { sql } from '../database/sql.ts';
import { deleteExpired } from '../housekeeping.ts';
import type { Client, Listed } from './client.ts';
import type { TestServer } from './test-server.ts';

const people = [
  { id: 'E-1', profile: { name: 'Ada Exporter', email: 'ada@exported.example' } },
  { id: 'E-2', profile: { name: '=HYPERLINK("http://evil.example")', email: '+1@exported.example' } },
  { id: 'E-3', profile: { name: 'Cy Exporter', email: 'cy@exported.example', verification: 'verified' } },
];

/** Tests exports step by step: the worker of the server rests meanwhile. */
export function testExports(server: () => TestServer): void {
  const start = async (body: ExportInput, who: Client = server().manager): Promise<CustomerExport> => {
    const answer = await who.send<CustomerExport>('POST', '/exports', { body });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const get = async (id: string) => (await server().manager.get<CustomerExport>(`/exports/${id}`)).body;
  const fileOf = (id: string, who: Client = server().manager) => who.get<ExportFile>(`/exports/${id}/file`);
  /** Writes all parts that are left. */
  const finish = async (): Promise<void> => {
    while (await server().exports.step());
  };

  describe('exports', () => {
    before(async () => {
      await server().exports.stop();
      for (const { id, profile } of people)
        await server().database.query(sql`
          insert into customers (customer_id, origin, profile)
          values (${id}, 'shop', ${JSON.stringify(profile)}::jsonb)`);
    });
    after(async () => {
      await server().database.script(`delete from customers where customer_id like 'E-_'`);
      await server().exports.start();
    });

    it('have the lines that the CSV of the list has, with text that no spreadsheet evaluates', async () => {
      const input: ExportInput = {
        fields: ['id', 'name', 'email', 'spent', 'orders', 'lastOrder', 'status', 'level', 'groups'],
        texts: { name: 'Name', verified: 'Verified', currency: 'Currency' },
        locale: 'de',
        timeZone: 'Europe/Berlin',
      };
      const { id, total } = await start(input);
      await finish();
      const { state, rows } = await get(id);
      assert.deepEqual([state, rows], ['done', total]);
      const { name, text = '' } = (await fileOf(id)).body;
      assert.match(name, /^customers-\d{4}-\d\d-\d\d\.csv$/);
      const { items } = (await server().manager.get<Listed<CustomerListItem>>('/customers?first=1000')).body;
      const csv = customerCsv(input);
      const lines = (whole: string) => whole.split('\r\n').toSorted();
      assert.ok(text.startsWith(csv.head));
      assert.deepEqual(lines(text.slice(csv.head.length)), lines(csv.lines(items)));
      assert.ok(text.includes(`"'=HYPERLINK(""http://evil.example"")"`), 'the formula is defused');
    });

    it('go on from the last part after a restart, and have each customer once, whatever happens to them', async () => {
      const { id } = await start({ fields: ['id', 'name'] });
      await server().exports.step();
      const begun = await get(id);
      assert.ok(begun.rows > 0 && begun.rows < begun.total!, 'a part is written');
      // One comes and one goes behind the last customer that is written, another one moves in the list.
      await server().database.script(`
        insert into customers (customer_id, origin, profile) values ('Z-1', 'shop', '{"name": "Zoe"}');
        delete from customers where customer_id = 'E-3';
        update customers set last_order_at = now() where customer_id = 'E-1'`);
      const { ExportWorker } = await import('../export-worker.ts');
      const other = new ExportWorker(server().database, 5);
      while (await other.step());
      const { text = '' } = (await fileOf(id)).body;
      const ids = text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]!);
      assert.equal(new Set(ids).size, ids.length);
      assert.equal(ids.length, (await get(id)).rows);
      assert.ok(ids.includes('Z-1') && !ids.includes('E-3'));
      await server().database.script(`delete from customers where customer_id = 'Z-1'`);
    });

    it('keep nothing but their entry in the log when they are canceled', async () => {
      const { id } = await start({ fields: ['id', 'email'], filter: { verification: 'verified' }, text: 'a' });
      await server().exports.step();
      const canceled = await server().manager.send<CustomerExport>('POST', `/exports/${id}/cancel`);
      assert.equal(canceled.body.state, 'canceled');
      await finish();
      assert.equal((await fileOf(id)).status, 404);
      const parts = await server().database.query(sql`select 1 from export_parts where export_id = ${id}`);
      assert.equal(parts.length, 0);
      const { items } = (await server().viewer.get<Listed<CustomerExport>>('/exports?filter[state]=canceled')).body;
      const { state, fields, isFiltered, actor } = items[0]!;
      assert.deepEqual([state, fields, isFiltered, actor?.name], ['canceled', ['id', 'email'], true, 'Dana Whitlock']);
    });

    it('fail if the operator is gone, and belong to who has started them', async () => {
      const { id } = await start({ fields: ['id'] }, server().agent);
      for (const path of [`/exports/${id}/file`]) assert.equal((await server().manager.get(path)).status, 403);
      assert.equal((await server().manager.send('POST', `/exports/${id}/cancel`)).status, 403);
      await server().database.query(sql`update exports set operator_id = 'gone' where export_id = ${id}`);
      await finish();
      const { state, reason } = await get(id);
      assert.deepEqual([state, reason], ['failed', 'The operator is no longer known.']);
    });

    it('are limited by the days of the date that was asked for, and refuse what the list cannot filter by', async () => {
      const lastOrder = (await server().manager.get<Listed<CustomerListItem>>('/customers?first=20')).body.items.at(
        -1,
      )!;
      const range = { from: lastOrder.lastOrderAt!.slice(0, 10) };
      const { id } = await start({ fields: ['id'], range, dates: 'lastOrder' });
      await finish();
      const { body } = await server().manager.get<Listed<CustomerListItem>>(
        `/customers?filter[lastOrder]=${range.from}/`,
      );
      const { rows, total } = await get(id);
      assert.deepEqual([rows, total], [body.total, body.total]);
      const refused = await server().manager.send('POST', '/exports', { body: { fields: ['id'], filter: { x: 'y' } } });
      assert.equal(refused.status, 501);
    });

    it('lose their file after a day, not their entry', async () => {
      const { id } = await start({ fields: ['id'] });
      await finish();
      await server().database.query(sql`
        update exports set ended_at = now() - interval '25 hours' where export_id = ${id}`);
      await deleteExpired(server().database);
      assert.equal((await fileOf(id)).status, 404);
      assert.equal((await get(id)).state, 'done');
    });
  });
}
