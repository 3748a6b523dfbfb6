import axe from 'axe-core';
import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard, type DashboardProvider } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { deferred, textOf, until } from '../testing/kit.ts';
import { widgetTags } from '../testing/scenarios.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import type { DashboardElement } from './dashboard-element.ts';

const { ingrid: customerId } = knownCustomers;
const missing = /This element has no/;

/** Records all text that the widget has shown since the call, including states that disappear again. */
function seenIn(element: DashboardElement): () => string {
  let seen = '';
  new MutationObserver(() => (seen += textOf(element))).observe(element.shadowRoot!, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return () => seen;
}

function put<E extends DashboardElement>(tag: string, parent: Element = document.body, properties: Partial<E> = {}): E {
  const element = Object.assign(document.createElement(tag), properties) as E;
  parent.append(element);
  return element;
}

/** Waits for real time, which is the subject of these tests. */
const pass = (milliseconds: number): Promise<void> => {
  const end = performance.now() + milliseconds;
  return until(() => performance.now() >= end, 'time').then(() => {});
};

function hide(isHidden: boolean): void {
  if (isHidden) Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  else delete (document as { hidden?: boolean }).hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

// The order matters: the console warns only once per page.
describe('an element without an adapter or a customer', () => {
  const { warn } = console;
  let warnings: string[] = [];
  before(() => {
    console.warn = (...words) => void warnings.push(words.join(' '));
  });
  after(() => {
    console.warn = warn;
  });
  afterEach(() => {
    hide(false);
    document.body.replaceChildren();
    warnings = [];
  });

  it('shows nothing while a provider may still arrive, and does not flicker', async () => {
    const elements = widgetTags.map((tag) => put(tag));
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    const seen = elements.map(seenIn);
    // Well within the grace period of a second, of which a busy machine needs a part to render.
    await pass(200);
    provideDashboard(document.body, { adapter: shopAdapter(), customerId }).dispose();
    const provider = provideDashboard(document.body, { adapter: shopAdapter() });
    await pass(100);
    provider.customerId = customerId;
    await until(() => elements.every(({ shadowRoot }) => !shadowRoot!.querySelector('.skeleton')), 'all');
    await pass(1200);
    provider.dispose();
    expect(seen.map((text) => text()).join()).to.not.match(missing);
    expect(warnings).to.deep.equal([]);
  });

  it('renders no placeholder before a provider that comes later in the same script', async () => {
    const element = put<DashboardElement>('notes-panel');
    const clients: unknown[] = [];
    const { render } = element as unknown as { render: () => unknown };
    Object.assign(element, {
      render() {
        clients.push(element.client);
        return render.call(element);
      },
    });
    // As a dashboard does, whose update comes after those of widgets that were defined before it.
    const providers: DashboardProvider[] = [];
    queueMicrotask(() => providers.push(provideDashboard(document.body, { adapter: shopAdapter(), customerId })));
    await element.updateComplete;
    for (const provider of providers) provider.dispose();
    expect(clients.length).to.be.above(0);
    expect(clients).to.not.include(undefined);
  });

  it('reports nothing if all has arrived, and the update that shows it has not run yet', async () => {
    const element = put('notes-panel');
    await element.updateComplete;
    const turn = deferred();
    Object.assign(element, {
      async scheduleUpdate(this: { performUpdate(): void }) {
        await turn.promise;
        this.performUpdate();
      },
    });
    const provider = provideDashboard(document.body, { adapter: shopAdapter(), customerId });
    await pass(1300);
    turn.resolve();
    await until(() => textOf(element).includes('Deliver before 10:00 only'), 'the notes');
    expect(warnings).to.deep.equal([]);
    provider.dispose();
  });

  it('shows nothing if the value is `null` or the attribute is empty', async () => {
    const page = document.body.appendChild(document.createElement('div'));
    const provider = provideDashboard(page, { adapter: shopAdapter(), customerId: null });
    const elements = [
      put('notes-panel', page),
      put('notes-panel', document.body, { adapter: null, customerId: null }),
      put('notes-panel', document.body, { adapter: shopAdapter(), customerId: '' }),
    ];
    const dashboard = document.createElement('customer-dashboard');
    Object.assign(dashboard, { adapter: null });
    dashboard.setAttribute('customer-id', '');
    document.body.append(dashboard);
    elements.push(put('notes-panel', dashboard));
    await pass(1300);
    for (const element of elements) expect(element.shadowRoot!.querySelector('.skeleton'), 'waits').to.not.equal(null);
    provider.customerId = customerId;
    await until(() => textOf(elements[0]!).includes('Deliver before 10:00 only'), 'the notes');
    expect(elements.map(textOf).join()).to.not.match(missing);
    expect(warnings).to.deep.equal([]);
    provider.dispose();
  });

  it('waits while the tab is hidden, and stops when it is removed', async () => {
    hide(true);
    const element = put('notes-panel');
    await pass(1300);
    expect(textOf(element)).to.not.match(missing);
    hide(false);
    await pass(600);
    expect(textOf(element), 'a second from then').to.not.match(missing);
    element.remove();
    await pass(1000);
    expect(textOf(element)).to.not.match(missing);
    expect(warnings).to.deep.equal([]);
  });

  // Only Chromium exposes garbage collection.
  if (globalThis.gc)
    it('is garbage collected while it waits', async () => {
      const gone = Array.from({ length: 20 }, () => {
        const element = put('notes-panel');
        element.remove();
        return new WeakRef(element);
      });
      await until(() => {
        globalThis.gc?.();
        // The engine may still hold a reference to the last object.
        return gone.filter((held) => held.deref()).length <= 1;
      }, 'all gone');
    });

  it('shows after a second what is missing, in every widget, and logs it once', async function () {
    this.timeout(20_000);
    const page = document.body.appendChild(document.createElement('div'));
    page.style.inlineSize = '320px';
    // Where the module of the warning has not loaded yet, Chromium reports elements in any order.
    const elements = ['top-customers', ...widgetTags.filter((tag) => tag !== 'top-customers')].map((tag) =>
      put(tag, page),
    );
    expect(elements[0]!.scope, 'the first needs no customer').to.equal('platform');
    const waits = (text: string, ofPlatform = text) =>
      until(
        () => elements.every((element) => textOf(element).includes(element.scope === 'customer' ? text : ofPlatform)),
        text,
      );
    await waits('This element has no adapter and no customer id.', 'This element has no adapter.');
    expect(page.scrollWidth).to.be.at.most(320);
    for (const { shadowRoot } of elements) {
      expect(shadowRoot!.querySelector('.skeleton, [aria-busy=true], .danger')).to.equal(null);
      expect(shadowRoot!.querySelector('[role=status]')!.textContent, 'no operator is told').to.equal('');
    }
    const { violations } = await axe.run(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    document.documentElement.lang = 'id';
    for (const element of elements) element.requestUpdate();
    await waits('Elemen ini belum memiliki adapter maupun ID pelanggan.', 'Elemen ini belum memiliki adapter.');
    document.documentElement.lang = 'en';

    const provider = provideDashboard(page, { customerId });
    for (const element of elements) await element.updateComplete;
    await waits('This element has no adapter.');
    provider.adapter = shopAdapter();
    for (const element of elements) await element.updateComplete;
    expect(elements.map(textOf).join(), 'gone at once').to.not.match(missing);
    await until(() => elements.every(({ shadowRoot }) => !shadowRoot!.querySelector('.skeleton')), 'all');

    await put('notes-panel', document.body, { adapter: {} as Adapter }).updateComplete;
    await until(() => /no customer id/.test(textOf(document.body.lastElementChild!)), 'another later');
    expect(warnings.length).to.equal(1);
    const more = `\\(and ${widgetTags.length - 1} more\\)`;
    expect(warnings[0]).to.match(
      new RegExp(`^Clientele: <[a-z-]+> ${more} has no adapter and no customer id\\. .*provideDashboard\\(\\)`),
    );
    provider.dispose();
  });

  it('names the removed provider, as when the body is replaced', async () => {
    const { body } = document;
    provideDashboard(body, { adapter: shopAdapter(), customerId });
    await until(() => put('notes-panel').client, 'provided');
    try {
      const next = document.createElement('body');
      body.replaceWith(next);
      const element = put('notes-panel', next);
      await until(() => missing.test(textOf(element)), 'the state');
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.match(
        /<notes-panel> has no adapter and no customer id\. The <body> that was given/,
        warnings[0],
      );
      expect(warnings[0]).to.contain('document.documentElement');
    } finally {
      document.body.replaceWith(body);
    }
  });
});
