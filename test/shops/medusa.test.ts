// The Medusa adapter on a running Medusa server, against the rules of the contract and against the shop's own database.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isAdapterError, isOutcomeUnknown, type AdapterError } from '../../src/adapter/adapter-error.ts';
import { conformanceReport } from '../../src/adapter/conformance.ts';
import { runConformance } from '../../src/adapter/conformance/run.ts';
import { medusaAdapter, type MedusaOptions } from '../../src/adapters/medusa/index.ts';
import { decimal } from '../../src/adapter/toolkit/index.ts';
import { MedusaShop } from './medusa-shop.ts';
import { prepareScenario, type Scenario } from './medusa-scenario.ts';
import { shopMissing } from './shop.ts';

const read = { signal: new AbortController().signal, timeZone: 'UTC' };
const all = { first: 1000 } as const;
const write = () => ({ idempotencyKey: crypto.randomUUID() });
const rejection = (call: Promise<unknown>): Promise<AdapterError> =>
  call.then(
    () => assert.fail('should have been rejected'),
    (thrown: unknown) => thrown as AdapterError,
  );

describe('the Medusa adapter on a running shop', { skip: shopMissing('medusa') }, () => {
  let shop: MedusaShop;
  let scenario: Scenario;
  const adapterOf = (more: Partial<MedusaOptions> = {}) =>
    medusaAdapter({
      url: shop.url,
      getToken: async () => shop.token(),
      credit: { currencies: ['EUR', 'USD'] },
      ...more,
    });
  const balanceOf = async (): Promise<string> => {
    const { items } = await adapterOf().credit!.accounts!(scenario.full, all, read);
    return items.find(({ id }) => id === scenario.accountId)!.balance.value;
  };

  before(async () => {
    shop = await MedusaShop.start();
    scenario = await prepareScenario(shop);
  });
  after(() => shop?.stop());

  it('keeps every rule of the contract that can be tested, and says which promises lapse', async () => {
    const adapter = adapterOf();
    const customers = { full: scenario.full, empty: scenario.empty, missing: 'cus_missing' };
    const { results, leftovers } = await runConformance({ adapter, customers });
    const named = (outcome: string) =>
      results.filter((result) => result.outcome === outcome).map(({ name, message }) => `${name}: ${message}`);
    assert.deepEqual(named('failed'), []);
    // Its accounts have no rules, no reasons and no expiry, its ledger no reversals, and the taxes come on top of prices.
    assert.deepEqual(named('skipped'), [
      'orders.get: the included taxes are in the currency of the total, and less than it: the full customer has no order with included taxes',
      'credit.adjust: rejects a debit of an account that does not allow it: all accounts of the full customer allow debits',
      'credit.adjust: reverses an entry by another one, and links the two: a new entry is not reversible',
      'credit.adjust: reverses an entry once, also under concurrent requests: a new entry is not reversible',
      'credit.adjust: requires and stores one of the account’s reasons: no account that allows debits has reasons',
      'credit.adjust: stores an expiry date if the account allows one: no account that allows debits allows an expiry date',
    ]);
    // An account cannot be closed.
    assert.deepEqual(
      leftovers.filter((left) => !left.endsWith(' of credit.open')),
      [],
    );
    assert.ok(results.length > 130, `only ${results.length} cases`);
    const { widgets, missingGuarantees } = conformanceReport(adapter);
    assert.deepEqual(widgets, [
      'address-book',
      'credit-balance',
      'cross-sell-table',
      'customer-info',
      'customer-nav',
      'customer-stats',
      'customer-timeline',
      'order-history',
      'transaction-history',
    ]);
    assert.deepEqual(
      missingGuarantees.map((sentence) => sentence.split(':', 1)[0]),
      ['customers', 'customers', 'addresses', 'addresses', 'credit', 'credit'],
    );
  });

  it('rebuilds an order with tax, a discount and a unit that came back', async () => {
    const { orders } = adapterOf();
    const order = await orders.get!(scenario.full, scenario.taxedOrder, read);
    // 3 × 12.50 − 33 % is 25.125, and 19 % of that and of the shipping 5.72185.
    assert.deepEqual(
      order.lines.map(({ kind, quantity, total }) => [kind, quantity, total.value]),
      [
        ['product', 3, '25.125'],
        ['charge', 1, '4.99'],
        ['charge', 1, '5.72185'],
      ],
    );
    assert.equal(order.total?.value, '35.84');
    assert.equal(order.status.return?.status, 'partial');
    assert.deepEqual(order.status.return.extent, { done: 1, of: 3 });
    const back = await orders.get!(scenario.full, scenario.receivedReturn, read);
    assert.deepEqual(
      back.lines.map(({ quantity, total }) => [quantity, total.value]),
      [
        [-1, '-8.375'],
        [1, '-1.59125'],
      ],
    );
    assert.equal(back.total?.value, '-9.97');
    assert.equal(back.kind === 'return' && back.original?.id, scenario.taxedOrder);
  });

  it('has the figures that the database adds up to, for every customer of the shop', async () => {
    const { stats, credit } = adapterOf();
    const sums = await shop.query<{ id: string; orders: string; total: string; paid: string; credit: string }>(figures);
    assert.ok(sums.length >= 40);
    const check = async ({ id, orders, total, paid, credit: balance }: (typeof sums)[number]) => {
      const found = await stats.get!(id, {}, read);
      assert.equal(found.orders?.value, Number(orders), `orders of ${id}`);
      equal(found.lifetimeTotal?.amounts[0]?.value, total, `lifetime total of ${id}`);
      equal(found.totalPaid?.amounts[0]?.value, paid, `paid by ${id}`);
      const { items } = await credit!.accounts!(id, all, read);
      equal(items[0]?.balance.value, balance, `store credit of ${id}`);
    };
    // The customer with tax and a discount has amounts of more decimals than the currency, see above.
    const others = sums.filter(({ id }) => id !== scenario.full);
    for (let at = 0; at < others.length; at += 4) await Promise.all(others.slice(at, at + 4).map(check));
  });

  it('counts every one of ten credits at the same time, and carries out one of five debits of 60 %', async () => {
    const { credit } = adapterOf();
    const adjust = (value: string, description: string) =>
      credit!.adjust!(
        scenario.full,
        { accountId: scenario.accountId, amount: { value, currency: 'EUR' }, description },
        write(),
      );
    const start = await balanceOf();
    await Promise.all(Array.from({ length: 10 }, (_, index) => adjust('1.00', `Credit ${index}`)));
    const balance = await balanceOf();
    equal(balance, decimal.sum(start, '10'), 'the balance after ten credits');
    const part = decimal.round(decimal.multiply(balance, '0.6'), 2);
    const debits = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => adjust(decimal.negate(part), `Debit ${index}`)),
    );
    const rejected = debits.flatMap((one) => (one.status === 'rejected' ? [one.reason as AdapterError] : []));
    assert.equal(rejected.length, 4);
    for (const { code, fieldErrors } of rejected)
      assert.deepEqual([code, fieldErrors], ['validation', { amount: 'exceeds the balance' }]);
    equal(await balanceOf(), decimal.subtract(balance, part), 'the balance after the debits');
  });

  it('refreshes a rejected token once for all requests, and says once that the session has expired', async () => {
    let refreshed = 0;
    let expired = 0;
    const renewed = adapterOf({
      getToken: async ({ refresh }) => {
        if (!refresh) return refreshed > 0 ? shop.token() : 'rejected';
        refreshed += 1;
        return shop.token();
      },
    });
    await Promise.all([renewed.customers.get!(scenario.full, read), renewed.addresses.list!(scenario.full, all, read)]);
    assert.equal(refreshed, 1);
    const without = adapterOf({ getToken: () => 'rejected', onSessionExpired: () => (expired += 1) });
    const errors = await Promise.all([
      rejection(without.customers.get!(scenario.full, read)),
      rejection(without.addresses.create!(scenario.full, { lines: ['1 Lane'] }, write())),
    ]);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['unauthenticated', 'unauthenticated'],
    );
    assert.equal(expired, 1);
  });

  it('leaves the outcome of a debit open when the server dies in the middle of it', async () => {
    const { credit, customers } = adapterOf();
    const start = await balanceOf();
    const client = await shop.database.connect();
    try {
      // The debit waits for the account, which this transaction has locked.
      await client.query('begin');
      await client.query('select id from store_credit_account where id = $1 for update', [scenario.accountId]);
      const debit = credit!.adjust!(
        scenario.full,
        { accountId: scenario.accountId, amount: { value: '-1.00', currency: 'EUR' }, description: 'Cut off' },
        write(),
      );
      let early: unknown;
      const ended = debit.then(
        () => (early = 'carried out'),
        (thrown: unknown) => (early = thrown),
      );
      // A debit that ends by itself, at the latest by its timeout, will never wait for the account.
      while (early === undefined && (await shop.query(waiting)).length === 0);
      assert.equal(early, undefined, 'the debit ended before it waited');
      await shop.kill();
      const outcome = await ended;
      assert.deepEqual(isAdapterError(outcome) ? [outcome.code, isOutcomeUnknown(outcome)] : outcome, [
        'offline',
        true,
      ]);
    } finally {
      await client.query('rollback');
      client.release();
    }
    assert.equal((await rejection(customers.get!(scenario.full, read))).code, 'offline');
    await shop.restart();
    equal(await balanceOf(), start, 'the balance after the server was started again');
  });
});

