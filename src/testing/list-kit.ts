import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { mount, part, parts, textOf, type, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted, type Scripted } from './scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from './shop.ts';

/** Opens a list of Ingrid's on a page with the frozen clock, and waits for its rows, or for a text. */
export async function openList<E extends DashboardElement>(
  tag: string,
  properties: Partial<E> = {},
  shop: Adapter = shopAdapter({ links: adminLinks }),
  shown = '',
): Promise<{ readonly element: E; readonly script: Scripted<Adapter> }> {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<E>(tag, properties, root);
  await (shown ? says(element, shown) : until(() => parts(element, 'row').length, 'the rows'));
  return { element, script };
}

/** Returns an adapter of the shop whose list answers with these rows. */
export const listing = (
  port: 'orders' | 'quotes' | 'transactions',
  items: readonly object[],
  more: object = {},
): Adapter => ({
  ...shopAdapter(),
  [port]: { list: async () => ({ items, total: items.length, next: null, ...more }) },
});

const collapsed = ({ textContent }: Element): string => (textContent ?? '').replace(/\s+/g, ' ').trim();

/** Returns the texts of the cells of a row, between bars. */
export const lineOf = (row: Element): string => [...row.children].map(collapsed).join(' | ');

/** Returns the rows in the panel, or in another element of the widget. */
export const rowsOf = (element: Element, within = '.panel'): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map(lineOf);

/** Returns the texts of all elements that match. */
export const textsOf = (element: Element, selector: string): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map(collapsed);

/** Clicks an element with this part, once it is there. */
export const press = async (element: Element, name: string, index = 0): Promise<void> =>
  (await until(() => parts(element, name)[index], name)).click();

/** Waits until the widget shows a text. */
export const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);

/** Chooses an option by its label, once it is there. */
export const choose = async (element: Element, label: string): Promise<void> =>
  (await until(() => parts(element, 'choice').find((choice) => collapsed(choice) === label), label)).click();

/** Types a text into the search field, once it is there, and presses Enter. */
export async function searchFor(element: Element, text: string): Promise<void> {
  const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
  type(field, text);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
}

/** Listens to a request, prevents it, and returns what it was about. */
export function preventing<K extends keyof GlobalEventHandlersEventMap>(
  element: Element,
  type: K,
): readonly GlobalEventHandlersEventMap[K][] {
  const seen: GlobalEventHandlersEventMap[K][] = [];
  element.addEventListener(type, (event) => {
    event.preventDefault();
    seen.push(event as GlobalEventHandlersEventMap[K]);
  });
  return seen;
}
