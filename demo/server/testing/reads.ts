import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as v from 'valibot';
import type { Adapter } from '../../../src/adapter/adapter.ts';
import { operations, type OperationName } from '../../../src/adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../../../src/adapter/options.ts';
import { answerSchemaOf } from '../../../src/adapter/schemas.ts';
import { knownCustomers, memoryAdapter, MemoryStore, roles } from '../../../src/adapters/memory/index.ts';
import { roleNames } from '../../../src/adapters/memory/roles.ts';
import { restAdapter } from '../../../src/adapters/rest/index.ts';
import { Money } from '../../../src/domain/money.ts';
import { sql } from '../database/sql.ts';
import type { TestServer } from './test-server.ts';

/** The adapter methods that are compared. */
type Asked = Required<
  Pick<
    Adapter,
    'addresses' | 'customers' | 'orders' | 'notes' | 'crossSell' | 'stats' | 'credit' | 'coupons' | 'permissions'
  >
>;
type Read = (adapter: Asked, customerId: string, request: PageRequest, options: ReadOptions) => unknown;

/**
 * Tests that reads return the same as the memory adapter for the same shop. The two implementations share only the
 * contract's code.
 */
export function testReads(server: () => TestServer): void {
  const signal = AbortSignal.any([]);
  const record: PageRequest = { first: 1 };
  const all: PageRequest = { first: 1000 };
  const few = [
    knownCustomers.ingrid,
    knownCustomers.currencies,
    knownCustomers.precise,
    knownCustomers.hostile,
    knownCustomers.annotated,
    knownCustomers.manyAddresses,
    knownCustomers.archived,
    knownCustomers.canceledAfterReturn,
    knownCustomers.itemized,
  ];
  let memory: Asked;
  let rest: Asked;
  before(() => {
    const { shop, url, viewer } = server();
    memory = memoryAdapter({
      // The server judges by the current time what has expired, so the shop's clock must show the same time.
      store: new MemoryStore({ ...shop, now: new Date().toISOString() }),
      permissions: roles.viewer.permissions,
      personalData: 'masked',
    });
    rest = restAdapter({ baseUrl: `${url}/api`, getToken: () => viewer.token ?? null });
  });

  /** Sends a request to both, compares the responses, and validates them with the operation's schema. */
  async function compare(operation: OperationName, read: Read, request: PageRequest, timeZone = 'UTC'): Promise<void> {
    // Requests with options are only sent for a few customers.
    for (const id of request === all || request === record ? Object.values(knownCustomers) : few) {
      const [expected, actual] = await Promise.all(
        [memory, rest].map((adapter) => read(adapter, id, request, { signal, timeZone })),
      );
      assert.ok(v.is(answerSchemaOf(operations[operation])!, actual), `${id} by the schema`);
      assert.deepEqual(comparable(actual), comparable(expected), id);
    }
  }

  describe('reads match the memory adapter', () => {
    it('customers', () =>
      compare('customers.get', ({ customers }, id, _, options) => customers.get!(id, options), record));

    it('permissions of each role', async () => {
      const { url } = server();
      for (const role of roleNames) {
        const client = server()[role];
        const { permissions } = restAdapter({ baseUrl: `${url}/api`, getToken: () => client.token ?? null });
        const expected = memoryAdapter({ store: new MemoryStore(server().shop), role });
        assert.deepEqual(
          await permissions(knownCustomers.ingrid, { signal }),
          await expected.permissions(knownCustomers.ingrid, { signal }),
          role,
        );
      }
    });

    const days: Readonly<Record<string, PageRequest>> = {
      always: all,
      'from a day': { ...all, range: { from: '2026-03-29' } },
      'to a day': { ...all, range: { to: '2025-10-26' } },
      'on some days': { ...all, range: { from: '2025-10-26', to: '2026-10-25' } },
      'on one day': { ...all, range: { from: '2026-11-12', to: '2026-11-12' } },
    };
    for (const [name, request] of Object.entries(days)) {
      for (const timeZone of ['Europe/London', 'Pacific/Auckland']) {
        it(`stats ${name} in ${timeZone}`, () =>
          compare(
            'stats.get',
            ({ stats }, id, { range = {} }, options) => stats.get!(id, range, options),
            request,
            timeZone,
          ));
      }
    }

    const orderLists: Readonly<Record<string, PageRequest>> = {
      ...days,
      'with a text in the number': { ...all, text: '#203' },
      'with a text in a title': { ...all, text: 'STONEWARE cup' },
      'with a text in no title': { ...all, text: '100% _' },
      'with a text in a variant': { ...all, text: 'whole bean' },
      'that are returns': { ...all, filter: { kind: 'return' } },
      'that are in transit or delivered': { ...all, filter: { fulfillment: 'in-transit,delivered' } },
      'that are archived': { ...all, filter: { archived: 'only' } },
      'that are archived or not': { ...all, filter: { archived: 'include' } },
      'that are in transit': { ...all, filter: { fulfillment: 'in-transit' } },
      'by total': { ...all, sort: { field: 'total', direction: 'descending' } },
      'oldest first': { ...all, sort: { field: 'placedAt', direction: 'ascending' } },
    };
    for (const [name, request] of Object.entries(orderLists)) {
      it(`orders ${name}`, () =>
        compare(
          'orders.list',
          ({ orders }, id, page, options) => orders.list!(id, page, options),
          request,
          'Europe/London',
        ));
    }

    it('each order', async () => {
      for (const { id, customerId } of server().shop.orders.filter(
        (order) => order.customerId !== knownCustomers.wholesale,
      )) {
        const [expected, actual] = await Promise.all(
          [memory, rest].map(({ orders }) => orders.get!(customerId, id, { signal })),
        );
        assert.deepEqual(comparable(actual), comparable(expected), id);
      }
    });

    const crossSellLists: Readonly<Record<string, PageRequest>> = {
      ...days,
      'with a text in the title': { ...all, text: 'ink' },
      'with a text in a variant': { ...all, text: 'whole bean' },
      'with the number of a variant': { ...all, text: 'apr-ink-m' },
      ...Object.fromEntries(
        [
          'title',
          'sku',
          'orders',
          'units',
          'unitsReturned',
          'revenue',
          'promoRevenue',
          'nonPromoRevenue',
          'promotions',
          'profit',
          'cogs',
          'fees',
        ].flatMap((field) =>
          (['ascending', 'descending'] as const).map((direction) => [
            `by ${field} ${direction}`,
            { ...all, sort: { field, direction } },
          ]),
        ),
      ),
    };
    for (const [name, request] of Object.entries(crossSellLists)) {
      it(`cross-sell ${name}`, () =>
        compare(
          'crossSell.list',
          ({ crossSell }, id, page, options) => crossSell.list!(id, page, options),
          request,
          'Europe/London',
        ));
    }

    const addressLists: Readonly<Record<string, PageRequest>> = {
      'without options': all,
      'with a text in the place': { ...all, text: 'leipzig' },
      'with a text in one line': { ...all, text: 'salt glaze' },
      'with a text across two lines': { ...all, text: 'wharf second' },
    };
    for (const [name, request] of Object.entries(addressLists)) {
      it(`addresses ${name}`, () =>
        compare('addresses.list', ({ addresses }, id, page, options) => addresses.list!(id, page, options), request));
    }

    it('accounts', () =>
      compare('credit.accounts', ({ credit }, id, page, options) => credit.accounts!(id, page, options), all));

    it('coupons', () =>
      compare('coupons.list', ({ coupons }, id, page, options) => coupons.list!(id, page, options), all));
    it('coupons by status', () =>
      compare('coupons.list', ({ coupons }, id, page, options) => coupons.list!(id, page, options), {
        ...all,
        filter: { status: 'active,expired' },
      }));

    it('ledgers', async () => {
      for (const { id, customerId } of server().shop.accounts) {
        const [expected, actual] = await Promise.all(
          [memory, rest].map(({ credit }) => credit.entries!(customerId, id, all, { signal })),
        );
        assert.deepEqual(comparable(actual), comparable(expected), id);
      }
    });

    it('notes', () => compare('notes.list', ({ notes }, id, page, options) => notes.list!(id, page, options), all));
    for (const text of ['Grinder', 'rush', 'GRÖSSE 4', 'Grösse', 'ﬁlterpapier', 'naïve', 'till-2', 'RAMAN', '%'])
      it(`notes with the text ${text}`, () =>
        compare('notes.list', ({ notes }, id, page, options) => notes.list!(id, page, options), { ...all, text }));

    it('revisions of each note', async () => {
      for (const { id, customerId } of server().shop.notes) {
        const [expected, actual] = await Promise.all(
          [memory, rest].map(({ notes }) => notes.revisions!(customerId, id, all, { signal })),
        );
        assert.deepEqual(comparable(actual), comparable(expected), id);
      }
    });
  });

  describe('pages', () => {
    const path = '/customers/C-20817';
    for (const list of [
      '/orders?',
      '/orders?sort=total&',
      '/cross-sell?',
      '/cross-sell?sort=profit&',
      '/cross-sell?sort=-fees&',
      '/cross-sell?sort=title&',
    ]) {
      it(`of ${list} add up to the whole list at any size`, async () => {
        const whole = await server().viewer.all<{ id: string }>(`${path}${list}`, 1000);
        for (const first of [1, 3, 7]) {
          const pages = await server().viewer.all<{ id: string }>(`${path}${list}`, first);
          assert.deepEqual(
            pages.map(({ id }) => id),
            whole.map(({ id }) => id),
          );
        }
      });
    }

    it('of orders of the same instant are sorted by number, descending', async () => {
      const { database, viewer } = server();
      for (const number of ['9', '10', 'b', 'B', 'ä', '#2']) {
        await database.query(sql`
          insert into orders (customer_id, order_id, kind, number, placed_at, currency, total, canceled, status)
          values ('C-20840', ${`same-${number}`}, 'order', ${number}, '2027-01-01T00:00:00Z', 'GBP', 1, false, '{}')`);
      }
      const orders = await viewer.all<{ number: string }>('/customers/C-20840/orders?from=2027-01-01', 2);
      await database.query(sql`delete from orders where order_id like 'same-%'`);
      assert.deepEqual(
        orders.map(({ number }) => number),
        ['b', 'B', 'ä', '10', '9', '#2'],
      );
    });
  });
}

/**
 * Normalizes a response for comparison. Removes equivalent differences (trailing zeros of decimals, unset flags,
 * versions, totals without known rows) and members that only the adapter has.
 */
function comparable(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (name, value: unknown) => {
    if (name === 'next' || (name === 'version' && value === '1')) return undefined;
    if ((name === 'pinned' || name === 'allowDebit') && value === false) return undefined;
    if (name === 'updatedAt' && value === null) return undefined;
    if (name === 'value' && typeof value === 'string' && value.includes('.')) return value.replace(/\.?0+$/, '');
    if (Array.isArray(value) && value.every(isMoney))
      return value.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
    const isUnknownTotal = typeof value === 'object' && value !== null && 'known' in value && value.known === 0;
    return isUnknownTotal ? undefined : value;
  }) as unknown;
}

const isMoney = (value: unknown): value is Money => v.is(Money, value);
