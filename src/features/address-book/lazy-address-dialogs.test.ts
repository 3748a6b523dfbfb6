import { expect } from 'chai';
import { html } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Adapter } from '../../adapter/adapter.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { AddressUse } from '../../domain/address.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { define } from '../../element/define.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { LazyAddressDialogs } from './lazy-address-dialogs.ts';

const { ingrid, noOrders, masked } = knownCustomers;

/** A widget with another subject that opens the choice of a default. */
class DefaultChooser extends DashboardElement {
  static readonly tag = 'default-chooser';
  static override styles = [...widgetStyles];
  readonly addresses = new LazyAddressDialogs(this);

  override refresh(): void {}

  choose(use: AddressUse): void {
    this.addresses.use(({ defaults }) => defaults.open(use));
  }

  protected override render() {
    return html`<div class="widget">${this.addresses.dialogs}</div>`;
  }
}
define(DefaultChooser);

function open(customerId: string = ingrid) {
  const script = scripted<Adapter>(shopAdapter());
  const element = mount<DefaultChooser>('default-chooser', { adapter: script.adapter, customerId });
  return { element, script };
}

const choices = (element: Element, count: number) =>
  until(() => parts(element, 'choice').length === count && (parts(element, 'choice') as HTMLInputElement[]), 'choices');
const pick = async (element: DefaultChooser, index: number) => {
  (parts(element, 'choice')[index] as HTMLInputElement).click();
  await element.updateComplete;
};
const use = (element: Element) => [...parts(element, 'save')].find(({ textContent }) => /Use|Check/.test(textContent))!;
const closed = (element: Element) => until(() => !element.shadowRoot!.querySelector('dialog'), 'closed');

describe('the address dialog of another widget', () => {
  afterEach(unmountAll);

  it('lists every address with the default selected, and writes nothing until another one is', async () => {
    const { element, script } = open();
    element.choose('billing');
    const rows = await choices(element, 7);
    expect(textOf(element)).to.contain('Choose default billing address');
    expect(rows.map(({ checked }) => checked).indexOf(true)).to.equal(0);
    expect(use(element).getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(element)).to.contain('This is the default already.');
    use(element).click();
    await element.updateComplete;
    expect(script.callsTo('addresses.setDefault').length).to.equal(0);
  });

  it('focuses the selected address when the list is loaded, unless the focus has moved', async () => {
    const { element } = open();
    const focused = () => element.shadowRoot!.activeElement;
    element.choose('shipping');
    const rows = await choices(element, 7);
    expect(rows.indexOf(focused() as HTMLInputElement)).to.equal(rows.findIndex(({ checked }) => checked));
    rows[4]!.focus();
    await pick(element, 4);
    expect(focused() === rows[4]).to.equal(true);
    element.shadowRoot!.querySelector('dialog')!.close();
    await closed(element);
    // Focus also stays if another control of the dialog has it.
    const late = open();
    const wait = deferred();
    late.script.next('addresses.list', { until: wait.promise });
    late.element.choose('billing');
    const add = await until(() => part(late.element, 'add'), 'the dialog');
    add.focus();
    wait.resolve();
    await choices(late.element, 7);
    expect(late.element.shadowRoot!.activeElement === add).to.equal(true);
  });

  it('fires the event, writes once, and announces the result', async () => {
    const { element, script } = open();
    const heard: string[] = [];
    for (const name of ['address-default', 'address-defaulted'] as const)
      element.addEventListener(name, (event) => heard.push(`${event.type} ${event.use} ${event.addressId}`));
    element.choose('shipping');
    await choices(element, 7);
    await pick(element, 3);
    use(element).click();
    use(element).click();
    await closed(element);
    expect(heard).to.deep.equal(['address-default shipping addr-20817-4', 'address-defaulted shipping addr-20817-4']);
    expect(script.callsTo('addresses.setDefault').length).to.equal(1);
  });

  it('stays open with the selection after a rejection', async () => {
    const { element, script } = open();
    script.next('addresses.setDefault', { fail: new AdapterError('forbidden', { reason: 'Ask accounting.' }) });
    element.choose('billing');
    await choices(element, 7);
    await pick(element, 2);
    use(element).click();
    await until(() => textOf(element).includes('Ask accounting.'), 'why not');
    expect((parts(element, 'choice')[2] as HTMLInputElement).checked).to.equal(true);
  });

  it('checks an unknown outcome with the same key', async () => {
    const { element, script } = open();
    script.next('addresses.setDefault', { fail: new AdapterError('timeout'), written: true });
    element.choose('billing');
    await choices(element, 7);
    await pick(element, 2);
    use(element).click();
    await until(() => textOf(element).includes('It is not known whether the default was changed.'), 'unknown');
    use(element).click();
    await closed(element);
    const keys = script.callsTo('addresses.setDefault').map(({ args }) => (args.at(-1) as WriteOptions).idempotencyKey);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
  });

  it('adds an address and selects it', async () => {
    const { element, script } = open(noOrders);
    element.choose('billing');
    await until(() => textOf(element).includes('No address to choose from.'), 'none');
    part(element, 'add')!.click();
    await until(() => part(element, 'form'), 'the form');
    const country = element.shadowRoot!.querySelector<HTMLSelectElement>('#address-country')!;
    country.value = 'AE';
    country.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const region = element.shadowRoot!.querySelector<HTMLSelectElement>('#address-region')!;
    region.value = region.options[1]!.value;
    region.dispatchEvent(new Event('change'));
    type(element.shadowRoot!.querySelector<HTMLTextAreaElement>('#address-lines')!, '4 Kiln Street');
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLElement>('button[form=address-form]')!.click();
    const [created] = await choices(element, 1);
    await until(() => !part(element, 'form'), 'the form has closed');
    expect(created!.checked).to.equal(true);
    use(element).click();
    await closed(element);
    const { items } = await script.adapter.addresses!.list!(noOrders, { first: 1 }, { signal: AbortSignal.any([]) });
    expect(items[0]!.defaultFor).to.deep.equal(['billing']);
  });

  it('shows only the visible part of a withheld address', async () => {
    const { element } = open(masked);
    element.choose('shipping');
    await choices(element, 1);
    expect(textOf(element)).to.contain('•••••, Lyon').and.not.contain('Potiers');
  });

  it('does not open for an earlier customer, and closes on a switch', async () => {
    const { element, script } = open();
    const wait = deferred();
    script.always('addresses.list', { until: wait.promise });
    element.choose('billing');
    element.customerId = noOrders;
    await element.updateComplete;
    wait.resolve();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
    element.customerId = ingrid;
    await element.updateComplete;
    element.choose('billing');
    await choices(element, 7);
    element.customerId = noOrders;
    await closed(element);
    expect(textOf(element)).to.not.contain('Rosendale');
  });
});
