import { codeOf, isWithheld } from '../../../src/domain/field.ts';
import {
  changesWithheld,
  verificationCodes,
  withFirstPhone,
  type CustomerChange,
  type PasswordInput,
  type StatusInput,
} from '../../../src/domain/customer-change.ts';
import type { Customer, Named, Phone } from '../../../src/domain/customer.ts';
import { sql, type Sql } from '../database/sql.ts';
import { invalid, RequestError } from '../http/problems.ts';
import { hashPassword } from '../passwords.ts';
import { recordMemberChanges } from './changes.ts';
import { answerOf, columns, readCustomer, seenBy, type Row } from './customers.ts';
import type { Answer, Call, Handler } from './operation.ts';

export const update: Handler<CustomerChange> = async (call) => {
  const row = await readCustomer(call);
  if (changesWithheld(seenBy(call.operator, row), call.body)) throw new RequestError('forbidden');
  const { businessAccountIds, phone, ...change } = call.body;
  if (change.login) await requireFree(call, 'login', sql`profile ->> 'login'`, sql`${change.login}::text`);
  if (change.email)
    await requireFree(call, 'email', sql`lower(profile ->> 'email')`, sql`lower(${change.email}::text)`);
  return write(call, row, {
    ...change,
    ...(phone !== undefined && { phones: withFirstPhone(phonesOf(row), phone) }),
    ...(change.taxExempt === false && { taxExemptUntil: null }),
    ...(businessAccountIds && { businessAccounts: await chosen(call, businessAccountIds) }),
  });
};

export const setStatus: Handler<StatusInput> = async (call) => {
  const { verification: code } = call.body;
  const row = await readCustomer(call);
  const verification = (row.profile.verificationChoices ?? verificationCodes).find((choice) => codeOf(choice) === code);
  if (verification === undefined) throw invalid({ verification: 'is not one of the choices' });
  return write(call, row, { verification });
};

/**
 * Stores the hash of a password. Nothing is stored with the idempotency key, so a repeated request is carried out
 * again.
 */
export const setPassword: Handler<PasswordInput> = async ({ db, customerId, body }) => {
  const { password } = body;
  const hash = await hashPassword(password);
  await db.query(sql`update customers set password_hash = ${hash} where customer_id = ${customerId}`);
  return {};
};

/**
 * Updates the customer if the version is current, and records what has changed. Of two concurrent changes, the second
 * matches no row. `before` has the version of the row that is updated, because each update changes it.
 */
async function write(call: Call, before: Row, change: Partial<Customer>): Promise<Answer> {
  const { db, operator, customerId, ifVersion } = call;
  const [row] = await db.query<Row>(sql`
    update customers set profile = profile || ${JSON.stringify(change)}::jsonb, version = version + 1
    where customer_id = ${customerId} and version::text = ${ifVersion}
    returning ${columns}`);
  if (!row || before.version !== ifVersion)
    throw new RequestError('conflict', { current: seenBy(operator, await readCustomer(call)) });
  await recordMemberChanges(call, before.profile, change);
  return answerOf(call, row);
}

/** Throws if another customer has the same value. */
async function requireFree({ db, customerId }: Call, member: string, stored: Sql, value: Sql): Promise<void> {
  // Of two servers that give the same value at once, the second waits and then finds it taken. A unique index could not
  // contain the customer, by whom the table may be partitioned.
  await db.query(sql`select pg_advisory_xact_lock(hashtextextended(${member}::text || ' ' || ${value}, 0))`);
  const taken = await db.query(sql`
    select 1 from customers where ${stored} = ${value} and customer_id <> ${customerId} limit 1`);
  if (taken.length > 0) throw invalid({ [member]: 'is taken' });
}

const phonesOf = ({ profile: { phones } }: Row): readonly Phone[] => (phones && !isWithheld(phones) ? phones : []);

/** Returns the business accounts with these ids: existing ones, or ones that the customer already belongs to. */
async function chosen(call: Call, ids: readonly string[]): Promise<Named[]> {
  const known = await call.db.query<Named>(sql`
    select account_id as id, name from business_accounts
    where account_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  const { profile } = await readCustomer(call);
  return [...new Set(ids)].map((id) => {
    const account = [...known, ...(profile.businessAccounts ?? [])].find((candidate) => candidate.id === id);
    if (!account) throw invalid({ businessAccountIds: 'contains an unknown id' });
    return account;
  });
}
