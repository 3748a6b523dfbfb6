import { expect } from 'chai';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Adapter } from '../../adapter/adapter.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { roles } from '../../adapters/memory/index.ts';
import type { Address, AddressInput, BookAddress } from '../../domain/address.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted, type Scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { AddressBook } from './address-book.ts';
import './define.ts';

const { ingrid, noOrders, manyAddresses, marketplace } = knownCustomers;

type Control = HTMLInputElement & HTMLTextAreaElement;
const inside = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector);
const field = (element: Element, name: string) => inside<Control>(element, `#address-${name}`)!;

function open(adapter: Adapter = shopAdapter(), customerId: string = ingrid, more: Partial<AddressBook> = {}) {
  const script = scripted<Adapter>(adapter);
  const element = mount<AddressBook>('address-book', { adapter: script.adapter, customerId, ...more });
  return { element, script };
}

const entries = (element: AddressBook, count: number) =>
  until(() => parts(element, 'entry').length === count && parts(element, 'entry'), `${count} addresses`);

/** Opens the form of the address at `index`, or of a new one. */
async function write(element: AddressBook, index?: number) {
  await until(() => part(element, 'entry') ?? part(element, 'add'), 'the book');
  (index === undefined ? part(element, 'add')! : parts(element, 'entry')[index]!.querySelector('button')!).click();
  await until(() => part(element, 'form'), 'the form');
}

async function fill(element: AddressBook, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const control = field(element, name);
    type(control, value);
    if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change'));
    await element.updateComplete;
  }
}

const save = (element: AddressBook) => part(element, 'save')!.click();
const closed = (element: AddressBook) => until(() => !inside(element, 'dialog'), 'the dialog has closed');
const sentIn = (script: Scripted<Adapter>, method: 'addresses.create' | 'addresses.update') =>
  script.callsTo(method).map(({ args }) => ({
    input: args.at(-2) as AddressInput,
    options: args.at(-1) as WriteOptions,
  }));

const leeds = { lines: '9 Kiln Lane\nThe Loft', city: 'Leeds', postalCode: 'LS1 4XX' };

/** Opens the menu of an address. */
async function menuOf(element: AddressBook, index: number): Promise<HTMLElement> {
  const entry = parts(element, 'entry')[index]!;
  entry.querySelector<HTMLElement>('[aria-label^=More]')!.click();
  const popover = await until(() => entry.querySelector<HTMLElement>('[part~=popover]'), 'the menu has been loaded');
  await until(() => popover.textContent.trim(), 'the menu');
  return popover;
}
const item = (menu: HTMLElement, words: string) =>
  [...menu.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));