const equal = (found: string | undefined, expected: string, what: string): void =>
  assert.equal(decimal.compare(found ?? '0', expected), 0, `${what} is ${found} instead of ${expected}`);

/** A query that waits for a lock of another one. */
const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%store_credit_account%'";

/** What each customer bought, paid and has, added up by the database in its own way. */
const figures = `
  with item as (
    select o.customer_id, o.id as order_id,
      coalesce(i.unit_price, l.unit_price) * (i.quantity - i.return_received_quantity) as amount
    from "order" o
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item l on l.id = i.item_id
    where o.status <> 'canceled'
  ), shipping as (
    select o.customer_id, m.amount
    from "order" o
    join order_shipping s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
    join order_shipping_method m on m.id = s.shipping_method_id
    where o.status <> 'canceled'
  ), payment_of as (
    select o.customer_id, p.id
    from "order" o
    join order_payment_collection c on c.order_id = o.id and c.deleted_at is null
    join payment p on p.payment_collection_id = c.payment_collection_id
  )
  select c.id,
    (select count(*) from "order" o where o.customer_id = c.id and o.status <> 'canceled') as orders,
    (select coalesce(sum(amount), 0) from item where customer_id = c.id)
      + (select coalesce(sum(amount), 0) from shipping where customer_id = c.id) as total,
    (select coalesce(sum(k.amount), 0) from capture k join payment_of p on p.id = k.payment_id where p.customer_id = c.id)
      - (select coalesce(sum(r.amount), 0) from refund r join payment_of p on p.id = r.payment_id
        where p.customer_id = c.id) as paid,
    (select coalesce(sum(case t.type when 'credit' then t.amount else -t.amount end), 0)
      from store_credit_account a join store_credit_account_transaction t on t.account_id = a.id
      where a.customer_id = c.id) as credit
  from customer c
  where c.deleted_at is null`;
