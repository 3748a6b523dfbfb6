import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import { signIn } from '../../src/adapters/medusa/index.ts';
import { cutOff } from '../toolkit/cut-off.ts';
import { reachedBehind } from '../toolkit/redirecting.ts';
import { all, amount, order, read, refusal, rejection, rowsOf, shopWith, write } from './answers.ts';

const gateway = (status: number, body: unknown) => Response.json(body, { status });

describe('the Medusa adapter: requests and errors', () => {
  it('maps the errors of Medusa, and says which leave a write unknown', async () => {
    const outcome = async (answer: () => Response) => {
      const { adapter } = shopWith({
        'GET /admin/customers/cus_1': answer,
        'POST /admin/customers/cus_1': answer,
      });
      const error = await rejection(adapter.customers.update!('cus_1', { phone: '1' }, write));
      const { code } = await rejection(adapter.customers.get!('cus_1', read));
      return [code, error.code, isOutcomeUnknown(error)];
    };
    assert.deepEqual(await outcome(() => refusal(404, 'not_found')), ['not-found', 'not-found', false]);
    assert.deepEqual(await outcome(() => refusal(400, 'invalid_data')), ['validation', 'validation', false]);
    assert.deepEqual(await outcome(() => refusal(400, 'not_allowed')), ['validation', 'validation', false]);
    assert.deepEqual(await outcome(() => refusal(422, 'duplicate_error')), ['validation', 'validation', false]);
    assert.deepEqual(await outcome(() => refusal(403, 'forbidden')), ['forbidden', 'forbidden', false]);
    // Medusa's 409 is two transactions that disturbed each other, not an outdated version.
    assert.deepEqual(await outcome(() => refusal(409, 'conflict')), ['unavailable', 'unavailable', true]);
    assert.deepEqual(await outcome(() => refusal(500, 'unknown_error')), ['internal', 'internal', true]);
  });

  it('takes the rejection of a gateway for no answer of Medusa to a write', async () => {
    const answers = [
      () => gateway(400, { message: 'Bad request' }),
      () => gateway(404, { type: 'about:blank', title: 'Not found' }),
      () => new Response('<html>', { status: 403 }),
      () => gateway(503, {}),
    ];
    for (const answer of answers) {
      const { adapter } = shopWith({ 'POST /admin/customers/cus_1': answer });
      const error = await rejection(adapter.customers.update!('cus_1', { phone: '1' }, write));
      assert.ok(isOutcomeUnknown(error), error.code);
    }
  });

  it('refreshes a rejected token once, and sends the request again', async () => {
    const { adapter, sent } = shopWith(
      {
        'GET /admin/customers/cus_1': ({ token }) =>
          token === 'Bearer new' ? { customer } : gateway(401, { message: 'Unauthorized' }),
      },
      { getToken: ({ refresh }) => (refresh ? 'new' : 'old') },
    );
    assert.equal((await adapter.customers.get!('cus_1', read)).id, 'cus_1');
    assert.deepEqual(
      sent.map(({ token }) => token),
      ['Bearer old', 'Bearer new'],
    );
  });

  it('sends a write once: Medusa has no keys, and whatever rejected its token may have carried it out', async () => {
    const post = 'POST /admin/customers/cus_1/addresses';
    const outcome = async (answer: () => Response) => {
      const { adapter, sent } = shopWith({ [post]: answer }, { getToken: ({ refresh }) => (refresh ? 'new' : 'old') });
      const error = await rejection(adapter.addresses.create!('cus_1', { lines: ['1 Lane'] }, write));
      return [sent.length, error.code, isOutcomeUnknown(error)];
    };
    const ofMedusa = () => gateway(401, { message: 'Unauthorized' });
    assert.deepEqual(await outcome(ofMedusa), [1, 'unauthenticated', false]);
    const html = () => new Response('<html>', { status: 401, headers: { 'Content-Type': 'text/html' } });
    assert.deepEqual(await outcome(html), [1, 'unauthenticated', true]);
  });

  it('leaves a movement of money unknown if a gateway rejects its token', async () => {
    const account = { id: 'sca_1', customer_id: 'cus_1', currency_code: 'eur', created_at: '2026-01-01T10:00:00.000Z' };
    const at = '/admin/store-credit-accounts/sca_1';
    const { adapter, sent } = shopWith(
      {
        [`GET ${at}`]: () => ({ store_credit_account: { ...account, ...amount('balance', 50) } }),
        [`POST ${at}/debit`]: () => new Response('<html>', { status: 401 }),
      },
      { getToken: ({ refresh }) => (refresh ? 'new' : 'old'), credit: { currencies: ['EUR'] } },
    );
    const debit = { accountId: 'sca_1', amount: { value: '-1.00', currency: 'EUR' }, description: 'Cup' };
    const error = await rejection(adapter.credit!.adjust!('cus_1', debit, write));
    assert.deepEqual([error.code, isOutcomeUnknown(error)], ['unauthenticated', true]);
    assert.equal(sent.filter(({ method }) => method === 'POST').length, 1);
  });

  it('does not wait for a token for ever', async () => {
    const { adapter } = shopWith({}, { getToken: () => new Promise(() => {}), timeout: 5 });
    assert.equal((await rejection(adapter.customers.get!('cus_1', read))).code, 'timeout');
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = shopWith({}, { getToken: () => new Promise(() => {}) }).adapter.customers.get!('cus_1', { signal });
    controller.abort(new Error('left'));
    await assert.rejects(waiting, /left/);
  });

  it('names the member of an answer that it cannot read, and never its value', async () => {
    const broken = order({ currency_code: 'secret', items: [{ id: 'item_1' }] });
    const { adapter } = shopWith({ 'GET /admin/orders': () => rowsOf('orders', [order(), broken]) });
    const error = await rejection(adapter.orders.list!('cus_1', all, read));
    assert.deepEqual([error.code, error.field], ['malformed', 'orders[1].items[0].quantity']);
    const { adapter: empty } = shopWith({ 'GET /admin/orders': () => ({}) });
    assert.equal((await rejection(empty.orders.list!('cus_1', all, read))).field, 'orders');
  });

  it('sends nothing for an id that would lead elsewhere', async () => {
    const { adapter, sent } = shopWith({});
    for (const id of ['..', '.', '', 'x/../y', 'a\0b'])
      for (const call of [
        adapter.customers.get!(id, read),
        adapter.orders.list!(id, all, read),
        adapter.addresses.list!(id, all, read),
        adapter.credit!.accounts!(id, all, read),
        adapter.orders.get!('cus_1', id, read),
      ])
        assert.equal((await rejection(call)).code, 'not-found');
    assert.equal(sent.length, 0);
  });

  it('reads long lists to their end, oldest first, also if they become shorter meanwhile', async () => {
    const numbers = Array.from({ length: 450 }, (_, at) => order({ id: `order_${at}`, display_id: at }));
    const { adapter, sent } = shopWith({
      'GET /admin/orders': ({ url }) => {
        const [limit, offset] = [Number(url.searchParams.get('limit')), Number(url.searchParams.get('offset'))];
        // Ten orders are deleted after the first page.
        const orders = offset === 0 ? numbers : numbers.slice(0, -10);
        return { orders: orders.slice(offset, offset + limit), count: orders.length };
      },
    });
    assert.equal((await adapter.orders.list!('cus_1', { first: 1000 }, read)).items.length, 440);
    assert.deepEqual(
      sent.map(({ url }) => [url.searchParams.get('offset'), url.searchParams.get('order')]),
      [
        ['0', 'id'],
        ['200', 'id'],
        ['400', 'id'],
      ],
    );
    assert.equal(sent[0]?.url.searchParams.get('customer_id'), 'cus_1');
  });

  it('counts an order once that two pages have, and reads on behind it', async () => {
    const numbers = Array.from({ length: 250 }, (_, at) => order({ id: `order_${at}`, display_id: at }));
    const { adapter } = shopWith({
      'GET /admin/orders': ({ url }) => {
        const offset = Number(url.searchParams.get('offset'));
        // A row is added before the others after the first page, as by an import.
        const orders = offset === 0 ? numbers : [order({ id: 'order_imported', display_id: 999 }), ...numbers];
        return { orders: orders.slice(offset, offset + 200), count: orders.length };
      },
    });
    const { items } = await adapter.orders.list!('cus_1', { first: 1000 }, read);
    assert.deepEqual([items.length, new Set(items.map(({ id }) => id)).size], [250, 250]);
  });

  it('turns offsets of the catalog into cursors, and shows only what is for sale', async () => {
    const products = ['Apron', 'Bowl', 'Cup'].map((title) => ({
      id: title,
      title,
      variants: [{ sku: `${title}-1`, prices: [{ currency_code: 'eur', ...amount('amount', 12.5) }] }],
    }));
    const { adapter, sent } = shopWith({
      'GET /admin/products': ({ url }) => {
        const offset = Number(url.searchParams.get('offset'));
        return { products: products.slice(offset, offset + 2), count: products.length };
      },
    });
    const first = await adapter.products.list!({ first: 2, text: 'cup' }, read);
    const second = await adapter.products.list!({ first: 2, text: 'cup', after: first.next! }, read);
    assert.deepEqual(
      [...first.items, ...second.items].map(({ title }) => title),
      ['Apron', 'Bowl', 'Cup'],
    );
    assert.equal(second.next, null);
    assert.deepEqual(first.items[0]?.price, { value: '12.50', currency: 'EUR' });
    const query = sent[1]!.url.searchParams;
    assert.deepEqual([query.get('status[0]'), query.get('q'), query.get('offset')], ['published', 'cup', '2']);
  });

  it('has links to the pages of the admin, if their address is known', () => {
    const { links } = shopWith({}, { admin: 'https://shop.example/app/' }).adapter;
    assert.equal(links?.('order', { orderId: 'order_1' }), 'https://shop.example/app/orders/order_1');
    assert.equal(links?.('profile', { customerId: 'cus_1' }), 'https://shop.example/app/customers/cus_1');
    assert.equal(links?.('constructor', {}), null);
    assert.equal(shopWith({}).adapter.links, undefined);
  });

  it('signs in, and says that a password is wrong', async () => {
    const options = { url: 'https://shop.example/', email: 'a@example.test', password: 'p' };
    const fetch: typeof globalThis.fetch = async (url) => Response.json({ token: url });
    assert.equal(await signIn({ ...options, fetch }), 'https://shop.example/auth/user/emailpass');
    const wrong = signIn({ ...options, fetch: async () => refusal(401, 'unauthorized') });
    assert.equal((await rejection(wrong)).code, 'unauthenticated');
    // What ends an answer before its end is not an answer that cannot be read.
    assert.equal((await rejection(signIn({ ...options, fetch: async () => cutOff() }))).code, 'offline');
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = signIn({ ...options, signal, fetch: async (_url, init) => cutOff(init!.signal) });
    controller.abort(new Error('left'));
    await assert.rejects(aborted, /left/);
  });

  it('sends no password to where the server redirects', async () => {
    const reached = await reachedBehind(async (url) =>
      assert.rejects(signIn({ url, email: 'a@example.test', password: 'p' }), { code: 'offline' }),
    );
    assert.equal(reached, 0);
  });
});

