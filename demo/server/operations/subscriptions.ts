import * as rules from '../../../src/adapters/memory/subscription-rules.ts';
import type {
  CancelInput,
  Subscription,
  SubscriptionChange,
  SubscriptionInput,
} from '../../../src/domain/subscription.ts';
import { one, type Queryable } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { notFound, RequestError } from '../http/problems.ts';
import type { Answer, Call, Handler } from './operation.ts';
import { finds, isAnyOf } from './conditions.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { findProduct } from './products.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly record: Omit<Subscription, 'id' | 'customerId' | 'version'>;
}

const columns = sql`subscription_id as id, version, record`;

const urgentFirst: Ordering = [
  { by: sql`(status_code = 'past-due')`, type: 'boolean', descending: true },
  { by: sql`started_at`, type: 'text', descending: true },
  { by: sql`subscription_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  startedAt: [{ by: sql`started_at`, type: 'text' }],
  nextRenewal: [{ by: sql`next_renewal`, type: 'text', nullable: true }],
  price: [
    { by: sql`currency`, type: 'text', nullable: true },
    { by: sql`price`, type: 'numeric', nullable: true },
  ],
  product: [{ by: sql`product_key`, type: 'text', nullable: true }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const requestedStatus = query.filter.get('status');
  await renewDue(db, customerId);
  const subscriptions = {
    columns,
    from: sql`subscriptions`,
    where: sql`
      customer_id = ${customerId} ${requestedStatus === undefined ? nothing : isAnyOf(sql`status_code`, requestedStatus)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, urgentFirst),
  };
  const page = await readPage(db, query, subscriptions, (row: Row) => subscriptionOf(customerId, row));
  return { body: { ...page, total: await countRows(db, subscriptions) } };
};

export const create: Handler<SubscriptionInput> = async ({ db, customerId, body, dryRun }) => {
  const record = rules.start(body, await findProduct(db, body.productId), today());
  const id = crypto.randomUUID();
  if (dryRun) return answerOf({ ...record, id, customerId, version: '1' });
  const row = await one<Row>(
    db,
    sql`
      insert into subscriptions (customer_id, subscription_id, record)
      values (${customerId}, ${id}, ${JSON.stringify(record)}::jsonb)
      returning ${columns}`,
  );
  return { ...answerOf(subscriptionOf(customerId, row)), location: id };
};

export const update: Handler<SubscriptionChange> = async (call) =>
  replace(call, async (current) =>
    rules.change(current, call.body, await findProduct(call.db, current.product.id), today()),
  );

export const pause: Handler = async (call) => replace(call, rules.pause);

export const resume: Handler = async (call) => replace(call, (current) => rules.resume(current, today()));

export const cancel: Handler<CancelInput> = async (call) =>
  replace(call, (current) => rules.cancel(current, call.body, today()));

const today = (): string => new Date().toISOString().slice(0, 10);

/** Replaces the version that the change is based on. Of two concurrent changes, the second waits. */
async function replace(
  { db, customerId, id, ifVersion }: Call,
  replaced: (current: Subscription) => Subscription | Promise<Subscription>,
): Promise<Answer> {
  const subscriptionId = id('subscriptionId');
  const named = sql`customer_id = ${customerId} and subscription_id = ${subscriptionId}`;
  const [row] = await db.query<Row>(sql`select ${columns} from subscriptions where ${named} for update`);
  if (!row) throw notFound();
  const current = rules.asOf(subscriptionOf(customerId, row), today());
  if (current.version !== ifVersion) throw new RequestError('conflict', { current });
  const after = await one<Row>(
    db,
    sql`
      update subscriptions set record = ${recordOf(await replaced(current))}::jsonb, version = version + 1
      where ${named} returning ${columns}`,
  );
  return answerOf(subscriptionOf(customerId, after));
}

/** Updates subscriptions whose renewal or end is due: no background process does. */
async function renewDue(db: Queryable, customerId: string): Promise<void> {
  const due = await db.query<Row>(sql`
    select ${columns} from subscriptions
    where customer_id = ${customerId} and least(next_renewal, ends_at) <= ${today()}
      and status_code in ('active', 'trialing', 'past-due')`);
  for (const row of due)
    await db.query(sql`
      update subscriptions set record = ${recordOf(rules.asOf(subscriptionOf(customerId, row), today()))}::jsonb
      where customer_id = ${customerId} and subscription_id = ${row.id} and version = ${row.version}`);
}

function recordOf({ ...record }: Partial<Subscription>): string {
  delete record.id;
  delete record.customerId;
  delete record.version;
  return JSON.stringify(record);
}

const answerOf = (subscription: Subscription): Answer => ({ body: subscription, version: subscription.version! });

const subscriptionOf = (customerId: string, { id, version, record }: Row): Subscription => ({
  ...record,
  id,
  customerId,
  version: String(version),
});
