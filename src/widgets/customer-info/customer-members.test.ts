import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import type { CustomersPort } from '../../adapter/ports/customers.ts';
import type { Customer } from '../../domain/customer.ts';
import { mount, part, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CustomerInfo } from './customer-info.ts';

const { additional, noOrders, ingrid } = knownCustomers;
const read = { signal: new AbortController().signal };

const input = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#edit-${name}`);
const names = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('#dialog-edit :is(input, select)[id^=edit-]')].map(({ id }) => id.slice(5));
const saved = (element: Element) => until(() => !part(element, 'dialog'), 'saved');

async function editing(adapter: Adapter = shopAdapter(), customerId: string = noOrders) {
  const script = scripted<Adapter>(adapter);
  const element = mount<CustomerInfo>('customer-info', { adapter: script.adapter, customerId });
  (await until(() => part(element, 'edit'), 'the customer')).click();
  await until(() => part(element, 'save'), 'the form');
  return { element, changes: () => script.callsTo('customers.update').map(({ args }) => args[1]) };
}

async function save(element: CustomerInfo, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) type(input(element, name)!, value);
  await element.updateComplete;
  part(element, 'save')!.click();
}

/** Returns a shop whose port takes other members. */
function taking(updates: CustomersPort['updates']): Adapter {
  const shop = shopAdapter();
  return { ...shop, customers: { ...shop.customers, updates } };
}

describe('customer-info: the members of a customer', () => {
  afterEach(unmountAll);

  it('are edited as typed, trimmed, and only what has changed is sent', async () => {
    const { element, changes } = await editing();
    expect(input(element, 'email')!.type).to.equal('email');
    expect(input(element, 'phone')!.type).to.equal('tel');
    await save(element, { name: ' Örjan Å ', email: ' orjan@studio.example ', phone: '070-174 06 61', company: '' });
    await saved(element);
    expect(changes()).to.deep.equal([{ name: 'Örjan Å', email: 'orjan@studio.example', phone: '070-174 06 61' }]);
    await until(() => textOf(element).includes('orjan@studio.example'), 'as it is now');
    expect(textOf(element)).to.contain('Örjan Å').and.contain('070-174 06 61');
  });

  it('can be removed, except that other numbers stay', async () => {
    const shop = shopAdapter();
    const { element, changes } = await editing(shop, ingrid);
    await save(element, { phone: ' ' });
    await saved(element);
    expect(changes()).to.deep.equal([{ phone: null }]);
    expect((await shop.customers.get(ingrid, read)).phones).to.deep.equal([
      { number: '+44 20 7946 0143', type: 'shop' },
    ]);
    unmountAll();
    const other = await editing(shop, additional);
    await save(other.element, { company: ' ' });
    await saved(other.element);
    expect(other.changes()).to.deep.equal([{ company: null }]);
    expect((await shop.customers.get(additional, read)).company).to.equal(null);
  });

  it('are not sent if they are no address or number', async () => {
    const { element, changes } = await editing();
    await save(element, { email: 'orjan at studio', phone: '0171 1234567 / 030 987654' });
    await until(() => input(element, 'phone')!.getAttribute('aria-invalid') === 'true', 'the fields');
    expect(textOf(element)).to.contain('This is no e-mail address.').and.contain('This is no telephone number.');
    await save(element, { email: 'orjan@studio.example', phone: 'x'.repeat(61) });
    await until(() => textOf(element).includes('character'), 'too long');
    expect(changes()).to.deep.equal([]);
  });

  it('keep what was typed if another customer has the address', async () => {
    const shop = shopAdapter();
    const { email } = await shop.customers.get(additional, read);
    const { element } = await editing(shop);
    await save(element, { email: (email as string).toUpperCase() });
    await until(() => textOf(element).includes('is taken'), 'the reason');
    expect(input(element, 'email')!.value).to.equal((email as string).toUpperCase());
    expect(input(element, 'email')!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('are offered as the port takes them, and a name as the record has it', async () => {
    const offered = async (adapter: Adapter, customerId?: string) => {
      const { element } = await editing(adapter, customerId);
      const found = names(element);
      unmountAll();
      return found;
    };
    const shop = shopAdapter();
    const { setStatus: _, updates: __, ...bare } = shop.customers;
    expect(await offered({ ...shop, customers: bare })).to.deep.equal(['login', 'recoveryEmail', 'taxExempt']);
    expect(await offered(taking(['email', 'firstName', 'lastName']))).to.deep.equal(['email', 'verification']);
    expect(await offered(taking(['email', 'firstName', 'lastName']), additional)).to.deep.equal([
      'firstName',
      'lastName',
      'email',
      'verification',
    ]);
  });

  it('are sent only as the port takes them', async () => {
    const { element, changes } = await editing(taking(['taxExempt']));
    input(element, 'taxExempt')!.click();
    await element.updateComplete;
    expect(input(element, 'taxExemptUntil')).to.equal(null);
    await save(element, {});
    await saved(element);
    expect(changes()).to.deep.equal([{ taxExempt: true }]);
  });

  it('cannot be edited if the port takes none', async () => {
    const { customers, ...shop } = shopAdapter();
    const { setStatus: _, ...others } = customers;
    const adapter: Adapter = { ...shop, customers: { ...others, updates: [] } };
    const element = mount<CustomerInfo>('customer-info', { adapter, customerId: noOrders });
    await until(() => part(element, 'customer-name'), 'the customer');
    expect(part(element, 'edit')).to.equal(null);
  });

  it('show both versions of a conflict in an e-mail address', async () => {
    const shop = shopAdapter();
    const { element } = await editing(shop);
    const { version }: Customer = await shop.customers.get(noOrders, read);
    const change = { email: 'theirs@studio.example', company: 'Theirs' };
    await shop.customers.update(noOrders, change, { idempotencyKey: 'other', ifVersion: version });
    await save(element, { email: 'mine@studio.example' });
    await until(() => part(element, 'theirs'), 'theirs');
    expect(part(element, 'theirs')!.textContent).to.contain('theirs@studio.example');
    expect([input(element, 'email')!.value, input(element, 'company')!.value]).to.deep.equal([
      'mine@studio.example',
      'Theirs',
    ]);
  });
});