const customer = {
  id: 'cus_1',
  created_at: '2026-01-01T10:00:00.000Z',
  email: 'ada@example.test',
  first_name: 'Ada',
  last_name: 'Lovelace',
  company_name: 'Engines',
  phone: '+44 20 7946 0100',
  metadata: { birthday: '1990-01-01', points: 7 },
  groups: [{ id: 'g1', name: 'VIP' }],
};

describe('the Medusa adapter: customers', () => {
  it('has names, company, groups, and the metadata that were asked for', async () => {
    const customFields = [
      { key: 'birthday', label: 'Birthday', type: 'day' },
      { key: 'points', label: 'Points' },
      { key: 'toString', label: 'None' },
    ] as const;
    const { adapter } = shopWith({ 'GET /admin/customers/cus_1': () => ({ customer }) }, { customFields });
    const found = await adapter.customers.get!('cus_1', read);
    assert.deepEqual(
      [found.name, found.company, found.groups, found.phones],
      ['Ada Lovelace', 'Engines', [{ id: 'g1', name: 'VIP' }], [{ number: '+44 20 7946 0100' }]],
    );
    assert.deepEqual(
      found.customFields?.map(({ id, value }) => [id, value]),
      [
        ['birthday', '1990-01-01'],
        ['points', '7'],
        ['toString', null],
      ],
    );
    const { adapter: without } = shopWith({ 'GET /admin/customers/cus_1': () => ({ customer }) });
    assert.equal((await without.customers.get!('cus_1', read)).customFields, undefined);
  });

  it('changes the members that Medusa has, and no other', async () => {
    const { adapter, sent } = shopWith({ 'POST /admin/customers/cus_1': () => ({ customer }) });
    await adapter.customers.update!('cus_1', { firstName: 'Ada', company: null }, write);
    assert.deepEqual(sent[0]?.body, { first_name: 'Ada', company_name: null });
    const error = await rejection(adapter.customers.update!('cus_1', { taxExempt: true }, write));
    assert.deepEqual([error.code, sent.length], ['unsupported', 1]);
  });

  it('names the e-mail address that another customer has, and blames it for nothing else', async () => {
    const email = 'b@example.test';
    const errorOf = async (change: object, answer: () => Response) => {
      const { adapter } = shopWith({ 'POST /admin/customers/cus_1': answer });
      const { code, fieldErrors = {} } = await rejection(adapter.customers.update!('cus_1', change, write));
      return [code, Object.keys(fieldErrors)];
    };
    const invalid = (message: string) => () => refusal(400, 'invalid_data', message);
    const taken = invalid('Customer with email: b@example.test, has_account: true, already exists.');
    const duplicate = () => refusal(422, 'duplicate_error', 'Customer with this email already has an account');
    assert.deepEqual(await errorOf({ email }, invalid('No')), ['validation', ['email']]);
    assert.deepEqual(await errorOf({ email, phone: '1' }, taken), ['validation', ['email']]);
    assert.deepEqual(await errorOf({ email, phone: '1' }, duplicate), ['validation', ['email']]);
    assert.deepEqual(await errorOf({ email, phone: '1' }, invalid('Invalid phone')), ['validation', []]);
    assert.deepEqual(await errorOf({ phone: '1' }, duplicate), ['validation', []]);
  });

  it('refuses to leave a customer without an e-mail address', async () => {
    const { adapter, sent } = shopWith({ 'POST /admin/customers/cus_1': () => ({ customer }) });
    const { code, fieldErrors } = await rejection(adapter.customers.update!('cus_1', { email: null }, write));
    assert.deepEqual([code, fieldErrors, sent.length], ['validation', { email: 'is missing' }, 0]);
  });
});

