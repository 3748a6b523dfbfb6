// The adapter for Vendure, against a running Vendure server with a database of its own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isAdapterError, isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import { conformanceReport } from '../../src/adapter/conformance.ts';
import { runConformance } from '../../src/adapter/conformance/run.ts';
import { fromMinor } from '../../src/adapter/toolkit/index.ts';
import { signIn, vendureAdapter, type VendureAdapter } from '../../src/adapters/vendure/index.ts';
import { shopMissing } from './shop.ts';
import { createReader, orderWithCoupon, prepareCustomers, varyOrders } from './vendure-data.ts';
import { superadmin, VendureShop } from './vendure-shop.ts';

const reading = () => ({ signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' });
const writing = () => ({ idempotencyKey: crypto.randomUUID() });
const codeOf = (thrown: unknown): unknown => (isAdapterError(thrown) ? thrown.code : thrown);

const missing = shopMissing('vendure');

describe('the adapter for Vendure, on a running server', { skip: missing }, () => {
  let shop: VendureShop;
  let adapter: VendureAdapter;
  let full: string;
  let empty: string;

  /** Creates an adapter of an administrator, who signs in when a token is needed. */
  function adapterOf(who: { readonly username: string; readonly password: string }): VendureAdapter {
    let token: Promise<string> | undefined;
    return vendureAdapter({
      url: shop.url,
      getToken: async ({ refresh }) => (token = (!refresh && token) || signIn({ url: shop.url, ...who })),
    });
  }

  before(async () => {
    shop = await VendureShop.start();
    adapter = adapterOf(superadmin);
    ({ full, empty } = await prepareCustomers(shop));
    await varyOrders(shop, full);
  });
  after(() => shop?.stop());

  it('keeps every rule of the conformance kit', async () => {
    const restricted = adapterOf(await createReader(shop));
    const customers = { full, empty, missing: '404404' };
    const { results, leftovers } = await runConformance({ adapter, restricted, customers });
    const of = (outcome: string) => results.filter((result) => result.outcome === outcome);
    assert.deepEqual(of('failed'), []);
    assert.deepEqual(
      of('skipped').map(({ name, message }) => `${name} (${message})`),
      // Vendure has no returns, and a coupon has a test of its own below.
      [
        'orders.list: the total of a return is not positive (the full customer has no return)',
        'orders.get: quantities and amounts of a return are not positive, and its item count is not negative (the full customer has no return)',
        'orders.list: a return has a total, unless it is only requested (the full customer has no return)',
        'orders.get: discounts reduce an order, each in one place and in its currency (the full customer has no order with a discount)',
        'orders.get: nothing is refunded for a return that is only requested (the full customer has no requested return)',
      ],
    );
    assert.deepEqual(leftovers, []);
    assert.ok(of('passed').length > 120, `${of('passed').length} rules`);
    console.log(`conformance kit: ${of('passed').length} passed`);
  });

  it('declares what Vendure does not guarantee', () => {
    assert.deepEqual(conformanceReport(adapter).widgets, [
      'address-book',
      'cross-sell-table',
      'customer-info',
      'customer-nav',
      'customer-stats',
      'customer-timeline',
      'notes-panel',
      'order-history',
      'transaction-history',
    ]);
    for (const port of [adapter.customers, adapter.addresses, adapter.notes])
      assert.deepEqual(port.guarantees, { idempotency: false, versions: false });
  });

  it('agrees with sums of the raw orders, for every customer', async () => {
    interface Raw {
      readonly id: string;
      readonly orders: {
        readonly items: readonly {
          readonly state: string;
          readonly totalWithTax: number;
          readonly payments: readonly {
            readonly state: string;
            readonly amount: number;
            readonly refunds: readonly { readonly state: string; readonly total: number }[];
          }[];
        }[];
      };
    }
    const { customers } = await shop.ask<{
      customers: { items: Raw[] };
    }>(`{ customers(options: { take: 1000 }) { items {
      id
      orders(options: { take: 1000, filter: { active: { eq: false } } }) {
        items { state totalWithTax payments { state amount refunds { state total } } }
      }
    } } }`);
    let counted = 0;
    for (const { id, orders } of customers.items) {
      let [bought, paid] = [0, 0];
      const kept = orders.items.filter(({ state }) => state !== 'Cancelled');
      for (const { totalWithTax } of kept) bought += totalWithTax;
      for (const { payments } of orders.items)
        for (const { state, amount, refunds } of payments) {
          if (state === 'Settled') paid += amount;
          for (const refund of refunds) if (refund.state === 'Settled') paid -= refund.total;
        }
      const stats = await adapter.stats.get!(id, {}, reading());
      const { totals } = await adapter.crossSell.list!(id, { first: 1 }, reading());
      const dollars = (units: number) => (orders.items.length > 0 ? [fromMinor(units, 'USD')] : []);
      assert.deepEqual([id, stats.orders?.value], [id, kept.length]);
      assert.deepEqual([id, stats.canceled?.value], [id, orders.items.length - kept.length]);
      if (kept.length > 0) assert.deepEqual([id, stats.lifetimeTotal?.amounts], [id, dollars(bought)]);
      if (kept.length > 0) assert.deepEqual([id, totals?.lifetimeTotal], [id, dollars(bought)]);
      assert.deepEqual([id, stats.totalPaid?.amounts], [id, dollars(paid)]);
      counted += kept.length;
    }
    assert.ok(counted > 80, `${counted} orders`);
  });

  it('shows what a canceled order cost, although Vendure says 0', async () => {
    const { items } = await adapter.orders.list!(full, { first: 10, filter: { cancellation: 'full' } }, reading());
    assert.equal(items.length, 1);
    const order = await adapter.orders.get!(full, items[0]!.id, reading());
    const raw = await shop.ask<{ order: { totalWithTax: number; payments: { amount: number }[] } }>(
      'query($id: ID!) { order(id: $id) { totalWithTax payments { amount } } }',
      { id: order.id },
    );
    assert.equal(raw.order.totalWithTax, 0);
    assert.deepEqual(order.total, fromMinor(raw.order.payments[0]!.amount, 'USD'));
  });

  it('shows partial cancellations and full refunds on their axes', async () => {
    const listed = async (filter: Readonly<Record<string, string>>) =>
      (await adapter.orders.list!(full, { first: 10, filter }, reading())).items;
    const [partly] = await listed({ cancellation: 'partial' });
    assert.equal(partly?.status.cancellation?.extent?.done, 1);
    const [refunded] = await listed({ payment: 'refunded' });
    const { refunds } = await adapter.orders.get!(full, refunded!.id, reading());
    assert.deepEqual(refunds?.at(-1)?.amount, refunded?.total);
  });

  it('has the discounts of a coupon in the lines, and the lines add up', async () => {
    const { customerId, code } = await orderWithCoupon(shop);
    const [entry] = (await adapter.orders.list!(customerId, { first: 1 }, reading())).items;
    const order = await adapter.orders.get!(customerId, entry!.id, reading());
    const raw = await shop.ask<{ order: { totalWithTax: number; discounts: { amountWithTax: number }[] } }>(
      'query($id: ID!) { order(id: $id) { totalWithTax discounts { amountWithTax } } }',
      { id: order.id },
    );
    const pence = (value: string): number => Math.round(Number(value) * 100);
    const discounts = order.lines.flatMap((line) => line.discounts ?? []);
    assert.deepEqual(new Set(discounts.map((discount) => discount.code)), new Set([code]));
    const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    assert.equal(
      sumOf(discounts.map(({ amount }) => pence(amount.value))),
      -sumOf(raw.order.discounts.map((one) => one.amountWithTax)),
    );
    assert.equal(sumOf(order.lines.map(({ total }) => pence(total.value))), raw.order.totalWithTax);
  });

  it('shares notes with other clients', async () => {
    const body = `Written elsewhere ${crypto.randomUUID()}`;
    await shop.ask('mutation($input: AddNoteToCustomerInput!) { addNoteToCustomer(input: $input) { id } }', {
      input: { id: full, note: body, isPublic: true },
    });
    const { items } = await adapter.notes.list!(full, { first: 1, text: body }, reading());
    assert.deepEqual(
      items.map((note) => [note.body, note.visibility, note.author.name]),
      [[body, 'customer', 'Super Admin']],
    );
    const created = await adapter.notes.create!(full, { body: 'Written <b>here</b>' }, writing());
    const { customer } = await shop.ask<{
      customer: { history: { items: { data: { note: string }; isPublic: boolean }[] } };
    }>(
      `query($id: ID!, $note: String!) { customer(id: $id) { history(options: { filter: { id: { eq: $note } } }) {
        items { isPublic data }
      } } }`,
      { id: full, note: created.id },
    );
    assert.deepEqual(customer.history.items, [{ isPublic: false, data: { note: 'Written <b>here</b>' } }]);
  });

  it('returns to each of several operators the note that they wrote', async () => {
    const bodies = Array.from({ length: 6 }, (_, at) => `At the same time ${at}`);
    const written = await Promise.all(bodies.map((body) => adapter.notes.create!(full, { body }, writing())));
    assert.deepEqual(
      written.map(({ body }) => body),
      bodies,
    );
    assert.equal(new Set(written.map(({ id }) => id)).size, bodies.length);
  });

  it('keeps one of two edits that were made at the same time, as declared', async () => {
    const note = await adapter.notes.create!(full, { body: 'Before' }, writing());
    await Promise.all(['One', 'Other'].map((body) => adapter.notes.update!(full, note.id, { body }, writing())));
    const { items } = await adapter.notes.list!(full, { first: 1000 }, reading());
    const found = items.find(({ id }) => id === note.id);
    assert.ok(['One', 'Other'].includes(found?.body ?? ''), found?.body);
  });

  it('reads and writes with an API key, whose permissions Vendure does not say', async () => {
    const { createApiKey } = await shop.ask<{ createApiKey: { apiKey: string } }>(
      `mutation { createApiKey(input: { roleIds: ["1"], translations: [{ languageCode: en, name: "Clientele" }] }) {
        ... on CreateApiKeyResult { apiKey }
      } }`,
    );
    const byKey = (key: string) =>
      vendureAdapter({
        url: shop.url,
        authentication: 'api-key',
        getToken: ({ refresh }) => (refresh ? null : key),
      });
    assert.equal((await byKey(createApiKey.apiKey).customers.get!(full, reading())).id, full);
    assert.deepEqual(await byKey(createApiKey.apiKey).permissions(full, reading()), {});
    await assert.rejects(
      byKey('nobody:knows').customers.get!(full, reading()),
      (thrown) => codeOf(thrown) === 'unauthenticated',
    );
  });

  it('reads again with a new token after the session has ended', async () => {
    const events: string[] = [];
    let token = await signIn({ url: shop.url, ...superadmin });
    const expiring = vendureAdapter({
      url: shop.url,
      async getToken({ refresh }) {
        if (refresh) {
          events.push('refresh');
          token = await signIn({ url: shop.url, ...superadmin });
        }
        return token;
      },
      onSessionExpired: () => events.push('expired'),
    });
    const signOut = () =>
      fetch(shop.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: '{"query":"mutation { logout { success } }"}',
      });
    assert.equal((await expiring.customers.get!(full, reading())).id, full);
    await signOut();
    await Promise.all([expiring.customers.get!(full, reading()), expiring.orders.list!(full, { first: 1 }, reading())]);
    assert.deepEqual(events, ['refresh']);
  });

  it('leaves a write unknown if the server is killed meanwhile, and reads again when it is back', async () => {
    assert.equal((await adapter.customers.get!(full, reading())).id, full);
    let sent: () => void;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    const token = await signIn({ url: shop.url, ...superadmin });
    const watched = vendureAdapter({
      url: shop.url,
      getToken: () => token,
      async fetch(input, init) {
        const isWrite = typeof init?.body === 'string' && init.body.includes('mutation');
        if (isWrite) shop.freeze();
        const answer = fetch(input, init);
        if (isWrite) setImmediate(sent);
        return answer;
      },
    });
    const write = watched.notes.create!(full, { body: 'Half-way' }, writing());
    const outcome = write.then(
      () => 'resolved',
      (thrown: unknown) => (isAdapterError(thrown) ? [thrown.code, isOutcomeUnknown(thrown)] : thrown),
    );
    // A write that ends before it is sent would never be sent.
    assert.equal(await Promise.race([isSent.then(() => 'sent'), outcome]), 'sent');
    await shop.kill();
    assert.deepEqual(await outcome, ['offline', true]);
    await assert.rejects(watched.customers.get!(full, reading()), (thrown) => codeOf(thrown) === 'offline');
    await shop.restart();
    assert.equal((await watched.customers.get!(full, reading())).id, full);
  });
});
