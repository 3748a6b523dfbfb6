// The head of the page: customer data, verification, password, and masked values.
import assert from 'node:assert/strict';
import type { Customer } from '../../src/domain/customer.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';
import { everythingOnThePage } from './page-state.ts';

export const newPassword = 'Ofen-1280-Grad!';
export const revealReason = 'The courier asks for an address to write to';

export async function changesCustomer(dana: Operator): Promise<void> {
  const { customer } = dana;
  await dana.open(ingrid);
  const before = await dana.fetchFromServer<Customer>(`/customers/${ingrid}`);
  await customer.press('Edit');
  await customer.write('Login', 'ingrid.holm');
  await customer.write('Phone', '12');
  await customer.press('Save changes');
  await customer.waitForText('This is no telephone number.');
  await customer.write('Phone', '+44 7700 900215');
  // What this operator may not see is no field, and stays as it is.
  await customer.waitForText('Not shown to you, so it stays as it is: a•••••@holm.example');
  await customer.write('Search business accounts', 'Moss');
  await customer.waitForNoText('Harbour Terrace Hotel');
  await customer.press('Moss & Ash Interiors', 'Space');
  await customer.writeDay(/^Last day of the exemption/, '2027-06-30');
  await customer.choose('Verification', 'Verification pending');
  await customer.press('Save changes');
  assert.equal(await customer.waitForClosed(), 'Edit');
  await customer.waitForText('The customer was changed.');
  for (const text of [
    '+44 7700 900215',
    'ingrid.holm',
    'Moss & Ash Interiors',
    'Exempt to 30 Jun 2027',
    'Verification pending',
  ])
    await customer.waitForText(text);
  const stored = await dana.fetchFromServer<Customer>(`/customers/${ingrid}`);
  assert.equal(stored.login, 'ingrid.holm');
  assert.equal(stored.verification, 'pending');
  assert.deepEqual(
    stored.businessAccounts?.map(({ name }) => name),
    ['Holm & Daughters Ltd', 'Moss & Ash Interiors'],
  );
  assert.deepEqual(stored.recoveryEmail, before.recoveryEmail);
}

export async function removesExemption(dana: Operator): Promise<void> {
  const { customer } = dana;
  await dana.open(ingrid);
  await customer.waitForText('Tax exempt');
  await customer.press('Edit');
  await customer.press('Exempt from tax', 'Space');
  await customer.choose('Verification', 'Verified');
  await customer.press('Save changes');
  await customer.waitForClosed();
  await customer.waitForNoText('Tax exempt');
  const stored = await dana.fetchFromServer<Customer>(`/customers/${ingrid}`);
  assert.equal(stored.taxExempt, false);
  assert.equal(stored.taxExemptUntil, null);
  assert.equal(stored.verification, 'verified');
}

export async function showsCustomerConflict(dana: Operator, tom: Operator): Promise<void> {
  await Promise.all([dana.open(ingrid), tom.open(ingrid)]);
  await dana.customer.press('Edit');
  await dana.customer.write('Login', 'ingrid.cafe');
  await tom.customer.press('Edit');
  await tom.customer.write('Login', 'ingrid.shop');
  await tom.customer.press('Save changes');
  await tom.customer.waitForClosed();
  await dana.customer.press('Save changes');
  await dana.customer.waitForText('Theirs: ingrid.shop');
  assert.equal(await dana.customer.valueOf('Login'), 'ingrid.cafe');
  await dana.customer.press(/^Take theirs/);
  assert.equal(await dana.customer.valueOf('Login'), 'ingrid.shop');
  await dana.page.keyboard.press('Escape');
  await dana.customer.waitForClosed();
}

/** The password is sent in the body of one request, and is found nowhere else. */
export async function changesPassword(dana: Operator): Promise<void> {
  const { customer } = dana;
  await dana.open(ingrid);
  await customer.press('Change password');
  await customer.write('New password', 'short');
  await customer.press('Change password');
  await customer.waitForText('At least 8 characters.');
  await customer.write('New password', newPassword);
  // Enter in the field submits the form.
  const sent = dana.page.waitForRequest((request) => request.url().endsWith(`/customers/${ingrid}/password`));
  await dana.page.keyboard.press('Enter');
  assert.equal((await sent).postData(), JSON.stringify({ password: newPassword }));
  assert.equal(await customer.waitForClosed(), 'Change password');
  await customer.waitForText('The password was changed.');

  for (const asked of dana.requestedUrls) assert.ok(!decodeURIComponent(asked).includes(newPassword), 'in an address');
  assert.ok(!(await everythingOnThePage(dana.page)).includes(newPassword), 'on the page, or kept by it');
  await customer.press('Change password');
  assert.equal(await customer.valueOf('New password'), '');
  await dana.page.keyboard.press('Escape');
  await customer.waitForClosed();
}

export async function revealsWithReason(dana: Operator): Promise<void> {
  const { customer } = dana;
  await dana.open(ingrid);
  await customer.waitForText('i•••••@holmcafe.example');
  await customer.press('Reveal e-mail');
  await customer.press('Reveal');
  await customer.waitForText('A reason is needed.');
  await customer.write('Reason', revealReason);
  await dana.page.keyboard.press('Enter');
  await customer.waitForClosed();
  await customer.waitForText('ingrid@holmcafe.example');
  await customer.press('Hide e-mail');
  await customer.waitForNoText('ingrid@holmcafe.example');
  await customer.waitForText('i•••••@holmcafe.example');
}
