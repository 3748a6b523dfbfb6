import type { Transaction, TransactionTotals } from '../../../src/domain/transaction.ts';
import type { Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { finds, isAnyOf, isWithin } from './conditions.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { readPage } from './page.ts';
import { instant, money } from './values.ts';

interface Row extends Pick<Transaction, 'id' | 'kind'> {
  readonly createdAt: Date;
  readonly currency: string;
  readonly amount: string;
  readonly order: Transaction['order'];
  readonly details: Pick<Transaction, 'method' | 'status' | 'reference' | 'reason'>;
}

const columns = sql`
  transaction_id as id, kind, created_at as "createdAt", currency, amount, ordered as "order", details`;

const newestFirst: Ordering = [
  { by: sql`created_at`, type: 'timestamptz', descending: true },
  { by: sql`transaction_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  createdAt: [{ by: sql`created_at`, type: 'timestamptz' }],
  amount: [
    { by: sql`currency`, type: 'text' },
    { by: sql`amount`, type: 'numeric' },
  ],
  reference: [{ by: sql`reference_key`, type: 'text', nullable: true }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const [kind, status] = [query.filter.get('kind'), query.filter.get('status')];
  const transactions = {
    columns,
    from: sql`transactions`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`created_at`, query.range)}
      ${kind === undefined ? nothing : isAnyOf(sql`kind`, kind)}
      ${status === undefined ? nothing : isAnyOf(sql`status_code`, status)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, transactions, (row: Row) => transactionOf(customerId, row));
  return { body: { ...page, ...(await totalsOf(db, transactions.where)) } };
};

const transactionOf = (
  customerId: string,
  { id, kind, createdAt, currency, amount, order, details }: Row,
): Transaction => ({
  ...details,
  ...{ id, customerId, kind, order },
  createdAt: instant(createdAt),
  amount: money(amount, currency),
});

/** Counts the rows, and adds up those that were made. If that is unknown of one, a partial sum would be wrong. */
async function totalsOf(
  db: Queryable,
  where: Sql,
): Promise<{ readonly total: number; readonly totals: TransactionTotals }> {
  const currencies = await db.query<{ currency: string; rows: number; known: number; made: number; paid: string }>(sql`
    select currency, count(*)::integer as rows, count(made)::integer as known,
      (count(*) filter (where made))::integer as made, coalesce(sum(amount) filter (where made), 0) as paid
    from transactions where ${where} group by currency order by currency collate "C"`);
  const sum = (figure: 'rows' | 'known' | 'made') => currencies.reduce((all, row) => all + row[figure], 0);
  const total = sum('rows');
  if (sum('known') < total) return { total, totals: {} };
  return {
    total,
    totals: {
      transactions: { value: sum('made'), basis: 'transactions' },
      totalPaid: {
        amounts: currencies.filter(({ made }) => made > 0).map(({ currency, paid }) => money(paid, currency)),
        basis: 'paid-net-of-refunds',
      },
    },
  };
}
