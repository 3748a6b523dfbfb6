import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryAdapter, MemoryStore } from '../../../src/adapters/memory/index.ts';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import { phoneDigits } from '../../../src/domain/phone-search.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Client, Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

type Customers = Listed<CustomerListItem>;

/** Customers whom no other test knows. */
const people = [
  { id: 'L-1', profile: { name: 'Éva Listner', email: 'eva@listed.example', phones: [{ number: '0917 555 0101' }] } },
  { id: 'L-2', profile: { name: 'Ben Listner', email: 'ben@listed.example', verification: 'verified' } },
  { id: 'L-3', profile: { firstName: 'Cy', lastName: 'Listner', level: { id: 'gold', name: 'Gold' } } },
  { id: 'L-4', profile: { name: 'Dee Listner', email: 'dee@listed.example' }, masked: ['email'] },
];

/** Tests the list of all customers. It runs before the customers of the shop are changed. */
export function testCustomerList(server: () => TestServer): void {
  const page = async (query: string, text?: string, who: 'manager' | 'viewer' = 'manager'): Promise<Customers> => {
    const headers: Readonly<Record<string, string>> = text === undefined ? {} : { [textHeader]: escapeText(text) };
    return (await server()[who].get<Customers>(`/customers?${query}`, headers)).body;
  };
  const ids = async (query: string, text?: string, who?: 'manager' | 'viewer') =>
    (await page(`first=1000&${query}`, text, who)).items.map(({ id }) => id).filter((id) => id.startsWith('L-'));

  describe('the list of customers', () => {
    it('has the customers of the shop with their figures, in the order of the memory adapter', async () => {
      const memory = memoryAdapter({ store: new MemoryStore(server().shop) });
      const options = { signal: new AbortController().signal };
      for (const [query, sort] of [
        ['', undefined],
        ['sort=name', { field: 'name', direction: 'ascending' }],
        ['sort=-orders', { field: 'orders', direction: 'descending' }],
        ['sort=-lifetimeTotal', { field: 'lifetimeTotal', direction: 'descending' }],
        ['sort=level', { field: 'level', direction: 'ascending' }],
      ] as const) {
        const expected = (await memory.customers.list({ first: 1000, sort }, options)).items;
        const { items } = await page(`first=1000&${query}`);
        const known = new Set(expected.map(({ id }) => id));
        assert.deepEqual(
          items.filter(({ id }) => known.has(id)),
          expected,
          query,
        );
      }
    });

    describe('of customers whom no other test knows', () => {
      before(async () => {
        for (const { id, profile, masked = [] } of people)
          await server().database.query(sql`
            insert into customers (customer_id, origin, profile, masked)
            values (${id}, 'shop', ${JSON.stringify(profile)}::jsonb, ${JSON.stringify(masked)}::jsonb)`);
        await server().database.script(`
          insert into orders (customer_id, order_id, kind, number, placed_at, currency, total, canceled, status) values
            ('L-1', 'l1', 'order', '#L-9001', '2026-01-31T23:30:00Z', 'GBP', 1200.50, false, '{}'),
            ('L-1', 'l2', 'order', '#L-9002', '2026-03-01T12:00:00Z', 'EUR', 30, false, '{}'),
            ('L-1', 'l3', 'order', '#L-9003', '2026-03-02T12:00:00Z', 'EUR', 10, false, '{}'),
            ('L-2', 'l4', 'order', '#L-9004', '2026-02-10T12:00:00Z', 'GBP', 500, false, '{}');
          select refresh_figures(array['L-1', 'L-2', 'L-3', 'L-4'])`);
      });
      after(() =>
        server().database.script(`
          delete from orders where customer_id like 'L-_';
          delete from customers where customer_id like 'L-_'`),
      );

      it('lists amounts by currency, that of most orders first, and unknown figures as none', async () => {
        const { items } = await page('first=1000', 'listner');
        const [eva, ben, cy] = ['L-1', 'L-2', 'L-3'].map((id) => items.find((item) => item.id === id));
        assert.deepEqual(eva?.lifetimeTotal, {
          amounts: [
            { value: '40.00', currency: 'EUR' },
            { value: '1200.50', currency: 'GBP' },
          ],
          basis: 'net-of-returns',
        });
        assert.deepEqual(
          [eva.orders?.value, eva.firstOrderAt, eva.lastOrderAt],
          [3, '2026-01-31T23:30:00Z', '2026-03-02T12:00:00Z'],
        );
        assert.deepEqual([ben?.orders?.value, ben?.verification], [1, 'verified']);
        assert.deepEqual(
          [cy?.orders?.value, cy?.lifetimeTotal?.amounts, cy?.lastOrderAt, cy?.level?.name],
          [0, [], null, 'Gold'],
        );
      });

      it('finds a name, an e-mail address, a telephone number in either form, an id and an order', async () => {
        for (const [text, ...found] of [
          ['eva list', 'L-1'],
          ['cy listner', 'L-3'],
          ['BEN@listed', 'L-2'],
          ['+63 917 555', 'L-1'],
          ['0917-555', 'L-1'],
          ['L-2', 'L-2'],
          ['L-9004', 'L-2'],
          ['#l-9001', 'L-1'],
          ['9004'],
          ['nobody@listed'],
        ])
          assert.deepEqual(await ids('sort=name', text), found, text);
      });

      it('finds nobody by a value that the operator may not see, and sorts by none', async () => {
        assert.deepEqual(await ids('', 'dee@listed'), []);
        assert.deepEqual([await ids('', 'eva@listed', 'viewer'), await ids('', '0917 555', 'viewer')], [[], []]);
        assert.deepEqual(await ids('', 'listner', 'viewer'), await ids('sort=-email', 'listner', 'viewer'));
        const { items } = await page('first=1', 'eva', 'viewer');
        assert.equal(JSON.stringify(items).includes('eva@listed'), false);
      });

      it('keeps the rows of each filter, bounds included', async () => {
        for (const [query, ...found] of [
          ['filter[orders]=1/2', 'L-2'],
          ['filter[orders]=0/0,3/', 'L-1', 'L-3', 'L-4'],
          ['filter[spent]=GBP:500/', 'L-1', 'L-2'],
          ['filter[spent]=GBP:500.01/', 'L-1'],
          ['filter[spent]=EUR:/40', 'L-1'],
          ['filter[verification]=verified', 'L-2'],
          ['filter[level]=gold', 'L-3'],
          ['filter[firstOrder]=2026-01-31/2026-01-31', 'L-1'],
          ['filter[firstOrder]=2026-02-01/2026-02-28&timeZone=Asia/Manila', 'L-1', 'L-2'],
          ['filter[lastOrder]=2026-03-01/', 'L-1'],
        ])
          assert.deepEqual((await ids(query!, 'listner')).toSorted(), found, query);
      });

      it('goes on in the same order from page to page, also past unknown values', async () => {
        for (const sort of ['', '&sort=lastOrderAt', '&sort=-lifetimeTotal', '&sort=email', '&sort=-level']) {
          const whole = (await page(`first=1000${sort}`, 'listner')).items.map(({ id }) => id);
          const walked: string[] = [];
          for (let after = ''; ;) {
            const { items, next } = await page(`first=1${sort}${after && `&after=${after}`}`, 'listner');
            walked.push(...items.map(({ id }) => id));
            if (next === null) break;
            after = next;
          }
          assert.deepEqual(walked, whole, sort);
          assert.equal(whole.length, 4);
        }
      });
    });

    it('rejects bounds that it cannot read', async () => {
      const client: Client = server().manager;
      for (const filter of [
        'orders]=x',
        'orders]=/',
        'spent]=5/',
        'spent]=GBP:',
        'lastOrder]=2026-02-30/',
        'lastOrder]=2026-02-02/2026-01-01',
      ]) {
        const { status, body } = await client.get<Refused>(`/customers?filter[${filter}`);
        assert.deepEqual([status, body.code], [422, 'validation'], filter);
      }
    });

    it('stores the digits that a search compares, as the memory adapter does', async () => {
      for (const numbers of [['+63 (0)917 555-0101', '0044 20 7946 0000'], ['٠٩١٧'], []]) {
        const profile = JSON.stringify({ phones: numbers.map((number) => ({ number })) });
        const { digits } = await one<{ digits: string }>(
          server().database,
          sql`select phone_digits(${profile}::jsonb, '[]') as digits`,
        );
        assert.equal(digits, phoneDigits(numbers));
      }
    });
  });
}
