import { beyondLimit } from '../../../src/adapters/memory/roles.ts';
import { codeOf } from '../../../src/domain/field.ts';
import {
  fractionDigitsOf,
  type CreditAdjustment,
  type CreditEntry,
  type CreditOutcome,
} from '../../../src/domain/credit.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import { isMoney, unitOf } from '../../../src/domain/money.ts';
import { endOfDay } from '../../../src/domain/time.ts';
import { one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { invalid, RequestError } from '../http/problems.ts';
import { creditLimitOf, type Operator } from '../roles.ts';
import {
  accountColumns,
  accountOf,
  entryColumns,
  entryOf,
  findAccount,
  findEntry,
  type AccountRow,
  type EntryRow,
} from './credit.ts';
import type { Call, Handler } from './operation.ts';

/**
 * Adds a ledger entry and updates the balance, or returns the result of doing so. A single conditional statement
 * updates the balance, so concurrent debits never exceed it.
 */
export const adjust: Handler<CreditAdjustment> = async (call) => {
  const { db, customerId, ifVersion, body: adjustment } = call;
  const account = await findAccount(db, customerId, adjustment.accountId);
  if (!account) throw invalid({ accountId: 'is not an account of this customer' });
  validateAdjustment(adjustment, account, fractionDigitsOf(accountOf(customerId, account)));
  requireLimit(adjustment, call.operator);
  if (adjustment.reverses !== undefined) await requireReversible(call, adjustment);
  const terms = termsOf(adjustment, account);
  if (call.dryRun) return { body: previewAdjustment(call, adjustment, account) };

  const { value } = adjustment.amount;
  const [moved] = await db.query<AccountRow>(sql`
    update credit_accounts set balance = balance + ${value}::numeric, version = version + 1
    where customer_id = ${customerId} and account_id = ${account.id} and balance + ${value}::numeric >= 0
      ${ifVersion === undefined ? nothing : sql`and version::text = ${ifVersion}`}
    returning ${accountColumns(customerId)}`);
  if (!moved) throw await explainMissing(call, account.id);
  const entry = await addEntry(call, adjustment, terms, moved);
  const outcome: CreditOutcome = {
    customerId,
    // The account is read again because the entry may change the amount that expires next.
    account: accountOf(customerId, (await findAccount(db, customerId, account.id))!),
    entry: entryOf(customerId, moved, entry),
  };
  return { body: outcome, version: moved.version };
};

function addEntry(
  { db, customerId, operator }: Call,
  { amount, description, reference, reverses }: CreditAdjustment,
  terms: Terms,
  moved: AccountRow,
): Promise<EntryRow> {
  const actor = { id: operator.id, name: operator.name };
  const kind = reverses === undefined ? 'adjustment' : 'reversal';
  const details = JSON.stringify({ kind, actor, reference: reference ?? null, description, ...terms });
  // The entry's number is the account's version, and the clock is read after the account was locked. Both therefore
  // have the same order as the balances.
  return one<EntryRow>(
    db,
    sql`
      insert into credit_entries (customer_id, account_id, entry_no, entry_id, amount, balance_after, at, reverses,
        details)
      values (${customerId}, ${moved.id}, ${moved.version}::integer, ${crypto.randomUUID()}, ${amount.value}::numeric,
        ${moved.balance}::numeric, clock_timestamp(), ${reverses ?? null}, ${details}::jsonb)
      returning ${entryColumns(customerId)}`,
  );
}

/** Throws if the account cannot accept the adjustment, whatever its balance. */
function validateAdjustment({ amount, reverses }: CreditAdjustment, account: AccountRow, places: number): void {
  if (unitOf(amount) !== (account.currency ?? account.unit) || isMoney(amount) !== (account.currency !== null)) {
    throw invalid({ amount: 'is not in the currency or unit of the account' });
  }
  if (decimal.compare(decimal.round(amount.value, places), amount.value) !== 0) {
    throw invalid({ amount: `has more than ${places} decimals` });
  }
  if (decimal.sign(amount.value) === 0) throw invalid({ amount: 'is zero' });
  if (decimal.sign(amount.value) < 0 && !account.allowDebit && reverses === undefined)
    throw invalid({ amount: 'is a debit, which this account does not allow' });
}

/**
 * Throws if the entry cannot be reversed. Locks the account, so that a concurrent reversal waits and then reads the
 * committed one.
 */
async function requireReversible(
  { db, customerId, dryRun }: Call,
  { accountId, amount, reverses = '' }: CreditAdjustment,
): Promise<void> {
  if (!dryRun)
    await db.query(sql`
      select 1 from credit_accounts where customer_id = ${customerId} and account_id = ${accountId} for update`);
  const entry = await findEntry(db, customerId, accountId, reverses);
  if (!entry) throw invalid({ reverses: 'is not an entry of this account' });
  if (entry.reversedBy !== null) throw invalid({ reverses: 'is already reversed' });
  if (codeOf(entry.details.kind) !== 'adjustment') throw invalid({ reverses: 'cannot be reversed' });
  if (decimal.compare(decimal.negate(entry.amount), amount.value) !== 0)
    throw invalid({ amount: 'must be the opposite of the reversed amount' });
}

type Terms = Pick<CreditEntry, 'reason' | 'expiresAt'>;

/** Returns the reason and the expiry of the adjustment. Throws for values that the account does not allow. */
function termsOf(adjustment: CreditAdjustment, { details }: AccountRow): Terms {
  // The shop's own time zone is UTC.
  const { reason: code, expiresOn, timeZone = 'UTC', amount, reverses } = adjustment;
  const { reasons = [], allowExpiry } = details;
  const reason = reasons.find((candidate) => codeOf(candidate) === code);
  if (code === undefined && reasons.length > 0) throw invalid({ reason: 'is missing' });
  if (code !== undefined && reason === undefined) throw invalid({ reason: 'is not a reason of this account' });
  if (expiresOn === undefined) return { reason: reason ?? null, expiresAt: null };
  if (!allowExpiry || reverses !== undefined || decimal.sign(amount.value) < 0)
    throw invalid({ expiresOn: 'is not allowed for this account' });
  const expiresAt = endOfDay(expiresOn, timeZone);
  if (Date.parse(expiresAt) < Date.now()) throw invalid({ expiresOn: 'is over' });
  return { reason: reason ?? null, expiresAt };
}

function requireLimit({ amount }: CreditAdjustment, operator: Operator): void {
  const reason = beyondLimit(amount, creditLimitOf(operator));
  if (reason !== undefined) throw new RequestError('forbidden', { reason });
}

/** Returns the outcome without writing it. */
function previewAdjustment(
  { customerId, ifVersion }: Call,
  { amount }: CreditAdjustment,
  account: AccountRow,
): CreditOutcome {
  if (ifVersion !== undefined && ifVersion !== account.version) throw stale(customerId, account);
  const balance = decimal.sum(account.balance, amount.value);
  if (decimal.sign(balance) < 0) throw overdrawn();
  return { customerId, account: accountOf(customerId, { ...account, balance }) };
}

/** Returns the reason why the balance was not updated: a newer version, or an insufficient balance. */
async function explainMissing({ db, customerId, ifVersion }: Call, accountId: string): Promise<RequestError> {
  const account = await findAccount(db, customerId, accountId);
  return account && ifVersion !== undefined && ifVersion !== account.version ? stale(customerId, account) : overdrawn();
}

const stale = (customerId: string, account: AccountRow): RequestError =>
  new RequestError('conflict', { current: accountOf(customerId, account) });
const overdrawn = (): RequestError => invalid({ amount: 'exceeds the balance' });
