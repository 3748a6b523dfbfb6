import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { loadLocale } from '../i18n/locales.ts';
import { axeFaults } from '../testing/axe.ts';
import { part, until } from '../testing/kit.ts';
import { filterMenu } from './list-toolbar.ts';
import type { FilterGroup, Filters } from '../ui/filter-groups.ts';
import { Popovers, popoverStyles } from '../ui/popover.ts';
import { widgetStyles } from '../ui/styles.ts';

const groups: readonly FilterGroup[] = [
  {
    name: 'payment',
    label: 'Payment',
    options: [
      { value: 'pending', label: 'Payment due' },
      { value: 'paid', label: 'Paid' },
    ],
  },
  { name: 'kind', label: 'Kind', options: [{ value: 'return', label: 'Returns' }] },
];

class FilterOwner extends DashboardElement {
  static readonly tag = 'filter-owner';
  static override styles = [...widgetStyles, popoverStyles];
  readonly popovers = new Popovers(this);
  chosen: Filters = {};
  isStubborn = false;

  override refresh(): void {}

  protected override render() {
    return filterMenu(this.popovers, {
      label: 'Status',
      groups,
      chosen: this.chosen,
      onChange: (chosen) => {
        if (!this.isStubborn) this.chosen = chosen;
        this.requestUpdate();
      },
    });
  }
}
define(FilterOwner);

async function put(locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, { adapter: {}, customerId: 'A', locale: { locale } });
  const element = root.appendChild(document.createElement('filter-owner') as FilterOwner);
  await element.updateComplete;
  return element;
}

const press = (keys: string) => executeServerCommand('press', keys);
const button = (element: Element) => part(element, 'popover-button')!;
const boxes = (element: Element) => [...element.shadowRoot!.querySelectorAll('input')];
const checked = (element: Element) => boxes(element).map((box) => box.checked);
const words = (element: Element) => button(element).textContent!.replace(/\s+/g, ' ').trim();

async function open(element: FilterOwner): Promise<void> {
  button(element).click();
  await until(() => boxes(element).length, 'the boxes');
}

describe('filter menu', () => {
  afterEach(() => document.body.replaceChildren());

  it('applies at once, stays open, and shows the number of active filters', async () => {
    const element = await put();
    expect(words(element)).to.equal('Status');
    await open(element);
    boxes(element)[0]!.click();
    await element.updateComplete;
    boxes(element)[2]!.click();
    await element.updateComplete;
    expect(element.chosen).to.deep.equal({ payment: ['pending'], kind: ['return'] });
    expect(words(element)).to.equal('Status 2');
    expect(element.popovers.isOpen('filter')).to.equal(true);
    boxes(element)[0]!.click();
    await element.updateComplete;
    expect(element.chosen).to.deep.equal({ payment: [], kind: ['return'] });
    expect(words(element)).to.equal('Status 1');
  });

  it('clears all, and keeps the focus', async () => {
    const element = await put();
    element.chosen = { payment: ['pending', 'paid'] };
    await open(element);
    await until(() => checked(element).join() === 'true,true,false', 'what is in force');
    const clear = part(element, 'clear')!;
    clear.focus();
    await press('Enter');
    await until(() => checked(element).join() === 'false,false,false', 'cleared');
    expect(element.chosen).to.deep.equal({});
    expect(element.shadowRoot!.activeElement === clear, 'focus').to.equal(true);
    expect(clear.getAttribute('aria-disabled')).to.equal('true');
    expect(words(element)).to.equal('Status');
  });

  it('shows the applied filters, not the clicked ones', async () => {
    const element = await put();
    element.isStubborn = true;
    await open(element);
    boxes(element)[0]!.click();
    await element.updateComplete;
    expect(checked(element)).to.deep.equal([false, false, false]);
  });

  it('does not count unknown filters', async () => {
    const element = await put();
    element.chosen = { payment: ['gone'], other: ['x'] };
    element.requestUpdate();
    await element.updateComplete;
    expect(words(element)).to.equal('Status');
  });

  it('works by keyboard, group by group, and passes axe', async () => {
    await loadLocale('id');
    const element = await put('id');
    button(element).focus();
    await press('Enter');
    await until(() => element.shadowRoot!.activeElement === boxes(element)[0], 'on the first');
    await press(' ');
    await until(() => element.chosen['payment']?.length, 'chosen');
    expect([...element.shadowRoot!.querySelectorAll('legend')].map(({ textContent }) => textContent)).to.deep.equal([
      'Payment',
      'Kind',
    ]);
    expect(part(element, 'clear')!.textContent!.trim()).to.equal('Hapus pilihan');
    expect(await axeFaults(element)).to.deep.equal([]);
    await press('Escape');
    await until(() => element.shadowRoot!.activeElement === button(element), 'back');
  });
});
