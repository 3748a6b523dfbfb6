import assert from 'node:assert/strict';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';
import { waitOptions } from './widget.ts';

export async function rejectsWrongPassword(dana: Operator): Promise<void> {
  await dana.openSignedOut(ingrid);
  await dana.signsIn('wrong');
  await dana.page.waitForFunction(() => document.querySelector('.fault')?.textContent, waitOptions);
  await dana.signsIn();
  await dana.isAt(`/customers/${ingrid}`);
}

export async function showsAllWidgets(dana: Operator): Promise<void> {
  await dana.open(ingrid);
  await dana.customer.waitForText('Ingrid Vasquez-Holm');
  await dana.orders.waitForText('#10512');
  await dana.notes.waitForText('Deliver before 10:00 only');
  await dana.products.waitForText('Stoneware cup 220 ml, oat');
  await dana.credit.waitForText('£86.50');
  await dana.addresses.waitForText('14 Rosendale Row');
}

export async function showsViewerPermissions(priya: Operator): Promise<void> {
  await priya.open(ingrid);
  await priya.notes.waitForText('Agents and managers may write notes.');
  await priya.credit.waitForText('Agents may adjust credit up to a limit, managers without one.');
  await priya.addresses.waitForText('Agents and managers may change addresses.');
  assert.equal(await priya.notes.has('New note'), false);
  assert.equal(await priya.credit.has('Adjust credit'), false);
  assert.equal(await priya.addresses.has('Add address'), false);
  await priya.customer.press('Edit');
  await priya.customer.waitForText('Agents and managers change customers.');
  await priya.page.keyboard.press('Escape');
  await priya.customer.waitForClosed();
  // The server itself must mask the values that a viewer sees masked.
  const { phones } = await priya.fetchFromServer<{ phones: { withheld?: string } }>(`/customers/${ingrid}`);
  assert.equal(phones.withheld, 'masked');
}

/** The browser shows the page that was left as it was. It asks for a password, and shows nothing of the customer. */
export async function showsNothingAfterSignOut(operator: Operator): Promise<void> {
  const { page } = operator;
  const text = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('customer-dashboard > *')]
        .filter((element) => element.checkVisibility())
        .map((element) => `${element.shadowRoot?.textContent ?? ''} ${element.textContent}`)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  await operator.open(ingrid);
  await operator.notes.waitForText('Deliver before 10:00 only');
  await page.waitForFunction(() => document.querySelector('loyalty-card')?.textContent, waitOptions);
  await page.locator('::-p-aria(Sign out)').click();
  await operator.isAt('/sign-in');
  await page.goBack();
  await page.waitForSelector('dialog[data-again][open]', waitOptions);
  assert.doesNotMatch(await text(), /Ingrid|#10512|Deliver before|£|stamps/);
  await operator.signsIn();
  await operator.customer.waitForText('Ingrid Vasquez-Holm');
  await page.waitForFunction(() => document.querySelector('loyalty-card')?.checkVisibility(), waitOptions);
}
