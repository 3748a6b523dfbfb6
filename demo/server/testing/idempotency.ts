import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note } from '../../../src/domain/note.ts';
import { sql } from '../database/sql.ts';
import type { Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests repeated writes, using notes. */
export function testIdempotency(server: () => TestServer): void {
  const notes = '/customers/C-20819/notes';
  const write = (body: string, key?: string) => server().manager.send<Note>('POST', notes, { body: { body }, key });
  const bodies = async (): Promise<string[]> => (await server().manager.all<Note>(notes, 100)).map(({ body }) => body);

  describe('repeated writes', () => {
    it('are executed once, and get the same response', async () => {
      const [first, again] = [await write('Once', 'key-1'), await write('Once', 'key-1')];
      assert.deepEqual([again.status, again.body], [first.status, first.body]);
      for (const header of ['ETag', 'Location']) assert.equal(again.headers.get(header), first.headers.get(header));
      assert.equal((await bodies()).filter((body) => body === 'Once').length, 1);
    });

    it('get the same response although the record has changed since', async () => {
      const { body: note } = await write('Moving');
      const change = { body: { body: 'Moved' }, version: '1', key: 'key-2' };
      const first = await server().manager.send<Note>('PATCH', `${notes}/${note.id}`, change);
      await server().manager.send('DELETE', `${notes}/${note.id}`, { version: '2' });
      const again = await server().manager.send<Note>('PATCH', `${notes}/${note.id}`, change);
      assert.deepEqual([again.status, again.body], [200, first.body]);
    });

    it('get the same response although the sender lost the permission; new writes are rejected', async () => {
      const { database, agent } = server();
      const write = (key: string) => agent.send<Note>('POST', notes, { body: { body: 'By an agent' }, key });
      const role = (of: string) => database.query(sql`update operators set role = ${of} where login = 'tom'`);
      const first = await write('key-8');
      await role('viewer');
      const [again, another] = [await write('key-8'), await write('key-9')];
      await role('agent');
      assert.deepEqual([again.status, again.body], [first.status, first.body]);
      assert.equal(another.status, 403);
    });

    it('are executed once if they are sent concurrently', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => write('At once', 'key-3')));
      // A request during the first one is either rejected as still running or gets its response.
      for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
      assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size, 1);
      assert.equal((await bodies()).filter((body) => body === 'At once').length, 1);
    });

    it('are rejected with another body', async () => {
      await write('One thing', 'key-4');
      const { status, body } = await server().manager.send<Refused>('POST', notes, {
        body: { body: 'Another' },
        key: 'key-4',
      });
      assert.deepEqual([status, body.code], [422, 'validation']);
      assert.ok(!(await bodies()).includes('Another'));
    });

    it('are new writes for another operator or another customer', async () => {
      await write('Shared key', 'key-5');
      const body = { body: 'Shared key' };
      assert.equal((await server().agent.send('POST', notes, { body, key: 'key-5' })).status, 201);
      assert.equal(
        (await server().manager.send('POST', '/customers/C-20818/notes', { body, key: 'key-5' })).status,
        201,
      );
      assert.equal((await bodies()).filter((found) => found === 'Shared key').length, 2);
    });

    it('may be retried with the same key after a rejection', async () => {
      const { status } = await server().manager.send('POST', notes, { body: { body: '' }, key: 'key-6' });
      assert.equal(status, 422);
      assert.equal((await write('Not empty', 'key-6')).status, 201);
    });

    it('are forgotten after 24 hours, and not before', async () => {
      const { database } = server();
      const age = (hours: number) =>
        database.query(sql`
          update idempotency_keys set created_at = now() - ${hours} * interval '1 hour' where key = 'key-7'`);
      const first = await write('Long ago', 'key-7');
      await age(23.9);
      assert.equal((await write('Long ago', 'key-7')).body.id, first.body.id);
      await age(24.1);
      assert.notEqual((await write('Long ago', 'key-7')).body.id, first.body.id);
    });

    it('need a key', async () => {
      const { status, body } = await server().manager.send<Refused>('POST', notes, { body: { body: 'A' }, key: null });
      assert.deepEqual([status, Object.keys(body.fieldErrors ?? {})], [422, ['Idempotency-Key']]);
    });
  });
}
