import { OrderDetail } from '../../domain/order-detail.ts';
import { axes, type Axis } from '../../domain/order.ts';
import { isAdapterError } from '../adapter-error.ts';
import { ensure, readable, rejection, same, outcomeOf, skip } from './assert.ts';
import { listsOf } from './lists.ts';
import { ownerOf, recordsOf } from './records.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that responses match the schemas and belong to the requested customer. */
export function shapeCases({ adapter, customers: { full, empty, missing } }: ConformanceSetup): ConformanceCase[] {
  const { orders } = adapter;
  const cases: ConformanceCase[] = [];

  for (const { name, schema, isNested, isShared, load } of recordsOf(adapter, full)) {
    if (isShared) {
      cases.push({
        name: `${name}: matches the schema`,
        run: async () => void readable(schema, await load(full, reading()), name),
      });
      continue;
    }
    cases.push({
      name: `${name}: matches the schema, and belongs to the requested customer`,
      async run() {
        for (const customerId of isNested ? [full] : [full, empty]) {
          const answer = await load(customerId, reading());
          readable(schema, answer, name);
          if (name !== 'permissions') same(ownerOf(answer, name), customerId, `${name} names the customer`);
        }
      },
    });
    cases.push({
      name: `${name}: rejects with not-found for an unknown customer`,
      async run() {
        await rejection(load(missing, reading()), 'not-found');
        if (isNested) await rejection(load(empty, reading()), 'not-found');
      },
    });
  }

  for (const { name, schema, atLeast, isShared, isNested, load } of listsOf(adapter, full)) {
    cases.push({
      name: `${name}: matches the schema, and every row belongs to the requested customer`,
      async run() {
        const answer = await load(full, all, reading());
        readable(schema, answer, name);
        ensure(
          isShared || answer.items.every((row) => row.customerId === full),
          `${name} has a row of another customer`,
        );
        ensure(
          new Set(answer.items.map(({ id }) => id)).size === answer.items.length,
          `${name} has two rows with the same id`,
        );
        const { length } = answer.items;
        if (length < atLeast) skip(`the full customer has ${length} rows in ${name}, and this needs ${atLeast}`);
      },
    });
    if (isShared) continue;
    cases.push(
      isNested
        ? {
            name: `${name}: rejects with not-found under another customer`,
            run: async () => void (await rejection(load(empty, all, reading()), 'not-found')),
          }
        : {
            name: `${name}: is empty for a customer without rows`,
            async run() {
              const answer = await load(empty, all, reading());
              readable(schema, answer, name);
              const { length } = answer.items;
              const rows = `${length} row${length === 1 ? '' : 's'} in ${name}`;
              const advice = 'choose an empty customer without any, or the adapter returns rows of somebody else';
              ensure(length === 0, `customer ${empty} has ${rows}: ${advice}`);
              same([answer.items, answer.next, answer.total ?? 0], [[], null, 0], `${name} of the empty customer`);
            },
          },
    );
    cases.push({
      name: `${name}: is empty or rejects with not-found for an unknown customer`,
      async run() {
        const outcome = await outcomeOf(load(missing, all, reading()));
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
      name: 'orders.get: matches the row in the list',
      async run() {
        for (const row of (await orders.list!(full, { first: 3 }, reading())).items) {
          const order = readable(OrderDetail, await orders.get!(full, row.id, reading()), 'orders.get');
          const { id, customerId, kind, number, placedAt, total } = row;
          same(
            [order.id, order.customerId, order.kind, order.number, order.placedAt, order.total],
            [id, customerId, kind, number, placedAt, total],
            'orders.get',
          );
          // One of them may know what the other does not.
          if (row.summary && order.summary) same(order.summary, row.summary, `orders.get: the summary of ${id}`);
          for (const axis of Object.keys(axes) as Axis[])
            if (row.status[axis] && order.status[axis])
              same(order.status[axis].status, row.status[axis].status, `orders.get: ${axis} of ${id}`);
        }
      },
    });
  }
  return cases;
}
