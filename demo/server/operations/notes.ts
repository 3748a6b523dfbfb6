import { noteVisibilities, type Note, type NoteChange, type NoteInput } from '../../../src/domain/note.ts';
import { one, type Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import { finds, isWithin } from './conditions.ts';
import { instant } from './values.ts';
import { record, revisionPage } from './note-revisions.ts';
import type { Answer, Call, Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly author: Note['author'];
  readonly pinned: boolean;
  readonly visibility: Note['visibility'] | null;
  readonly createdAt: Date;
  readonly updatedAt: Date | null;
}

const columns = sql`
  note_id as id, version, body, author, pinned, visibility, created_at as "createdAt", updated_at as "updatedAt"`;

const newestFirst: Ordering = [
  { by: sql`pinned`, type: 'boolean', descending: true },
  { by: sql`created_at`, type: 'timestamptz', descending: true },
  { by: sql`note_id`, type: 'text', descending: true },
];

/** Sorted by time, pinned notes are among the others. */
const sortable: Readonly<Record<string, Ordering>> = {
  createdAt: [{ by: sql`created_at`, type: 'timestamptz' }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const notes = {
    columns,
    from: sql`notes`,
    where: sql`
      customer_id = ${customerId} and deleted_at is null and ${isWithin(sql`created_at`, query.range)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, notes, (row: Row) => noteOf(customerId, row));
  return { body: { ...page, total: await countRows(db, notes) } };
};

export const create: Handler<NoteInput> = async (call) => {
  const { db, operator, customerId } = call;
  const { body, pinned = false, visibility = null } = call.body;
  if (visibility !== null && !noteVisibilities.some((offered) => offered === visibility))
    throw invalid({ visibility: 'is not one of the choices' });
  const author = JSON.stringify({ id: operator.id, name: operator.name });
  const row = await one<Row>(
    db,
    sql`
      insert into notes (customer_id, note_id, body, pinned, visibility, author, created_at)
      values (${customerId}, ${crypto.randomUUID()}, ${body}, ${pinned},
        ${visibility === null ? null : JSON.stringify(visibility)}::jsonb, ${author}::jsonb, now())
      returning ${columns}`,
  );
  await record(call, row, ...(pinned ? (['created', 'pinned'] as const) : (['created'] as const)));
  return { ...answerOf(customerId, row), location: row.id };
};

export const update: Handler<NoteChange> = async (call) => {
  const before = await lockCurrent(call);
  const { body = before.body, pinned = before.pinned } = call.body;
  const isEdit = body !== before.body;
  const isPin = pinned !== before.pinned;
  // A change to the same values is not a change and adds no revision.
  if (!isEdit && !isPin) return answerOf(call.customerId, before);
  const after = await one<Row>(
    call.db,
    sql`
      update notes
      set body = ${body}, pinned = ${pinned}, version = version + 1
        ${isEdit ? sql`, updated_at = now()` : nothing}
      where ${named(call)}
      returning ${columns}`,
  );
  if (isEdit) await record(call, after, 'edited');
  if (isPin) await record(call, after, pinned ? 'pinned' : 'unpinned');
  return answerOf(call.customerId, after);
};

const remove: Handler = async (call) => {
  const before = await lockCurrent(call);
  await call.db.query(sql`update notes set deleted_at = now(), version = version + 1 where ${named(call)}`);
  await record(call, before, 'deleted');
  return {};
};

export { remove as delete };

export const restore: Handler = async (call) => {
  const [restored] = await call.db.query<Row>(sql`
    update notes set deleted_at = null, version = version + 1
    where ${named(call)} and deleted_at is not null
    returning ${columns}`);
  if (restored) await record(call, restored, 'restored');
  const row = restored ?? (await read(call.db, sql`${named(call)}`));
  if (!row) throw notFound();
  return answerOf(call.customerId, row);
};

export const revisions: Handler = async (call) => {
  if (!(await read(call.db, named(call)))) throw notFound();
  return revisionPage(call);
};

const named = ({ customerId, id }: Call): Sql => sql`customer_id = ${customerId} and note_id = ${id('noteId')}`;

const read = async (db: Queryable, where: Sql): Promise<Row | undefined> =>
  (await db.query<Row>(sql`select ${columns} from notes where ${where}`))[0];

/** Returns the note and locks it. Of two concurrent changes, the second waits and then finds a newer version. */
async function lockCurrent(call: Call): Promise<Row> {
  const row = await read(call.db, sql`${named(call)} and deleted_at is null for update`);
  if (!row) throw notFound();
  if (String(row.version) !== call.ifVersion)
    throw new RequestError('conflict', { current: noteOf(call.customerId, row) });
  return row;
}

function answerOf(customerId: string, row: Row): Answer {
  const note = noteOf(customerId, row);
  return { body: note, version: note.version };
}

const noteOf = (customerId: string, { id, version, createdAt, updatedAt, visibility, ...row }: Row): Note => ({
  id,
  customerId,
  body: row.body,
  author: row.author,
  pinned: row.pinned,
  version: String(version),
  createdAt: instant(createdAt),
  updatedAt: updatedAt && instant(updatedAt),
  ...(visibility && { visibility }),
});
