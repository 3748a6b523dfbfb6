import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Note } from '../../../src/domain/note.ts';
import type { Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests the rules of all writes, using notes. */
export function testNotes(server: () => TestServer): void {
  const notes = '/customers/C-20818/notes';
  const write = (body: string, key?: string) => server().manager.send<Note>('POST', notes, { body: { body }, key });
  const bodies = async (): Promise<string[]> => (await server().manager.all<Note>(notes, 100)).map(({ body }) => body);

  describe('notes', () => {
    it('creates a note with the signed-in operator as author', async () => {
      const { status, headers, body } = await server().agent.send<Note>('POST', notes, {
        body: { body: ' Rang back. ' },
      });
      assert.equal(status, 201);
      assert.deepEqual(
        [body.body, body.customerId, body.author],
        ['Rang back.', 'C-20818', { id: 'op-131', name: 'Tom Adeyemi' }],
      );
      assert.equal(headers.get('ETag'), '"1"');
      assert.equal(headers.get('Location'), `/api${notes}/${body.id}`);
      assert.equal((await bodies())[0], 'Rang back.');
    });

    it('stores who can read a note, and rejects readers that it does not offer', async () => {
      const send = (visibility: string) =>
        server().agent.send<Note & Refused>('POST', notes, { body: { body: 'For somebody', visibility } });
      assert.equal((await send('customer')).body.visibility, 'customer');
      const { status, body } = await send('everybody');
      assert.deepEqual([status, Object.keys(body.fieldErrors ?? {})], [422, ['visibility']]);
    });

    it('changes a note and its time', async () => {
      const { body: note } = await write('Before');
      const { status, headers, body } = await server().manager.send<Note>('PATCH', `${notes}/${note.id}`, {
        body: { body: 'After' },
        version: '1',
      });
      assert.equal(status, 200);
      assert.deepEqual([body.body, body.version, headers.get('ETag')], ['After', '2', '"2"']);
      assert.ok(body.updatedAt);
    });

    it('deletes a note', async () => {
      const { body: note } = await write('To be deleted');
      const { status, body } = await server().manager.send('DELETE', `${notes}/${note.id}`, { version: '1' });
      assert.deepEqual([status, body], [204, undefined]);
      assert.ok(!(await bodies()).includes('To be deleted'));
    });

    it('rejects a change without a version', async () => {
      const { body: note } = await write('Mine');
      for (const method of ['PATCH', 'DELETE'] as const) {
        const { status } = await server().manager.send<Refused>(method, `${notes}/${note.id}`, {
          body: { body: 'Yours' },
        });
        assert.equal(status, 428);
      }
    });

    it('rejects a change of an old version, and returns the current note', async () => {
      const { body: note } = await write('First');
      const path = `${notes}/${note.id}`;
      await server().manager.send('PATCH', path, { body: { body: 'Second' }, version: '1' });
      for (const method of ['PATCH', 'DELETE'] as const) {
        const { status, body } = await server().agent.send<Refused>(method, path, {
          body: { body: 'Third' },
          version: '1',
        });
        assert.deepEqual([status, body.code], [412, 'conflict']);
        assert.deepEqual([(body.current as Note).body, (body.current as Note).version], ['Second', '2']);
      }
    });

    it('accepts one of two concurrent changes', async () => {
      const { body: note } = await write('Contested');
      const change = (body: string) =>
        server().manager.send<Note>('PATCH', `${notes}/${note.id}`, { body: { body }, version: '1' });
      const statuses = (await Promise.all([change('A'), change('B')])).map(({ status }) => status);
      assert.deepEqual(new Set(statuses), new Set([200, 412]));
    });

    it('responds that a note is missing', async () => {
      const { status } = await server().manager.send('PATCH', `${notes}/gone`, { body: { body: 'A' }, version: '1' });
      assert.equal(status, 404);
    });

    it('does not find a note under another customer', async () => {
      const { body: note } = await write('Of C-20818');
      const path = `/customers/C-20817/notes/${note.id}`;
      assert.equal((await server().manager.send('DELETE', path, { version: '1' })).status, 404);
    });

    it('rejects operators without permission, and says who has it', async () => {
      const { status, body } = await server().viewer.send<Refused>('POST', notes, { body: { body: 'Let me' } });
      assert.deepEqual([status, body.code, body.reason], [403, 'forbidden', 'Agents and managers may write notes.']);
      assert.ok(!(await bodies()).includes('Let me'));
    });
  });

  describe('pages of notes', () => {
    const pages = '/customers/C-20820/notes';

    it('neither skip nor repeat while notes arrive', { timeout: 20_000 }, async () => {
      const { manager } = server();
      const before = (await manager.all<Note>(pages, 100)).map(({ id }) => id);
      for (let number = 0; number < 9; number += 1)
        await manager.send('POST', pages, { body: { body: `Note ${number}` } });
      const idsInOrder = (await manager.all<Note>(pages, 100)).map(({ id }) => id);
      assert.equal(idsInOrder.length, before.length + 9);

      const seen: string[] = [];
      let after = '';
      do {
        const { body } = await manager.get<Listed<Note>>(`${pages}?first=2${after}`);
        seen.push(...body.items.map(({ id }) => id));
        after = body.next === null ? '' : `&after=${body.next}`;
        await manager.send('POST', pages, { body: { body: 'Meanwhile' } });
      } while (after);
      assert.deepEqual(seen, idsInOrder);
    });

    it('reject a cursor of another list', async () => {
      const { body } = await server().manager.get<Listed<Note>>(`${pages}?first=2`);
      for (const list of [`${notes}?first=2`, `${pages}?first=2&text=a`, '/customers/C-20820/orders?first=2']) {
        const { status } = await server().manager.get(`${list}&after=${body.next}`);
        assert.equal(status, 422, list);
      }
    });

    it('reject a cursor with one changed letter', async () => {
      const { body } = await server().manager.get<Listed<Note>>(`${pages}?first=2`);
      const cursor = body.next ?? '';
      for (let at = 0; at < cursor.length; at += 5) {
        const damaged = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
        assert.equal((await server().manager.get(`${pages}?first=2&after=${damaged}`)).status, 422, damaged);
      }
    });
  });
}
