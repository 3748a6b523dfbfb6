// The list of customers: what the demo opens with.
import assert from 'node:assert/strict';
import type { Operator } from './operator.ts';
import { waitOptions, Widget } from './widget.ts';

/** From the list to a customer of a filtered list, to the next one, and back to the list as it was. */
export async function walksThroughList(operator: Operator): Promise<void> {
  const { page } = operator;
  await operator.openList();
  const list = new Widget(page, 'customer-list');
  const names = () =>
    page.$$eval('customer-list >>> [part=link]', (links) => links.map(({ textContent }) => textContent.trim()));
  await page.locator('customer-list >>> [aria-controls=popover-filter-panel]').click();
  await page.locator('customer-list >>> [id$="-from"]').fill('10');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.waitForFunction(
    () => document.querySelector('customer-list')?.shadowRoot?.querySelectorAll('[part~=row]').length,
    waitOptions,
  );
  await list.waitForText('Filter 1');
  await page.keyboard.press('Escape');
  const [first = '', second = ''] = await names();
  assert.ok(first && second, 'two customers with ten orders');
  await Promise.all([page.waitForNavigation(), page.locator('customer-list >>> [part=link]').click()]);
  await operator.customer.waitForText(first);
  await page.locator('[data-next]').click();
  await operator.customer.waitForText(second);
  assert.match(await page.$eval('[data-place]', ({ textContent }) => textContent), /^2 of \d+$/);
  await Promise.all([page.waitForNavigation(), page.locator('customer-dashboard >>> [part=back]').click()]);
  await operator.isAt('/customers');
  await list.waitForText('Filter 1');
  await list.waitForText(second);
  assert.deepEqual((await names()).slice(0, 2), [first, second]);
}

/**
 * From customer to customer by page loads: the browser keeps the last pages, for its back button, and with them their
 * connections. It allows six to a server.
 */
export async function opensManyPages(operator: Operator): Promise<void> {
  for (let visit = 1; visit <= 8; visit += 1) {
    await operator.openList();
    await operator.open(`C-208${20 + visit}`);
  }
  await operator.page.goBack();
  await operator.isAt('/customers');
  await new Widget(operator.page, 'customer-list').waitForText('Ingrid Vasquez-Holm');
}
