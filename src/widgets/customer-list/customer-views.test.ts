import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest } from '../../adapter/options.ts';
import { createShop, knownCustomers, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { Preference } from '../../domain/preference.ts';
import { axeFaults } from '../../testing/axe.ts';
import { eventually, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import type { CustomerList } from './customer-list.ts';
import './define.ts';

const shop = createShop({ customers: Object.keys(knownCustomers).length });
const key = 'customer-list';
const read = { signal: new AbortController().signal };
const tom = { id: 'op-131', name: 'Tom' };

/** Opens the list of an operator. Several share a store. */
async function open(
  store = new MemoryStore(shop),
  more: Partial<CustomerList> = {},
  options: Partial<Parameters<typeof memoryAdapter>[0]> = {},
) {
  const script = scripted<Adapter>(memoryAdapter({ store, ...options }));
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerList>('customer-list', { limit: 3, ...more }, root);
  await until(() => parts(element, 'row').length && part(element, 'search'), 'the customers and their tools');
  const stored = (scope: 'personal' | 'shared' = 'personal'): Promise<Preference> =>
    memoryAdapter({ store, ...options }).preferences.get(scope, key, read);
  return { element, script, store, stored };
}

const viewsButton = (element: CustomerList): HTMLElement | undefined =>
  parts(element, 'popover-button').find((button) => button.getAttribute('aria-controls')?.startsWith('popover-views'));
const choice = (element: CustomerList, label: string): HTMLElement | undefined =>
  [...(part(element, 'views')?.querySelectorAll<HTMLElement>('.choice') ?? [])].find((one) =>
    one.textContent.includes(label),
  );
const button = (element: CustomerList, label: string): HTMLButtonElement | undefined =>
  [...(part(element, 'views')?.querySelectorAll('button') ?? [])].find(
    (one) => (one.ariaLabel ?? one.textContent).replace(/[\u2068\u2069]/g, '').trim() === label,
  );
const press = async (element: CustomerList, label: string): Promise<void> =>
  (await until(() => button(element, label), `the button ${label}`)).click();
const requests = (script: ReturnType<typeof scripted>): readonly PageRequest[] =>
  script.callsTo('customers.list').map(({ args }) => args[0] as PageRequest);
const count = (element: CustomerList): number => parts(element, 'row').length;

async function openViews(element: CustomerList): Promise<void> {
  if (!part(element, 'views')) (await until(() => viewsButton(element), 'the views')).click();
  await until(() => part(element, 'views'), 'the menu');
}

async function search(element: CustomerList, text: string): Promise<void> {
  const field = part(element, 'search')!.querySelector('input')!;
  type(field, text);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await until(() => count(element) === 1, 'one customer');
}

/** Saves what the list shows as a view. */
async function save(element: CustomerList, name: string, scope?: 'shared'): Promise<void> {
  await openViews(element);
  if (!part(element, 'form')) await press(element, 'Save as a new view');
  const form = await until(() => part<HTMLFormElement>(element, 'form'), 'the form');
  form.querySelector('input')!.value = name;
  const select = form.querySelector('select');
  if (scope && select) {
    select.value = scope;
    select.dispatchEvent(new Event('change'));
  }
  form.requestSubmit();
}

describe('customer-list: saved views', () => {
  afterEach(unmountAll);

  it('save search, filters, order and columns under a name, mark the present one, and apply it again', async () => {
    const { element, script, stored } = await open();
    await search(element, 'Ingrid');
    await save(element, 'VIP');
    await until(() => viewsButton(element)!.textContent.includes('VIP'), 'the present view');
    const { views } = (await stored()).value as { views: object[] };
    expect(views[0]).to.deep.include({ name: 'VIP', query: { text: 'Ingrid' }, limit: 3 });
    element.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')[0]!.click();
    await until(() => viewsButton(element)!.textContent.includes('changed'), 'the mark');
    await openViews(element);
    expect(await axeFaults(element)).to.deep.equal([]);
    expect(choice(element, 'VIP')!.ariaPressed).to.equal('true');
    await press(element, 'Save changes to “VIP”');
    await until(() => !viewsButton(element)!.textContent.includes('changed'), 'saved');
    await openViews(element);
    choice(element, 'Default list')!.click();
    await until(() => count(element) === 3, 'all customers');
    choice(element, 'VIP')!.click();
    await until(() => count(element) === 1, 'the view');
    expect(requests(script).at(-1)).to.deep.include({
      text: 'Ingrid',
      sort: { field: 'name', direction: 'ascending' },
    });
    expect(part(element, 'search')!.querySelector('input')!.value).to.equal('Ingrid');
  });

  it('of everybody are seen by all operators, and changed only by those who may', async () => {
    const { element, store } = await open();
    await search(element, 'Ingrid');
    await save(element, 'Cafés', 'shared');
    await until(() => viewsButton(element)!.textContent.includes('Cafés'), 'the view');
    const other = await open(store, {}, { actor: tom, role: 'agent' });
    await openViews(other.element);
    await press(other.element, 'Delete Cafés');
    await press(other.element, 'Delete');
    // Without a customer on the page, only the server knows what the operator may do.
    await until(() => textOf(other.element).includes('Managers arrange pages for everybody.'), 'the reason');
    expect(choice(other.element, 'Cafés')).not.to.equal(undefined);
    expect(button(other.element, 'Delete Cafés')).to.equal(undefined);
  });

  it('are renamed and deleted after a question; a name is required and used once', async () => {
    const { element, stored } = await open();
    await save(element, '');
    await until(() => textOf(element).includes('Enter a name.'), 'what is wrong');
    await save(element, 'First');
    await until(() => viewsButton(element)!.textContent.includes('First'), 'the view');
    await save(element, 'First');
    await until(() => textOf(element).includes('There is a view of this name already.'), 'what is wrong');
    await press(element, 'Cancel');
    await press(element, 'Rename First');
    const form = await until(() => part<HTMLFormElement>(element, 'form'), 'the form');
    form.querySelector('input')!.value = 'Second';
    form.requestSubmit();
    await press(element, 'Delete Second');
    await press(element, 'Delete');
    await until(() => textOf(element).includes('No views are saved yet.'), 'deleted');
    expect((await stored()).value).to.deep.equal({ views: [] });
    expect(viewsButton(element)!.textContent.trim()).to.equal('Views');
  });

  it('say that a name is too long instead of cutting it, and keep what was typed', async () => {
    const { element, script, stored } = await open();
    const name = 'Cafés that buy beans by the pallet, twice in a month, and pay late';
    await save(element, name);
    await until(() => textOf(element).includes('A name has 60 characters at most'), 'what is wrong');
    const field = part(element, 'form')!.querySelector('input')!;
    expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal([name, 'true']);
    const message = element.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!)!;
    expect(message.textContent).to.include('60');
    expect([script.callsTo('preferences.set').length, (await stored()).value]).to.deep.equal([0, null]);
    await save(element, name.slice(0, 60));
    await until(() => viewsButton(element)!.textContent.includes(name.slice(0, 60)), 'saved');
  });

  it('ask before one is deleted, with the focus on “Keep”, so that Enter, pressed twice, deletes nothing', async () => {
    const { element, stored } = await open();
    await save(element, 'First');
    await until(() => viewsButton(element)!.textContent.includes('First'), 'the view');
    await openViews(element);
    await press(element, 'Delete First');
    const keep = await until(() => button(element, 'Keep'), 'the question');
    await until(() => element.shadowRoot!.activeElement === keep, 'the focus');
    keep.click();
    await until(() => !button(element, 'Keep'), 'the list of views');
    expect(((await stored()).value as { views: object[] }).views).to.have.length(1);
  });

  it('are added to those that somebody else has saved meanwhile; a view that both change is asked about', async () => {
    const { element, store, stored } = await open();
    const other = await open(store);
    await save(element, 'Mine', 'shared');
    await until(() => viewsButton(element)!.textContent.includes('Mine'), 'the view');
    await save(other.element, 'Theirs', 'shared');
    await until(() => viewsButton(other.element)!.textContent.includes('Theirs'), 'the other view');
    const names = async () =>
      ((await stored('shared')).value as { views: { name: string }[] }).views.map((v) => v.name);
    expect(await names()).to.deep.equal(['Mine', 'Theirs']);
    const rename = async (where: CustomerList, name: string) => {
      await openViews(where);
      await press(where, 'Rename Mine');
      const form = await until(() => part<HTMLFormElement>(where, 'form'), 'the form');
      form.querySelector('input')!.value = name;
      form.requestSubmit();
    };
    await rename(element, 'First');
    await until(() => choice(element, 'First'), 'renamed');
    await rename(other.element, 'Last');
    await until(() => textOf(other.element).includes('Somebody else has changed or deleted this view'), 'the question');
    expect(await names()).to.deep.equal(['First', 'Theirs']);
    await press(other.element, 'Save mine instead');
    await until(() => choice(other.element, 'Last'), 'renamed over it');
    expect(await names()).to.deep.equal(['Last', 'Theirs']);
  });

  it('of which it is not known whether they are saved are checked with the same key', async () => {
    const { element, script, stored } = await open();
    script.next('preferences.set', { fail: new AdapterError('timeout'), written: true });
    await save(element, 'Once');
    await until(() => textOf(element).includes('It is not known whether this was saved.'), 'the doubt');
    await press(element, 'Check now');
    await until(() => viewsButton(element)!.textContent.includes('Once'), 'the view');
    const keys = script
      .callsTo('preferences.set')
      .map(({ args }) => (args[2] as { idempotencyKey: string }).idempotencyKey);
    expect([new Set(keys).size, keys.length]).to.deep.equal([1, 2]);
    expect(((await stored()).value as { views: object[] }).views).to.have.length(1);
  });
});

describe('customer-list: what an operator has chosen', () => {
  afterEach(unmountAll);

  it('is kept, and begins the next list in one request: columns, rows per page, order', async () => {
    const { element, store, stored } = await open();
    element.columnChoice.onChoose(['name', 'spent']);
    element.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')[0]!.click();
    await openViews(element);
    const rows = await until(() => part(element, 'views')!.querySelector('select'), 'the rows per page');
    rows.value = '10';
    rows.dispatchEvent(new Event('change'));
    await until(() => count(element) > 3, 'more rows');
    const sort = { field: 'name', direction: 'ascending' };
    await eventually(async () => Object.keys((await stored()).value ?? {}).length === 4, 'all three and no views');
    expect((await stored()).value).to.deep.equal({ columns: ['name', 'spent'], limit: 10, sort, views: [] });
    const next = await open(store);
    expect(requests(next.script)).to.deep.equal([{ first: 10, after: undefined, sort }]);
    expect(parts(next.element, 'column').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Name',
      'Total spent',
    ]);
    await openViews(next.element);
    await press(next.element, 'Back to the default');
    await until(() => count(next.element) === 3, 'the rows of the host page');
    await eventually(async () => Object.keys((await stored()).value ?? {}).length === 1, 'nothing is kept');
  });

  it('is not kept if the host says so, nor without the port, nor is the list late if it does not answer', async () => {
    const store = new MemoryStore(shop);
    const off = await open(store, { preferenceKey: 'none' });
    const { preferences: _, ...without } = memoryAdapter({ store });
    const script = scripted<Adapter>(without);
    const bare = mount<CustomerList>('customer-list', { limit: 3, adapter: script.adapter });
    await until(() => part(bare, 'search'), 'the tools');
    expect([viewsButton(off.element), viewsButton(bare)]).to.deep.equal([undefined, undefined]);
    expect(off.script.callsTo('preferences.get')).to.have.length(0);
    const late = scripted<Adapter>(memoryAdapter({ store }));
    late.always('preferences.get', { until: new Promise(() => {}) });
    const slow = mount<CustomerList>('customer-list', { limit: 3, adapter: late.adapter });
    await until(() => count(slow) === 3, 'the rows');
    expect(requests(late)).to.have.length(1);
  });
});
