import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAdapterError, isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import { signIn } from '../../src/adapters/vendure/index.ts';
import { cutOff } from '../toolkit/cut-off.ts';
import { reachedBehind } from '../toolkit/redirecting.ts';
import { failed, fakeVendure } from './fake-vendure.ts';

const reading = (signal = new AbortController().signal) => ({ signal, locale: 'en', timeZone: 'UTC' });
const writing = () => ({ idempotencyKey: 'key' });

const customer = { id: '5', addresses: [] };
const signedIn = { activeChannel: { id: '1' } };
const signedOut = failed('FORBIDDEN', ['activeChannel']);

/** Returns the code of a failed write, and whether its outcome is unknown. */
async function outcomeOf(write: Promise<unknown>): Promise<unknown> {
  return write.then(
    () => 'resolved',
    (thrown: unknown) => (isAdapterError(thrown) ? [thrown.code, isOutcomeUnknown(thrown)] : thrown),
  );
}

const createNote = (answer: object, more: object = {}) => {
  const { adapter, sent } = fakeVendure({ Customer: { customer }, CreateNote: answer, ...more });
  return { sent, write: adapter.notes.create!('5', { body: 'Rings twice' }, writing()) };
};

describe('vendureAdapter: errors', () => {
  it('tells an operator without permission from one whose session has expired', async () => {
    const refused = failed('FORBIDDEN', ['customer']);
    const { adapter } = fakeVendure({ Addresses: refused, activeChannel: signedIn });
    await assert.rejects(adapter.addresses.list!('5', { first: 1 }, reading()), { code: 'forbidden' });
    const expired = fakeVendure({ Addresses: refused, activeChannel: signedOut });
    await assert.rejects(expired.adapter.addresses.list!('5', { first: 1 }, reading()), { code: 'unauthenticated' });
  });

  it('sends a read again with a new token, and a write never', async () => {
    let token = 'old';
    const isOld = (headers: Headers) => headers.get('Authorization') === 'Bearer old';
    const { adapter, sent } = fakeVendure(
      {
        Addresses: ({ headers }) => (isOld(headers) ? failed('FORBIDDEN', ['customer']) : { customer }),
        Customer: { customer },
        CreateNote: failed('FORBIDDEN', ['customer']),
        activeChannel: ({ headers }) => (isOld(headers) ? signedOut : signedIn),
      },
      { getToken: ({ refresh }) => (refresh ? (token = 'new') : token) },
    );
    await adapter.addresses.list!('5', { first: 1 }, reading());
    assert.deepEqual(
      sent.map(({ operation }) => operation),
      ['Addresses', 'activeChannel', 'Addresses'],
    );
    const expiring = createNote(failed('FORBIDDEN', ['customer']), { activeChannel: signedOut });
    assert.deepEqual(await outcomeOf(expiring.write), ['unauthenticated', false]);
    assert.equal(expiring.sent.filter(({ operation }) => operation === 'CreateNote').length, 1);
  });

  for (const [what, answer, expected] of [
    ['Vendure rejects the input', failed('USER_INPUT_ERROR', ['customer']), ['validation', false]],
    ['Vendure rejects the operation', failed('ILLEGAL_OPERATION', ['customer']), ['validation', false]],
    ['the record does not exist', failed('ENTITY_NOT_FOUND', ['customer']), ['not-found', false]],
    ['Vendure fails', failed('INTERNAL_SERVER_ERROR', ['customer']), ['internal', true]],
    ['the database fails, without a code', { data: null, errors: [{ message: 'SQL' }] }, ['internal', true]],
    ['a member of the answer fails', failed('FORBIDDEN', ['customer', 'history']), ['forbidden', true]],
    ['the answer is no JSON', new Response('<html>'), ['malformed', true]],
    ['a gateway answers', new Response('Bad Gateway', { status: 502 }), ['unavailable', true]],
    ['a gateway refuses', Response.json({ error: 'no' }, { status: 403 }), ['malformed', true]],
    [
      'the document cannot be parsed',
      Response.json({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }, { status: 400 }),
      ['unsupported', false],
    ],
  ] as const)
    it(`rejects a write with ${expected[0]} if ${what}`, async () => {
      const { write } = createNote(answer, { activeChannel: signedIn });
      assert.deepEqual(await outcomeOf(write), expected);
    });

  it('leaves a write unknown if no answer comes, in time or at all', async () => {
    const offline = fakeVendure({
      Customer: { customer },
      CreateNote: () => {
        throw new TypeError('fetch failed');
      },
    });
    assert.deepEqual(await outcomeOf(offline.adapter.notes.create!('5', { body: 'x' }, writing())), ['offline', true]);
    const never: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        if (init!.signal!.aborted) reject(init!.signal!.reason as Error);
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error));
      });
    const { adapter } = fakeVendure({}, { fetch: never, timeout: 5 });
    await assert.rejects(adapter.customers.get!('5', reading()), { code: 'timeout' });
    const controller = new AbortController();
    const aborted = adapter.customers.get!('5', reading(controller.signal));
    controller.abort(new Error('left'));
    await assert.rejects(aborted, /left/);
  });

  it('tells an abort, a timeout and a lost connection in the middle of an answer from an answer it cannot read', async () => {
    const { write } = createNote(() => cutOff());
    assert.deepEqual(await outcomeOf(write), ['offline', true]);
    const slow: typeof fetch = async (_url, init) => cutOff(init!.signal);
    await assert.rejects(fakeVendure({}, { fetch: slow, timeout: 5 }).adapter.customers.get!('5', reading()), {
      code: 'timeout',
    });
    const controller = new AbortController();
    const aborted = fakeVendure({}, { fetch: slow }).adapter.customers.get!('5', reading(controller.signal));
    controller.abort(new Error('left'));
    await assert.rejects(aborted, /left/);
  });

  it('does not wait for a token for ever', async () => {
    const { adapter } = fakeVendure({}, { getToken: () => new Promise(() => {}), timeout: 5 });
    await assert.rejects(adapter.customers.get!('5', reading()), { code: 'timeout' });
  });

  it('finds no customer by another id that Vendure takes for the same', async () => {
    const { adapter } = fakeVendure({ Addresses: { customer } });
    for (const id of [' 5', '5.0', '0x5'])
      await assert.rejects(adapter.addresses.list!(id, { first: 1 }, reading()), { code: 'not-found' });
  });

  it('sends an API key and a channel in headers of their own', async () => {
    const { adapter, sent } = fakeVendure(
      { Addresses: { customer } },
      { authentication: 'api-key', channel: 'eu', getToken: () => 'key' },
    );
    await adapter.addresses.list!('5', { first: 1 }, reading());
    const { headers } = sent[0]!;
    assert.deepEqual(
      ['vendure-api-key', 'vendure-token', 'Authorization'].map((name) => headers.get(name)),
      ['key', 'eu', null],
    );
  });

  it('sends no API key to where the server redirects', async () => {
    const reached = await reachedBehind(async (url) => {
      const { adapter } = fakeVendure({}, { url, authentication: 'api-key', getToken: () => 'key', fetch });
      await assert.rejects(adapter.customers.get!('5', reading()), { code: 'malformed' });
      assert.deepEqual(await outcomeOf(adapter.customers.update!('5', { firstName: 'Ada' }, writing())), [
        'malformed',
        true,
      ]);
    });
    assert.equal(reached, 0);
  });

  it('says what the operator may do, by the roles in the active channel', async () => {
    const channels = [
      { id: '1', permissions: ['ReadCustomer', 'UpdateCustomer'] },
      { id: '2', permissions: ['DeleteCustomer'] },
    ];
    const { adapter } = fakeVendure({ Permissions: { customer, ...signedIn, me: { channels } } });
    const permissions = await adapter.permissions('5', reading());
    assert.deepEqual(
      ['notes.create', 'addresses.create', 'addresses.delete', 'orders.get'].map((name) => permissions[name]?.state),
      ['allowed', 'denied', 'denied', 'denied'],
    );
    assert.equal(permissions['addresses.delete']?.reason, 'Vendure: DeleteCustomer');
  });

  it('links to pages of the dashboard, and to none for other intents and ids', () => {
    const { links } = fakeVendure({}, { dashboard: 'https://shop.example/dashboard/' }).adapter;
    assert.equal(links!('order', { orderId: '7' }), 'https://shop.example/dashboard/orders/7');
    assert.equal(links!('constructor', {}), null);
    assert.equal(links!('order', {}), null);
    assert.equal(fakeVendure({}).adapter.links, undefined);
  });
});

