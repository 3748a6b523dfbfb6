import type { NoteRevision, revisionKinds } from '../../../src/domain/note.ts';
import { sql } from '../database/sql.ts';
import { instant } from './values.ts';
import type { Answer, Call } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

interface Row {
  readonly number: number;
  readonly kind: NoteRevision['kind'];
  readonly body: string;
  readonly author: NoteRevision['author'];
  readonly at: Date;
}

const newestFirst: Ordering = [{ by: sql`revision_no`, type: 'integer', descending: true }];

/** Returns one page of the note's revisions. */
export async function revisionPage({ db, customerId, id, list }: Call): Promise<Answer> {
  const noteId = id('noteId');
  const revisions = {
    columns: sql`revision_no as number, kind, body, author, at`,
    from: sql`note_revisions`,
    where: sql`customer_id = ${customerId} and note_id = ${noteId}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, list(), revisions, ({ number, kind, body, author, at }: Row): NoteRevision => ({
    id: `${noteId}-${number}`,
    customerId,
    noteId,
    kind,
    body,
    author,
    at: instant(at),
  }));
  return { body: { ...page, total: await countRows(db, revisions) } };
}

/** Adds a revision by the current operator to the note's history, in the write's transaction. */
export async function record(
  { db, operator, customerId }: Call,
  { id: noteId, body }: { readonly id: string; readonly body: string },
  ...kinds: readonly (typeof revisionKinds)[number][]
): Promise<void> {
  const author = JSON.stringify({ id: operator.id, name: operator.name });
  for (const kind of kinds) {
    await db.query(sql`
      insert into note_revisions (customer_id, note_id, revision_no, kind, body, author, at)
      select ${customerId}, ${noteId}, coalesce(max(revision_no), 0) + 1, ${kind}, ${body}, ${author}::jsonb, now()
      from note_revisions where customer_id = ${customerId} and note_id = ${noteId}`);
  }
}
