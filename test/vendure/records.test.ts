import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failed, fakeVendure } from './fake-vendure.ts';

const reading = () => ({ signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' });
const writing = () => ({ idempotencyKey: 'key' });

const address = (id: string, more: object = {}) => ({
  id,
  createdAt: '2026-01-01T00:00:00.000Z',
  fullName: '',
  company: null,
  streetLine1: `${id} High Street`,
  streetLine2: '',
  country: { code: 'GB' },
  ...more,
});

const raw = (more: object = {}) => ({
  id: '5',
  createdAt: '2026-01-01T00:00:00.000Z',
  title: 'Dr',
  firstName: 'Nora',
  lastName: 'Kim',
  emailAddress: 'nora@example.test',
  phoneNumber: null,
  groups: [{ id: '1', name: 'VIP' }],
  addresses: [address('2', { defaultShippingAddress: true })],
  user: { verified: false, lastLogin: null },
  ...more,
});

describe('vendureAdapter: a customer', () => {
  it('has a name, groups, defaults, and custom fields that the host chose', async () => {
    const { adapter, sent } = fakeVendure(
      { Customer: { customer: raw({ customFields: { credit: 4000, vip: true, note: null, when: { a: 1 } } }) } },
      {
        customFields: [
          { name: 'credit', label: 'Credit', format: (value) => (Number(value) / 100).toFixed(2) },
          { name: 'vip', label: 'VIP' },
          { name: 'note', label: 'Note' },
          { name: 'when', label: 'When' },
        ],
      },
    );
    const { name, phones, groups, defaultBilling, defaultShipping, verification, lastLoginAt, customFields } =
      await adapter.customers.get!('5', reading());
    assert.deepEqual(
      [name, phones, groups, verification, lastLoginAt, defaultBilling],
      ['Dr Nora Kim', null, [{ id: '1', name: 'VIP' }], 'unverified', null, null],
    );
    assert.deepEqual(defaultShipping && 'lines' in defaultShipping && defaultShipping.lines, ['2 High Street']);
    assert.deepEqual(
      customFields?.map(({ value }) => value),
      ['40.00', true, null, '{"a":1}'],
    );
    assert.match(sent[0]!.document, /customFields \{ credit vip note when \}/);
  });

  it('who is a guest has nothing to verify', async () => {
    const { adapter } = fakeVendure({ Customer: { customer: raw({ user: null }) } });
    const { verification } = await adapter.customers.get!('5', reading());
    assert.equal(verification, undefined);
  });

  it('cannot have a custom field whose name would change the query', () =>
    assert.throws(() => fakeVendure({}, { customFields: [{ name: 'a } b { c', label: 'x' }] }), TypeError));

  it('is changed in what Vendure has, and in nothing else', async () => {
    const { adapter, sent } = fakeVendure({
      Customer: { customer: { id: '5' } },
      UpdateCustomer: { customer: { __typename: 'Customer', ...raw({ firstName: 'Norah' }) } },
    });
    const changed = await adapter.customers.update!('5', { firstName: 'Norah', phone: null }, writing());
    assert.equal(changed.firstName, 'Norah');
    assert.deepEqual(sent[1]?.variables['input'], { id: '5', firstName: 'Norah', phoneNumber: null });
    await assert.rejects(adapter.customers.update!('5', { taxExempt: true }, writing()), { code: 'unsupported' });
    assert.equal(sent.length, 2);
  });

  it('gets no e-mail address that is none, or that of another customer', async () => {
    const { adapter, sent } = fakeVendure({
      Customer: { customer: { id: '5' } },
      UpdateCustomer: { customer: { __typename: 'EmailAddressConflictError' } },
    });
    const named = { code: 'validation' };
    await assert.rejects(adapter.customers.update!('5', { email: 'no address' }, writing()), named);
    await assert.rejects(adapter.customers.update!('5', { email: null }, writing()), named);
    assert.equal(sent.length, 0);
    await assert.rejects(adapter.customers.update!('5', { email: 'ada@example.test' }, writing()), {
      ...named,
      fieldErrors: { email: 'is taken' },
    });
  });
});

describe('vendureAdapter: addresses', () => {
  const book = (...addresses: readonly object[]) => ({ customer: { id: '5', addresses } });
  const input = { lines: ['1 Mill Lane'], city: 'Leeds', country: 'GB' };

  it('are listed with the defaults first, billing before shipping, then by creation', async () => {
    const { adapter } = fakeVendure({
      Addresses: book(
        address('10'),
        address('9'),
        address('3', { defaultShippingAddress: true }),
        address('4', { defaultBillingAddress: true }),
        address('2', { createdAt: '2026-02-01T00:00:00.000Z' }),
      ),
    });
    const { items } = await adapter.addresses.list!('5', { first: 10 }, reading());
    assert.deepEqual(
      items.map(({ id }) => id),
      ['4', '3', '9', '10', '2'],
    );
  });

  it('must have a place in Vendure: two lines, and a country of the shop', async () => {
    const { adapter, sent } = fakeVendure({
      Customer: { customer: { id: '5' } },
      CreateAddress: failed('USER_INPUT_ERROR', ['address']),
    });
    const create = (more: object) => adapter.addresses.create!('5', { ...input, ...more }, writing());
    await assert.rejects(create({ lines: ['1', '2', '3'] }), { fieldErrors: { lines: 'two at most' } });
    await assert.rejects(create({ country: null }), { fieldErrors: { country: 'is missing' } });
    assert.equal(sent.length, 0);
    await assert.rejects(create({ country: 'ZZ' }), { fieldErrors: { country: 'is not a country of this shop' } });
  });

  it('are changed as a whole, with an empty text for what was removed', async () => {
    const { adapter, sent } = fakeVendure({ Addresses: book(address('2')), UpdateAddress: { address: address('2') } });
    await adapter.addresses.update!('5', '2', input, writing());
    assert.deepEqual(sent[1]?.variables['input'], {
      id: '2',
      fullName: '',
      company: '',
      streetLine1: '1 Mill Lane',
      streetLine2: '',
      city: 'Leeds',
      province: '',
      postalCode: '',
      phoneNumber: '',
      countryCode: 'GB',
    });
  });

  it('of other customers are neither changed nor deleted, and no default is deleted', async () => {
    const { adapter, sent } = fakeVendure({ Addresses: book(address('2', { defaultBillingAddress: true })) });
    await assert.rejects(adapter.addresses.update!('5', '3', input, writing()), { code: 'not-found' });
    await assert.rejects(adapter.addresses.delete!('5', '3', writing()), { code: 'not-found' });
    await assert.rejects(adapter.addresses.delete!('5', '2', writing()), { code: 'validation' });
    assert.ok(sent.every(({ operation }) => operation === 'Addresses'));
  });
});

describe('vendureAdapter: notes', () => {
  const entry = (id: string, note: string, more: object = {}) => ({
    id,
    createdAt: '2026-01-01T00:00:00.900Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    isPublic: false,
    data: { note },
    administrator: { id: '1', firstName: 'Ada', lastName: 'Adams' },
    ...more,
  });
  const history = (...items: readonly object[]) => ({
    customer: { id: '5', history: { totalItems: items.length, items } },
  });

  it('were not changed if the time of the change is that of the creation in whole seconds', async () => {
    const { adapter } = fakeVendure({
      Notes: history(entry('1', 'a'), entry('2', 'b', { updatedAt: '2026-01-01T00:00:05.000Z', isPublic: true })),
    });
    const { items } = await adapter.notes.list!('5', { first: 10 }, reading());
    assert.deepEqual(
      items.map(({ id, updatedAt, visibility, author }) => [id, updatedAt, visibility, author.name]),
      [
        ['2', '2026-01-01T00:00:05.000Z', 'customer', 'Ada Adams'],
        ['1', null, 'staff', 'Ada Adams'],
      ],
    );
  });

  it('are found by a text, in all slices', async () => {
    const entries = Array.from({ length: 130 }, (_, at) => entry(String(at), `Note ${at}`));
    const { adapter, sent } = fakeVendure({
      Notes: ({ variables: { skip, take } }) => ({
        customer: {
          id: '5',
          history: { totalItems: 130, items: entries.slice(Number(skip), Number(skip) + Number(take)) },
        },
      }),
    });
    const { items } = await adapter.notes.list!('5', { first: 10, text: 'note 129' }, reading());
    assert.deepEqual([items.map(({ id }) => id), sent.length], [['129'], 2]);
  });

  it('are returned by their text when others were added at the same time', async () => {
    const { adapter, sent } = fakeVendure({
      Customer: { customer: { id: '5' } },
      CreateNote: history(entry('9', 'Of somebody else'), entry('8', 'Mine', { isPublic: true }), entry('7', 'Mine')),
    });
    assert.equal((await adapter.notes.create!('5', { body: 'Mine' }, writing())).id, '7');
    assert.equal((await adapter.notes.create!('5', { body: 'Mine', visibility: 'customer' }, writing())).id, '8');
    assert.deepEqual(sent[1]?.variables['input'], { id: '5', note: 'Mine', isPublic: false });
  });

  it('are neither empty, nor pinned, nor visible to nobody knows whom', async () => {
    const { adapter, sent } = fakeVendure({});
    const create = (note: { body: string; pinned?: boolean; visibility?: string }) =>
      adapter.notes.create!('5', note, writing());
    await assert.rejects(create({ body: ' ' }), { code: 'validation' });
    await assert.rejects(create({ body: 'x', pinned: true }), { code: 'unsupported' });
    await assert.rejects(create({ body: 'x', visibility: 'friends' }), { code: 'validation' });
    assert.equal(sent.length, 0);
  });

  it('are gone if somebody else has deleted them meanwhile', async () => {
    const { adapter } = fakeVendure({
      Notes: history(entry('1', 'a')),
      DeleteNote: { deletion: { result: 'NOT_DELETED' } },
    });
    await assert.rejects(adapter.notes.delete!('5', '1', writing()), { code: 'not-found' });
    await assert.rejects(adapter.notes.update!('5', '2', { body: 'x' }, writing()), { code: 'not-found' });
  });
});
