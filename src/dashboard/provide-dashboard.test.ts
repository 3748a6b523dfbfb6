import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { textOf, until } from '../testing/kit.ts';
import { scripted } from '../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import { provideDashboard } from './provide-dashboard.ts';

const { ingrid, noOrders } = knownCustomers;

function stage() {
  const outer = document.body.appendChild(document.createElement('div'));
  const inner = outer.appendChild(document.createElement('div'));
  const element = document.createElement('notes-panel');
  inner.append(element);
  return { outer, inner, element };
}

const isThere = (element: Element) => until(() => textOf(element).includes('Deliver before 10:00 only'), 'the notes');

describe('a provider that is disposed', () => {
  afterEach(() => document.body.replaceChildren());

  it('hands the widgets below to the provider above', async () => {
    const { outer, inner, element } = stage();
    const above = shopAdapter();
    provideDashboard(outer, { adapter: above, customerId: ingrid, locale: { locale: 'id' } });
    const provider = provideDashboard(inner, {
      adapter: shopAdapter(),
      customerId: noOrders,
      locale: { locale: 'en-GB' },
    });
    await until(() => element.activeCustomer === noOrders, 'its own');
    provider.dispose();
    expect([element.client?.adapter, element.activeCustomer]).to.deep.equal([above, ingrid]);
    await until(() => element.l10n.locale === 'id', 'the language above');
    await isThere(element);
  });

  it('lets the widgets wait for a later provider if there is none above', async () => {
    const { inner, element } = stage();
    const options = { adapter: shopAdapter(), customerId: ingrid };
    const provider = provideDashboard(inner, options);
    await isThere(element);
    provider.dispose();
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('Deliver before');
    expect([element.client, element.activeCustomer]).to.deep.equal([undefined, undefined]);
    provider.dispose();
    Object.assign(provider, options);
    expect(element.client, 'for good').to.equal(undefined);
    provideDashboard(document.body, options).dispose();
    const last = provideDashboard(document.body, options);
    await isThere(element);
    last.dispose();
  });

  it('followed at once by another with the same adapter changes nothing, as a framework that runs effects twice', async () => {
    const { inner, element } = stage();
    const { adapter, calls } = scripted<Adapter>(shopAdapter());
    const first = provideDashboard(inner, { adapter, customerId: ingrid });
    await isThere(element);
    const callCount = calls.length;
    first.dispose();
    provideDashboard(inner, { adapter, customerId: ingrid });
    await element.updateComplete;
    expect(textOf(element)).to.contain('Deliver before 10:00 only');
    expect(calls.length).to.equal(callCount);
  });

  it('leaves another provider on the same element alone', async () => {
    const { inner } = stage();
    const [a, b] = [shopAdapter(), shopAdapter()];
    provideDashboard(inner, { adapter: a, customerId: ingrid });
    const second = provideDashboard(inner, { adapter: b });
    const element = inner.appendChild(document.createElement('notes-panel'));
    expect(element.client?.adapter).to.equal(b);
    second.dispose();
    expect(element.client?.adapter).to.equal(a);
  });

  it('removes its listeners, and reports no expired session', async () => {
    const { inner, element } = stage();
    const listening = new Set<string>();
    const { addEventListener, removeEventListener } = inner;
    inner.addEventListener = (type: string, ...rest: [never]) => {
      listening.add(type);
      addEventListener.call(inner, type, ...rest);
    };
    inner.removeEventListener = (type: string, ...rest: [never]) => {
      listening.delete(type);
      removeEventListener.call(inner, type, ...rest);
    };
    let expired = 0;
    addEventListener.call(inner, 'session-expired', () => expired++);
    const script = scripted<Adapter>(shopAdapter());
    const provider = provideDashboard(inner, { adapter: script.adapter, customerId: ingrid });
    await isThere(element);
    expect([...listening].sort()).to.deep.equal(['context-provider', 'context-request']);
    provider.dispose();
    expect([...listening]).to.deep.equal([]);
    Object.assign(element, { adapter: script.adapter, customerId: ingrid });
    await isThere(element);
    script.always('notes.list', { fail: new AdapterError('unauthenticated') });
    element.refresh();
    await until(() => textOf(element).includes('You are signed out.'), 'signed out');
    expect(expired).to.equal(0);
  });
});

describe('values of nested providers', () => {
  afterEach(() => document.body.replaceChildren());

  const active = (element: DashboardElement) => [element.activeCustomer, element.client !== undefined];

  it('a removed attribute or property falls back to the provider above; `null` and empty do not', async () => {
    const { outer, element } = stage();
    provideDashboard(outer, { adapter: shopAdapter(), customerId: ingrid });
    element.setAttribute('customer-id', noOrders);
    expect(active(element)).to.deep.equal([noOrders, true]);
    element.removeAttribute('customer-id');
    expect(active(element)).to.deep.equal([ingrid, true]);
    element.customerId = noOrders;
    element.customerId = undefined;
    expect(active(element)).to.deep.equal([ingrid, true]);
    for (const none of [null, '']) {
      element.customerId = none;
      expect(active(element)).to.deep.equal([undefined, true]);
    }
    element.adapter = null;
    expect(active(element)).to.deep.equal([undefined, false]);
  });

  it('a dashboard without a customer hides the one above only if it is `null` or empty', async () => {
    const { outer, inner, element } = stage();
    provideDashboard(outer, { adapter: shopAdapter(), customerId: ingrid });
    const dashboard = document.createElement('customer-dashboard');
    inner.append(dashboard);
    dashboard.append(element);
    await dashboard.updateComplete;
    expect(active(element)).to.deep.equal([ingrid, true]);
    dashboard.customerId = null;
    await dashboard.updateComplete;
    expect(active(element)).to.deep.equal([undefined, true]);
    dashboard.customerId = undefined;
    await dashboard.updateComplete;
    expect(active(element)).to.deep.equal([ingrid, true]);
  });
});
