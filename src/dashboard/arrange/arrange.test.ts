import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { knownCustomers, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { axeFaults } from '../../testing/axe.ts';
import { eventually, textOf, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import '../define.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import type { DashboardLayout } from '../layout/layout.ts';

const layout: DashboardLayout = {
  widgets: [
    { tag: 'quotes-panel' },
    { tag: 'order-history', column: 1 },
    { tag: 'notes-panel', column: 2 },
    { tag: 'subscriptions-panel', hidden: true },
  ],
};

async function open({ adapter = memoryAdapter() as Adapter, dir = 'ltr', arrangeable = true, arranging = true } = {}) {
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  Object.assign(element, {
    adapter,
    customerId: knownCustomers.ingrid,
    timeZone: frozenZone,
    now: frozenNow,
    layout,
    dir,
  });
  Object.assign(element, { arrangeable, arranging });
  element.style.inlineSize = '1200px';
  document.body.append(element);
  await until(() => element.shadowRoot?.querySelector(arranging ? '[part=handle]' : '.cell'), 'the page');
  await until(() => [...element.children].every((one) => one.shadowRoot?.querySelector('[part=heading]')), 'headings');
  element.requestUpdate();
  await element.updateComplete;
  return element;
}

const find = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E =>
  element.shadowRoot!.querySelector<E>(selector)!;
const handle = (element: Element, id: string) => find(element, `[data-handle="${id}"]`);
const order = (element: Element): string =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-widget]')]
    .map(({ dataset }) => dataset['widget'])
    .join();
const said = (element: Element): string => find(element, '[role=status]').textContent;
const button = (element: Element, label: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === label,
  )!;

async function press(element: CustomerDashboard, ...keys: readonly string[]) {
  for (const key of keys) {
    const focused = element.shadowRoot!.activeElement as HTMLElement;
    if (key === ' ') focused.click();
    else focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await element.updateComplete;
    await element.updateComplete;
  }
}

describe('arranging a dashboard', () => {
  afterEach(() => document.body.replaceChildren());

  it('moves a widget by keyboard, says where it is, and keeps the focus on it', async () => {
    const element = await open();
    handle(element, 'quotes-panel').focus();
    await press(element, ' ');
    expect(said(element)).to.match(/^Quotes grabbed, position 1 of 3, full width\./i);
    await press(element, 'ArrowDown');
    expect(order(element)).to.equal('order-history,notes-panel,quotes-panel');
    expect(said(element)).to.match(/^Quotes: position 3 of 3, full width$/i);
    await press(element, 'ArrowLeft');
    expect(order(element), 'in the first column').to.equal('order-history,quotes-panel,notes-panel');
    expect(element.shadowRoot!.activeElement).to.equal(handle(element, 'quotes-panel'));
    await press(element, 'Escape');
    expect(order(element)).to.equal('quotes-panel,order-history,notes-panel');
    expect(said(element)).to.equal('Quotes is back where it was');
    expect(button(element, 'Undo').disabled, 'nothing happened').to.equal(true);
    await press(element, ' ', 'ArrowDown', ' ');
    expect(handle(element, 'quotes-panel').ariaPressed).to.equal('false');
    expect(order(element)).to.equal('order-history,notes-panel,quotes-panel');
    button(element, 'Undo').click();
    await element.updateComplete;
    expect(order(element)).to.equal('quotes-panel,order-history,notes-panel');
  });

  it('turns the horizontal arrows where text runs from right to left', async () => {
    const element = await open({ dir: 'rtl' });
    handle(element, 'quotes-panel').focus();
    await press(element, ' ', 'ArrowLeft');
    expect(said(element)).to.contain('Second column');
  });

  it('moves a widget by pointer; a finger has to stay first, and scrolls otherwise', async () => {
    const element = await open();
    const drag = (type: string, target: EventTarget, x: number, y: number, pointerType = 'mouse') =>
      target.dispatchEvent(
        new PointerEvent(type, {
          clientX: x,
          clientY: y,
          pointerType,
          pointerId: 7,
          isPrimary: true,
          bubbles: true,
          composed: true,
        }),
      );
    const centerOf = (id: string) => {
      const { left, top, width, height } = find(element, `[data-widget="${id}"]`).getBoundingClientRect();
      return [left + width / 2, top + height - 4] as const;
    };
    find(element, '[data-widget="notes-panel"]').scrollIntoView({ block: 'center', inline: 'center' });
    drag('pointerdown', handle(element, 'quotes-panel'), 30, 30);
    drag('pointermove', document, ...centerOf('notes-panel'));
    await element.updateComplete;
    expect(find(element, '[data-widget="notes-panel"]').className).to.contain('drop-after');
    drag('pointerup', document, ...centerOf('notes-panel'));
    await element.updateComplete;
    expect(order(element)).to.equal('order-history,notes-panel,quotes-panel');
    expect(said(element)).to.match(/^Quotes dropped, position 3 of 3, second column$/i);
    button(element, 'Undo').click();
    await element.updateComplete;
    drag('pointerdown', handle(element, 'quotes-panel'), 30, 30, 'touch');
    drag('pointermove', document, ...centerOf('notes-panel'), 'touch');
    drag('pointerup', document, ...centerOf('notes-panel'), 'touch');
    await element.updateComplete;
    expect(order(element), 'scrolled').to.equal('quotes-panel,order-history,notes-panel');
    drag('pointerdown', handle(element, 'quotes-panel'), 30, 30, 'touch');
    await until(() => find(element, '.dragged'), 'the long press');
    find(element, '[data-widget="notes-panel"]').scrollIntoView({ block: 'center', inline: 'center' });
    drag('pointermove', document, ...centerOf('notes-panel'), 'touch');
    drag('pointerup', document, ...centerOf('notes-panel'), 'touch');
    await element.updateComplete;
    expect(order(element)).to.equal('order-history,notes-panel,quotes-panel');
  });

  it('hides and shows widgets, moves them by buttons, and goes back to the default', async () => {
    const element = await open();
    expect((await axeFaults(element)).join('\n')).to.equal('');
    button(element, 'Hide Notes').click();
    await until(() => !element.querySelector('notes-panel'), 'hidden');
    expect(said(element)).to.equal('Notes is hidden');
    button(element, 'Show Subscriptions panel').click();
    await until(() => element.querySelector('subscriptions-panel'), 'shown');
    button(element, 'Move Quotes down').click();
    await element.updateComplete;
    expect(order(element)).to.equal('order-history,quotes-panel,subscriptions-panel');
    button(element, 'Back to the default').click();
    await element.updateComplete;
    expect(order(element)).to.equal('quotes-panel,order-history,notes-panel');
    button(element, 'Cancel').click();
    await until(() => !element.arranging && !element.shadowRoot!.querySelector('[part=handle]'), 'the end');
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=arrange]'));
  });

  it('saves the layout for the operator, and for everybody if the operator may', async () => {
    const store = new MemoryStore();
    const tom = { id: 'op-131', name: 'Tom Adeyemi' };
    const manager = await open({ adapter: memoryAdapter({ store }) });
    button(manager, 'Hide Quotes').click();
    await manager.updateComplete;
    const scope = find<HTMLSelectElement>(manager, '.arrange-bar select');
    scope.value = 'shared';
    scope.dispatchEvent(new Event('change'));
    await manager.updateComplete;
    find(manager, '[part=save]').click();
    await until(() => !manager.arranging, 'saved');
    manager.remove();
    const agent = memoryAdapter({ store, actor: tom, role: 'agent' });
    const element = await open({ adapter: agent });
    await until(() => order(element) === 'order-history,notes-panel', 'the shared layout');
    expect(textOf(element)).to.contain('Managers arrange pages for everybody.');
    expect(find<HTMLOptionElement>(element, 'option[value=shared]').disabled).to.equal(true);
    button(element, 'Move Notes up').click();
  });

  it('says that somebody else has changed the shared layout, and saves over it only when asked again', async () => {
    const store = new MemoryStore();
    const adapter = memoryAdapter({ store });
    const element = await open({ adapter });
    await until(() => element.shadowRoot!.querySelector('option[value=shared]:not(:disabled)'), 'the scopes');
    const other = { value: { layout: { widgets: [{ tag: 'quotes-panel' }] } } };
    const options = { idempotencyKey: 'other', ifVersion: '0', signal: new AbortController().signal };
    await adapter.preferences.setShared('customer-dashboard', other, options);
    const scope = find<HTMLSelectElement>(element, '.arrange-bar select');
    scope.value = 'shared';
    scope.dispatchEvent(new Event('change'));
    await element.updateComplete;
    button(element, 'Hide Quotes').click();
    await element.updateComplete;
    find(element, '[part=save]').click();
    await until(() => textOf(element).includes('Somebody else has changed the layout'), 'the conflict');
    const stored = () => adapter.preferences.get('shared', 'customer-dashboard', options);
    expect((await stored()).version).to.equal('1');
    find(element, '[part=save]').click();
    await until(() => !element.arranging, 'saved');
    const { layout: saved } = (await stored()).value as { layout: DashboardLayout };
    expect(saved.widgets.map(({ tag, hidden }) => `${tag} ${hidden}`)[0]).to.equal('quotes-panel true');
  });

  it('keeps what an operator has chosen in a list, under a key of its own, beside the layout', async () => {
    const adapter = memoryAdapter({ store: new MemoryStore() });
    const options = { signal: new AbortController().signal };
    const element = await open({ adapter, arranging: false });
    const orders = element.querySelector('order-history')!;
    expect(orders.getAttribute('preference-key')).to.equal('customer-dashboard/order-history');
    await until(() => orders.shadowRoot?.querySelector('[part~=row]'), 'the orders');
    orders.columnChoice.onChoose(['order', 'total']);
    const stored = async () =>
      (await adapter.preferences.get('personal', 'customer-dashboard/order-history', options)).value;
    await eventually(stored, 'stored');
    expect(await stored()).to.deep.equal({ columns: ['order', 'total'], views: [] });
    expect((await adapter.preferences.get('personal', 'customer-dashboard', options)).value).to.equal(null);
    element.remove();
    const again = await open({ adapter, arranging: false });
    const next = again.querySelector('order-history')!;
    await until(() => next.shadowRoot?.querySelectorAll('[part=column]').length === 2, 'the columns');
  });

  it('leaves the lists of a page that nobody arranges without a key', async () => {
    const element = await open({ arrangeable: false, arranging: false });
    expect(element.querySelector('order-history')!.hasAttribute('preference-key')).to.equal(false);
  });
});
