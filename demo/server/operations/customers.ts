import type { Customer } from '../../../src/domain/customer.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { permissionsOf } from '../roles.ts';
import type { Handler } from './operation.ts';

export const get: Handler = async ({ db, customerId }) => {
  const { version, profile } = await one<{ version: string; profile: Omit<Customer, 'id' | 'version'> }>(
    db,
    sql`select version::text, profile from customers where customer_id = ${customerId}`,
  );
  const customer: Customer = { ...profile, id: customerId, version };
  return { body: customer, version };
};

export const permissions: Handler = ({ operator }) => Promise.resolve({ body: permissionsOf(operator) });
