import { isCardExpired, type PaymentCard } from '../../../src/domain/payment-card.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import type { Call, Handler, Seed } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly addedAt: Date | null;
  readonly isDefault: boolean;
  readonly record: Omit<PaymentCard, 'id' | 'customerId' | 'version' | 'addedAt' | 'isDefault'>;
}

const columns = sql`payment_card_id as id, version, added_at as "addedAt", is_default as "isDefault", record`;

const newestFirst: Ordering = [
  { by: sql`added_at`, type: 'timestamptz', descending: true, nullable: true },
  { by: sql`payment_card_id`, type: 'text', descending: true },
];

const sortable: Readonly<Record<string, Ordering>> = {
  addedAt: [{ by: sql`added_at`, type: 'timestamptz', nullable: true }],
  expires: [{ by: sql`expires`, type: 'text', nullable: true }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const cards = {
    columns,
    from: sql`payment_cards`,
    where: sql`customer_id = ${customerId}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, cards, (row: Row) => cardOf(customerId, row));
  return { body: { ...page, total: await countRows(db, cards) } };
};

export const setDefault: Handler = async (call) => {
  const { db, customerId } = call;
  await lockCards(call);
  const row = await find(call);
  if (isCardExpired(row.record, new Date().toISOString())) throw invalid({ expires: 'is over' });
  await db.query(sql`
    update payment_cards set is_default = false, version = version + 1
    where customer_id = ${customerId} and is_default and payment_card_id <> ${row.id}`);
  const after = row.isDefault
    ? row
    : await one<Row>(
        db,
        sql`update payment_cards set is_default = true, version = version + 1 where ${named(call)} returning ${columns}`,
      );
  return { body: cardOf(customerId, after), version: String(after.version) };
};

const remove: Handler = async (call) => {
  await lockCards(call);
  const row = await find(call);
  if (String(row.version) !== call.ifVersion)
    throw new RequestError('conflict', { current: cardOf(call.customerId, row) });
  await call.db.query(sql`delete from payment_cards where ${named(call)}`);
  return {};
};

export { remove as delete };

export const seed: Seed = ({ lists }) => ({
  table: 'payment_cards',
  rows: lists.paymentCards.map(({ id, customerId, version = '1', addedAt, isDefault = false, ...record }) => ({
    customer_id: customerId,
    payment_card_id: id,
    version,
    added_at: addedAt,
    is_default: isDefault,
    record,
  })),
});

/** Locks the customer's cards, so that concurrent writes leave one default. */
const lockCards = ({ db, customerId }: Call) =>
  db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);

const named = ({ customerId, id }: Call) => sql`customer_id = ${customerId} and payment_card_id = ${id('cardId')}`;

async function find(call: Call): Promise<Row> {
  const [row] = await call.db.query<Row>(sql`select ${columns} from payment_cards where ${named(call)}`);
  if (!row) throw notFound();
  return row;
}

const cardOf = (customerId: string, { id, version, addedAt, isDefault, record }: Row): PaymentCard => ({
  ...record,
  id,
  customerId,
  version: String(version),
  isDefault,
  ...(addedAt && { addedAt: instant(addedAt) }),
});
