import { check } from '../../../src/adapter/check.ts';
import { NoteInput, type Note } from '../../../src/domain/note.ts';
import { one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { isWithin } from './days.ts';
import { instant } from './instant.ts';
import type { Answer, Call, Handler } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { contains } from './search.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly author: Note['author'];
  readonly pinned: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date | null;
}

const columns = sql`
  note_id as id, version, body, author, pinned, created_at as "createdAt", updated_at as "updatedAt"`;

const newestFirst: Ordering = [
  { by: sql`pinned`, type: 'boolean', descending: true },
  { by: sql`created_at`, type: 'timestamptz', descending: true },
  { by: sql`note_id`, type: 'text', descending: true },
];

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list({ text: true, range: true });
  const texts = [sql`body`, sql`author ->> 'id'`, sql`author ->> 'name'`];
  const notes = {
    columns,
    from: sql`notes`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`created_at`, query.range)}
      ${query.text ? sql`and ${contains(texts, query.text)}` : nothing}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, query, notes, (row: Row) => noteOf(customerId, row));
  return { body: { ...page, total: await countRows(db, notes) } };
};

export const create: Handler = async ({ db, operator, customerId, body }) => {
  const note = check(NoteInput, body);
  const author = JSON.stringify({ id: operator.id, name: operator.name });
  const row = await one<Row>(
    db,
    sql`
      insert into notes (customer_id, note_id, body, author, created_at)
      values (${customerId}, ${crypto.randomUUID()}, ${note.body}, ${author}::jsonb, now())
      returning ${columns}`,
  );
  return { ...answerOf(customerId, row), location: row.id };
};

export const update: Handler = async (call) => {
  const note = check(NoteInput, call.body);
  const [row] = await call.db.query<Row>(sql`
    update notes set body = ${note.body}, version = version + 1, updated_at = now()
    where ${asBased(call)}
    returning ${columns}`);
  if (!row) throw await whyNot(call);
  return answerOf(call.customerId, row);
};

export const remove: Handler = async (call) => {
  const deleted = await call.db.query(sql`delete from notes where ${asBased(call)} returning note_id`);
  if (deleted.length === 0) throw await whyNot(call);
  return {};
};

/** The note, if it still is what the change is based on: of two changes at once, the second finds nothing. */
const asBased = ({ customerId, id, ifVersion }: Call) =>
  sql`customer_id = ${customerId} and note_id = ${id('noteId')} and version::text = ${ifVersion}`;

async function whyNot({ db, customerId, id }: Call): Promise<Refusal> {
  const [row] = await db.query<Row>(
    sql`select ${columns} from notes where customer_id = ${customerId} and note_id = ${id('noteId')}`,
  );
  return row ? new Refusal('conflict', { current: noteOf(customerId, row) }) : notFound();
}

function answerOf(customerId: string, row: Row): Answer {
  const note = noteOf(customerId, row);
  return { body: note, version: note.version };
}

const noteOf = (customerId: string, { id, version, body, author, pinned, createdAt, updatedAt }: Row): Note => ({
  id,
  customerId,
  body,
  author,
  pinned,
  version: String(version),
  createdAt: instant(createdAt),
  updatedAt: updatedAt && instant(updatedAt),
});
