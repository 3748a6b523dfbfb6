import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { NotesPort } from '../../adapter/ports.ts';
import { NoteInput, type Note } from '../../domain/note.ts';
import { within } from './days.ts';
import { demandVersion, following, found, type Desk } from './desk.ts';
import { noteList } from './lists.ts';
import { matching, pageOf } from './paging.ts';
import type { CustomerFile } from './store.ts';

/** What operators have noted. A change or a deletion must say on which version it is based. */
export function notesPort(desk: Desk) {
  const { store, operator } = desk;

  function write<R>(
    operation: string,
    customerId: string,
    request: unknown,
    options: WriteOptions,
    work: (file: CustomerFile) => R,
  ): Promise<R> {
    return desk.write(operation, customerId, request, options, (file) => {
      if (options.dryRun) throw new AdapterError('unsupported');
      return work(file);
    });
  }

  return {
    guarantees: { idempotency: true, versions: true },

    async list(customerId, page, options) {
      const file = await desk.read('notes.list', customerId, options);
      const inRange = within(page.range, options.timeZone);
      const rows = file.notes.filter(({ createdAt }) => inRange(createdAt));
      return pageOf(matching(rows, page, noteList), page, noteList, options.locale);
    },

    create(customerId, note, options) {
      return write('notes.create', customerId, note, options, (file) => {
        const created: Note = {
          id: store.newId('note'),
          customerId,
          version: '1',
          body: check(NoteInput, note).body,
          createdAt: store.tick(),
          updatedAt: null,
          author: operator.actor,
        };
        file.notes = [...file.notes, created];
        return created;
      });
    },

    update(customerId, noteId, note, options) {
      return write('notes.update', customerId, [noteId, note], options, (file) => {
        const { body } = check(NoteInput, note);
        const before = found(file.notes, noteId);
        demandVersion(before, options.ifVersion);
        const after = { ...before, body, version: following(before.version), updatedAt: store.tick() };
        file.notes = file.notes.map((other) => (other === before ? after : other));
        return after;
      });
    },

    delete(customerId, noteId, options) {
      return write('notes.delete', customerId, noteId, options, (file) => {
        const before = found(file.notes, noteId);
        demandVersion(before, options.ifVersion);
        file.notes = file.notes.filter((other) => other !== before);
      });
    },
  } satisfies NotesPort;
}
