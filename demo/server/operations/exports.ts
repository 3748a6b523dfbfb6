import { protocolCapabilities } from '../../../src/adapter/capabilities.ts';
import { customerCsv } from '../../../src/adapter/toolkit/customer-file.ts';
import { rejectUndeclared } from '../../../src/adapter/toolkit/rows.ts';
import { begun, exportFilter, unknownField } from '../../../src/adapters/memory/exports.ts';
import {
  exportDates,
  exportFields,
  type CustomerExport,
  type ExportFile,
  type ExportInput,
} from '../../../src/domain/customer-export.ts';
import { one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import type { Operator } from '../roles.ts';
import { finds, isAnyOf, isWithin } from './conditions.ts';
import { listedCustomers } from './customer-list.ts';
import type { Answer, Call, Handler, Seed } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row extends Pick<CustomerExport, 'id' | 'actor'> {
  readonly operatorId: string;
  readonly input: ExportInput;
  readonly state: string;
  readonly written: number;
  readonly total: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: string | null;
}

const columns = sql`export_id as id, operator_id as "operatorId", actor, input, state, written, total,
  started_at as "startedAt", ended_at as "endedAt", reason`;

const newestFirst: Ordering = [
  { by: sql`started_at`, type: 'timestamptz', descending: true },
  { by: sql`export_id`, type: 'text', descending: true },
];

export const fields: Handler = () => Promise.resolve({ body: { fields: exportFields, dates: exportDates } });

/** Returns the customers of an export, as the operator may see them. */
export function customersOf(operator: Operator, input: ExportInput) {
  const filter = exportFilter(input);
  rejectUndeclared({ first: 1, text: input.text, filter }, protocolCapabilities['customers.list'] ?? {});
  const range = { timeZone: input.timeZone ?? 'UTC' };
  return listedCustomers(operator, { text: input.text, filter: new Map(Object.entries(filter)), range });
}

/** Starts an export: stores what it is to have. The worker of one of the servers writes the file. */
export const start: Handler<ExportInput> = async ({ db, operator, body }) => {
  const unknown = unknownField(body);
  if (unknown !== undefined) throw invalid({ fields: `has no ${unknown}` });
  const total = await countRows(db, customersOf(operator, body));
  const actor = { id: operator.id, name: operator.name };
  const row = await one<Row>(
    db,
    sql`
      insert into exports (export_id, operator_id, actor, input, total)
      values (${crypto.randomUUID()}, ${operator.id}, ${JSON.stringify(actor)}::jsonb, ${JSON.stringify(body)}::jsonb,
        ${total})
      returning ${columns}`,
  );
  return { body: exportOf(row), location: row.id };
};

export const get: Handler = async (call) => ({ body: exportOf(await read(call)) });

/** Cancels an export: waits for the part that is being written, and deletes all parts. */
export const cancel: Handler = async (call) => {
  const { db } = call;
  const { id } = await readOwn(call);
  const [row] = await db.query<Row>(sql`
    update exports set state = 'canceled', ended_at = now()
    where export_id = ${id} and state = 'running' returning ${columns}`);
  if (!row) return { body: exportOf(await read(call)) };
  await db.query(sql`delete from export_parts where export_id = ${id}`);
  return { body: exportOf(row) };
};

export const file: Handler = async (call): Promise<Answer> => {
  const { id, input, state, written, startedAt } = await readOwn(call);
  const { lines } = await one<{ lines: string | null }>(
    call.db,
    sql`select string_agg(text, '' order by part_no) as lines from export_parts where export_id = ${id}`,
  );
  if (state !== 'done' || (lines === null && written > 0)) throw notFound();
  // A database may drop the byte order mark at the start of a text, so the head is not stored.
  const text = customerCsv(input).head + (lines ?? '');
  return { body: { name: `customers-${instant(startedAt).slice(0, 10)}.csv`, text } satisfies ExportFile };
};

export const log: Handler = async ({ db, list }) => {
  const query = list();
  const state = query.filter.get('state');
  const entries = {
    columns,
    from: sql`exports`,
    where: sql`${isWithin(sql`started_at`, query.range)}
      ${state === undefined ? nothing : isAnyOf(sql`state`, state)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, query, entries, exportOf);
  return { body: { ...page, total: await countRows(db, entries) } };
};

async function read({ db, id }: Pick<Call, 'db' | 'id'>): Promise<Row> {
  const [row] = await db.query<Row>(sql`select ${columns} from exports where export_id = ${id('exportId')}`);
  if (!row) throw notFound();
  return row;
}

/** Reads an export of the operator's own. Its file has what that operator may see. */
async function readOwn(call: Pick<Call, 'db' | 'id' | 'operator'>): Promise<Row> {
  const row = await read(call);
  if (row.operatorId !== call.operator.id)
    throw new RequestError('forbidden', { reason: 'Only who has started an export can do that.' });
  return row;
}

const exportOf = ({ id, actor, input, state, written, total, startedAt, endedAt, reason }: Row): CustomerExport => ({
  ...{ id, ...begun(input), state, rows: written, total },
  startedAt: instant(startedAt),
  endedAt: endedAt && instant(endedAt),
  actor,
  ...(reason !== null && { reason }),
});

export const seed: Seed = ({ exports }) => ({
  table: 'exports',
  rows: exports.map(({ id, actor, state, rows, total, startedAt, endedAt, reason, isFiltered, ...input }) => ({
    export_id: id,
    operator_id: actor?.id,
    actor,
    input: { ...input, ...(isFiltered && { filter: { verification: 'verified' } }) },
    ...{ state, written: rows, total, reason },
    started_at: startedAt,
    ended_at: endedAt,
  })),
});
