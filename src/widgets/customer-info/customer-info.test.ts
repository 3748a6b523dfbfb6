import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { Customer } from '../../domain/customer.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { deferred, mount, part, parts, seenTextOf, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CustomerInfo } from './customer-info.ts';

const { ingrid, noOrders, marketplace, hostile, denied } = knownCustomers;

function open(adapter: Adapter, customerId: string = ingrid, locale = 'en-GB', children = '') {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerInfo>('customer-info', {}, root);
  if (children) {
    const child = element.appendChild(document.createElement('b'));
    child.slot = children;
    child.textContent = `own ${children}`;
  }
  return { element, dashboard, root };
}

const nameOf = (element: Element) => part(element, 'customer-name')?.textContent.trim();
const figuresOf = (element: Element) => parts(element, 'figure').map(({ textContent }) => textContent.trim());
const has = (element: Element, name: string) => parts(element, name).length > 0;
const statusText = (element: Element) => element.shadowRoot!.querySelector('[role=status]')?.textContent ?? '';
const busy = (element: Element) => part(element, 'panel')!.getAttribute('aria-busy') === 'true';

async function ready(adapter: Adapter = shopAdapter(), customerId: string = ingrid) {
  const opened = open(adapter, customerId);
  await until(() => nameOf(opened.element) && !busy(opened.element), 'the customer');
  return opened;
}

/** Returns an adapter that knows only the given data of one customer. */
const knowing = (customer: Partial<Customer>, stats?: Partial<CustomerStats>): Adapter => ({
  customers: { get: async (id) => ({ id, ...customer }) },
  ...(stats && { stats: { get: async (customerId) => ({ customerId, ...stats }) } }),
});

