import { expect } from 'chai';
import { html } from 'lit';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { ListQuery } from '../data/query.ts';
import { deferred, part, textOf, until } from '../testing/kit.ts';
import { Dialog } from '../ui/dialog.ts';
import { panel } from '../ui/panel.ts';
import { CopyController } from './copy-controller.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { ListController } from './query-controller.ts';
import type { WidgetController } from './widget-host.ts';

const Segment = v.object({ id: v.string() });
type Segment = v.InferOutput<typeof Segment>;

const segments: ListQuery<Segment> = {
  name: 'segments.list',
  customerId: undefined,
  schema: Segment,
  pageSize: 10,
  load: () => Promise.resolve({ items: [{ id: 'loyal' }], next: null }),
};

class Controller implements WidgetController {
  readonly #log: string[];
  readonly #name: string;

  constructor(host: DashboardElement, name: string, log: string[]) {
    this.#log = log;
    this.#name = name;
    host.addController(this);
  }

  hostCustomerChanged(): void {
    this.#log.push(`${this.#name} customer`);
  }

  hostUpdate(): void {
    this.#log.push(`${this.#name} update`);
  }
}

class TestHost extends DashboardElement {
  static readonly tag = 'test-host';
  readonly log: string[] = [];
  readonly first = new Controller(this, 'first', this.log);
  readonly dialog = new Dialog(this, 'test');
  readonly second = new Controller(this, 'second', this.log);
  readonly copying = new CopyController(this);

  override refresh(): void {}

  protected override render() {
    return panel({
      heading: 'Test',
      body: html``,
      dialogs: this.dialog.render(() => ({ heading: 'Open', body: html``, l10n: this.l10n })),
      announcement: this.announcement,
    });
  }
}
define(TestHost);

class PlatformList extends DashboardElement {
  static readonly tag = 'test-platform-list';
  readonly list = new ListController<Segment>(this, { platform: () => segments });

  override get scope() {
    return 'platform' as const;
  }

  override refresh(): void {}

  protected override render() {
    const { snapshot } = this.list;
    return html`${snapshot.phase === 'ready' ? snapshot.data.items.map(({ id }) => id) : snapshot.phase}`;
  }
}
define(PlatformList);

function put<E extends DashboardElement>(tag: string, properties: Partial<E>): E {
  return document.body.appendChild(Object.assign(document.createElement(tag) as E, properties));
}

const status = (element: Element) => element.shadowRoot!.querySelector('.widget > [role=status]')!.textContent;

describe('WidgetHost', () => {
  afterEach(() => document.body.replaceChildren());

  it('notifies every controller of a new customer before the first update for that customer, last one first', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    element.log.length = 0;
    element.customerId = 'B';
    await element.updateComplete;
    expect(element.log).to.deep.equal(['second customer', 'first customer', 'first update', 'second update']);
    element.log.length = 0;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.log).to.deep.equal(['first update', 'second update']);
  });

  it('notifies controllers of another adapter for the same customer', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    element.log.length = 0;
    element.adapter = {};
    await element.updateComplete;
    expect(element.log).to.include('first customer');
  });

  it('stops notifying a controller that is removed', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    element.removeController(element.first);
    element.log.length = 0;
    element.customerId = 'B';
    await element.updateComplete;
    expect(element.log).to.deep.equal(['second customer', 'second update']);
  });

  it('closes its dialogs for another customer', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    element.dialog.show();
    await element.updateComplete;
    expect(part(element, 'dialog')!.matches(':modal')).to.equal(true);
    element.customerId = 'B';
    await element.updateComplete;
    expect(part(element, 'dialog')).to.equal(null);
  });

  it('announces in its status region, and clears it for the next customer', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    element.announce('Saved.');
    await element.updateComplete;
    expect(status(element)).to.equal('Saved.');
    element.customerId = 'B';
    await element.updateComplete;
    expect(status(element)).to.equal('');
  });

  it('announces no result of a copy for an earlier customer', async () => {
    const element = put<TestHost>('test-host', { adapter: {}, customerId: 'A' });
    await element.updateComplete;
    const written = deferred<void>();
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => written.promise } });
    try {
      const copied = element.copying.copy('code', 'text');
      element.customerId = 'B';
      await element.updateComplete;
      written.resolve();
      await copied;
      await element.updateComplete;
      expect([status(element), element.copying.outcome('code')]).to.deep.equal(['', undefined]);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('requests a link of the customer from the host page, and drops unsafe URLs', () => {
    const linkCalls: unknown[] = [];
    const links: Adapter['links'] = (...args) => {
      linkCalls.push(args);
      return args[0] === 'orders' ? '/orders' : 'javascript:alert(1)';
    };
    const element = put<TestHost>('test-host', { adapter: { links }, customerId: 'A' });
    expect(element.link('orders')).to.equal('/orders');
    expect(element.link('order', { orderId: '7' })).to.equal(undefined);
    expect(linkCalls).to.deep.equal([
      ['orders', { customerId: 'A' }],
      ['order', { customerId: 'A', orderId: '7' }],
    ]);
  });

  it('returns which operations the platform has and the operator may use', async () => {
    const adapter: Adapter = {
      notes: { create: () => Promise.reject(new Error()), update: () => Promise.reject(new Error()) },
      permissions: () =>
        Promise.resolve({ 'notes.update': { state: 'denied' }, 'notes.delete': { state: 'allowed' } } as const),
    };
    const element = put<TestHost>('test-host', { adapter, customerId: 'A' });
    expect(element.can('notes.create'), 'before it is known').to.equal(true);
    await until(() => !element.can('notes.update'), 'permissions');
    expect([element.can('notes.create'), element.can('notes.delete')]).to.deep.equal([true, false]);
  });

  it('reads platform data on a page without a customer', async () => {
    const element = put<PlatformList>('test-platform-list', { adapter: {}, customerId: null });
    await until(() => textOf(element) === 'loyal', 'segments');
  });
});
