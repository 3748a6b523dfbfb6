// Helpers for the tests of credit-balance.
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { mount, part, parts, type, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

export const text = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const find = <E extends HTMLElement = HTMLInputElement>(element: Element, selector: string): E | null =>
  element.shadowRoot!.querySelector<E>(selector);
export const rows = (element: Element): string[] =>
  parts(element, 'row').map((row) => [...row.children].map(text).join(' | '));
export const status = (element: Element): string => text(find(element, '.widget > [role=status]'));
export const strip = (element: Element): string => text(find(element, '.notice.uncertain p'));

type CreditBalance = HTMLElementTagNameMap['credit-balance'];

/** Mounts the widget and waits until its accounts and its entries or coupons are loaded. */
export async function ready(
  adapter: Adapter = shopAdapter(),
  properties: Partial<CreditBalance> = {},
  locale = 'en-GB',
) {
  const script = scripted<Adapter>(adapter);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = '900px';
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CreditBalance>('credit-balance', properties, root);
  await until(() => parts(element, 'row').length, 'rows');
  return { element, script, dashboard };
}

/** Fills in fields as a person would: types or chooses, then leaves the field. */
export async function fill(element: CreditBalance, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) {
    const control = await until(() => find<HTMLInputElement | HTMLSelectElement>(element, `#${id}`), id);
    if (control instanceof HTMLInputElement) type(control, value);
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  }
}

/** Waits for the element with a part, then clicks it. */
export async function click(element: Element, name: string): Promise<void> {
  (await until(() => part(element, name), name)).click();
}
