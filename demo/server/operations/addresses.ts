import {
  addressUses,
  type Address,
  type AddressInput,
  type AddressUse,
  type BookAddress,
  type DefaultInput,
} from '../../../src/domain/address.ts';
import { isWithheld, type Field } from '../../../src/domain/field.ts';
import { areAddressesMasked, maskedAddress, personalFields } from '../../../src/domain/masking.ts';
import { one } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import { isMaskedFor } from '../roles.ts';
import type { Answer, Call, Handler } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { finds } from './conditions.ts';

interface Row {
  readonly id: string;
  readonly version: string;
  readonly address: Field<Address>;
  readonly label: string | null;
  readonly billing: boolean;
  readonly shipping: boolean;
}

const columns = sql`address_id as id, version::text, address, label, billing, shipping`;

const defaultsFirst: Ordering = [
  { by: sql`billing`, type: 'boolean', descending: true },
  { by: sql`shipping`, type: 'boolean', descending: true },
  { by: sql`address_no`, type: 'integer' },
  { by: sql`address_id`, type: 'text' },
];

export const list: Handler = async (call) => {
  const { db, customerId } = call;
  const query = call.list();
  const masks = await areMasked(call);
  const book = {
    columns,
    from: sql`addresses`,
    where: sql`
      customer_id = ${customerId}
      ${query.text ? sql`and ${masks ? sql`false` : finds(query.text)}` : nothing}`,
    ordering: defaultsFirst,
  };
  const page = await readPage(db, query, book, (row: Row) => addressOf(customerId, row, masks));
  return { body: { ...page, total: await countRows(db, book) } };
};

export const create: Handler<AddressInput> = async (call) => {
  const { db, customerId } = call;
  const { label = null, ...values } = call.body;
  const id = crypto.randomUUID();
  const address = JSON.stringify({ id, ...values });
  await lockAddressBook(call);
  const row = await one<Row>(
    db,
    sql`
      insert into addresses (customer_id, address_id, address_no, address, label)
      select ${customerId}, ${id}, coalesce(max(address_no), 0) + 1, ${address}::jsonb, ${label}
      from addresses where customer_id = ${customerId}
      returning ${columns}`,
  );
  return { ...answerOf(customerId, row), location: id };
};

export const update: Handler<AddressInput> = async (call) => {
  const { db, customerId, id } = call;
  const { label = null, ...values } = call.body;
  const address = JSON.stringify({ id: id('addressId'), ...values });
  await lockAddressBook(call);
  // An operator who sees only a part of the address would overwrite the whole with that part.
  if (await areMasked(call)) throw new RequestError('forbidden');
  const [row] = await db.query<Row>(sql`
    update addresses set address = ${address}::jsonb, label = ${label}, version = version + 1
    where ${hasVersion(call)} and not address ? 'withheld'
    returning ${columns}`);
  if (!row) throw await explainMissing(call);
  await notifyCustomer(call, row);
  return answerOf(customerId, row);
};

const remove: Handler = async (call) => {
  await lockAddressBook(call);
  const [row] = await call.db.query<Row>(sql`select ${columns} from addresses where ${hasVersion(call)}`);
  if (!row) throw await explainMissing(call);
  const uses = usesOf(row);
  if (uses.length > 0) throw invalid({ defaultFor: `is the default for ${uses.join(' and ')}` });
  await call.db.query(sql`delete from addresses where ${hasVersion(call)}`);
  return {};
};

export const setDefault: Handler<DefaultInput> = async (call) => {
  const { db, customerId, body } = call;
  const { use } = body;
  await lockAddressBook(call);
  if (!(await find(call))) throw notFound();
  const column = columnOf[use];
  await db.query(sql`update addresses set ${column} = false where customer_id = ${customerId} and ${column}`);
  const row = await one<Row>(db, sql`update addresses set ${column} = true where ${named(call)} returning ${columns}`);
  await notifyCustomer(call, row);
  return answerOf(customerId, row, await areMasked(call));
};

export { remove as delete };

const columnOf: Readonly<Record<AddressUse, Sql>> = { billing: sql`billing`, shipping: sql`shipping` };
const memberOf: Readonly<Record<AddressUse, string>> = { billing: 'defaultBilling', shipping: 'defaultShipping' };

/**
 * Locks the address book, so that concurrent writes keep numbers and defaults unique. The customer's key is not locked:
 * every write shares it.
 */
const lockAddressBook = ({ db, customerId }: Call) =>
  db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);

const named = ({ customerId, id }: Call) => sql`customer_id = ${customerId} and address_id = ${id('addressId')}`;

/** The condition that the address still has the version that the change is based on. */
const hasVersion = (call: Call) => sql`${named(call)} and version::text = ${call.ifVersion}`;

async function find(call: Call): Promise<Row | undefined> {
  const [row] = await call.db.query<Row>(sql`select ${columns} from addresses where ${named(call)}`);
  return row;
}

async function explainMissing(call: Call): Promise<RequestError> {
  const row = await find(call);
  if (!row) return notFound();
  if (row.version === call.ifVersion) return new RequestError('forbidden');
  return new RequestError('conflict', { current: addressOf(call.customerId, row, await areMasked(call)) });
}

/** Resolves to true if this operator sees addresses masked: if the defaults are masked, every address is. */
export async function areMasked({ db, customerId, operator }: Call): Promise<boolean> {
  const { masked } = await one<{ masked: readonly string[] }>(
    db,
    sql`select masked from customers where customer_id = ${customerId}`,
  );
  const keys = isMaskedFor(operator) ? [...masked, ...personalFields] : masked;
  return areAddressesMasked(keys);
}

/** Copies the defaults to the customer record. */
async function notifyCustomer({ db, customerId }: Call, row: Row): Promise<void> {
  const defaults = Object.fromEntries(usesOf(row).map((use) => [memberOf[use], row.address]));
  await db.query(sql`
    update customers set profile = profile || ${JSON.stringify(defaults)}::jsonb where customer_id = ${customerId}`);
}

function answerOf(customerId: string, row: Row, masks = false): Answer {
  const body = addressOf(customerId, row, masks);
  return { body, version: row.version };
}

const usesOf = (row: Row): AddressUse[] => addressUses.filter((use) => row[use]);

const addressOf = (customerId: string, row: Row, masks: boolean): BookAddress => ({
  id: row.id,
  customerId,
  version: row.version,
  address: masks && !isWithheld(row.address) ? maskedAddress(row.address) : row.address,
  label: row.label,
  defaultFor: usesOf(row),
});
