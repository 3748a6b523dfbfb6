import type { Revealed, RevealInput } from '../../../src/domain/customer-change.ts';
import { fieldKey, unmaskedValue } from '../../../src/domain/masking.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { invalid } from '../http/request-error.ts';
import { readCustomer, wholeCustomer } from './customers.ts';
import { instant } from './values.ts';
import type { Handler } from './operation.ts';

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
