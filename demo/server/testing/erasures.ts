import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { CustomerPrivacy } from '../../../src/domain/privacy.ts';
import type { ResellerRecord } from '../../../src/domain/reseller.ts';
import type { ProfileChange } from '../../../src/domain/profile-change.ts';
import { decideErasure } from '../operations/privacy.ts';
import type { Listed } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests what the host decides about requests to erase data, and what is left of an erased customer. */
export function testErasures(server: () => TestServer): void {
  /** Returns a customer of the shop whom no other test needs, with a name. */
  const customerAt = (place: number) =>
    server()
      .shop.customers.filter(({ name }) => typeof name === 'string')
      .at(place)!;
  const path = ({ id }: Customer) => `/customers/${id}`;
  const privacyOf = async (customer: Customer) =>
    (await server().manager.get<CustomerPrivacy>(`${path(customer)}/privacy`)).body;
  const request = async (customer: Customer) => {
    const { version } = await privacyOf(customer);
    const answer = await server().manager.send<CustomerPrivacy>('POST', `${path(customer)}/privacy/erasure`, {
      body: { note: 'By letter' },
      version: version!,
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };

  describe('erasures', () => {
    it('are decided by the host, which needs a reason to refuse, and can be requested again then', async () => {
      const customer = customerAt(-1);
      await request(customer);
      const { database } = server();
      await assert.rejects(decideErasure(database, customer.id, { state: 'refused' }), /needs a reason/);
      await decideErasure(database, customer.id, { state: 'in-progress' });
      const early = await server().manager.send('DELETE', `${path(customer)}/privacy/erasure`, { version: '2' });
      assert.equal(early.status, 422);
      await decideErasure(database, customer.id, { state: 'refused', reason: 'Invoices must be kept.' });
      const { erasure } = await privacyOf(customer);
      assert.deepEqual([erasure?.state, erasure?.reason], ['refused', 'Invoices must be kept.']);
      assert.equal((await server().manager.get<Customer>(path(customer))).body.name, customer.name);
      await request(customer);
    });

    it('leave a customer without a name whom every page shows by the id, with orders and a log', async () => {
      const customer = customerAt(-2);
      const name = customer.name as string;
      const { manager } = server();
      const orders = async () => (await manager.get<Listed<object>>(`${path(customer)}/orders`)).body;
      const before = await orders();
      const reseller = await manager.send('PATCH', `${path(customer)}/reseller`, {
        body: { businessName: name },
        version: '0',
      });
      assert.equal(reseller.status, 200, JSON.stringify(reseller.body));
      await request(customer);
      await decideErasure(server().database, customer.id, { state: 'done' });

      const { body: erased } = await manager.get<Customer>(path(customer));
      assert.deepEqual(
        [erased.id, erased.name, erased.email, erased.phones, erased.defaultBilling],
        [customer.id, null, null, null, null],
      );
      assert.equal((await orders()).total, before.total);
      for (const list of ['addresses', 'notes', 'logins', 'inquiries', 'payment-cards', 'wishlist', 'cart'])
        assert.deepEqual((await manager.get<Listed<object>>(`${path(customer)}/${list}`)).body.items, [], list);
      const { body: details } = await manager.get<ResellerRecord>(`${path(customer)}/reseller`);
      assert.deepEqual([details.businessName, details.updatedBy], [null, null]);
      for (const read of ['stats', 'timeline', 'transactions', 'credit/accounts', 'privacy', 'changes'])
        assert.equal((await manager.get(`${path(customer)}/${read}`)).status, 200, read);

      const find = async (text: string) =>
        (await manager.get<Listed<CustomerListItem>>('/customers', { [textHeader]: escapeText(text) })).body.items;
      assert.ok(
        (await find(name)).every(({ id }) => id !== customer.id),
        'nobody finds the customer by the old name',
      );
      const [listed] = await find(customer.id);
      assert.deepEqual([listed?.id, listed?.name], [customer.id, null]);

      const { items } = (await manager.get<Listed<ProfileChange>>(`${path(customer)}/changes`)).body;
      const ofErasure = items
        .filter(({ field }) => field === 'erasure')
        .map(({ oldValue, newValue }) => [oldValue, newValue]);
      assert.deepEqual(ofErasure, [
        ['requested', 'done'],
        ['none', 'requested'],
      ]);
      assert.ok(!JSON.stringify(items).includes(name), 'the log has no erased value');
      const again = await manager.send('POST', `${path(customer)}/privacy/erasure`, { body: {}, version: '2' });
      assert.equal(again.status, 422);
    });
  });
}
