import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { Customer } from '../../domain/customer.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CustomerInfo } from './customer-info.ts';

const { ingrid, additional, noOrders } = knownCustomers;

async function open(adapter: Adapter, customerId: string = additional) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerInfo>('customer-info', {}, root);
  await until(() => part(element, 'edit'), 'the customer');
  return { element, dashboard };
}

const input = (element: Element, id: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#edit-${id}`);
const dialog = (element: Element) => part<HTMLDialogElement>(element, 'dialog');

async function editing(adapter: Adapter, customerId?: string) {
  const opened = await open(adapter, customerId);
  part(opened.element, 'edit')!.click();
  await until(() => input(opened.element, 'taxExempt'), 'the form');
  return opened;
}

const choose = (element: Element, code: string): void => {
  const select = element.shadowRoot!.querySelector<HTMLSelectElement>('#edit-verification')!;
  select.value = code;
  select.dispatchEvent(new Event('change'));
};
const save = (element: Element): void => part(element, 'save')!.click();
const said = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;

describe('customer-info: editing', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('sends only what has changed, the verification separately, each after its event', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter);
    const events: string[] = [];
    for (const name of [
      'customer-update',
      'customer-status-set',
      'customer-updated',
      'customer-status-changed',
    ] as const)
      element.addEventListener(name, () => events.push(`${name} after ${script.callsTo('customers.update').length}`));
    type(input(element, 'login')!, 'adaeze');
    input(element, 'taxExempt')!.click();
    await until(() => input(element, 'taxExemptUntil'), 'its last day');
    type(input(element, 'taxExemptUntil')!, '2027-12-31');
    choose(element, 'in-person');
    await element.updateComplete;
    save(element);
    await until(() => !dialog(element), 'saved');
    expect(script.callsTo('customers.update').map(({ args }) => args[1])).to.deep.equal([
      { login: 'adaeze', taxExempt: true, taxExemptUntil: '2027-12-31' },
    ]);
    expect(script.callsTo('customers.setStatus').map(({ args }) => args[1])).to.deep.equal([
      { verification: 'in-person' },
    ]);
    expect(events).to.deep.equal([
      'customer-update after 0',
      'customer-status-set after 0',
      'customer-updated after 1',
      'customer-status-changed after 1',
    ]);
    expect(said(element)).to.equal('The customer was changed.');
    await until(() => textOf(element).includes('Checked in person'), 'as it is now');
    expect(textOf(element)).to.contain('Exempt to 31 Dec 2027');
  });

  it('chooses business accounts: selected ones stay in view during a search', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter);
    const rows = () =>
      [...element.shadowRoot!.querySelectorAll('.check-list .check')].map((row) => row.textContent.trim());
    await until(() => rows().length > 6, 'accounts');
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
    field.focus();
    type(field, 'söhne');
    // Enter searches and must not submit the form.
    let submits = 0;
    part(element, 'form')!.addEventListener('submit', () => submits++);
    await executeServerCommand('press', 'Enter');
    await until(() => rows().length === 4, 'found');
    expect(rows()).to.deep.equal([
      'Fairweather Coffee House',
      'Harbour Terrace Hotel',
      'Second Firing CIC',
      'Töpferei Groß & Söhne',
    ]);
    const boxes = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.check-list input')];
    expect(submits).to.equal(0);
    boxes[3]!.click();
    boxes[0]!.click();
    await element.updateComplete;
    save(element);
    await until(() => !dialog(element), 'saved');
    expect(script.callsTo('customers.update')[0]!.args[1]).to.deep.equal({
      businessAccountIds: ['B-340', 'B-417', 'B-352'],
    });
  });

  it('has no search if all business accounts are in view', async () => {
    const adapter = shopAdapter();
    const items = [{ id: 'B-1', name: 'Harbour Terrace Hotel' }];
    const { element } = await editing({
      ...adapter,
      businessAccounts: { list: async () => ({ items, next: null }) },
    });
    await until(() => textOf(element).includes('Harbour Terrace Hotel'), 'accounts');
    expect(element.shadowRoot!.querySelector('[type=search]') === null).to.equal(true);
  });

  it('offers no field for a withheld value, and says that it stays', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter, ingrid);
    for (const name of ['email', 'recoveryEmail']) expect(input(element, name), name).to.equal(null);
    expect(dialog(element)!.textContent).to.contain('so it stays as it is: \u2068i•••••@holmcafe.example');
    type(input(element, 'login')!, 'ingrid');
    await element.updateComplete;
    save(element);
    await until(() => !dialog(element), 'saved');
    expect(script.callsTo('customers.update')[0]!.args[1]).to.deep.equal({ login: 'ingrid' });
  });

  it('announces that there is nothing to save, and describes the button by that alone', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter);
    expect(part(element, 'save')!.hasAttribute('aria-describedby')).to.equal(false);
    save(element);
    const id = await until(() => part(element, 'save')!.getAttribute('aria-describedby'), 'a description');
    expect(element.shadowRoot!.getElementById(id)!.textContent.trim()).to.equal('Nothing is changed.');
    expect(script.callsTo('customers.update')).to.deep.equal([]);
  });

  it('shows field errors, and sends nothing invalid', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter);
    type(input(element, 'recoveryEmail')!, 'no address');
    await element.updateComplete;
    save(element);
    await until(() => input(element, 'recoveryEmail')!.getAttribute('aria-invalid') === 'true', 'the field');
    expect(textOf(element)).to.contain('This is no e-mail address.');
    expect(script.callsTo('customers.update').length).to.equal(0);
    type(input(element, 'recoveryEmail')!, '');
    type(input(element, 'login')!, 'ingrid.vh');
    await element.updateComplete;
    save(element);
    await until(() => textOf(element).includes('is taken'), 'what the platform says');
    expect(input(element, 'login')!.value).to.equal('ingrid.vh');
    expect(textOf(element)).to.contain('Nothing was saved.');
  });

  it('shows both versions of a conflict, and overwrites on request only', async () => {
    const shop = shopAdapter();
    const script = scripted<Adapter>(shop);
    const { element } = await editing(script.adapter);
    type(input(element, 'login')!, 'mine');
    const options = { signal: new AbortController().signal };
    const { version } = await shop.customers.get(additional, options);
    await shop.customers.update(
      additional,
      { login: 'theirs', taxExempt: true },
      { idempotencyKey: 'other', ifVersion: version },
    );
    await element.updateComplete;
    save(element);
    await until(() => part(element, 'theirs'), 'theirs');
    expect(part(element, 'theirs')!.textContent).to.contain('theirs');
    expect(input(element, 'login')!.value).to.equal('mine');
    // A field that only the other person has changed has their value.
    expect(input(element, 'taxExempt')!.checked).to.equal(true);
    expect((await shop.customers.get(additional, options)).login).to.equal('theirs');
    save(element);
    await until(() => !dialog(element), 'saved');
    const now = await shop.customers.get(additional, options);
    expect([now.login, now.taxExempt]).to.deep.equal(['mine', true]);
  });

  it('can take the other version', async () => {
    const shop = shopAdapter();
    const { element } = await editing(shop);
    type(input(element, 'login')!, 'mine');
    const { version } = await shop.customers.get(additional, { signal: new AbortController().signal });
    await shop.customers.update(additional, { login: 'theirs' }, { idempotencyKey: 'other', ifVersion: version });
    save(element);
    (await until(() => part(element, 'take-theirs'), 'theirs'))!.click();
    await element.updateComplete;
    expect([input(element, 'login')!.value, part(element, 'theirs')]).to.deep.equal(['theirs', null]);
  });

  it('reports a partial save if only the verification fails, and retries only that', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.setStatus', { fail: new AdapterError('forbidden', { reason: 'Ask Dana.' }) });
    const { element } = await editing(script.adapter);
    type(input(element, 'login')!, 'adaeze');
    choose(element, 'unverified');
    await element.updateComplete;
    save(element);
    await until(() => textOf(element).includes('Saved, but for the verification.'), 'the half of it');
    expect(textOf(element)).to.contain('Ask Dana.');
    save(element);
    await until(() => !dialog(element), 'saved');
    expect([script.callsTo('customers.update').length, script.callsTo('customers.setStatus').length]).to.deep.equal([
      1, 2,
    ]);
  });

  it('never reports a lost answer as failed, and resolves it with the same key', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.update', { fail: new AdapterError('timeout'), written: true });
    const { element } = await editing(script.adapter);
    type(input(element, 'login')!, 'adaeze');
    await element.updateComplete;
    save(element);
    save(element);
    await until(() => part(element, 'check'), 'nobody knows');
    expect(textOf(element)).to.contain('Nobody knows whether this was saved.').and.not.contain('Nothing was saved');
    expect(input(element, 'login')!.matches(':disabled')).to.equal(true);
    part(element, 'check')!.click();
    await until(() => !dialog(element), 'known');
    const keys = script
      .callsTo('customers.update')
      .map(({ args }) => (args[2] as { idempotencyKey: string }).idempotencyKey);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
  });

  it('keeps the draft over a close and another customer, who never sees it', async () => {
    const { element, dashboard } = await editing(shopAdapter());
    type(input(element, 'login')!, 'half typed');
    dashboard.customerId = noOrders;
    await until(() => !dialog(element) && !textOf(element).includes('Adaeze'), 'another');
    await until(() => part(element, 'edit'), 'another’s data');
    part(element, 'edit')!.click();
    await until(() => input(element, 'login'), 'another’s form');
    expect(input(element, 'login')!.value).to.not.equal('half typed');
    part(element, 'cancel')!.click();
    dashboard.customerId = additional;
    await until(() => textOf(element).includes('Adaeze'), 'back');
    part(element, 'edit')!.click();
    await until(() => input(element, 'login')?.value === 'half typed', 'what was typed');
    part(element, 'discard')!.click();
    await until(() => input(element, 'login')?.value === 'adaeze.marsh', 'discarded');
  });

  it('does not close another customer’s form when an answer arrives', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const late = deferred();
    script.next('customers.update', { until: late.promise });
    const { element, dashboard } = await editing(script.adapter);
    type(input(element, 'login')!, 'adaeze');
    await element.updateComplete;
    save(element);
    await until(() => script.callsTo('customers.update').length, 'sent');
    dashboard.customerId = noOrders;
    await until(() => !dialog(element) && part(element, 'edit'), 'another');
    part(element, 'edit')!.click();
    await until(() => input(element, 'login'), 'another’s form');
    late.resolve();
    await until(
      async () => (await script.adapter.customers!.get!(additional, { signal: AbortSignal.any([]) })).login,
      'x',
    );
    await element.updateComplete;
    expect([dialog(element)?.open, said(element)]).to.deep.equal([true, '']);
  });

  it('sends nothing if the host prevents it, and keeps the input', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await editing(script.adapter);
    element.addEventListener('customer-update', (event) => event.preventDefault());
    type(input(element, 'login')!, 'adaeze');
    await element.updateComplete;
    save(element);
    await element.updateComplete;
    expect([script.callsTo('customers.update').length, input(element, 'login')!.value]).to.deep.equal([0, 'adaeze']);
  });

  it('without versions, checks for changes by others before it sends', async () => {
    const shop = shopAdapter();
    const adapter: Adapter = {
      ...shop,
      customers: { ...shop.customers, guarantees: { idempotency: true, versions: false } },
    };
    const script = scripted<Adapter>(adapter);
    const { element } = await editing(script.adapter);
    expect(textOf(element)).to.contain('does not notice when two people');
    type(input(element, 'login')!, 'mine');
    script.next('customers.get', {
      answer: async (carryOut) => ({ ...((await carryOut()) as Customer), login: 'theirs' }),
    });
    await element.updateComplete;
    save(element);
    await until(() => part(element, 'theirs'), 'theirs');
    expect(script.callsTo('customers.update').length).to.equal(0);
  });

  it('explains denied operations, and hides what the platform lacks', async () => {
    const reason = 'Agents and managers change customers.';
    const denied = { state: 'denied', reason } as const;
    const { element } = await open(
      shopAdapter({ permissions: { 'customers.update': denied, 'customers.setStatus': denied } }),
    );
    await element.updateComplete;
    part(element, 'edit')!.click();
    await until(() => dialog(element)?.textContent.includes(reason), 'why not');
    expect(input(element, 'login')).to.equal(null);
    const { customers, ...rest } = shopAdapter();
    unmountAll();
    const root = document.body.appendChild(document.createElement('div'));
    provideDashboard(root, { adapter: { ...rest, customers: { get: customers.get } }, customerId: additional });
    const bare = mount<CustomerInfo>('customer-info', {}, root);
    await until(() => part(bare, 'customer-name'), 'the customer');
    expect([part(bare, 'edit'), part(bare, 'change-password'), parts(bare, 'reveal').length]).to.deep.equal([
      null,
      null,
      0,
    ]);
  });
});
