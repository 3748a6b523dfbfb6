import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CustomerInfo } from './customer-info.ts';

const { ingrid, additional, noOrders } = knownCustomers;
const whole = 'ingrid@holmcafe.example';

async function open(adapter: Adapter, customerId: string = ingrid) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerInfo>('customer-info', {}, root);
  await until(() => part(element, 'reveal') ?? part(element, 'change-password'), 'the customer');
  return { element, dashboard, root };
}

const dialog = (element: Element) => part<HTMLDialogElement>(element, 'dialog');
const reasonOf = (element: Element) => element.shadowRoot!.querySelector<HTMLInputElement>('#reveal-reason');
const said = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;

/** Reveals the first masked value for a reason. */
async function reveal(element: Element, reason = 'She rang') {
  part(element, 'reveal')!.click();
  type((await until(() => reasonOf(element), 'the reason'))!, reason);
  part(element, 'confirm')!.click();
}

/** Returns all attributes of an element and its descendants, which are not visible text. */
const attributes = (element: Element): string =>
  [element, ...element.shadowRoot!.querySelectorAll('*')]
    .flatMap((node) => [...node.attributes])
    .filter(({ name }) => name !== 'href')
    .map(({ value }) => value)
    .join('\n');

describe('customer-info: revealing', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('shows a masked value for a reason, by keyboard, with the field name in the event, and hides it again', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await open(script.adapter);
    const events: unknown[] = [];
    for (const name of ['reveal', 'revealed'] as const)
      element.addEventListener(name, (event) => events.push([name, event.customerId, event.datum, Object.keys(event)]));
    part(element, 'reveal')!.focus();
    await executeServerCommand('press', 'Enter');
    await until(() => reasonOf(element)?.matches(':focus'), 'the reason');
    await executeServerCommand('press', 'Enter');
    await until(() => textOf(element).includes('A reason is needed.'), 'that it is needed');
    expect(script.callsTo('customers.reveal').length).to.equal(0);
    type(reasonOf(element)!, ' She rang ');
    await executeServerCommand('press', 'Enter');
    await until(() => textOf(element).includes(whole), 'the whole');
    const { args } = script.callsTo('customers.reveal')[0]!;
    expect([args[1], (args[2] as { reason: string }).reason]).to.deep.equal([{ field: 'email' }, 'She rang']);
    expect(events).to.deep.equal([
      ['reveal', ingrid, 'email', ['isTrusted', 'customerId', 'datum']],
      ['revealed', ingrid, 'email', ['isTrusted', 'customerId', 'datum']],
    ]);
    expect(said(element)).to.equal('E-mail is shown.');
    await until(() => part(element, 'hide')?.matches(':focus'), 'focus where it can be hidden');
    expect(attributes(element)).to.not.contain(whole);
    await executeServerCommand('press', 'Enter');
    await until(() => !textOf(element).includes(whole), 'masked');
    await until(() => element.shadowRoot!.activeElement?.matches('[part~=reveal][data-datum=email]'), 'focus');
  });

  it('masks the value again after its time, announces it, and never stores it', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.always('customers.reveal', {
      answer: async () => ({ customerId: ingrid, value: whole, until: '2026-11-18T11:30:00Z' }),
    });
    const { element } = await open(script.adapter);
    const { setTimeout: wait } = globalThis;
    const times: number[] = [];
    let expire = (): void => {};
    globalThis.setTimeout = ((act: () => void, time?: number, ...rest: unknown[]) => {
      if (time === undefined || time < 5_000) return wait(act, time, ...rest);
      times.push(time);
      expire = act;
      return wait(() => {}, 0);
    }) as typeof setTimeout;
    try {
      await reveal(element);
      await until(() => textOf(element).includes(whole), 'the whole');
      // If the time is over by this machine's clock, the minimum of five seconds remains.
      expect(times).to.include(5_000);
      expire();
      await until(() => !textOf(element).includes(whole), 'masked');
      expect(said(element)).to.equal('E-mail is masked again.');
    } finally {
      globalThis.setTimeout = wait;
    }
    element.refresh();
    await until(() => script.callsTo('customers.get').length === 2, 'read again');
    expect(textOf(element)).to.not.contain(whole);
  });

  it('ends with a switch of customers, also for a late answer, and with the widget', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element, dashboard, root } = await open(script.adapter);
    await reveal(element);
    await until(() => textOf(element).includes(whole), 'the whole');
    dashboard.customerId = noOrders;
    await until(() => !textOf(element).includes('Ingrid'), 'another');
    dashboard.customerId = ingrid;
    await until(() => textOf(element).includes('i•••••@holmcafe.example'), 'masked');
    const late = deferred();
    script.next('customers.reveal', { until: late.promise });
    await reveal(element);
    await until(() => script.callsTo('customers.reveal').length === 2, 'sent');
    dashboard.customerId = noOrders;
    await until(() => !textOf(element).includes('Ingrid'), 'another');
    late.resolve();
    dashboard.customerId = ingrid;
    await until(() => part(element, 'reveal'), 'back');
    expect(textOf(element)).to.not.contain(whole);
    await reveal(element);
    await until(() => textOf(element).includes(whole), 'the whole');
    element.remove();
    root.append(element);
    await until(() => textOf(element).includes('i•••••@holmcafe.example'), 'masked');
  });

  it('shows a rejection in the dialog, keeps the input, and reveals nothing', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.reveal', { fail: new AdapterError('forbidden', { reason: 'Not this one.' }) });
    const { element } = await open(script.adapter);
    await reveal(element);
    await until(() => textOf(element).includes('Not this one.'), 'the refusal');
    expect([reasonOf(element)!.value, textOf(element).includes(whole)]).to.deep.equal(['She rang', false]);
    part(element, 'confirm')!.click();
    await until(() => textOf(element).includes(whole), 'the whole');
  });

  it('does not affect editing: the form shows masked fields as masked, and sends none of them', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await open(script.adapter);
    const recovery = parts(element, 'reveal').find(({ dataset }) => dataset['datum'] === 'recoveryEmail')!;
    recovery.click();
    type((await until(() => reasonOf(element), 'the reason'))!, 'She rang');
    part(element, 'confirm')!.click();
    await until(() => textOf(element).includes('accounts@holm.example'), 'the whole');
    part(element, 'edit')!.click();
    const form = await until(() => part(element, 'form'), 'the form');
    expect(element.shadowRoot!.querySelector('#edit-recoveryEmail')).to.equal(null);
    expect(form.textContent).to.contain('a•••••@holm.example').and.not.contain('accounts@holm.example');
  });

  it('reveals a host’s own field by its id', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await open(script.adapter, additional);
    await until(() => part(element, 'reveal'), 'further details');
    await reveal(element);
    await until(() => textOf(element).includes('GB 123 4567 89'), 'the number');
    expect(script.callsTo('customers.reveal')[0]!.args[1]).to.deep.equal({ customField: 'vat' });
  });

  it('explains who may reveal; a revealed e-mail address can be contacted', async () => {
    const reason = 'Managers reveal personal data.';
    const { element } = await open(shopAdapter({ permissions: { 'customers.reveal': { state: 'denied', reason } } }));
    part(element, 'reveal')!.click();
    await until(() => dialog(element)?.textContent.includes(reason), 'why not');
    const other = await open(shopAdapter());
    expect(part(other.element, 'contact')).to.equal(null);
    await reveal(other.element);
    await until(() => part(other.element, 'contact'), 'a way to write');
    expect(part(other.element, 'contact')!.getAttribute('href')).to.equal(`mailto:${whole}`);
  });
});

