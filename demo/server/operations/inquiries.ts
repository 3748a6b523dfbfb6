import { replied } from '../../../src/adapters/memory/inquiries.ts';
import type { Inquiry, InquiryChange, InquiryReply, InquiryTotals } from '../../../src/domain/inquiry.ts';
import { one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { notFound, RequestError } from '../http/problems.ts';
import { finds, isAnyOf, isWithin } from './conditions.ts';
import type { Answer, Call, Handler, Seed } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly record: Omit<Inquiry, 'id' | 'customerId' | 'version' | 'createdAt'>;
}

const columns = sql`inquiry_id as id, version, created_at as "createdAt", record`;

/** Open inquiries first, urgent before others and the oldest first; then the rest, newest first. */
const urgentFirst: Ordering = [
  { by: sql`rank`, type: 'integer' },
  { by: sql`extract(epoch from created_at) * case when rank < 2 then 1 else -1 end`, type: 'numeric' },
  { by: sql`inquiry_id`, type: 'text' },
];

const sortable: Readonly<Record<string, Ordering>> = {
  createdAt: [{ by: sql`created_at`, type: 'timestamptz' }],
  subject: [{ by: sql`subject_key`, type: 'text' }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const [status, channel] = [query.filter.get('status'), query.filter.get('channel')];
  const inquiries = {
    columns,
    from: sql`inquiries`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`created_at`, query.range)}
      ${status === undefined ? nothing : isAnyOf(sql`status_code`, status)}
      ${channel === undefined ? nothing : isAnyOf(sql`code_of(record -> 'channel')`, channel)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, urgentFirst),
  };
  const page = await readPage(db, query, inquiries, (row: Row) => inquiryOf(customerId, row));
  const { total, ...totals } = await one<InquiryTotals & { readonly total: number }>(
    db,
    sql`
      select count(*)::integer as total, (count(*) filter (where rank < 2))::integer as open,
        (count(*) filter (where rank = 0))::integer as urgent
      from inquiries where ${inquiries.where}`,
  );
  return { body: { ...page, total, totals } };
};

export const reply: Handler<InquiryReply> = (call) =>
  replace(call, async (inquiry) => {
    const { db, customerId, operator, body } = call;
    const author = { id: operator.id, name: operator.name };
    const { at } = await one<{ at: Date }>(
      db,
      sql`
        insert into inquiry_replies (customer_id, inquiry_id, author, body)
        values (${customerId}, ${inquiry.id}, ${JSON.stringify(author)}::jsonb, ${body.text})
        returning replied_at as at`,
    );
    return replied(inquiry, body, instant(at), author);
  });

export const update: Handler<InquiryChange> = (call) => replace(call, (inquiry) => ({ ...inquiry, ...call.body }));

/** Replaces the version that the change is based on. Of two concurrent changes, the second waits. */
async function replace(
  { db, customerId, id, ifVersion }: Call,
  replaced: (current: Inquiry) => Inquiry | Promise<Inquiry>,
): Promise<Answer> {
  const named = sql`customer_id = ${customerId} and inquiry_id = ${id('inquiryId')}`;
  const [row] = await db.query<Row>(sql`select ${columns} from inquiries where ${named} for update`);
  if (!row) throw notFound();
  const current = inquiryOf(customerId, row);
  if (current.version !== ifVersion) throw new RequestError('conflict', { current });
  const { id: _id, customerId: _customer, version: _version, createdAt: _time, ...record } = await replaced(current);
  const after = inquiryOf(
    customerId,
    await one<Row>(
      db,
      sql`
        update inquiries set record = ${JSON.stringify(record)}::jsonb, version = version + 1
        where ${named} returning ${columns}`,
    ),
  );
  return { body: after, version: after.version! };
}

export const seed: Seed = ({ lists }) => ({
  table: 'inquiries',
  rows: lists.inquiries.map(({ id, customerId, version = '1', createdAt, ...record }) => ({
    customer_id: customerId,
    inquiry_id: id,
    version,
    created_at: createdAt,
    record,
  })),
});

const inquiryOf = (customerId: string, { id, version, createdAt, record }: Row): Inquiry => ({
  ...record,
  ...{ id, customerId, version: String(version), createdAt: instant(createdAt) },
});
