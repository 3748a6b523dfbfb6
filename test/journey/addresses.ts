// The address book, and the default addresses in the head of the page.
import assert from 'node:assert/strict';
import type { BookAddress } from '../../src/domain/address.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';

export async function addsAForeignAddress(dana: Operator): Promise<void> {
  const { addresses } = dana;
  await dana.open(ingrid);
  await addresses.press('Add address');
  await addresses.choose('Country', 'United States');
  // The form has the fields of the other country, in its order and with its labels.
  await addresses.write(/^Name/, 'Maja Holm');
  await addresses.write('Street and number', '1180 Tamarack Avenue');
  await addresses.write('City', 'Portland');
  await addresses.press('Save address');
  await addresses.waitForText('Fill this in: the post in this country needs it.');
  await addresses.choose('State', 'Oregon');
  await addresses.write('ZIP code', '97205');
  await addresses.press('Save address');
  assert.equal(await addresses.waitForClosed(), 'Add address');
  await addresses.waitForText('Address saved.');
  const added = (await addressBookOf(dana)).at(-1)?.address;
  assert.ok(added && 'lines' in added);
  const { id, ...address } = added;
  assert.ok(id);
  assert.deepEqual(address, {
    name: 'Maja Holm',
    company: null,
    phone: null,
    lines: ['1180 Tamarack Avenue'],
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
  });
}

const addressBookOf = (dana: Operator): Promise<BookAddress[]> =>
  dana.fetchListFromServer(`/customers/${ingrid}/addresses`);

export async function choosesDefaultAddress(dana: Operator): Promise<void> {
  const { customer, addresses } = dana;
  await dana.open(ingrid);
  await customer.press('Edit default billing');
  // A radio button in a group.
  await customer.press(/31 Turney Grove/, 'Space');
  await customer.press('Use this address');
  assert.equal(await customer.waitForClosed(), 'Edit default billing');
  await customer.waitForText('31 Turney Grove');
  await customer.waitForNoText('14 Rosendale Row');
  // The address book, a separate widget, is updated too.
  await addresses.until(
    '[part~=entry]',
    (rows) => rows.some((row) => /31 Turney Grove.*Default billing/.test(row)),
    'the new default',
  );
  const isDefault = (await addressBookOf(dana)).filter(({ defaultFor }) => defaultFor.includes('billing'));
  assert.deepEqual(
    isDefault.map(({ address }) => 'lines' in address && address.lines),
    [['Flat 2', '31 Turney Grove']],
  );
}

export async function deletesSeveralAddresses(dana: Operator): Promise<void> {
  const { addresses } = dana;
  await dana.open(ingrid);
  await addresses.press('View all addresses');
  const before = await addressBookOf(dana);
  const places = before.flatMap(({ defaultFor }, index) => (defaultFor.length ? [] : [index])).slice(0, 2);
  await addresses.press('Select');
  for (const place of places) await addresses.press(`Select address ${place + 1}`, 'Space');
  await addresses.waitForText('2 selected');
  await addresses.press('Delete selected');
  await addresses.waitForText('Delete 2 addresses?');
  await addresses.press('Delete 2 addresses');
  await addresses.waitForText('2 addresses deleted.');
  const gone = places.map((place) => before[place]!.id);
  const left = (await addressBookOf(dana)).map(({ id }) => id);
  assert.deepEqual(
    left,
    before.map(({ id }) => id).filter((id) => !gone.includes(id)),
  );
}