describe('vendureAdapter: signIn', () => {
  const login = (__typename: string, headers: Record<string, string> = {}) =>
    signIn({
      url: 'https://shop.example/admin-api',
      username: 'ada',
      password: 'secret',
      fetch: async () => Response.json({ data: { login: { __typename } } }, { headers }),
    });

  it('returns the token of the session', async () =>
    assert.equal(await login('CurrentUser', { 'vendure-auth-token': 't' }), 't'));

  it('rejects a wrong password, although Vendure gives a visitor a token too', async () =>
    assert.rejects(login('InvalidCredentialsError', { 'vendure-auth-token': 't' }), { code: 'unauthenticated' }));

  it('tells an abort and a lost connection in the middle of an answer from an answer it cannot read', async () => {
    const options = { url: 'https://shop.example/admin-api', username: 'ada', password: 'secret' };
    await assert.rejects(signIn({ ...options, fetch: async () => cutOff() }), { code: 'offline' });
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = signIn({ ...options, signal, fetch: async (_url, init) => cutOff(init!.signal) });
    controller.abort(new Error('left'));
    await assert.rejects(aborted, /left/);
  });

  it('sends no password to where the server redirects', async () => {
    const reached = await reachedBehind(async (url) =>
      assert.rejects(signIn({ url, username: 'ada', password: 'secret' }), { code: 'offline' }),
    );
    assert.equal(reached, 0);
  });
});
