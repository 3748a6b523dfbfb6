import '../../src/define-all.ts';
import { isAdapterError } from '../../src/adapter/adapter-error.ts';
import type { Settings } from './settings.ts';
import { shops, type OpenShop } from './shops.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const dashboard = find<HTMLElementTagNameMap['customer-dashboard']>('customer-dashboard');
const choice = find<HTMLSelectElement>('#customer-id');
const form = find<HTMLFormElement>('.sign-in');
const fault = find('.fault');

const settings = (await (await fetch('/settings.json')).json()) as Settings;
const title = settings.name.charAt(0).toUpperCase() + settings.name.slice(1);
document.title = `Customer · ${title}`;
for (const element of document.querySelectorAll('[data-shop]')) element.textContent = title;

const shop = shops[settings.name];

/** Opens the shop with a token, and shows the customers. A rejected form keeps its values. */
async function open(signIn: () => Promise<string>): Promise<void> {
  fault.textContent = '';
  try {
    await show(await shop.open(await signIn()));
  } catch (thrown) {
    const isRejected = isAdapterError(thrown) && thrown.code === 'unauthenticated';
    fault.textContent = isRejected ? 'Name or password is wrong.' : `The shop cannot be opened: ${String(thrown)}`;
  }
}

async function show({ adapter, customers }: OpenShop): Promise<void> {
  choice.replaceChildren(...(await customers()).map(({ id, name }) => new Option(name, id)));
  // A shop without notes of the team, or without credit, has no place for them on its page.
  if (!adapter.notes) find('notes-panel').remove();
  if (!adapter.credit) find('credit-balance').remove();
  dashboard.adapter = adapter;
  choose(location.hash.slice(1) || choice.value);
  find<HTMLElement>('[data-door]').hidden = true;
  for (const element of document.querySelectorAll<HTMLElement>('header, #customer')) element.hidden = false;
}

function choose(id: string): void {
  choice.value = id;
  dashboard.customerId = id;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const valueOf = (name: string): string => find<HTMLInputElement>(`#${name}`).value;
  const credentials = { url: location.origin, user: valueOf('user'), password: valueOf('password') };
  void open(async () => shop.signIn(credentials));
});
choice.addEventListener('change', () => {
  history.pushState(null, '', `#${choice.value}`);
  choose(choice.value);
});
addEventListener('popstate', () => choose(location.hash.slice(1)));
// The token is not kept, so the operator signs in again on a page that is loaded anew.
dashboard.addEventListener('session-expired', () => location.reload());

const { token } = settings;
if (token !== undefined) await open(async () => token);