describe('customer-info: changing the password', () => {
  const field = (element: Element) => element.shadowRoot!.querySelector<HTMLInputElement>('#password-password');
  const secret = 'slip-cast-2026';

  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  async function typing(adapter: Adapter, password = secret) {
    const opened = await open(adapter);
    part(opened.element, 'change-password')!.click();
    const input = (await until(() => field(opened.element), 'the field'))!;
    type(input, password);
    return { ...opened, input };
  }

  it('sends it once; the event omits it, and nothing keeps it', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element, input } = await typing(script.adapter);
    const heard: string[] = [];
    for (const name of ['password-set', 'password-changed'] as const)
      element.addEventListener(name, (event) => heard.push(Object.entries(event).flat().join(' ')));
    expect([input.type, input.autocomplete]).to.deep.equal(['password', 'new-password']);
    part(element, 'save')!.click();
    part(element, 'save')!.click();
    await until(() => !dialog(element), 'done');
    expect(script.callsTo('customers.setPassword').map(({ args }) => args[1])).to.deep.equal([{ password: secret }]);
    expect([heard.length, heard.join().includes(secret), said(element)]).to.deep.equal([
      2,
      false,
      'The password was changed.',
    ]);
    part(element, 'change-password')!.click();
    await until(() => field(element), 'the field');
    expect(field(element)!.value).to.equal('');
  });

  it('is in no attribute, shown or not, and in no storage', async () => {
    const { element, input } = await typing(shopAdapter());
    part(element, 'input')!.parentElement!.querySelector('button')!.click();
    await until(() => input.type === 'text', 'shown');
    expect(attributes(element)).to.not.contain(secret);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).to.not.contain(secret);
  });

  it('rejects a short one at the field without sending it', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element, input } = await typing(script.adapter, 'short');
    part(element, 'save')!.click();
    await until(() => input.getAttribute('aria-invalid') === 'true', 'the field');
    expect([input.value, script.callsTo('customers.setPassword').length]).to.deep.equal(['short', 0]);
  });

  it('keeps the input after a rejection or an unknown outcome, until the dialog closes or the customer changes', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.next('customers.setPassword', { fail: new AdapterError('rate-limited', { retryAfter: 20 }) });
    script.next('customers.setPassword', { fail: new AdapterError('timeout'), written: true });
    const { element, dashboard, input } = await typing(script.adapter);
    part(element, 'save')!.click();
    await until(() => textOf(element).includes('The password was not changed.'), 'refused');
    expect(input.value).to.equal(secret);
    part(element, 'save')!.click();
    await until(() => textOf(element).includes('Nobody knows whether the password was changed.'), 'in doubt');
    expect([input.value, textOf(element).includes('was not changed')]).to.deep.equal([secret, false]);
    dashboard.customerId = noOrders;
    await until(() => !dialog(element), 'closed');
    dashboard.customerId = ingrid;
    await until(() => part(element, 'change-password'), 'back');
    part(element, 'change-password')!.click();
    await until(() => field(element), 'the field');
    expect([field(element)!.value, parts(element, 'input').length]).to.deep.equal(['', 1]);
  });

  it('is checked under the same key after an unknown outcome; another password gets its own key', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const timeout = { fail: new AdapterError('timeout'), written: true };
    for (const step of [timeout, timeout]) script.next('customers.setPassword', step);
    const { element, input } = await typing(script.adapter);
    for (const count of [1, 2]) {
      part(element, 'save')!.click();
      await element.updateComplete;
      await until(() => part(element, 'save')!.textContent.includes('Send again'), 'unknown outcome');
      expect(script.callsTo('customers.setPassword').length).to.equal(count);
    }
    type(input, 'bisque-fired-2026');
    await element.updateComplete;
    part(element, 'save')!.click();
    await until(() => !dialog(element), 'done');
    const sent = script.callsTo('customers.setPassword').map(({ args }) => args as [string, object, WriteOptions]);
    expect(sent.map(([, body]) => body)).to.deep.equal([
      { password: secret },
      { password: secret },
      { password: 'bisque-fired-2026' },
    ]);
    const [first, second, third] = sent.map(([, , { idempotencyKey }]) => idempotencyKey);
    expect([first === second, second === third]).to.deep.equal([true, false]);
  });
});
