import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError, isAdapterError } from '../../adapter/adapter-error.ts';
import { DashboardElement, defineWidget, RecordController, type WidgetManifest } from '../../extend.ts';
import { Customer } from '../../domain/customer.ts';
import type { DashboardClient } from '../../data/client.ts';
import { html, LitElement, type TemplateResult } from 'lit';
import { memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import '../define.ts';
import { deferred, textOf, until } from '../../testing/kit.ts';
import { axeFaults } from '../../testing/axe.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import type { DashboardLayout } from '../layout/layout.ts';

const options = { signal: new AbortController().signal };

/** Asks for the client as any element can, by the community protocol for contexts. */
function ask(element: Element, callback: (client: DashboardClient) => unknown, subscribe = true): void {
  const request = new Event('context-request', { bubbles: true, composed: true });
  const context = Symbol.for('clientele/client@1');
  element.dispatchEvent(Object.assign(request, { context, contextTarget: element, callback, subscribe }));
}

/** An element without the library, which keeps what it was given. */
class PlainElement extends HTMLElement {
  client?: DashboardClient;
  connectedCallback(): void {
    ask(this, (client) => (this.client = client));
    this.textContent = 'plain';
  }
}

let count = 0;

/** Registers a widget with a tag of its own, and returns the tag. */
function register(manifest: Partial<WidgetManifest>, Class?: CustomElementConstructor): string {
  const tag = `acme-widget-${(count += 1)}`;
  if (Class) customElements.define(tag, class extends Class {});
  defineWidget({ tag, title: { en: `Acme ${count}`, id: `Acme nomor ${count}` }, ...manifest });
  return tag;
}

async function open(tags: readonly string[], properties: Partial<CustomerDashboard> = {}) {
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  const failures: string[] = [];
  element.addEventListener('widget-error', ({ tag, failure, error }) =>
    failures.push([tag, failure, error instanceof Error ? error.message : ''].join(' ').trim()),
  );
  const layout: DashboardLayout = { widgets: [...tags.map((tag) => ({ tag })), { tag: 'notes-panel' }] };
  Object.assign(element, {
    adapter: shopAdapter(),
    customerId: knownCustomers.ingrid,
    timeZone: frozenZone,
    now: frozenNow,
    layout,
    ...properties,
  });
  document.body.append(element);
  await until(() => element.querySelector('notes-panel'), 'the layout');
  return { element, failures };
}

const client = (element: Element, tag: string): Promise<DashboardClient> =>
  until(() => element.querySelector<PlainElement>(tag)?.client, `the client of ${tag}`);
const facadeOf = async (element: Element, tag: string): Promise<Adapter> => (await client(element, tag)).adapter;
const card = (element: Element, tag: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-widget="${tag}"]`);
const cardText = (element: Element, tag: string) => (card(element, tag)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Resolves once the notes of the page are there, so that the neighbor of a failed widget was not harmed. */
const neighborWorks = (element: Element) =>
  until(() => textOf(element.querySelector('notes-panel')!).includes('Deliver before 10:00 only'), 'the notes');

describe('a widget of others', () => {
  afterEach(() => document.body.replaceChildren());

  it('names what is wrong with its manifest', () => {
    const fault = (manifest: object) => () => defineWidget({ tag: 'acme-wrong', title: 'Wrong', ...manifest });
    expect(fault({ tag: 'wrong' })).to.throw(TypeError, 'is not the tag of a custom element');
    expect(fault({ tag: 'notes-panel' })).to.throw('the library has this widget itself');
    expect(fault({ icon: '<svg>' })).to.throw('`icon` is not the path of an SVG');
    expect(fault({ source: 'data:text/javascript,1' })).to.throw('http or https URL');
    expect(fault({ permissions: ['loyalty.get'] })).to.throw('no port has the operation "loyalty.get"');
  });

  describe('reaches the adapter', () => {
    it('by a frozen facade that reads, and whose writes are refused in the words of the contract', async () => {
      const adapter = memoryAdapter({ store: new MemoryStore() });
      const tag = register({}, PlainElement);
      const { element } = await open([tag], { adapter });
      const facade = await facadeOf(element, tag);
      expect(facade).to.not.equal(adapter);
      expect(Object.getPrototypeOf(facade)).to.equal(null);
      for (const part of [facade, facade.notes, facade.notes!.create, facade.orders!.capabilities!.list])
        expect(Object.isFrozen(part)).to.equal(true);
      const page = await facade.notes!.list!(knownCustomers.ingrid, { first: 2 }, options);
      expect(page.items.length).to.equal(2);
      const write = { ...options, idempotencyKey: 'k' };
      const refused = await facade.notes!.create!(knownCustomers.ingrid, { body: 'Hi' }, write).catch((error) => error);
      expect(isAdapterError(refused) && [refused.code, refused.reason]).to.deep.equal([
        'forbidden',
        'This page lets this part read, but change nothing.',
      ]);
      const permissions = await facade.permissions!(knownCustomers.ingrid, options);
      expect([permissions['notes.create']?.state, permissions['notes.list']]).to.deep.equal(['denied', undefined]);
      const { items } = await adapter.notes.list(knownCustomers.ingrid, { first: 50 }, options);
      expect(items.some(({ body }) => body === 'Hi')).to.equal(false);
    });

    it('with the writes that the page grants, by operation or port, in this dashboard only', async () => {
      const tag = register({}, PlainElement);
      const granted = await open([tag], { grants: { [tag]: ['notes.create', 'addresses'] } });
      const other = await open([tag]);
      const create = async (element: Element) =>
        (await facadeOf(element, tag)).notes!.create!(
          knownCustomers.ingrid,
          { body: 'From Acme' },
          { ...options, idempotencyKey: 'k' },
        )
          .then(({ body }) => body)
          .catch(({ code }: { code: string }) => code);
      expect([await create(granted.element), await create(other.element)]).to.deep.equal(['From Acme', 'forbidden']);
      const { permissions } = await facadeOf(granted.element, tag);
      const known = await permissions!(knownCustomers.ingrid, options);
      expect(Object.keys(known).filter((name) => /^(notes|addresses)\./.test(name) && known[name]!.state === 'denied'))
        .to.include('notes.delete')
        .and.not.include.members(['notes.create', 'addresses.create']);
      granted.element.grants = {};
      await until(() => granted.element.querySelector<PlainElement>(tag)!.client, 'another client');
      await granted.element.updateComplete;
      expect(await create(granted.element)).to.equal('forbidden');
    });

    it('without a way to the adapter itself, or to what others are shown', async () => {
      const secret = { token: 'of the operator' };
      const rows = [
        { id: 'n1', customerId: knownCustomers.ingrid, body: 'Original', createdAt: '2026-01-01T00:00:00Z' },
      ];
      class Notes {
        readonly secret = secret;
        capabilities = { list: {} };
        list(...args: readonly unknown[]) {
          received.push(...args);
          return Promise.resolve({ items: rows, next: null });
        }
        create() {
          return Promise.reject(Object.assign(new Error('leak'), { code: 'conflict', current: rows[0], adapter }));
        }
      }
      const received: unknown[] = [];
      const adapter: Adapter = { notes: new Notes() as unknown as NonNullable<Adapter['notes']> };
      const tag = register({}, PlainElement);
      const { element } = await open([tag], { adapter, grants: { [tag]: ['notes'] } });
      const { notes } = (await facadeOf(element, tag)) as Required<Adapter>;
      const page = await notes.list!(knownCustomers.ingrid, { first: 9 }, options);
      expect(() => Object.assign(page.items[0]!, { body: 'Changed' })).to.throw(TypeError);
      expect(() => (page.items as unknown[]).push({})).to.throw(TypeError);
      expect(() => Object.assign(notes, { list: () => {} })).to.throw(TypeError);
      expect(() => Object.assign(notes.capabilities!, { list: {} })).to.throw(TypeError);
      expect(rows[0]!.body).to.equal('Original');
      expect(Reflect.get(notes, 'secret') === secret, 'a copy').to.equal(false);
      const error = await notes.create!('c', { body: '' }, { ...options, idempotencyKey: 'k' }).catch((one) => one);
      expect([error.code, error.cause, error.adapter, error.current === rows[0]]).to.deep.equal([
        'conflict',
        undefined,
        undefined,
        false,
      ]);
      const tricky = { first: 9, toJSON: () => received.push('called') };
      await notes.list!('c', tricky, options);
      expect(received.some((one) => one === tricky || typeof one === 'function')).to.equal(false);
      const { client: own } = element.querySelector<PlainElement>(tag)!;
      const Client = own!.constructor as unknown as typeof DashboardClient;
      expect(() => Object.assign(Client.prototype, { clear: () => {} })).to.throw(TypeError);
    });

    it('in its shadow tree and as a child of the page too, also before the widget is placed', async () => {
      const tag = register(
        {},
        class extends HTMLElement {
          connectedCallback() {
            const inner = document.createElement('i');
            this.attachShadow({ mode: 'open' }).append(inner);
            ask(inner, (given) => Object.assign(this, { client: given }));
          }
        },
      );
      const adapter = shopAdapter();
      for (const layout of [null, { widgets: [{ tag }] }]) {
        const element = document.createElement('customer-dashboard') as CustomerDashboard;
        Object.assign(element, { adapter, layout });
        element.append(document.createElement(tag));
        document.body.append(element);
        const facade = await facadeOf(element, tag);
        expect([facade === adapter, Object.isFrozen(facade)]).to.deep.equal([false, true]);
      }
    });

    it('from a later provider above the dashboard, and again after the page has cleared its data', async () => {
      const { provideDashboard } = await import('../provide-dashboard.ts');
      const given: unknown[] = [];
      const tag = register(
        {},
        class extends HTMLElement {
          connectedCallback() {
            ask(this, (one) => given.push(one));
          }
        },
      );
      await open([tag], { adapter: undefined, customerId: undefined });
      const provider = provideDashboard(document.body, { adapter: shopAdapter(), customerId: knownCustomers.ingrid });
      await until(() => given.at(-1), 'a client');
      const before = given.length;
      provider.clear();
      expect(given.slice(before)).to.deep.equal([given.at(-1)]);
      provider.dispose();
    });

    it('with the base of the library: it shows what it reads, and follows the customer', async () => {
      class Greeting extends DashboardElement {
        readonly #customer = new RecordController<Customer>(this, (customerId) => ({
          name: 'customers.get',
          customerId,
          schema: Customer,
          ownerOf: ({ id }) => id,
          load: (adapter, readOptions) => adapter.customers?.get?.(customerId, readOptions),
        }));
        override refresh(): void {
          this.#customer.refresh();
        }
        protected override render(): TemplateResult {
          const { snapshot } = this.#customer;
          return html`<p>${snapshot.phase === 'ready' ? snapshot.data.name : snapshot.phase}</p>
            <p>${this.can('notes.create') ? 'can write' : 'only reads'}</p>`;
        }
      }
      const tag = register({ permissions: ['customers.get'] }, Greeting);
      const { element } = await open([tag]);
      await until(() => textOf(element.querySelector(tag) ?? element).startsWith('Ingrid'), 'the name');
      expect(textOf(element.querySelector(tag)!)).to.contain('only reads');
      element.customerId = knownCustomers.noOrders;
      await element.updateComplete;
      const shown = () => textOf(element.querySelector(tag) ?? element);
      await until(() => /only reads/.test(shown()) && !/loading/.test(shown()), 'the other customer');
      expect(shown()).to.not.contain('Ingrid');
    });
  });

  it('is hidden as it is while the operator is signed out, and reads again after that', async () => {
    let isSignedOut = false;
    const adapter = shopAdapter();
    const list: typeof adapter.notes.list = (...request) =>
      isSignedOut ? Promise.reject(new AdapterError('unauthenticated')) : adapter.notes.list(...request);
    let reads = 0;
    const tag = register(
      { framed: true },
      class extends HTMLElement {
        connectedCallback() {
          this.append(document.createElement('input'));
          ask(this, () => (reads += 1));
        }
      },
    );
    const { element } = await open([tag], { adapter: { ...adapter, notes: { ...adapter.notes, list } } });
    await neighborWorks(element);
    const widget = await until(() => element.querySelector<HTMLElement>(tag), 'the widget');
    const field = widget.querySelector('input')!;
    field.value = 'typed';
    const notes = element.querySelector<DashboardElement>('notes-panel')!;
    const before = reads;

    isSignedOut = true;
    notes.refresh();
    await until(() => !widget.checkVisibility(), 'the widget to be hidden');
    expect(cardText(element, tag)).to.equal(`Acme ${count} You are signed out. What you typed on this page is kept.`);
    expect(reads).to.equal(before);

    isSignedOut = false;
    notes.refresh();
    await until(() => widget.checkVisibility(), 'the widget');
    expect([field.isConnected, field.value, reads]).to.deep.equal([true, 'typed', before + 1]);
  });

  describe('that fails shows a card, and harms nobody', () => {
    // The browser reports what a callback of an element throws, and the test runner would count it as its own.
    const { onerror } = globalThis;
    beforeEach(() => (globalThis.onerror = null));
    afterEach(() => (globalThis.onerror = onerror));

    const failing: Readonly<Record<string, () => CustomElementConstructor>> = {
      'its constructor throws': () =>
        class extends HTMLElement {
          constructor() {
            super();
            throw new Error('broken');
          }
        },
      'it throws when it is connected': () =>
        class extends HTMLElement {
          connectedCallback() {
            throw new Error('broken');
          }
        },
      'it throws when it renders': () =>
        class extends LitElement {
          protected override render(): never {
            throw new Error('broken');
          }
        },
      'it throws when it gets the client': () =>
        class extends HTMLElement {
          connectedCallback() {
            ask(this, () => {
              throw new Error('broken');
            });
          }
        },
      'it rejects when it gets the client': () =>
        class extends HTMLElement {
          connectedCallback() {
            ask(this, () => Promise.reject(new Error('broken')));
          }
        },
    };
    for (const [what, create] of Object.entries(failing))
      it(`if ${what}`, async () => {
        const tag = register({}, create());
        const { element, failures } = await open([tag]);
        const text = await until(() => cardText(element, tag), 'the card');
        expect(text).to.equal(
          `Acme ${count} Acme ${count} has failed. The rest of this page works without it. Try again`,
        );
        expect(failures).to.deep.equal([`${tag} failed broken`]);
        expect(element.querySelector(tag)).to.equal(null);
        await neighborWorks(element);
      });

    it('if it does not catch what its facade refuses', async () => {
      const tag = register(
        {},
        class extends HTMLElement {
          connectedCallback() {
            ask(this, ({ adapter }) => {
              const writing = { ...options, idempotencyKey: 'k' };
              void (async () => adapter.notes!.create!(knownCustomers.ingrid, { body: 'Hi' }, writing))();
            });
          }
        },
      );
      const { element, failures } = await open([tag]);
      await until(() => cardText(element, tag).includes('has failed'), 'the card');
      expect(failures).to.deep.equal([`${tag} failed forbidden`]);
    });

    it('if its module is not there, by URL or by function, and comes back on request', async () => {
      const byUrl = register({ source: '/nowhere.js' });
      const loads: (() => void)[] = [];
      const loaded = deferred();
      const byFunction = register({
        source: () => {
          loads.push(loaded.resolve);
          return loads.length > 1 ? loaded.promise : Promise.reject(new Error('offline'));
        },
      });
      const { element, failures } = await open([byUrl, byFunction]);
      await until(() => failures.length === 2, 'both failures');
      for (const tag of [byUrl, byFunction]) expect(cardText(element, tag)).to.include('could not be loaded');
      expect((await axeFaults(element)).join('\n')).to.equal('');
      card(element, byFunction)!.querySelector<HTMLElement>('[part=retry]')!.click();
      await until(() => cardText(element, byFunction) === `Acme ${count}`, 'loading');
      expect(element.shadowRoot!.activeElement, 'the focus').to.equal(card(element, byFunction));
      customElements.define(byFunction, class extends PlainElement {});
      expect(await client(element, byFunction)).to.be.an('object');
      expect(element.querySelector(byFunction)!.getBoundingClientRect().height).to.be.above(0);
    });

    it('if its tag is not defined in time, and goes once it is', async () => {
      const tag = register({ timeout: 20, source: () => Promise.resolve() });
      const { element, failures } = await open([tag]);
      await until(() => cardText(element, tag).includes('did not load in time'), 'the card');
      expect(failures).to.deep.equal([`${tag} late`]);
      customElements.define(tag, class extends PlainElement {});
      await client(element, tag);
      expect(card(element, tag)!.querySelector('[part=state]')).to.equal(null);
    });

    it('in one dashboard, and works in another', async () => {
      let made = 0;
      const tag = register(
        {},
        class extends HTMLElement {
          connectedCallback() {
            made += 1;
            if (made === 1) throw new Error('broken');
            this.textContent = 'works';
          }
        },
      );
      const first = await open([tag]);
      await until(() => cardText(first.element, tag).includes('has failed'), 'the card');
      const second = await open([tag]);
      await until(() => second.element.querySelector(tag)?.textContent === 'works', 'the other one');
      expect([first.failures.length, second.failures.length]).to.deep.equal([1, 0]);
      card(first.element, tag)!.querySelector<HTMLElement>('[part=retry]')!.click();
      await until(() => first.element.querySelector(tag)?.textContent === 'works', 'after another try');
    });
  });

  it('is absent if the operator or the platform lacks what it needs', async () => {
    const denied = register({ permissions: ['credit.adjust'] }, PlainElement);
    const missing = register({ permissions: ['quotes.list'] }, PlainElement);
    const allowed = register({ permissions: ['notes.list'] }, PlainElement);
    const full = shopAdapter({ role: 'viewer' });
    const { element, failures } = await open([denied, missing, allowed], {
      adapter: { ...full, quotes: undefined },
      arrangeable: true,
    });
    await client(element, allowed);
    expect([element.querySelector(denied), element.querySelector(missing)]).to.deep.equal([null, null]);
    expect([card(element, denied), card(element, missing), failures.length]).to.deep.equal([null, null, 0]);
  });

  it('is placed by its zone where the layout does not name it, or offered to those who arrange the page', async () => {
    const zoned = register({ zone: 'end', section: 'more', framed: true, icon: 'M2 8h12' }, PlainElement);
    const offered = register({}, PlainElement);
    const layout: DashboardLayout = {
      sections: [{ id: 'more', heading: 'More' }],
      widgets: [{ tag: 'notes-panel', section: 'more', column: 1 }],
    };
    const { element } = await open([], { layout, arrangeable: true });
    await client(element, zoned);
    const section = card(element, zoned)!.closest<HTMLElement>('[data-section]')!;
    expect([section.dataset['section'], cardText(element, zoned)]).to.deep.equal(['more', `Acme ${count - 1}`]);
    expect(element.querySelector(offered)).to.equal(null);
    element.arranging = true;
    const button = (text: string) =>
      [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent!.trim() === text);
    (await until(() => button(`Add Acme ${count}`), 'the offer')).click();
    await client(element, offered);
    expect(button(`Add Acme ${count}`)).to.equal(undefined);
    button('Undo')!.click();
    await until(() => button(`Add Acme ${count}`), 'the offer again');
    element.locale = 'id';
    await until(() => button(`Tambahkan Acme nomor ${count}`), 'Indonesian');
  });
});
