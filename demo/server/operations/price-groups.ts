import { firstGroupsOf, groupsVersion, priceGroups } from '../../../src/adapters/memory/shop/price-groups.ts';
import type { AssignedPriceGroups, PriceGroup, PriceGroupSelection } from '../../../src/domain/price-group.ts';
import type { Queryable } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { invalid, RequestError } from '../http/problems.ts';
import { finds, isAnyOf } from './conditions.ts';
import type { Answer, Call, Handler, Seed } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

/** Those of the customer first, each by priority. */
const assignedFirst: Ordering = [
  { by: sql`(customer_id is null)`, type: 'boolean' },
  { by: sql`priority`, type: 'integer', nullable: true },
  { by: sql`group_id`, type: 'text' },
];

const sortable: Readonly<Record<string, Ordering>> = {
  name: [{ by: sql`name_key`, type: 'text' }],
  priority: [{ by: sql`priority`, type: 'integer', nullable: true }],
  members: [{ by: sql`members`, type: 'integer' }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const assigned = query.filter.get('assigned');
  const groups = {
    columns: sql`group_id as id, name, priority, discount, members, customer_id is not null as assigned`,
    from: sql`
      price_groups left join (
        select customer_id, group_id from customer_price_groups where customer_id = ${customerId}
      ) as assigned using (group_id)`,
    where: sql`
      true ${assigned === undefined ? nothing : isAnyOf(sql`(customer_id is not null)::text`, assigned)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, assignedFirst),
  };
  const version = groupsVersion(await groupsOf(db, customerId));
  const page = await readPage(
    db,
    query,
    groups,
    ({ id, name, priority, discount, members, assigned }: Omit<PriceGroup, 'customerId'>): PriceGroup => ({
      ...{ id, customerId, version, name, priority, discount, members, assigned },
    }),
  );
  return { body: { ...page, total: await countRows(db, groups) } };
};

export const assign: Handler<PriceGroupSelection> = (call) =>
  change(call, async ({ db, customerId, operator }, ids) => {
    await db.query(sql`
      with added as (
        insert into customer_price_groups (customer_id, group_id, assigned_by)
        select ${customerId}, jsonb_array_elements_text(${ids}::jsonb), ${operator.id}
        on conflict do nothing returning group_id)
      update price_groups set members = members + 1 where group_id in (select group_id from added)`);
  });

export const unassign: Handler<PriceGroupSelection> = (call) =>
  change(call, async ({ db, customerId }, ids) => {
    await db.query(sql`
      with removed as (
        delete from customer_price_groups
        where customer_id = ${customerId} and group_id in (select jsonb_array_elements_text(${ids}::jsonb))
        returning group_id)
      update price_groups set members = members - 1 where group_id in (select group_id from removed)`);
  });

async function groupsOf(db: Queryable, customerId: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(sql`
    select group_id as id from customer_price_groups where customer_id = ${customerId} order by group_id collate "C"`);
  return rows.map(({ id }) => id);
}

/** Changes the groups that the request is based on. Of two concurrent changes, the second waits. */
async function change(
  call: Call<PriceGroupSelection>,
  write: (call: Call<PriceGroupSelection>, ids: string) => Promise<void>,
): Promise<Answer> {
  const { db, customerId, body, ifVersion } = call;
  const ids = JSON.stringify([...new Set(body.groupIds)]);
  // The entry of the idempotency key has a share of the customer's row, which `for update` would wait for.
  await db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);
  // In one order, so that two changes of several groups do not wait for each other.
  const chosen = await db.query(sql`
    select 1 from price_groups where group_id in (select jsonb_array_elements_text(${ids}::jsonb))
    order by group_id for no key update`);
  if (chosen.length < new Set(body.groupIds).size) throw invalid({ groupIds: 'has an unknown group' });
  const read = async (): Promise<AssignedPriceGroups & { readonly version: string }> => {
    const groupIds = [...(await groupsOf(db, customerId))];
    return { customerId, version: groupsVersion(groupIds), groupIds };
  };
  const current = await read();
  if (current.version !== ifVersion) throw new RequestError('conflict', { current });
  await write(call, ids);
  const after = await read();
  return { body: after, version: after.version };
}

const members = (shop: Parameters<Seed>[0]) =>
  shop.customers.flatMap(({ id }) => firstGroupsOf(id).map((groupId) => ({ customer_id: id, group_id: groupId })));

export const seed: readonly Seed[] = [
  (shop) => ({
    table: 'price_groups',
    rows: priceGroups.map(({ id, ...group }) => ({
      group_id: id,
      ...group,
      members: members(shop).filter((row) => row.group_id === id).length,
    })),
  }),
  (shop) => ({ table: 'customer_price_groups', rows: members(shop) }),
];
