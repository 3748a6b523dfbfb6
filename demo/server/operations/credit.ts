import { codeOf } from '../../../src/domain/field.ts';
import type { CreditAccount, CreditEntry } from '../../../src/domain/credit.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import type { Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { notFound } from '../http/problems.ts';
import { instant, storedValue } from './values.ts';
import { code, finds, isWithin } from './conditions.ts';
import type { Handler } from './operation.ts';
import { countRows, readPage } from './page.ts';

export interface AccountRow {
  readonly id: string;
  readonly version: string;
  readonly balance: string;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly allowDebit: boolean;
  readonly details: Pick<CreditAccount, 'kind' | 'lapsing' | 'label' | 'allowExpiry' | 'reasons' | 'fractionDigits'>;
  /** The sum of the credits with the nearest future expiry, without reversed ones. */
  readonly given: string | null;
  readonly givenUntil: Date | null;
}

export interface EntryRow {
  readonly id: string;
  readonly amount: string;
  readonly balanceAfter: string;
  readonly at: Date;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly details: Pick<CreditEntry, 'kind' | 'actor' | 'reference' | 'description' | 'reason' | 'expiresAt'>;
}

/** Returns the id of the entry in the same ledger that reversed this one. */
const reversedBy = (customerId: string): Sql => sql`(
  select later.entry_id from credit_entries later
  where later.customer_id = ${customerId} and later.account_id = credit_entries.account_id
    and later.reverses = credit_entries.entry_id)`;

/** Returns a subquery that computes a figure over the credits with the nearest expiry. */
const given = (customerId: string, figure: Sql): Sql => sql`(
  select ${figure} from credit_entries
  where customer_id = ${customerId} and account_id = credit_accounts.account_id
    and (details ->> 'expiresAt')::timestamptz > now() and ${reversedBy(customerId)} is null
  group by details ->> 'expiresAt' order by (details ->> 'expiresAt')::timestamptz limit 1)`;

export const accountColumns = (customerId: string): Sql => sql`
  account_id as id, version::text, balance, currency, unit, allow_debit as "allowDebit", details,
  ${given(customerId, sql`sum(amount)`)} as given,
  ${given(customerId, sql`(details ->> 'expiresAt')::timestamptz`)} as "givenUntil"`;
export const entryColumns = (customerId: string): Sql => sql`
  entry_id as id, amount, balance_after as "balanceAfter", at, details, reverses,
  ${reversedBy(customerId)} as "reversedBy"`;

export const accountOf = (customerId: string, row: AccountRow): CreditAccount => ({
  ...row.details,
  id: row.id,
  customerId,
  version: row.version,
  balance: storedValue(row.balance, row.currency, row.unit),
  allowDebit: row.allowDebit,
  ...(row.details.allowExpiry && { lapsing: lapsingOf(row) }),
});

/** Returns the amount that expires next, at most the balance. */
function lapsingOf({ balance, currency, unit, given, givenUntil }: AccountRow): CreditAccount['lapsing'] {
  if (given === null || givenUntil === null) return null;
  const left = decimal.compare(given, balance) > 0 ? balance : given;
  return decimal.sign(left) > 0 ? { amount: storedValue(left, currency, unit), at: instant(givenUntil) } : null;
}

export const entryOf = (customerId: string, account: AccountRow, row: EntryRow): CreditEntry => ({
  ...row.details,
  id: row.id,
  customerId,
  accountId: account.id,
  amount: storedValue(row.amount, account.currency, account.unit),
  balanceAfter: storedValue(row.balanceAfter, account.currency, account.unit),
  at: instant(row.at),
  reverses: row.reverses,
  reversedBy: row.reversedBy,
  reversible: codeOf(row.details.kind) === 'adjustment' && row.reversedBy === null,
});

export async function findAccount(
  db: Queryable,
  customerId: string,
  accountId: string,
): Promise<AccountRow | undefined> {
  const [account] = await db.query<AccountRow>(
    sql`select ${accountColumns(customerId)} from credit_accounts where customer_id = ${customerId} and account_id = ${accountId}`,
  );
  return account;
}

export async function findEntry(
  db: Queryable,
  customerId: string,
  accountId: string,
  entryId: string,
): Promise<EntryRow | undefined> {
  const [entry] = await db.query<EntryRow>(sql`
    select ${entryColumns(customerId)} from credit_entries
    where customer_id = ${customerId} and account_id = ${accountId} and entry_id = ${entryId}`);
  return entry;
}

export const accounts: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const kind = query.filter.get('kind');
  const listed = {
    columns: accountColumns(customerId),
    from: sql`credit_accounts`,
    where: sql`customer_id = ${customerId} ${kind === undefined ? nothing : sql`and ${code(sql`details -> 'kind'`)} = ${kind}`}`,
    ordering: [{ by: sql`account_no`, type: 'integer' }] as const,
  };
  const page = await readPage(db, query, listed, (row: AccountRow) => accountOf(customerId, row));
  return { body: { ...page, total: await countRows(db, listed) } };
};

export const entries: Handler = async ({ db, customerId, id, list }) => {
  const query = list();
  const account = await findAccount(db, customerId, id('accountId'));
  if (!account) throw notFound();
  const listed = {
    columns: entryColumns(customerId),
    from: sql`credit_entries`,
    where: sql`
      customer_id = ${customerId} and account_id = ${account.id} and ${isWithin(sql`at`, query.range)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: [{ by: sql`entry_no`, type: 'integer', descending: true }] as const,
  };
  const page = await readPage(db, query, listed, (row: EntryRow) => entryOf(customerId, account, row));
  return { body: { ...page, total: await countRows(db, listed) } };
};
