import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { mount, part, textOf, type, unmountAll, until } from '../testing/kit.ts';
import { scripted } from '../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import '../widgets/notes-panel/define.ts';
import '../widgets/order-history/define.ts';
import type { NotesPanel } from '../widgets/notes-panel/notes-panel.ts';
import type { OrderHistory } from '../widgets/order-history/order-history.ts';

const { ingrid: customerId } = knownCustomers;

/**
 * Keys that an input method handles: as most browsers report them, and as WebKit reports the key that ends a
 * composition.
 */
const composed: Readonly<Record<string, (init: KeyboardEventInit) => KeyboardEvent>> = {
  'is composing': (init) => new KeyboardEvent('keydown', { ...init, isComposing: true }),
  'ends a composition in WebKit': (init) =>
    Object.defineProperty(new KeyboardEvent('keydown', init), 'keyCode', { value: 229 }),
};

const init = { bubbles: true, composed: true, cancelable: true } as const;

for (const [how, key] of Object.entries(composed))
  describe(`a key that ${how}`, () => {
    afterEach(unmountAll);

    it('saves no note; the next one does', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const panel = mount<NotesPanel>('notes-panel', { adapter: script.adapter, customerId });
      const field = await until(() => panel.shadowRoot!.querySelector('textarea'), 'a field');
      type(field, '花');
      await panel.updateComplete;
      for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
        field.dispatchEvent(key({ ...init, ...modifier, key: 'Enter' }));
        await panel.updateComplete;
      }
      expect(script.callsTo('notes.create')).to.deep.equal([]);
      field.dispatchEvent(new KeyboardEvent('keydown', { ...init, ctrlKey: true, key: 'Enter' }));
      await until(() => script.callsTo('notes.create').length === 1 && textOf(panel).includes('花'), 'it is saved');
    });

    it('neither runs nor clears a search', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const orders = mount<OrderHistory>('order-history', {
        adapter: script.adapter,
        customerId,
        toolbar: 'search',
      } as Partial<OrderHistory>);
      const field = await until(() => orders.shadowRoot!.querySelector<HTMLInputElement>('[type=search]'), 'a field');
      await until(() => part(orders, 'row'), 'orders');
      const before = script.callsTo('orders.list').length;
      type(field, 'か');
      field.dispatchEvent(key({ ...init, key: 'Enter' }));
      await orders.updateComplete;
      expect(script.callsTo('orders.list').length).to.equal(before);
      field.dispatchEvent(key({ ...init, key: 'Escape' }));
      await orders.updateComplete;
      expect(field.value).to.equal('か');
    });

    it('closes no popover', async () => {
      const orders = mount<OrderHistory>('order-history', {
        adapter: shopAdapter(),
        customerId,
        toolbar: 'range',
      } as Partial<OrderHistory>);
      const button = await until(() => part(orders, 'popover-button'), 'a way to choose dates');
      button.click();
      const popover = part(orders, 'popover')!;
      await until(() => popover.querySelector('button, input') && popover.matches(':popover-open'), 'choices');
      (popover.querySelector('input') ?? popover).dispatchEvent(key({ ...init, key: 'Escape' }));
      // In WebKitGTK a synthetic Escape closes the popover anyway.
      if (/AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent)) return;
      expect(popover.matches(':popover-open')).to.equal(true);
      button.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'Escape' }));
      await until(() => !popover.matches(':popover-open'), 'it closes');
    });
  });