describe('the Medusa adapter: addresses', () => {
  const address = {
    id: 'addr_1',
    created_at: '2026-01-01T10:00:00.000Z',
    address_name: 'Home',
    first_name: 'Ada',
    last_name: 'Lovelace',
    address_1: '1 High Street',
    city: 'London',
    country_code: 'gb',
    is_default_billing: true,
  };
  const at = '/admin/customers/cus_1/addresses';

  it('have a label and defaults, and are found by either', async () => {
    const other = { ...address, id: 'addr_0', address_name: null, is_default_billing: false };
    const { adapter, sent } = shopWith({ [`GET ${at}`]: () => rowsOf('addresses', [other, address]) });
    const { items } = await adapter.addresses.list!('cus_1', all, read);
    assert.deepEqual(
      items.map(({ id, label, defaultFor }) => [id, label, defaultFor]),
      [
        ['addr_1', 'Home', ['billing']],
        ['addr_0', null, []],
      ],
    );
    assert.deepEqual(
      items.map(({ address: of }) => 'country' in of && of.country),
      ['GB', 'GB'],
    );
    assert.equal((await adapter.addresses.list!('cus_1', { first: 9, text: 'home' }, read)).items.length, 1);
    // Medusa leaves the defaults out unless they are asked for.
    assert.match(sent[0]!.url.searchParams.get('fields') ?? '', /is_default_billing/);
  });

  it('never change or delete the address of another customer, which Medusa would', async () => {
    const { adapter, sent } = shopWith({ [`GET ${at}/addr_9`]: () => ({}) });
    const { addresses } = adapter;
    for (const call of [
      addresses.update!('cus_1', 'addr_9', { lines: ['1'] }, write),
      addresses.delete!('cus_1', 'addr_9', write),
      addresses.setDefault!('cus_1', 'addr_9', { use: 'billing' }, write),
    ])
      assert.equal((await rejection(call)).code, 'not-found');
    assert.deepEqual(
      sent.map(({ method }) => method),
      ['GET', 'GET', 'GET'],
    );
  });

  it('are not deleted while they are a default', async () => {
    const { adapter, sent } = shopWith({ [`GET ${at}/addr_1`]: () => ({ address }) });
    const error = await rejection(adapter.addresses.delete!('cus_1', 'addr_1', write));
    assert.deepEqual([error.code, sent.length], ['validation', 1]);
  });

  it('leave the outcome unknown if the shop changed what it created, so that it cannot be found', async () => {
    const { adapter } = shopWith({
      [`POST ${at}`]: ({ body }) => ({
        customer: { addresses: [{ ...address, ...body, id: 'addr_2', city: 'PARIS' }] },
      }),
    });
    const error = await rejection(adapter.addresses.create!('cus_1', { lines: ['1 Lane'], city: 'Paris' }, write));
    assert.deepEqual([error.code, isOutcomeUnknown(error)], ['malformed', true]);
  });

  it('split a name into first and last, and refuse what has no place', async () => {
    const { adapter, sent } = shopWith({
      [`POST ${at}`]: ({ body }) => ({
        customer: { addresses: [{ ...address }, { ...address, ...body, id: 'addr_2', is_default_billing: false }] },
      }),
    });
    const create = async (more: object) => adapter.addresses.create!('cus_1', { lines: ['1 Lane'], ...more }, write);
    const created = await create({ name: 'Ada King Lovelace', country: 'FR', label: 'Office' });
    assert.deepEqual([created.id, created.label], ['addr_2', 'Office']);
    const { first_name, last_name, country_code, address_2 } = sent[0]!.body!;
    assert.deepEqual([first_name, last_name, country_code, address_2], ['Ada King', 'Lovelace', 'fr', null]);
    await create({ name: '민준' });
    assert.deepEqual([sent[1]!.body!['first_name'], sent[1]!.body!['last_name']], ['민준', null]);
    for (const [member, more] of [
      ['lines', { lines: ['1', '2', '3'] }],
      ['country', { country: 'Utopia' }],
    ] as const)
      assert.ok((await rejection(create(more))).fieldErrors?.[member]);
    assert.equal(sent.length, 2);
  });
});
