import { closedQuoteStatuses, type Quote } from '../../../src/domain/quote.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { invalid } from '../http/problems.ts';
import { finds, isAnyOf, isWithin } from './conditions.ts';
import { instant } from './values.ts';
import type { Handler, Seed } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly createdAt: Date;
  readonly record: Omit<Quote, 'id' | 'customerId' | 'createdAt'>;
  readonly expired: boolean;
}

const code = sql`code_of(record -> 'status')`;
/** The condition that a quote has expired: no process marks quotes as expired. */
const isExpired = sql`
  coalesce(${code} in ('draft', 'sent', 'viewed') and valid_until::date < (now() at time zone 'UTC')::date, false)`;
const status = sql`case when ${isExpired} then 'expired' else ${code} end`;

const newestFirst: Ordering = [
  { by: sql`created_at`, type: 'timestamptz', descending: true },
  { by: sql`quote_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  number: [{ by: sql`number_key`, type: 'text' }],
  total: [
    { by: sql`currency`, type: 'text', nullable: true },
    { by: sql`total`, type: 'numeric', nullable: true },
  ],
  createdAt: [{ by: sql`created_at`, type: 'timestamptz' }],
  validUntil: [{ by: sql`valid_until`, type: 'text', nullable: true }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const requestedStatus = query.filter.get('status');
  const quotes = {
    columns: sql`quote_id as id, created_at as "createdAt", record, ${isExpired} as expired`,
    from: sql`quotes`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`created_at`, query.range)}
      ${requestedStatus === undefined ? nothing : isAnyOf(status, requestedStatus)} ${isCurrent(query.filter.get('state'))}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, quotes, (row: Row) => quoteOf(customerId, row));
  return { body: { ...page, total: await countRows(db, quotes) } };
};

/** Returns the condition for current quotes, those that may still be accepted. It is the only supported state. */
function isCurrent(state: string | undefined): Sql {
  if (state === undefined) return nothing;
  if (state === 'current')
    return sql`and not ${status} = any(string_to_array(${closedQuoteStatuses.join()}::text, ','))`;
  throw invalid({ 'filter[state]': 'current' });
}

export const seed: Seed = ({ lists }) => ({
  table: 'quotes',
  rows: lists.quotes.map(({ id, customerId, createdAt, ...record }) => ({
    customer_id: customerId,
    quote_id: id,
    created_at: createdAt,
    record,
  })),
});

const quoteOf = (customerId: string, { id, createdAt, record, expired }: Row): Quote => ({
  ...record,
  id,
  customerId,
  createdAt: instant(createdAt),
  ...(expired && { status: 'expired' }),
});
