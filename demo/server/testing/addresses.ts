import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookAddress } from '../../../src/domain/address.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { knownCustomers } from '../../../src/adapters/memory/index.ts';
import type { Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests the address book over HTTP. */
export function testAddresses(server: () => TestServer): void {
  const customer = `/customers/${knownCustomers.taxExempt}`;
  const book = `${customer}/addresses`;
  const input = (line: string, more: object = {}) => ({ lines: [line], city: 'Stoke', country: 'GB', ...more });
  const add = async (line: string): Promise<BookAddress> =>
    (await server().manager.send<BookAddress>('POST', book, { body: input(line) })).body;
  const list = (): Promise<BookAddress[]> => server().manager.all<BookAddress>(book, 100);
  const choose = (id: string, use: string) =>
    server().manager.send<BookAddress>('POST', `${book}/${id}/default`, { body: { use } });
  const defaultsFor = async (use: 'billing' | 'shipping'): Promise<string[]> =>
    (await list()).filter(({ defaultFor }) => defaultFor.includes(use)).map(({ id }) => id);
  const record = async (): Promise<Customer> => (await server().manager.get<Customer>(customer)).body;

  describe('addresses', () => {
    it('appends an address, returns its location, and ignores unknown fields', async () => {
      const { status, headers, body } = await server().agent.send<BookAddress>('POST', book, {
        body: input(' 1 Bottle Oven Yard ', { postalCode: null, isAdmin: true }),
      });
      assert.equal(status, 201);
      assert.equal(headers.get('ETag'), '"1"');
      assert.equal(headers.get('Location'), `/api${book}/${body.id}`);
      assert.deepEqual(body.address, { id: body.id, ...input('1 Bottle Oven Yard', { postalCode: null }) });
      assert.deepEqual(body.defaultFor, []);
      assert.equal((await list()).at(-1)?.id, body.id);
    });

    it('stores a label beside the address, and finds it', async () => {
      const labeled = { ...input('4 Bottle Oven Yard'), label: ' Tönnchen ' };
      const { body } = await server().manager.send<BookAddress>('POST', book, { body: labeled });
      assert.equal(body.label, 'Tönnchen');
      assert.ok(!('label' in body.address));
      const found = await server().manager.get<Listed<BookAddress>>(book, { 'Search-Text': 'tonnchen' });
      assert.deepEqual(
        found.body.items.map(({ id, label }) => [id, label]),
        [[body.id, 'Tönnchen']],
      );
      const changed = await server().manager.send<BookAddress>('PATCH', `${book}/${body.id}`, {
        body: input('4 Bottle Oven Yard'),
        version: '1',
      });
      assert.equal(changed.body.label, null);
    });

    it('replaces an address; the customer record follows a changed default', async () => {
      const { id } = await add('2 Saggar Lane');
      await choose(id, 'shipping');
      const { status, headers, body } = await server().manager.send<BookAddress>('PATCH', `${book}/${id}`, {
        body: input('3 Saggar Lane', { city: 'Hanley' }),
        version: '1',
      });
      assert.deepEqual([status, headers.get('ETag'), body.version], [200, '"2"', '2']);
      assert.deepEqual(body.defaultFor, ['shipping']);
      assert.deepEqual((await record()).defaultShipping, { id, ...input('3 Saggar Lane', { city: 'Hanley' }) });
    });

    it('has one default for each use under concurrent writes', async () => {
      const added = await Promise.all(['4', '5', '6', '7'].map((number) => add(`${number} Slip House`)));
      const statuses = await Promise.all(added.map(({ id }) => choose(id, 'billing')));
      assert.deepEqual(new Set(statuses.map(({ status }) => status)), new Set([200]));
      const [id, ...more] = await defaultsFor('billing');
      assert.equal(more.length, 0);
      assert.equal(((await record()).defaultBilling as { id?: string }).id, id);
    });

    it('does not delete a default until another one is chosen, and says which use it has', async () => {
      const { id } = await add('8 Slip House');
      await choose(id, 'billing');
      await choose(id, 'shipping');
      const remove = () => server().manager.send<Refused>('DELETE', `${book}/${id}`, { version: '1' });
      const rejected = await remove();
      assert.equal(rejected.status, 422);
      assert.deepEqual(rejected.body.fieldErrors, { defaultFor: 'is the default for billing and shipping' });
      const other = await add('9 Slip House');
      await choose(other.id, 'billing');
      assert.equal((await remove()).status, 422);
      await choose(other.id, 'shipping');
      assert.deepEqual([(await remove()).status, (await list()).some((address) => address.id === id)], [204, false]);
    });

    it('rejects a change without a version or with an old one, and returns the current address', async () => {
      const { id } = await add('10 Slip House');
      const path = `${book}/${id}`;
      assert.equal((await server().manager.send('PATCH', path, { body: input('A') })).status, 428);
      await server().manager.send('PATCH', path, { body: input('B'), version: '1' });
      for (const method of ['PATCH', 'DELETE'] as const) {
        const { status, body } = await server().agent.send<Refused>(method, path, { body: input('C'), version: '1' });
        assert.deepEqual([status, body.code], [412, 'conflict']);
        const current = body.current as BookAddress;
        assert.deepEqual([current.version, (current.address as { lines: string[] }).lines], ['2', ['B']]);
      }
    });

    it('sets a default once for one key', async () => {
      const [first, second] = [await add('11 Slip House'), await add('12 Slip House')];
      const send = () =>
        server().manager.send('POST', `${book}/${first.id}/default`, { body: { use: 'billing' }, key: 'choose-once' });
      await send();
      await choose(second.id, 'billing');
      assert.equal((await send()).status, 200);
      assert.deepEqual(await defaultsFor('billing'), [second.id]);
    });

    it('rejects unknown uses, empty lines, and operators without permission', async () => {
      const { id } = await add('13 Slip House');
      assert.equal((await choose(id, 'returns')).status, 422);
      const empty = await server().manager.send<Refused>('POST', book, { body: input(' ') });
      assert.deepEqual([empty.status, empty.body.fieldErrors], [422, { 'lines.0': 'is empty' }]);
      const viewer = await server().viewer.send<Refused>('POST', book, { body: input('Mine') });
      assert.deepEqual([viewer.status, viewer.body.reason], [403, 'Agents and managers may change addresses.']);
    });

    it('shows only the place to operators who may not see addresses, and searches only that', async () => {
      const { id } = await add('15 Secret Yard');
      const page = await server().viewer.get<Listed<BookAddress>>(`${book}?first=100`);
      assert.doesNotMatch(JSON.stringify(page.body), /Secret|Slip House/);
      const one = page.body.items.find((address) => address.id === id);
      assert.deepEqual(one?.address, { withheld: 'masked', display: '•••••, Stoke', revealable: true });
      const found = await server().viewer.get<Listed<BookAddress>>(book, { 'Search-Text': 'Secret' });
      assert.equal(found.body.total, 0);
      const masked = `/customers/${knownCustomers.masked}/addresses`;
      const { items } = (await server().manager.get<Listed<BookAddress>>(masked)).body;
      const change = { body: input('Over the whole'), version: '1' };
      const { status } = await server().manager.send('PATCH', `${masked}/${items[0]!.id}`, change);
      assert.equal(status, 403);
    });

    it('does not find an address under another customer', async () => {
      const { id } = await add('14 Slip House');
      const elsewhere = `/customers/${knownCustomers.ingrid}/addresses/${id}`;
      assert.equal((await server().manager.send('DELETE', elsewhere, { version: '1' })).status, 404);
      const chosen = await server().manager.send('POST', `${elsewhere}/default`, { body: { use: 'billing' } });
      assert.equal(chosen.status, 404);
    });

    it('searches each line by itself, and lists defaults on the first page', async () => {
      const path = `/customers/${knownCustomers.manyAddresses}/addresses`;
      const found = await server().manager.get<Listed<BookAddress>>(`${path}?first=5`, { 'Search-Text': 'WHARF' });
      assert.equal(found.body.total, 2);
      const whole = await server().manager.all<BookAddress>(path, 1000);
      assert.deepEqual(
        (await server().manager.all<BookAddress>(path, 7)).map(({ id }) => id),
        whole.map(({ id }) => id),
      );
      assert.deepEqual(whole[0]?.defaultFor.includes('billing'), true);
    });
  });
}
