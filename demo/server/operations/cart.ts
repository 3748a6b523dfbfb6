import { cartsOf, type CartItem, type CartTotals } from '../../../src/domain/cart-item.ts';
import { nothing, sql } from '../database/sql.ts';
import { finds } from './conditions.ts';
import type { Call, Handler, Seed } from './operation.ts';
import { orderBy, sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly addedAt: Date | null;
  readonly record: Omit<CartItem, 'id' | 'customerId' | 'addedAt'>;
}

const columns = sql`cart_item_id as id, added_at as "addedAt", record`;

const newestFirst: Ordering = [
  { by: sql`added_at`, type: 'timestamptz', descending: true, nullable: true },
  { by: sql`cart_item_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  product: [{ by: sql`product_key`, type: 'text', nullable: true }],
  quantity: [{ by: sql`quantity`, type: 'numeric' }],
  lineTotal: [
    { by: sql`currency`, type: 'text', nullable: true },
    { by: sql`line_total`, type: 'numeric', nullable: true },
  ],
  addedAt: [{ by: sql`added_at`, type: 'timestamptz', nullable: true }],
};

export const list: Handler = async (call) => {
  const { db, customerId } = call;
  const query = call.list();
  const cart = {
    columns,
    from: sql`cart`,
    where: sql`customer_id = ${customerId} ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, cart, (row: Row) => itemOf(customerId, row));
  return { body: { ...page, total: await countRows(db, cart), totals: await totalsOf(call) } };
};

/** Reads the carts as a whole, whatever was searched for. A cart is small. */
async function totalsOf({ db, customerId }: Call): Promise<CartTotals> {
  const rows = await db.query<Row>(
    sql`select ${columns} from cart where customer_id = ${customerId} order by ${orderBy(newestFirst)}`,
  );
  return { carts: cartsOf(rows.map((row) => itemOf(customerId, row))) };
}

export const seed: Seed = ({ lists }) => ({
  table: 'cart',
  rows: lists.cart.map(({ id, customerId, addedAt, ...record }) => ({
    customer_id: customerId,
    cart_item_id: id,
    added_at: addedAt,
    record,
  })),
});

const itemOf = (customerId: string, { id, addedAt, record }: Row): CartItem => ({
  ...record,
  id,
  customerId,
  ...(addedAt && { addedAt: instant(addedAt) }),
});
