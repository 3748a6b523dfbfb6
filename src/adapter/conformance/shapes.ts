import { Customer } from '../../domain/customer.ts';
import { Permissions } from '../../domain/operator.ts';
import { OrderDetail } from '../../domain/order-detail.ts';
import { CustomerStats } from '../../domain/stats.ts';
import type { Adapter } from '../adapter.ts';
import { isAdapterError } from '../adapter-error.ts';
import { ensure, readable, refused, same, settled } from './assert.ts';
import { listsOf } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** What is read has the contract's shape, and is of the customer that was asked for. */
export function shapeCases({ adapter, customers: { full, empty, missing } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  const cases: ConformanceCase[] = [];

  for (const { name, schema, owner, load } of recordsOf(adapter)) {
    cases.push({
      name: `${name}: has the shape of the contract, and is of the customer asked for`,
      async run() {
        for (const customerId of [full, empty]) {
          const answer = readable(schema, await load(customerId, reading()), name);
          if (owner) same(owner(answer), customerId, `${name} names the customer`);
        }
      },
    });
    cases.push({
      name: `${name}: rejects with not-found where there is no such customer`,
      run: async () => void (await refused(load(missing, reading()), 'not-found')),
    });
  }

  for (const { name, schema, atLeast = 3, load } of listsOf(adapter)) {
    cases.push({
      name: `${name}: has the shape of the contract, and every row is of the customer asked for`,
      async run() {
        const answer = await load(full, all, reading());
        readable(schema, answer, name);
        ensure(answer.items.length >= atLeast, `${name}: the full customer should have ${atLeast} rows or more`);
        ensure(
          answer.items.every((row) => row.customerId === full),
          `${name} has a row of another customer`,
        );
        ensure(
          new Set(answer.items.map(({ id }) => id)).size === answer.items.length,
          `${name} has two rows of one id`,
        );
      },
    });
    cases.push({
      name: `${name}: is an empty page for a customer who has none`,
      async run() {
        const answer = await load(empty, all, reading());
        readable(schema, answer, name);
        same([answer.items, answer.next, answer.total ?? 0], [[], null, 0], `${name} of the empty customer`);
      },
    });
    cases.push({
      name: `${name}: has nothing of a customer who does not exist`,
      async run() {
        const outcome = await settled(load(missing, all, reading()));
        if (outcome.thrown)
          ensure(
            isAdapterError(outcome.error) && outcome.error.code === 'not-found',
            `${name} should reject with not-found`,
          );
        else same(outcome.answer.items, [], `${name} of the missing customer`);
      },
    });
  }

  if (orders?.list && orders.get) {
    cases.push({
      name: 'orders.get: has the shape of the contract, and agrees with the list',
      async run() {
        for (const { id, customerId, kind, number, total } of (await orders.list!(full, { first: 3 }, reading()))
          .items) {
          const order = readable(OrderDetail, await orders.get!(full, id, reading()), 'orders.get');
          same(
            [order.id, order.customerId, order.kind, order.number, order.total],
            [id, customerId, kind, number, total],
            'orders.get',
          );
        }
      },
    });
    cases.push({
      name: 'orders.get: rejects with not-found for an unknown order, and for that of another customer',
      async run() {
        const [order] = (await orders.list!(full, { first: 1 }, reading())).items;
        await refused(orders.get!(full, 'no-such-order', reading()), 'not-found');
        await refused(orders.get!(empty, order!.id, reading()), 'not-found');
      },
    });
  }
  return cases;
}

interface RecordRead {
  readonly name: string;
  readonly schema: typeof Customer | typeof CustomerStats | typeof Permissions;
  /** Whose the answer says it is; permissions do not say. */
  readonly owner?: (answer: { readonly id?: string; readonly customerId?: string }) => string | undefined;
  load(customerId: string, options: ReturnType<typeof reading>): Promise<unknown>;
}

/** The reads of one record that an adapter has. */
export function recordsOf(adapter: Adapter): RecordRead[] {
  const { customers, stats } = adapter;
  const records: RecordRead[] = [];
  if (customers?.get)
    records.push({
      name: 'customers.get',
      schema: Customer,
      owner: ({ id }) => id,
      load: (customerId, options) => customers.get!(customerId, options),
    });
  if (stats?.get)
    records.push({
      name: 'stats.get',
      schema: CustomerStats,
      owner: ({ customerId }) => customerId,
      load: (customerId, options) => stats.get!(customerId, {}, options),
    });
  if (adapter.permissions)
    records.push({
      name: 'permissions',
      schema: Permissions,
      load: (customerId, options) => adapter.permissions!(customerId, options),
    });
  return records;
}
