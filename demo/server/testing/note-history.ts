import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textHeader } from '../../../src/adapters/rest/headers.ts';
import type { Note, NoteRevision } from '../../../src/domain/note.ts';
import { sql } from '../database/sql.ts';
import type { Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests pinning, searching, deleting and restoring notes, and their revisions. */
export function testNoteHistory(server: () => TestServer): void {
  const notes = '/customers/C-20821/notes';
  const write = async (body: string): Promise<Note> =>
    (await server().manager.send<Note>('POST', notes, { body: { body } })).body;
  const change = (note: Note, body: object) =>
    server().agent.send<Note & Refused>('PATCH', `${notes}/${note.id}`, { body, version: note.version! });
  const remove = ({ id, version }: Note) => server().manager.send('DELETE', `${notes}/${id}`, { version: version! });
  const restore = ({ id }: Note, key?: string) =>
    server().agent.send<Note & Refused>('POST', `${notes}/${id}/restore`, { ...(key !== undefined && { key }) });
  const revisionsOf = async ({ id }: Note) =>
    (await server().viewer.all<NoteRevision>(`${notes}/${id}/revisions`, 2)).map(({ kind, body, author }) => [
      kind,
      body,
      author.id,
    ]);
  const there = async (): Promise<string[]> => (await server().manager.all<Note>(notes, 100)).map(({ id }) => id);

  describe('the history of a note', () => {
    it('lists the revisions of all authors in order', async () => {
      const note = await write('One');
      const { body: changed } = await change(note, { body: 'Two' });
      const { body: pinned } = await change(changed, { pinned: true });
      const { body: both } = await change(pinned, { body: 'Three', pinned: false });
      await remove(both);
      await restore(both);
      assert.deepEqual(await revisionsOf(note), [
        ['restored', 'Three', 'op-131'],
        ['deleted', 'Three', 'op-114'],
        ['unpinned', 'Three', 'op-131'],
        ['edited', 'Three', 'op-131'],
        ['pinned', 'Two', 'op-131'],
        ['edited', 'Two', 'op-131'],
        ['created', 'One', 'op-114'],
      ]);
    });

    it('is written in the same transaction as the note', async () => {
      const note = await write('Kept whole');
      assert.equal((await change({ ...note, version: '7' }, { body: 'Never' })).status, 412);
      assert.equal((await change(note, {})).status, 422);
      assert.equal((await change(note, { body: '' })).status, 422);
      assert.equal((await change(note, { body: ' Kept whole ' })).body.version, '1');
      assert.equal((await revisionsOf(note)).length, 1);
    });

    it('numbers concurrent revisions in sequence', async () => {
      const note = await write('Contested');
      const answers = await Promise.all([
        change(note, { body: 'A' }),
        change(note, { pinned: true }),
        remove(note),
        change(note, { body: 'B' }),
      ]);
      const done = answers.filter(({ status }) => status < 300);
      assert.equal(done.length, 1);
      assert.equal((await revisionsOf(note)).length, 2);
    });

    it('responds that a note is missing, also for one of another customer', async () => {
      const note = await write('Of C-20821');
      for (const path of [`${notes}/gone/revisions`, `/customers/C-20817/notes/${note.id}/revisions`])
        assert.equal((await server().viewer.get(path)).status, 404);
    });

    it('is empty for a note that is older than the history', async () => {
      const { database, viewer } = server();
      await database.query(sql`
        insert into notes (customer_id, note_id, body, author, created_at, updated_at)
        values ('C-20821', 'before', 'Old', '{"id": "op-1"}', '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z')`);
      const { status, body } = await viewer.get<Listed<NoteRevision>>(`${notes}/before/revisions`);
      assert.deepEqual([status, body.items, body.total], [200, [], 0]);
    });
  });

  describe('a deleted note', () => {
    it('is in no list or search, and cannot be changed', async () => {
      const note = await write('Gone with its word: quittenbrot');
      await remove(note);
      assert.ok(!(await there()).includes(note.id));
      const searchHeaders = { [textHeader]: 'quittenbrot' };
      const { body } = await server().manager.get<Listed<Note>>(notes, searchHeaders);
      assert.deepEqual([body.items, body.total], [[], 0]);
      for (const version of ['1', '2']) assert.equal((await change({ ...note, version }, { body: 'A' })).status, 404);
      assert.equal((await remove(note)).status, 404);
    });

    it('is restored once, as a new version with the same text', async () => {
      const note = await write('Back again');
      await remove(note);
      const first = await restore(note, 'restore-once');
      assert.deepEqual([first.status, first.body.body, first.body.version], [200, 'Back again', '3']);
      assert.deepEqual(first.body.createdAt, note.createdAt);
      assert.equal((await restore(note, 'restore-once')).body.version, '3');
      assert.equal((await restore(note)).body.version, '3');
      assert.equal((await revisionsOf(note)).length, 3);
      assert.ok((await there()).includes(note.id));
    });

    it('is restored by permitted operators only', async () => {
      const note = await write('Not theirs to bring back');
      await remove(note);
      const { status } = await server().viewer.send('POST', `${notes}/${note.id}/restore`);
      assert.equal(status, 403);
      assert.ok(!(await there()).includes(note.id));
    });
  });

  it('pinning a note moves it to the top, and is no edit of its text', async () => {
    const note = await write('First of all');
    await write('Newer');
    const { body: pinned } = await change(note, { pinned: true });
    assert.deepEqual([pinned.pinned, pinned.updatedAt], [true, null]);
    assert.equal((await there())[0], note.id);
    await change(pinned, { pinned: false });
    assert.notEqual((await there())[0], note.id);
  });
}
