import type { Customer } from '../../../src/domain/customer.ts';
import { masked, personalFields, fieldKey, unmaskedValue } from '../../../src/domain/masking.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { permissionsOf, isMaskedFor, type Operator } from '../roles.ts';
import type { Answer, Call, Handler } from './operation.ts';
import type { Revealed, RevealInput } from '../../../src/domain/customer-change.ts';
import { invalid } from '../http/problems.ts';
import { instant } from './values.ts';

/** A customer in the database, unmasked. */
export interface Row {
  readonly id: string;
  readonly version: string;
  readonly profile: Omit<Customer, 'id' | 'version'>;
  /** The keys of the values that are masked for all operators. */
  readonly masked: readonly string[];
}

export const columns = sql`customer_id as id, version::text, profile, masked`;

export const readCustomer = ({ db, customerId }: Call): Promise<Row> =>
  one<Row>(db, sql`select ${columns} from customers where customer_id = ${customerId}`);

export const wholeCustomer = ({ id, version, profile }: Row): Customer => ({ ...profile, id, version });

/** Returns the customer as the operator may see it. Masking happens on the server. */
export const seenBy = (operator: Operator, row: Row): Customer =>
  masked(wholeCustomer(row), isMaskedFor(operator) ? [...row.masked, ...personalFields] : row.masked);

export const answerOf = ({ operator }: Call, row: Row): Answer => ({
  body: seenBy(operator, row),
  version: row.version,
});

export const get: Handler = async (call) => answerOf(call, await readCustomer(call));

export const permissions: Handler = ({ operator }) => Promise.resolve({ body: permissionsOf(operator) });

/** Reveals a value and logs in the same transaction who saw it and why. No value is revealed without a log entry. */
export const reveal: Handler<RevealInput> = async (call) => {
  const { db, operator, customerId, body: what, reason } = call;
  const value = unmaskedValue(wholeCustomer(await readCustomer(call)), what);
  if (value === undefined) throw invalid({ field: 'cannot be revealed' });
  const { until } = await one<{ until: Date }>(
    db,
    sql`
      insert into reveals (customer_id, reveal_id, operator_id, datum, reason)
      values (${customerId}, ${crypto.randomUUID()}, ${operator.id}, ${fieldKey(what)}, ${reason})
      returning at + interval '1 minute' as until`,
  );
  const revealed: Revealed = { customerId, value, until: instant(until) };
  return { body: revealed };
};