/** Replaces the browser's clipboard. */
function withClipboard(clipboard: Partial<Clipboard> | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

describe('customer-info', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('shows the latest order with its state, and without one if the platform has none', async () => {
    const order = {
      kind: 'order',
      id: 'o-1',
      customerId: ingrid,
      number: '#1',
      placedAt: '2026-11-17T09:41:00Z',
    } as const;
    const total = { value: '86', currency: 'GBP' };
    for (const [status, basis] of [
      [{ payment: { status: 'pending' } }, '17 Nov, 09:41 Payment due'],
      [{}, '17 Nov, 09:41'],
    ] as const) {
      const adapter: Adapter = {
        ...knowing({ name: 'Ingrid' }, { lastOrderAt: order.placedAt }),
        orders: { list: async () => ({ items: [{ ...order, total, status }], next: null }) },
      };
      const { element } = open(adapter);
      element.metrics = 'last-order-amount';
      await until(() => figuresOf(element).includes('£86.00'), 'the amount');
      expect(part(element, 'basis')!.textContent.replace(/\s+/g, ' ').trim()).to.equal(basis);
      unmountAll();
    }
  });

  it('shows name, figures and contact details in two requests plus permissions', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    expect(nameOf(element)).to.equal('Ingrid Vasquez-Holm');
    expect(parts(element, 'badge').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Gold',
      'Verified',
      'Tax exempt',
    ]);
    expect(figuresOf(element)).to.deep.equal(['£18,462.70', '47', '£399.38', '20 Mar 2019']);
    expect(parts(element, 'group').map((column) => column.querySelector('h3')!.textContent)).to.deep.equal([
      'Contact',
      'Default billing',
      'Default shipping',
      'Account',
    ]);
    expect(textOf(element)).to.contain('Exempt to 31 Mar 2027');
    expect(script.calls.map(({ method }) => method).toSorted()).to.deep.equal([
      'customers.get',
      'permissions',
      'stats.get',
    ]);
    expect(script.callsTo('stats.get')[0]!.args[1]).to.deep.equal({});
  });

  it('reserves space while loading: nothing moves when figures arrive late', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const [customer, stats] = [deferred(), deferred()];
    script.always('customers.get', { until: customer.promise });
    script.always('stats.get', { until: stats.promise });
    const { element, root } = open(script.adapter);
    const places = () =>
      ['panel', 'identity', 'metrics', 'details'].map((name) => {
        const { top, height } = element.shadowRoot!.querySelector(`.${name}`)!.getBoundingClientRect();
        return `${name} ${top} ${height}`;
      });
    root.style.inlineSize = '1200px';
    await until(() => part(element, 'panel') && busy(element), 'skeleton');
    const before = places();
    customer.resolve();
    await until(() => nameOf(element), 'the customer');
    expect(part(element, 'metrics')!.querySelectorAll('.skeleton').length).to.be.above(0);
    expect(places(), 'with the customer').to.deep.equal(before);
    stats.resolve();
    await until(() => !busy(element), 'figures');
    expect(figuresOf(element)).to.contain('47');
    expect(places(), 'with the figures').to.deep.equal(before);
    // The narrower layouts, each beside its own skeleton.
    const waiting = scripted<Adapter>(shopAdapter());
    waiting.always('customers.get', { until: new Promise(() => {}) });
    waiting.always('stats.get', { until: new Promise(() => {}) });
    const other = open(waiting.adapter);
    const heights = (of: Element) =>
      ['identity', 'metrics', 'details'].map((name) => of.shadowRoot!.querySelector(`.${name}`)!.clientHeight);
    await until(() => other.element.shadowRoot!.querySelector('.skeleton'), 'skeleton');
    for (const width of ['1200px', '700px', '390px']) {
      root.style.inlineSize = other.root.style.inlineSize = width;
      const [skeleton, shown] = [heights(other.element), heights(element)];
      expect(skeleton.slice(0, 2), width).to.deep.equal(shown.slice(0, 2));
      // At half the width, her street needs one line more than the skeleton expects.
      expect(shown[2]! - skeleton[2]!, width).to.equal(width === '390px' ? 20 : 0);
    }
  });

  it('keeps the identity without figures, and retries those alone', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('stats.get', { fail: new AdapterError('internal', { correlationId: 'f3a9' }) });
    const { element } = await ready(script.adapter);
    expect(nameOf(element)).to.equal('Ingrid Vasquez-Holm');
    expect(part(element, 'state')!.textContent)
      .to.contain('Figures could not be loaded.')
      .and.contain('Reference f3a9');
    expect(statusText(element)).to.equal('Figures could not be loaded.');
    part<HTMLButtonElement>(element, 'retry')!.click();
    await until(() => figuresOf(element)[0] === '£18,462.70', 'figures');
    expect(script.callsTo('customers.get').length).to.equal(1);
    expect([statusText(element), has(element, 'state')]).to.deep.equal(['', false]);
  });

  it('explains figures that the operator may not see, without a retry', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.always('stats.get', { fail: new AdapterError('forbidden', { reason: 'Ask Dana.' }) });
    const { element } = await ready(script.adapter);
    expect(textOf(element)).to.contain('You may not see figures.').and.contain('Ask Dana.');
    expect([has(element, 'retry'), has(element, 'figure')]).to.deep.equal([false, false]);
  });

  it('shows a state for the whole widget if the customer fails, and no figure without a name', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.get', { fail: new AdapterError('internal') });
    const { element } = open(script.adapter);
    await until(() => textOf(element).includes('This customer could not be loaded.'), 'the state');
    await until(() => script.callsTo('stats.get').length, 'figures');
    await new Promise(requestAnimationFrame);
    expect(textOf(element)).to.not.contain('18,462.70');
    part<HTMLButtonElement>(element, 'retry')!.click();
    await until(() => figuresOf(element).includes('£18,462.70'), 'all of it');
  });

  it('names the field of a malformed answer, also for another customer', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.get', { answer: async () => ({ id: ingrid, phones: [{ number: 4477 }] }) });
    const { element } = open(script.adapter);
    await until(() => textOf(element).includes('Not as expected: phones'), 'the field');
    script.next('customers.get', { answer: async () => ({ id: noOrders, name: 'Somebody Else' }) });
    element.refresh();
    await until(() => textOf(element).includes('Not as expected: customerId'), 'the owner');
    expect(textOf(element)).to.not.contain('Somebody Else');
  });

  it('a failed refresh keeps the data and is reported once; a forbidden one drops it', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    const offline = { fail: new AdapterError('offline', { retryable: false }) };
    script.next('customers.get', offline);
    script.next('stats.get', offline);
    element.refresh();
    await until(() => textOf(element).includes('The service can’t be reached.') && !busy(element), 'notice');
    expect([nameOf(element), figuresOf(element)[0]]).to.deep.equal(['Ingrid Vasquez-Holm', '£18,462.70']);
    expect(parts(element, 'notice').length).to.equal(1);
    script.next('customers.get', {});
    script.next('stats.get', offline);
    element.refresh();
    await until(
      () => part(element, 'metrics')!.textContent.includes('The service can’t be reached.'),
      'notice of the figures',
    );
    expect([parts(element, 'notice').length, figuresOf(element)[0]]).to.deep.equal([1, '£18,462.70']);
    script.always('customers.get', { fail: new AdapterError('forbidden') });
    element.refresh();
    await until(() => textOf(element).includes('You may not see this customer.'), 'forbidden');
    expect(textOf(element)).to.not.contain('Ingrid').and.not.contain('18,462.70');
  });

  it('never renders one customer under another, in any order of answers', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element, dashboard } = await ready(script.adapter);
    const [late, stats] = [deferred(), deferred()];
    script.next('customers.get', { until: late.promise });
    script.next('stats.get', { until: stats.promise });
    dashboard.customerId = noOrders;
    for (let turn = 0; turn < 20 && (await Promise.resolve(), element.isUpdatePending && seenTextOf(element)); turn++);
    expect(seenTextOf(element)).to.not.contain('Ingrid').and.not.contain('18,462.70').and.not.contain('Holm');
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('Ingrid').and.not.contain('18,462.70').and.not.contain('Holm');
    dashboard.customerId = marketplace;
    await until(() => textOf(element).includes('has not passed on personal data'), 'the third');
    late.resolve();
    stats.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(nameOf(element)).to.equal(marketplace);
    dashboard.customerId = ingrid;
    await until(() => nameOf(element) === 'Ingrid Vasquez-Holm', 'back');
    expect(textOf(element)).to.not.contain('has not passed on');
  });

  it('requests no figures from a platform without them, and omits unknown facts', async () => {
    const { element } = await ready(knowing({ name: 'Ngatini' }));
    expect(has(element, 'metrics')).to.equal(false);
    const imported = await ready(
      knowing(
        { country: 'EIRE' },
        {
          orders: { value: 3, basis: 'sales' },
          lifetimeTotal: { amounts: [], basis: 'gross' },
          averageOrderValue: null,
        },
      ),
      '17850',
    );
    expect(nameOf(imported.element)).to.equal('17850');
    expect(part(imported.element, 'meta')!.textContent.trim()).to.equal('EIRE');
    expect(has(imported.element, 'details')).to.equal(false);
    expect(figuresOf(imported.element)).to.deep.equal(['none', '3', 'none', '–not known']);
    const empty = await ready(knowing({}, {}));
    expect([has(empty.element, 'metrics'), has(empty.element, 'details')]).to.deep.equal([false, false]);
    const withoutFigures = await ready({
      ...knowing({ name: 'Ngatini' }),
      stats: { get: () => Promise.reject(new AdapterError('unsupported')) },
    });
    expect(has(withoutFigures.element, 'metrics')).to.equal(false);
  });

  it('shows that the marketplace withholds data, since when, and links to why', async () => {
    const { element } = await ready(shopAdapter(), marketplace);
    const notice = part(element, 'notice')!;
    expect(notice.textContent).to.contain('The marketplace has not passed on personal data since 5 Jun 2019.');
    const why = notice.querySelector('a')!;
    expect([why.href, why.target, why.rel]).to.deep.equal([
      'https://marketplace.example/privacy',
      '_blank',
      'noreferrer',
    ]);
    const requests: string[] = [];
    element.addEventListener('explanation-open', (event) => {
      requests.push(event.customerId);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    why.dispatchEvent(click);
    expect([requests, click.defaultPrevented]).to.deep.equal([[marketplace], true]);
  });

  it('copies an encrypted value, announces it once, and works by keyboard', async () => {
    const copied: string[] = [];
    withClipboard({ writeText: async (text) => void copied.push(text) });
    const email = { withheld: 'encrypted', display: 'k7f2…9q@mkt.example', token: 'k7f2aa9q@mkt.example' } as const;
    const { element } = await ready(knowing({ email }));
    expect(part(element, 'code')!.textContent).to.equal('k7f2…9q@mkt.example');
    expect(textOf(element)).to.contain('encrypted');
    const button = part<HTMLButtonElement>(element, 'button')!;
    expect(button.getAttribute('aria-label')).to.equal('Copy E-mail, encrypted');
    await executeServerCommand('press', 'Tab');
    expect(element.shadowRoot!.activeElement).to.equal(button);
    await executeServerCommand('press', 'Enter');
    await until(() => statusText(element) === 'Copied', 'said');
    expect(copied).to.deep.equal(['k7f2aa9q@mkt.example']);
    expect(element.shadowRoot!.activeElement).to.equal(button);
    // The same text must be announced again the second time.
    const events: string[] = [];
    new MutationObserver(() => events.push(statusText(element))).observe(
      element.shadowRoot!.querySelector('[role=status]')!,
      {
        childList: true,
        characterData: true,
        subtree: true,
      },
    );
    withClipboard({ writeText: () => new Promise((resolve) => setTimeout(resolve)) });
    button.click();
    await until(() => events.at(-1) === 'Copied', 'said again');
    expect(events).to.deep.equal(['', 'Copied']);
  });

  it('links an encrypted value to the marketplace’s page; the event omits the value', async () => {
    const email = { withheld: 'encrypted', display: 'k7f2…9q@mkt.example', token: 'k7f2aa9q@mkt.example' } as const;
    const { element } = await ready({ ...knowing({ email }), links: adminLinks });
    const link = parts(element, 'link').find((one) => one.getAttribute('href')?.includes('marketplace-customer'));
    const { searchParams } = new URL((link as HTMLAnchorElement).href);
    expect(searchParams.get('token')).to.equal(email.token);
    let requests = '';
    element.addEventListener('navigate', (event) => {
      event.preventDefault();
      requests = JSON.stringify(Object.entries(event));
    });
    link!.click();
    expect(requests).to.contain('["intent","marketplace-customer"]').and.not.contain('k7f2');
    const { element: plain } = await ready(knowing({ email }));
    expect(parts(plain, 'link').length, 'nowhere, where the host has no such page').to.equal(0);
  });

  it('copies each phone number like the e-mail, with a distinct label', async () => {
    const copied: string[] = [];
    withClipboard({ writeText: async (text) => void copied.push(text) });
    const phones = [{ number: '+44 20 7946 0143', type: 'shop' }, { number: '+44 7700 900214' }];
    const { element } = await ready(knowing({ email: 'ingrid@holm.example', phones }));
    const buttons = parts(element, 'copy');
    expect(buttons.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Copy e-mail', 'Copy phone 1', 'Copy phone 2']);
    buttons[2]!.click();
    await until(() => statusText(element) === 'Copied', 'said');
    expect(copied).to.deep.equal(['+44 7700 900214']);
    const { element: other } = await ready(knowing({ phones: phones.slice(1) }));
    expect(part(other, 'copy')!.ariaLabel).to.equal('Copy phone');
  });

  it('reports a clipboard that is denied or missing, and throws nothing', async () => {
    const { element, dashboard } = await ready(shopAdapter(), marketplace);
    for (const clipboard of [
      { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      undefined,
    ]) {
      withClipboard(clipboard);
      part<HTMLButtonElement>(element, 'button')!.click();
      await until(() => statusText(element).startsWith('Could not be copied.'), 'said');
    }
    const late = deferred();
    withClipboard({ writeText: () => late.promise });
    part<HTMLButtonElement>(element, 'button')!.click();
    dashboard.customerId = noOrders;
    await element.updateComplete;
    late.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(textOf(element)).to.not.contain('opied');
  });

  it('shows why a value is withheld', async () => {
    const { element } = await ready(
      knowing({
        name: { withheld: 'masked', display: 'I•••••', infoUrl: 'https://help.example/names' },
        email: { withheld: 'masked', display: 'i•••••@holm.example', revealable: true, infoUrl: 'javascript:alert(1)' },
        phones: { withheld: 'denied' },
        defaultBilling: { withheld: 'denied', reason: 'Only finance sees this.', display: '14 Rosendale Row' },
        defaultShipping: { withheld: 'encrypted' },
        login: { withheld: 'encrypted', token: 'tok-1', reason: 'By contract.' },
      }),
    );
    const columns = parts(element, 'group').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(nameOf(element)).to.equal('I•••••');
    expect(part(element, 'identity')!.textContent).to.contain('Name: masked');
    expect(columns[0]).to.equal('Contact i•••••@holm.example masked Phone: You may not see this');
    expect(columns[1]).to.equal('Default billing Only finance sees this.');
    expect(columns[2]).to.equal('Default shipping encrypted');
    expect(columns[3]).to.equal('Account Login tok-1 encrypted By contract. Recovery –not known Business –not known');
    expect([...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://help.example/names',
    ]);
    // A planned reveal is not offered until it can be used.
    expect(parts(element, 'button').length).to.equal(1);
  });

  it('fires an event with the id before the customer is contacted; a host may prevent it', async () => {
    const { element } = await ready(
      knowing({ email: 'ingrid@holm.example', phones: [{ number: '+44 7700 900214' }] }),
      'C-1',
    );
    const requests: unknown[] = [];
    element.addEventListener('customer-contact', (event) => {
      requests.push(Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'isTrusted')));
      event.preventDefault();
    });
    // The parser of telephone numbers loads when there is a number.
    const [mail, call] = await until(() => parts(element, 'link')[1] && parts(element, 'link'), 'both links');
    expect([mail!.getAttribute('href'), call!.getAttribute('href')]).to.deep.equal([
      'mailto:ingrid@holm.example',
      'tel:+447700900214',
    ]);
    mail!.focus();
    await executeServerCommand('press', 'Enter');
    call!.click();
    expect(requests).to.deep.equal([
      { customerId: 'C-1', channel: 'email', purpose: 'any' },
      { customerId: 'C-1', channel: 'phone', purpose: 'any' },
    ]);
  });

  it('opens a business account on the host’s page, after an event', async () => {
    const { element } = await ready(shopAdapter({ links: adminLinks }));
    const link = [...element.shadowRoot!.querySelectorAll('a')].find(({ href }) => href.includes('business-account'))!;
    const requests: string[] = [];
    element.addEventListener('business-account-open', (event) => {
      requests.push(`${event.customerId} ${event.businessAccountId}`);
      event.preventDefault();
    });
    link.click();
    expect(requests).to.deep.equal([`${ingrid} B-311`]);
  });

  it('makes no link of an unsafe URL', async () => {
    const { element } = await ready(shopAdapter({ links: () => 'javascript:alert(1)' }));
    expect(part(element, 'profile')).to.equal(null);
    expect(
      [...element.shadowRoot!.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript')),
    ).to.have.length(0);
  });

  it('opens host pages in a popup, or fires the event only, as open-as says', async () => {
    const { element } = await ready(shopAdapter({ links: adminLinks }));
    const profile = () => part<HTMLAnchorElement>(element, 'profile')!;
    expect([profile().localName, profile().target]).to.deep.equal(['a', '']);
    element.setAttribute('open-as', 'popup');
    await element.updateComplete;
    expect([profile().target, profile().rel]).to.deep.equal(['_blank', 'noopener']);
    expect(profile().getAttribute('aria-label')).to.not.equal(null);
    element.setAttribute('open-as', 'event');
    await element.updateComplete;
    expect(profile().localName).to.equal('button');
    const requests: string[] = [];
    element.addEventListener('navigate', (event) => requests.push(event.intent));
    profile().click();
    expect(requests).to.deep.equal(['profile']);
    unmountAll();
    // If the host handles the event, no URL is needed.
    const without = await ready(shopAdapter());
    expect(part(without.element, 'profile')).to.equal(null);
    without.element.setAttribute('open-as', 'event');
    await without.element.updateComplete;
    expect(part(without.element, 'profile')!.localName).to.equal('button');
  });

  it('respects the customer’s consent to contact, and shows it; `service-contact` overrides it', async () => {
    const { element } = await ready(shopAdapter({ links: adminLinks }), knownCustomers.additional);
    expect(textOf(element))
      .to.contain('No e-mail news wanted since 11 Feb 2026')
      .and.contain('Calls agreed 30 Jun 2025');
    const mails = () =>
      [...element.shadowRoot!.querySelectorAll('a')].filter(({ href }) => /^mailto:|contact/.test(href));
    expect(mails().length).to.equal(0);
    element.serviceContact = true;
    await until(() => part(element, 'contact'), 'service');
    expect(part(element, 'contact')!.textContent.trim()).to.equal('Service e-mail');
    const requests: string[] = [];
    element.addEventListener('customer-contact', (event) => {
      requests.push(`${event.customerId} ${event.channel} ${event.purpose}`);
      event.preventDefault();
    });
    part(element, 'contact')!.click();
    mails().at(-1)!.click();
    const { additional } = knownCustomers;
    expect(requests).to.deep.equal([`${additional} email service`, `${additional} email service`]);
    const pending = await ready(shopAdapter(), knownCustomers.consentPending);
    expect(part(pending.element, 'contact')).to.equal(null);
    expect(textOf(pending.element))
      .to.contain('E-mail news not agreed yet, asked 2 Nov 2026')
      .and.contain('No calls wanted');
  });

  it('shows the host’s own fields by their type, withheld ones too', async () => {
    const { element } = await ready(shopAdapter(), knownCustomers.additional);
    await until(() => textOf(element).includes('Further details'), 'further details');
    const fields = [...parts(element, 'fields').at(-1)!.children].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(fields).to.deep.equal([
      'Found us through Open studio day',
      'Seats 48',
      'Printed catalogue Yes',
      'Café opened 4 Sept 2021',
      'Last visit of ours 29 Oct, 14:30',
      'Website https://fairweather.example/',
      'VAT number G•••••',
      'Credit rating Only accounting sees ratings.',
      'Field agent none',
      'Allergens asked for –not known',
    ]);
    expect(parts(element, 'link').find(({ textContent }) => textContent.includes('fairweather'))).to.have.property(
      'rel',
      'noreferrer',
    );
    const unusual = await ready(
      knowing({
        name: 'Ngatini',
        customFields: [
          { id: 'a', label: 'Site', value: 'javascript:alert(1)', type: 'url' },
          { id: 'b', label: 'Day', value: '2026-02-30', type: 'day' },
          { id: 'c', label: 'Number', value: 'many', type: 'number' },
        ],
      }),
    );
    await until(() => textOf(unusual.element).includes('Further details'), 'further details');
    expect(textOf(unusual.element)).to.contain('javascript:alert(1)').and.contain('2026-02-30').and.contain('many');
    expect(unusual.element.shadowRoot!.querySelectorAll('a').length).to.equal(0);
  });

  it('requests figures for the host’s range, and points if they are listed', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    Object.assign(element, { metrics: 'points lifetime-total', range: '2026-01-01/2026-06-30', highValue: '100 GBP' });
    await until(() => figuresOf(element)[0] === '2,340', 'points');
    expect(script.callsTo('stats.get').at(-1)!.args[1]).to.deep.equal({ from: '2026-01-01', to: '2026-06-30' });
    expect(part(element, 'metrics')!.textContent).to.contain('Total').and.contain('1 Jan 2026 to 30 Jun 2026');
    await until(() => parts(element, 'badge').some(({ textContent }) => textContent.includes('High value')), 'sign');
    element.range = '2026-03-31/2026-01-01';
    await until(
      () => part(element, 'metrics')!.textContent.includes('1 Jan 2026 to 31 Mar 2026'),
      'whichever end is first',
    );
    expect(script.callsTo('stats.get').at(-1)!.args[1]).to.deep.equal({ from: '2026-01-01', to: '2026-03-31' });
    element.metrics = '';
    await until(() => !has(element, 'metrics'), 'none');
  });

  it('links to the profile, the address book and a new note, each after an event', async () => {
    const { element, root } = await ready(shopAdapter({ links: adminLinks }));
    expect(part(element, 'compose-note')).to.equal(null);
    const panel = Object.assign(document.createElement('notes-panel'), { composed: 0 });
    Object.assign(panel, { compose: () => (panel.composed += 1) });
    root.append(panel);
    element.requestUpdate();
    await until(() => part(element, 'compose-note'), 'a way to notes');
    const requests: string[] = [];
    for (const name of ['navigate', 'note-compose', 'address-book-open'] as const)
      element.addEventListener(name, (event) => {
        requests.push(
          `${event.type} ${event.customerId} ${'intent' in event ? event.intent : 'use' in event ? event.use : ''}`,
        );
        if (event.type === 'navigate') event.preventDefault();
      });
    part(element, 'profile')!.click();
    part(element, 'compose-note')!.click();
    parts(element, 'edit-address')[1]!.click();
    expect([requests, panel.composed]).to.deep.equal([
      [`navigate ${ingrid} profile`, `note-compose ${ingrid} `, `address-book-open ${ingrid} shipping`],
      1,
    ]);
    await until(() => part(element, 'dialog')?.matches(':modal'), 'the choice of a default');
  });

  it('shows hostile text as text, without links', async () => {
    const { element } = await ready(shopAdapter(), hostile);
    expect(element.shadowRoot!.querySelectorAll('img, script, b, textarea').length).to.equal(0);
    expect(nameOf(element)).to.contain('<img src=x onerror=alert(1)>').and.contain('U+202E');
    for (const { protocol } of element.shadowRoot!.querySelectorAll('a')) expect(protocol).to.equal('https:');
    expect(textOf(element)).to.contain('U+200B').and.contain('The marketplace does not pass on personal data.');
  });

  it('puts personal data into no attribute but link targets', async () => {
    const { element } = await ready();
    const all = [element, ...element.shadowRoot!.querySelectorAll('*')].flatMap((node) => [...node.attributes]);
    const values = all.filter(({ name }) => name !== 'href').map(({ value }) => value);
    for (const secret of ['Ingrid', 'Vasquez', 'holmcafe', '7700', 'Rosendale', 'Croxted', 'ingrid.vh', 'Daughters'])
      expect(values.filter((value) => value.includes(secret))).to.deep.equal([]);
  });

  it('has slots for the host, and states for style sheets; failed figures set no state of the widget', async () => {
    for (const name of ['actions', 'hint']) {
      const { element } = open(shopAdapter(), ingrid, 'en-GB', name);
      await until(() => nameOf(element), 'the customer');
      expect(element.querySelector('b')!.assignedSlot !== null, name).to.equal(true);
    }
    for (const [name, method] of [
      ['error', 'customers.get'],
      ['error', 'stats.get'],
    ] as const) {
      const script = scripted<Adapter>(shopAdapter());
      script.always(method, { fail: new AdapterError('internal') });
      const { element } = open(script.adapter, ingrid, 'en-GB', name);
      await until(() => statusText(element).includes('could not be loaded'), 'the state');
      expect(element.querySelector('b')!.assignedSlot !== null, method).to.equal(method === 'customers.get');
    }
  });

  it('has one heading for the customer and a lower one for each column', async () => {
    const { element } = await ready();
    const levels = [...element.shadowRoot!.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => localName);
    expect(levels).to.deep.equal(['h2', 'h3', 'h3', 'h3', 'h3']);
    expect(part(element, 'panel')!.getAttribute('aria-label')).to.equal('Customer');
  });

  it('is available in Indonesian', async () => {
    await loadLocale('id');
    const { element } = open(shopAdapter(), ingrid, 'id');
    await until(() => figuresOf(element).length === 4, 'figures');
    expect(textOf(element)).to.contain('Pelanggan sejak 14 Mar 2019').and.contain('Login terakhir hari ini, 10.52');
    expect(textOf(element)).to.contain('5 retur; 1 dibatalkan').and.contain('Bebas sampai 31 Mar 2027');
    expect(textOf(element)).to.contain('Penjualan ÷ 47 pesanan').and.contain('Terakhir hari ini, 11.08');
  });

  it('shows the id if the name is withheld, and why', async () => {
    const { element } = await ready(shopAdapter(), denied);
    expect(nameOf(element)).to.equal(denied);
    expect(part(element, 'identity')!.textContent).to.contain('Name: Only the support team sees contact data.');
  });
});
