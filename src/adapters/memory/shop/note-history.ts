import type { Note, NoteRevision } from '../../../domain/note.ts';
import type { EarlierNote } from './types.ts';

/** Returns the revisions of a note up to its current text, oldest first. */
export function historyOf(note: Note, earlier: readonly EarlierNote[] = []): NoteRevision[] {
  const { id, customerId, body, createdAt, updatedAt, author } = note;
  const texts = [...earlier, { body, at: updatedAt ?? createdAt, author }];
  const revisions = texts.map((text, index) => ({ kind: index === 0 ? 'created' : 'edited', ...text }));
  if (note.pinned) revisions.splice(1, 0, { ...revisions[0]!, kind: 'pinned' });
  return revisions.map((revision, index) => ({ id: `${id}-${index + 1}`, customerId, noteId: id, ...revision }));
}
