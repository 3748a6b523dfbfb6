import { chosenOpening, newAccount } from '../../../src/adapters/memory/credit.ts';
import { isSameOpening, openingOf, type CreditOpening } from '../../../src/domain/credit.ts';
import { isMoney } from '../../../src/domain/money.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { RequestError } from '../http/problems.ts';
import { accountColumns, accountOf, type AccountRow } from './credit.ts';
import type { Handler } from './operation.ts';

/**
 * Opens an account. Locks the customer, so that of two concurrent calls the second finds the first one's account. The
 * key is not locked: every write shares it.
 */
export const open: Handler<CreditOpening> = async ({ db, customerId, body }) => {
  const opening = chosenOpening(body);
  await db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);
  const accounts = await db.query<AccountRow>(
    sql`select ${accountColumns(customerId)} from credit_accounts where customer_id = ${customerId}`,
  );
  const existing = accounts
    .map((row) => accountOf(customerId, row))
    .find((account) => isSameOpening(openingOf(account), opening));
  if (existing) throw new RequestError('conflict', { current: existing });
  const { kind, balance, allowDebit, allowExpiry } = newAccount(opening);
  const row = await one<AccountRow>(
    db,
    sql`
      insert into credit_accounts
        (customer_id, account_id, account_no, version, balance, currency, unit, allow_debit, details)
      select ${customerId}, ${crypto.randomUUID()}, coalesce(max(account_no), 0) + 1, 0, 0,
        ${isMoney(balance) ? balance.currency : null}, ${isMoney(balance) ? null : balance.unit}, ${allowDebit},
        ${JSON.stringify({ kind, allowExpiry })}::jsonb
      from credit_accounts where customer_id = ${customerId}
      returning ${accountColumns(customerId)}`,
  );
  const account = accountOf(customerId, row);
  return { body: account, version: account.version!, location: account.id };
};