describe('address-book', () => {
  afterEach(unmountAll);

  it('shows the first addresses in their country’s format, defaults first and marked', async () => {
    const { element } = open();
    const [billing, shipping, other] = await entries(element, 4);
    expect(billing!.textContent).to.match(/Holm & Daughters Ltd\s*14 Rosendale Row\s*London SE21 8EZ\s*United Kingdom/);
    expect(billing!.textContent).to.contain('Default billing').and.not.contain('shipping');
    expect(shipping!.textContent).to.contain('Default shipping');
    expect(other!.textContent).to.not.contain('Default');
    expect(textOf(element)).to.contain('4 of 7 addresses');
  });

  it('never shows one customer’s addresses under another', async () => {
    const { element, script } = open();
    await entries(element, 4);
    const wait = deferred();
    script.next('addresses.list', { until: wait.promise });
    element.customerId = manyAddresses;
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('Rosendale');
    wait.resolve();
    await until(() => textOf(element).includes('Kiln Lane'), 'the other customer');
  });

  it('shows a state for a platform without an address book', async () => {
    const { element } = open({ customers: shopAdapter().customers });
    await until(() => textOf(element).includes('Not available here: Addresses.'), 'unsupported');
    expect(part(element, 'add')).to.equal(null);
  });

  it('hides what the platform lacks, and explains what the operator may not do', async () => {
    const { addresses } = shopAdapter();
    const { element } = open({ addresses: { list: addresses.list.bind(addresses) } });
    await entries(element, 4);
    expect([part(element, 'add'), part(element, 'select'), inside(element, '[aria-label^=More]')]).to.deep.equal([
      null,
      null,
      null,
    ]);
    expect(parts(element, 'entry')[0]!.querySelectorAll('button').length, 'copy alone').to.equal(1);
    const denied = open(shopAdapter({ permissions: roles.viewer.permissions })).element;
    await until(() => textOf(denied).includes('Agents and managers may change addresses.'), 'the reason');
    expect(part(denied, 'add')).to.equal(null);
  });

  it('does not offer editing or copying of a withheld address', async () => {
    const { element } = open(shopAdapter(), marketplace);
    const [entry] = await entries(element, 1);
    expect(entry!.textContent).to.contain('Default shipping');
    expect(inside(element, '[aria-label^=Edit]')).to.equal(null);
    expect(inside(element, '[aria-label^="Copy address"]')).to.equal(null);
  });

  describe('adding', () => {
    it('fires the event, writes, announces and shows the address', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      const events: string[] = [];
      for (const name of ['address-create', 'address-created'])
        element.addEventListener(name, (event) =>
          events.push(`${event.type} ${script.callsTo('addresses.create').length}`),
        );
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await closed(element);
      const [entry] = await entries(element, 1);
      expect(entry!.textContent).to.match(/9 Kiln Lane\s*The Loft\s*Leeds LS1 4XX\s*United Kingdom/);
      expect(events).to.deep.equal(['address-create 0', 'address-created 1']);
      expect(textOf(element)).to.contain('Address saved.');
    });

    it('gives addresses a label where the platform has labels', async () => {
      const { element, script } = open();
      const [, , kiosk] = await entries(element, 4);
      expect(kiosk!.querySelector('[part=entry-label]')!.textContent).to.equal('Kiosk');
      await write(element, 2);
      expect(field(element, 'label').value).to.equal('Kiosk');
      await fill(element, { label: ' Kiosk, back door ' });
      save(element);
      await until(() => textOf(element).includes('Kiosk, back door'), 'the new label');
      await write(element, 2);
      await fill(element, { label: 'x'.repeat(101) });
      save(element);
      await until(() => field(element, 'label').getAttribute('aria-invalid') === 'true', 'too long');
      await fill(element, { label: ' ' });
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.update').map(({ input }) => input.label)).to.deep.equal([
        'Kiosk, back door',
        null,
      ]);
    });

    it('neither offers nor sends a label where the platform has none', async () => {
      const { hasLabels: _, ...addresses } = shopAdapter().addresses;
      const { element, script } = open({ addresses });
      await entries(element, 4);
      await write(element, 2);
      expect(inside(element, '#address-label')).to.equal(null);
      await fill(element, { city: 'Leeds' });
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.update')[0]!.input).to.not.have.property('label');
    });

    it('shows the country’s fields in its order and terms, and keeps the input on a change', async () => {
      const { element } = open(shopAdapter(), noOrders);
      await write(element);
      const labels = () =>
        [...element.shadowRoot!.querySelectorAll('form label')].map(({ textContent }) => textContent.trim());
      await fill(element, { country: 'US', city: 'Portland', region: 'OR', postalCode: '97200' });
      expect(labels().slice(-5, -2)).to.deep.equal(['City', 'State', 'ZIP code']);
      await fill(element, { country: 'DE' });
      expect(labels().slice(-4, -2)).to.deep.equal(['Postal code', 'City']);
      expect(field(element, 'city').value).to.equal('Portland');
      expect(field(element, 'region')).to.equal(null);
      await fill(element, { country: 'JP' });
      expect(labels()).to.include('Prefecture');
      await fill(element, { country: 'US' });
      expect(field(element, 'region').value, 'was kept').to.equal('OR');
    });

    it('sends only fields that the country has', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      await write(element);
      await fill(element, { country: 'US', region: 'OR' });
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.create')[0]!.input).to.deep.equal({
        name: null,
        company: null,
        lines: ['9 Kiln Lane', 'The Loft'],
        city: 'Leeds',
        region: null,
        postalCode: 'LS1 4XX',
        country: 'GB',
        phone: null,
        label: null,
      });
    });

    it('marks missing fields, focuses the first, and sends nothing', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      await write(element);
      await fill(element, { country: 'GB', lines: '9 Kiln Lane' });
      save(element);
      await until(() => inside(element, '#address-city-message'), 'what is missing');
      expect(element.shadowRoot!.activeElement).to.equal(field(element, 'city'));
      expect(field(element, 'city').getAttribute('aria-invalid')).to.equal('true');
      expect(inside(element, '#address-lines-message')).to.equal(null);
      expect(script.callsTo('addresses.create').length).to.equal(0);
    });

    it('warns of an unusual postal code, and accepts it', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      await write(element);
      await fill(element, { country: 'GB', ...leeds, postalCode: '12345' });
      expect(inside(element, '#address-postalCode-hint')!.textContent).to.contain('can be saved all the same');
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.create')[0]!.input.postalCode).to.equal('12345');
    });

    it('sends nothing if the host prevents it, and keeps the input', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      element.addEventListener('address-create', (event) => event.preventDefault());
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await element.updateComplete;
      expect(script.callsTo('addresses.create').length).to.equal(0);
      expect(field(element, 'city').value).to.equal('Leeds');
    });

    it('writes once, however often it is clicked', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      const wait = deferred();
      script.next('addresses.create', { until: wait.promise });
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      for (let clicks = 0; clicks < 3; clicks++) save(element);
      await element.updateComplete;
      expect(part(element, 'save')!.getAttribute('aria-disabled')).to.equal('true');
      save(element);
      wait.resolve();
      await entries(element, 1);
      expect(script.callsTo('addresses.create').length).to.equal(1);
    });

    it('shows field errors of the platform at their fields', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      const fieldErrors = { 'lines.1': 'is a box', city: 'is unknown' };
      script.next('addresses.create', { fail: new AdapterError('validation', { fieldErrors }) });
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await until(() => inside(element, '#address-lines-message')?.textContent.includes('is a box'), 'the line');
      expect(inside(element, '#address-city-message')!.textContent).to.contain('is unknown');
      expect(field(element, 'lines').value).to.equal(leeds.lines);
    });

    it('does not report an unknown outcome as failed, and resolves it with the same key', async () => {
      const { element, script } = open(shopAdapter(), noOrders);
      script.next('addresses.create', { fail: new AdapterError('timeout'), written: true });
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await until(() => part(element, 'save')?.textContent.includes('Check now'), 'unknown');
      expect(textOf(element)).to.contain('It is not known whether this was saved.');
      type(field(element, 'city'), 'Bradford');
      await element.updateComplete;
      save(element);
      await entries(element, 1);
      const [first, second] = sentIn(script, 'addresses.create');
      expect(second!.options.idempotencyKey).to.equal(first!.options.idempotencyKey);
      expect(second!.input).to.deep.equal(first!.input);
    });

    it('keeps a draft for its customer over a closed dialog and another customer', async () => {
      const { element } = open(shopAdapter(), noOrders);
      await write(element);
      await fill(element, { country: 'GB', lines: '9 Kiln' });
      inside<HTMLDialogElement>(element, 'dialog')!.close();
      await closed(element);
      element.customerId = ingrid;
      await entries(element, 4);
      await write(element);
      expect(field(element, 'lines').value).to.equal('');
      expect(field(element, 'country').value, 'where the others are').to.equal('GB');
      element.customerId = noOrders;
      await closed(element);
      await until(() => textOf(element).includes('No addresses yet.'), 'the first customer');
      await write(element);
      expect(field(element, 'lines').value).to.equal('9 Kiln');
      part(element, 'discard')!.click();
      await closed(element);
      await write(element);
      expect(field(element, 'lines').value).to.equal('');
    });

    it('leaves other addresses free to be changed while the new one is pending', async () => {
      const { element, script } = open();
      await entries(element, 4);
      script.next('addresses.create', { until: new Promise(() => {}) });
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await until(() => script.callsTo('addresses.create').length, 'the new address is sent');
      inside<HTMLDialogElement>(element, 'dialog')!.close();
      await closed(element);
      await write(element, 2);
      await fill(element, { city: 'Brixton' });
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.update').map(({ input }) => input.city)).to.deep.equal(['Brixton']);
    });
  });

  describe('editing', () => {
    it('sends fields that were not edited unchanged', async () => {
      const { element, script } = open(shopAdapter(), ingrid, { limit: 7 });
      await entries(element, 7);
      await write(element, 6);
      expect(field(element, 'region').value, 'Oregon').to.equal('OR');
      await fill(element, { phone: '+1 503-555-0117' });
      save(element);
      await closed(element);
      const [{ input, options } = {}] = sentIn(script, 'addresses.update');
      expect(input).to.deep.include({ region: 'OR', postalCode: '97232', phone: '+1 503-555-0117' });
      expect(options!.ifVersion).to.equal('1');
      await until(() => textOf(element).includes('+1 503-555-0117'), 'the number');
    });

    /** Returns a shop whose address book for this customer has one address. */
    async function withOnly(choose: (book: readonly BookAddress[]) => BookAddress) {
      const shop = shopAdapter();
      const { items } = await shop.addresses.list(manyAddresses, { first: 100 }, { signal: AbortSignal.any([]) });
      const list = async () => ({ items: [choose(items)], next: null, total: 1 });
      return open({ ...shop, addresses: { ...shop.addresses, list } }, manyAddresses);
    }

    it('keeps a country without a code and an unknown region', async () => {
      const { element, script } = await withOnly((book) => book.at(-1)!);
      await entries(element, 1);
      await write(element, 0);
      expect([field(element, 'country').value, field(element, 'region').value]).to.deep.equal([
        'United Kingdom',
        'Staffordshire',
      ]);
      await fill(element, { city: 'Stoke' });
      save(element);
      await closed(element);
      const unchanged = { country: 'United Kingdom', region: 'Staffordshire' };
      expect(sentIn(script, 'addresses.update')[0]!.input).to.deep.include(unchanged);
    });

    it('recognizes a region in any spelling, and leaves the text unchanged', async () => {
      const { element, script } = await withOnly((book) => {
        const one = book.find(({ address }) => 'lines' in address && address.country === 'US')!;
        return { ...one, address: { ...(one.address as Address), region: 'oregon' } };
      });
      await entries(element, 1);
      await write(element, 0);
      const region = field(element, 'region') as unknown as HTMLSelectElement;
      expect(region.selectedOptions[0]!.textContent).to.equal('Oregon');
      await fill(element, { phone: '+1 503-555-0117' });
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.update')[0]!.input.region).to.equal('oregon');
    });

    it('shows both versions of a conflict, and overwrites on request only', async () => {
      const { element, script } = open();
      await entries(element, 4);
      await write(element, 2);
      const { adapter } = script;
      const [, , before] = (await adapter.addresses!.list!(ingrid, { first: 3 }, { signal: AbortSignal.any([]) }))
        .items;
      const theirs = { ...(before as { address: AddressInput }).address, city: 'Dulwich' };
      await adapter.addresses!.update!(ingrid, before!.id, theirs, { idempotencyKey: 'theirs', ifVersion: '1' });
      await fill(element, { city: 'Brixton' });
      part(element, 'save')!.focus();
      save(element);
      const versions = await until(() => part(element, 'versions'), 'both versions');
      expect(element.shadowRoot!.activeElement?.textContent).to.equal('Keep theirs');
      expect([...versions.querySelectorAll('mark')].map(({ textContent }) => textContent.trim())).to.deep.equal([
        'Dulwich',
        'none',
        'Brixton',
        'Kiosk',
      ]);
      [...versions.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Replace'))!.click();
      await until(() => textOf(element).includes('Brixton SE24 0JW'), 'mine');
      const sent = sentIn(script, 'addresses.update').map(({ options }) => options);
      expect(sent.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '1', '2']);
      expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(3);
    });

    it('reads the other version from the list if the rejection lacks it', async () => {
      const { element, script } = open();
      await entries(element, 4);
      await write(element, 3);
      const { adapter } = script;
      const [, , , before] = (await adapter.addresses!.list!(ingrid, { first: 4 }, { signal: AbortSignal.any([]) }))
        .items;
      const theirs = { ...(before as { address: AddressInput }).address, city: 'Dulwich' };
      await adapter.addresses!.update!(ingrid, before!.id, theirs, { idempotencyKey: 'theirs', ifVersion: '1' });
      await fill(element, { city: 'Brixton' });
      script.next('addresses.update', { fail: new AdapterError('conflict', { current: { id: 7 } }) });
      save(element);
      const versions = await until(() => part(element, 'versions'), 'both versions');
      expect(versions.textContent).to.contain('Dulwich').and.contain('Brixton');
    });

    it('without versions, reads the address again before a change and a deletion, and says what that leaves', async () => {
      const shop = shopAdapter();
      const guarantees = { idempotency: true, versions: false };
      const { element, script } = open({ ...shop, addresses: { ...shop.addresses, guarantees } });
      await entries(element, 4);
      const change = async (lines: string[], id: string) => {
        const { items } = await shop.addresses.list(ingrid, { first: 9 }, { signal: new AbortController().signal });
        const { version } = items.find((address) => address.id === id)!;
        await shop.addresses.update(ingrid, id, { lines }, { idempotencyKey: lines[0]!, ifVersion: version });
      };
      await write(element, 2);
      expect(textOf(element)).to.contain('does not notice when two people change an address at once');
      await fill(element, { city: 'Leeds' });
      await change(['Elsewhere 1'], 'addr-20817-3');
      save(element);
      await until(() => part(element, 'versions')?.textContent.includes('Elsewhere 1'), 'both versions');
      expect(sentIn(script, 'addresses.update')).to.deep.equal([]);
      [...part(element, 'versions')!.querySelectorAll('button')][0]!.click();
      await closed(element);
      await until(() => textOf(element).includes('Elsewhere 1'), 'theirs');
      item(await menuOf(element, 3), 'Delete')!.click();
      await until(() => part(element, 'confirm-delete'), 'the question');
      await change(['Elsewhere 2'], 'addr-20817-4');
      part(element, 'confirm-delete')!.click();
      await until(() => textOf(element).includes('Not deleted: somebody has changed it meanwhile.'), 'refused');
      expect(script.callsTo('addresses.delete')).to.deep.equal([]);
    });

    it('does not overwrite another new address with a deleted one that is saved again', async () => {
      const { element, script } = open();
      await write(element);
      await fill(element, { country: 'GB', lines: 'The other new one' });
      inside(element, '[part=dialog-header] button')!.click();
      await closed(element);
      await write(element, 2);
      await fill(element, { lines: 'Deleted meanwhile' });
      script.next('addresses.update', { fail: new AdapterError('not-found') });
      save(element);
      await until(() => part(element, 'save')?.textContent.includes('Save as a new address'), 'gone');
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.create').map(({ input }) => input.lines)).to.deep.equal([['Deleted meanwhile']]);
      await write(element);
      expect(field(element, 'lines').value).to.equal('The other new one');
    });

    it('keeps what is typed while a new address is being saved, as a change of it', async () => {
      const { element, script } = open();
      const late = deferred();
      script.next('addresses.create', { until: late.promise });
      await write(element);
      await fill(element, { country: 'GB', ...leeds });
      save(element);
      await until(() => sentIn(script, 'addresses.create').length, 'sent');
      await fill(element, { city: 'Leeds (West)' });
      late.resolve();
      await until(() => part(element, 'dialog-heading')?.textContent.includes('Edit address'), 'the saved address');
      expect(field(element, 'city').value).to.equal('Leeds (West)');
      save(element);
      await closed(element);
      const [change] = sentIn(script, 'addresses.update');
      expect([change!.input.city, sentIn(script, 'addresses.create').length]).to.deep.equal(['Leeds (West)', 1]);
      await write(element);
      expect(field(element, 'lines').value, 'the next new address').to.equal('');
    });

    it('saves the input as a new address if the old one is deleted', async () => {
      const { element, script } = open();
      await entries(element, 4);
      await write(element, 3);
      await fill(element, { city: 'Brixton' });
      script.next('addresses.update', { fail: new AdapterError('not-found') });
      save(element);
      await until(() => part(element, 'save')?.textContent.includes('Save as a new address'), 'gone');
      save(element);
      await closed(element);
      expect(sentIn(script, 'addresses.create')[0]!.input.city).to.equal('Brixton');
    });
  });

  describe('defaults', () => {
    it('replaces the previous default', async () => {
      const { element, script } = open();
      await entries(element, 4);
      // The list never answers, so the test sees the server's answer to the write alone.
      script.always('addresses.list', { until: new Promise(() => {}) });
      const facts: string[] = [];
      element.addEventListener('address-defaulted', ({ use, addressId }) => facts.push(`${use} ${addressId}`));
      item(await menuOf(element, 3), 'Make default billing')!.click();
      await until(() => parts(element, 'entry')[0]!.textContent.includes('Maja Holm'), 'first');
      expect(textOf(element).match(/Default billing/g)!.length).to.equal(1);
      expect(facts).to.deep.equal(['billing addr-20817-4']);
      expect(script.callsTo('addresses.setDefault').length).to.equal(1);
    });

    it('announces nothing of it under another customer', async () => {
      const { element, script } = open();
      await entries(element, 4);
      const wait = deferred();
      script.next('addresses.setDefault', { until: wait.promise });
      item(await menuOf(element, 3), 'Make default billing')!.click();
      await until(() => script.callsTo('addresses.setDefault').length, 'on its way');
      let done = false;
      element.addEventListener('address-defaulted', () => (done = true));
      element.customerId = manyAddresses;
      await entries(element, 4);
      wait.resolve();
      await until(() => done, 'the fact');
      await element.updateComplete;
      expect(textOf(element)).to.not.contain('Default changed.').and.not.contain('Maja');
    });

    it('shows a failure at the address', async () => {
      const { element, script } = open();
      await entries(element, 4);
      script.next('addresses.setDefault', { fail: new AdapterError('forbidden', { reason: 'Ask accounting.' }) });
      item(await menuOf(element, 3), 'Make default shipping')!.click();
      await until(() => parts(element, 'entry')[3]!.textContent.includes('Ask accounting.'), 'the reason');
      expect(textOf(element)).to.contain('Default shipping');
    });
  });

  describe('deleting', () => {
    it('explains for a default that another must be chosen first, without trying', async () => {
      const { element } = open();
      await entries(element, 4);
      const menu = await menuOf(element, 0);
      expect(item(menu, 'Delete')).to.equal(undefined);
      expect(menu.textContent).to.contain('Choose another default first.');
      part(element, 'select')!.click();
      await until(() => parts(element, 'select').length === 4, 'checkboxes');
      expect(parts(element, 'select').map((box) => (box as HTMLInputElement).disabled)).to.deep.equal([
        true,
        true,
        false,
        false,
      ]);
    });

    it('moves the focus into the menu, which is rendered when one is first opened', async () => {
      const { element } = open();
      await entries(element, 4);
      const menu = await menuOf(element, 3);
      await until(() => menu.contains(element.shadowRoot!.activeElement), 'the focus');
      expect(menu.matches(':popover-open')).to.equal(true);
      expect(parts(element, 'popover').length).to.equal(4);
    });

    it('asks for confirmation, and sends the version that was read', async () => {
      const { element, script } = open();
      await entries(element, 4);
      item(await menuOf(element, 3), 'Delete')!.click();
      const confirm = await until(() => part(element, 'confirm-delete'), 'the question');
      expect(inside(element, 'dialog')!.textContent).to.contain('Maja Holm');
      expect(script.callsTo('addresses.delete').length).to.equal(0);
      let asked = 0;
      element.addEventListener('address-delete', () => asked++);
      confirm.click();
      confirm.click();
      await closed(element);
      await until(() => !textOf(element).includes('Maja Holm'), 'gone');
      const [call, ...more] = script.callsTo('addresses.delete');
      expect([(call!.args.at(-1) as WriteOptions).ifVersion, more.length, asked]).to.deep.equal(['1', 0, 1]);
    });

    it('reports each outcome of several deletions, and retries the failed ones', async () => {
      const { element, script } = open(shopAdapter(), ingrid, { limit: 7 });
      await entries(element, 7);
      const asked: string[][] = [];
      element.addEventListener('address-delete', ({ addressIds }) => asked.push([...addressIds]));
      part(element, 'select')!.click();
      await until(() => parts(element, 'select').length === 7, 'checkboxes');
      for (const index of [3, 4, 5]) {
        parts(element, 'select')[index]!.click();
        await element.updateComplete;
      }
      expect(textOf(element)).to.contain('3 selected');
      script.next('addresses.delete', {});
      script.next('addresses.delete', { fail: new AdapterError('conflict') });
      script.next('addresses.delete', { fail: new AdapterError('timeout') });
      part(element, 'delete')!.click();
      (await until(() => part(element, 'confirm-delete'), 'the question')).click();
      await until(() => textOf(element).includes('1 of 3 addresses deleted.'), 'the outcome');
      const rows = [...element.shadowRoot!.querySelectorAll('.address-doomed > li')].map(
        ({ textContent }) => textContent,
      );
      expect(rows[0]).to.contain('1 address deleted.');
      expect(rows[1]).to.contain('somebody has changed it meanwhile');
      expect(rows[2]).to.contain('It is not known whether this was deleted.');
      const confirm = part(element, 'confirm-delete')!;
      expect(confirm.textContent).to.contain('Try the rest again');
      confirm.click();
      await closed(element);
      await entries(element, 4);
      expect(asked.map(({ length }) => length)).to.deep.equal([3, 2]);
      const keys = script.callsTo('addresses.delete').map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey);
      expect(keys[4], 'unknown: the same key').to.equal(keys[2]);
    });

    it('sends nothing if the host prevents it', async () => {
      const { element, script } = open();
      await entries(element, 4);
      element.addEventListener('address-delete', (event) => event.preventDefault());
      item(await menuOf(element, 3), 'Delete')!.click();
      (await until(() => part(element, 'confirm-delete'), 'the question')).click();
      await element.updateComplete;
      expect(script.callsTo('addresses.delete').length).to.equal(0);
    });

    it('closes the confirmation when the customer changes', async () => {
      const { element, script } = open();
      await entries(element, 4);
      const wait = deferred();
      script.always('addresses.delete', { until: wait.promise });
      item(await menuOf(element, 3), 'Delete')!.click();
      (await until(() => part(element, 'confirm-delete'), 'the question')).click();
      element.customerId = manyAddresses;
      await closed(element);
      await entries(element, 4);
      wait.resolve();
      await element.updateComplete;
      expect(textOf(element)).to.not.contain('deleted').and.not.contain('Maja');
    });
  });

  describe('all addresses', () => {
    it('can be searched', async () => {
      const { element, script } = open(shopAdapter(), manyAddresses);
      await entries(element, 4);
      part(element, 'view-all')!.click();
      const search = await until(() => inside<HTMLInputElement>(element, '[part=search] input'), 'the search');
      type(search, 'Salt Glaze');
      search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      await until(() => inside(element, 'dialog')?.querySelectorAll('[part~=entry]').length === 2, 'two found');
      expect(script.callsTo('addresses.list').at(-1)!.args[1]).to.deep.include({ text: 'Salt Glaze' });
      type(search, 'nowhere at all');
      search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      await until(() => textOf(element).includes('No address has “\u2068nowhere at all\u2069” in it.'), 'none');
      expect(inside(element, 'dialog')!.textContent).to.contain('Show all addresses');
    });

    it('close with their customer, and so does the search', async () => {
      const { element } = open(shopAdapter(), manyAddresses, { viewAll: 'inline' });
      await entries(element, 4);
      part(element, 'view-all')!.click();
      const search = await until(() => inside<HTMLInputElement>(element, '[part=search] input'), 'the search');
      type(search, 'Salt Glaze');
      search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      await entries(element, 2);
      element.customerId = ingrid;
      await entries(element, 4);
      expect(part(element, 'search')).to.equal(null);
      part(element, 'view-all')!.click();
      await entries(element, 7);
    });
  });

  it('puts no name and no place into an attribute, an id or a class', async () => {
    const { element } = open();
    await entries(element, 4);
    await write(element, 3);
    await fill(element, { city: 'Brixton' });
    const attributes = [...element.shadowRoot!.querySelectorAll('*')].flatMap(({ attributes: all }) =>
      [...all].map(({ value }) => value),
    );
    expect(attributes.filter((value) => /Maja|Holm|Turney|Brixton|SE21/.test(value))).to.deep.equal([]);
  });

  it('copies an address as it is displayed', async () => {
    const { element } = open();
    await entries(element, 4);
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => written.push(text) },
    });
    try {
      inside(element, '[aria-label="Copy address 3"]')!.click();
      await until(() => textOf(element).includes('Copied'), 'copied');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    expect(written).to.deep.equal([
      'Ingrid Vasquez-Holm\nHolm & Daughters Ltd\nKiosk 4, Herne Hill Station Yard\nLondon SE24 0JW\nUnited Kingdom\n+44 20 7946 0143',
    ]);
  });
});
