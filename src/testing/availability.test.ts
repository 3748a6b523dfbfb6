import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { Permission, Permissions } from '../domain/operator.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { axeFaults } from './axe.ts';
import { sampledTags } from './engines.ts';
import { deferred, part, parts, textOf, unmountAll, until } from './kit.ts';
import { widgets } from '../widgets/registry.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { scripted } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const { ingrid, wholesale } = knownCustomers;

/** The first query of each widget, and a text that is visible once it is loaded. */
const reads = sampledTags.map((tag) => {
  const { populated } = scenarios[tag];
  if ('absent' in populated) throw new Error('every widget can be populated');
  return { tag, read: widgets[tag].reads, shows: populated.shows };
});

function open(tag: string, permissions: Permissions = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const script = scripted<Adapter>(shopAdapter());
  script.always('permissions', { answer: () => permissions });
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = document.createElement(tag) as DashboardElement;
  return { root, script, dashboard, element, show: () => root.append(element) };
}

const waitForText = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const seen = (element: HTMLElement | null) => element?.checkVisibility({ visibilityProperty: true }) ?? false;

describe('planned and deprecated features', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const { tag, read, shows } of reads) {
    it(`${tag}: a planned read shows its own state, and is not requested once that is known`, async () => {
      const { script, dashboard, element, show } = open(tag, { [read]: { state: 'planned' } });
      show();
      await waitForText(element, 'Not available yet: ');
      expect(textOf(element)).to.contain('This platform plans to offer it.');
      expect(parts(element, 'retry').length).to.equal(0);
      expect(textOf(element)).to.not.contain(shows);
      const callCount = script.callsTo(read).length;
      expect(callCount, 'at most one request before permissions are known').to.be.below(2);
      dashboard.customerId = wholesale;
      await element.updateComplete;
      await waitForText(element, 'Not available yet: ');
      await until(() => script.callsTo('permissions').length === 2, 'the request for the other customer');
      await new Promise((resolve) => setTimeout(resolve));
      element.refresh();
      await until(() => script.callsTo('permissions').length === 3, 'the request for permissions');
      await element.updateComplete;
      expect(script.callsTo(read).length).to.equal(callCount);
      expect(await axeFaults(element)).to.deep.equal([]);
    });

    it(`${tag}: a planned read that becomes available is shown on refresh`, async () => {
      const { script, element, show } = open(tag, { [read]: { state: 'planned' } });
      show();
      await waitForText(element, 'Not available yet: ');
      script.always('permissions', { answer: () => ({}) });
      element.refresh();
      await waitForText(element, shows);
    });

    it(`${tag}: a deprecated read works, and shows the platform’s notice once`, async () => {
      const notice = 'Gone on 1 March. <b>Use</b> the new one.';
      const { element, show } = open(tag, { [read]: { state: 'deprecated', notice } });
      show();
      await waitForText(element, shows);
      expect(textOf(element).split('Being withdrawn.').length).to.equal(2);
      expect(textOf(element)).to.contain(notice);
    });
  }

  it('a deprecated read without a notice shows a default text', async () => {
    const { element, show } = open('order-history', { 'orders.list': { state: 'deprecated' } });
    show();
    await waitForText(element, 'Being withdrawn. It still works for now.');
  });

  it('planned figures leave the rest of the customer on screen', async () => {
    const { script, element, show } = open('customer-info', { 'stats.get': { state: 'planned' } });
    show();
    await waitForText(element, 'Ingrid Vasquez-Holm');
    await waitForText(element, 'Not available yet: Figures.');
    expect(textOf(element)).to.contain('Ingrid Vasquez-Holm');
    expect(script.callsTo('stats.get').length).to.be.below(2);
  });
});

describe('before permissions are known', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('reads do not wait; early data of a planned read is removed', async () => {
    const { script, element, show } = open('order-history', { 'orders.list': { state: 'planned' } });
    const gate = deferred();
    script.next('permissions', { until: gate.promise, answer: () => ({ 'orders.list': { state: 'planned' } }) });
    show();
    await element.updateComplete;
    expect(script.calls.map(({ method }) => method).sort()).to.deep.equal(['orders.list', 'permissions']);
    await waitForText(element, '#10512');
    gate.resolve();
    await waitForText(element, 'Not available yet: ');
    expect(textOf(element)).to.not.contain('#10512');
  });

  it('a switch of customers does not wait', async () => {
    const { script, dashboard, element, show } = open('order-history');
    show();
    await waitForText(element, '#10512');
    const gate = deferred();
    script.next('permissions', { until: gate.promise });
    dashboard.customerId = wholesale;
    await element.updateComplete;
    expect(script.callsTo('orders.list').length, 'requested in the same update').to.equal(2);
    expect(script.callsTo('permissions').length).to.equal(2);
    gate.resolve();
  });

  it('if they cannot be fetched, everything is offered and the server decides', async () => {
    const { script, element, show } = open('notes-panel');
    script.always('permissions', { fail: new AdapterError('internal', { retryable: false }) });
    show();
    await waitForText(element, 'Deliver before 10:00 only');
    expect(seen(part(element, 'save'))).to.equal(true);
  });

  /** The write controls of each widget, by part. */
  const writes = [
    { tag: 'notes-panel', operation: 'notes.create', control: 'save', shows: 'Deliver before 10:00 only' },
    { tag: 'credit-balance', operation: 'credit.adjust', control: 'adjust', shows: '£86.50' },
    { tag: 'address-book', operation: 'addresses.create', control: 'add', shows: 'Croxted Mews' },
    { tag: 'subscriptions-panel', operation: 'subscriptions.create', control: 'create', shows: 'Payment failed' },
  ] as const;

  for (const { tag, operation, control, shows } of writes) {
    it(`${tag}: the write control is hidden, and nothing moves when it appears`, async () => {
      const { script, element, show } = open(tag);
      const gate = deferred();
      script.next('permissions', { until: gate.promise });
      show();
      await waitForText(element, shows);
      expect(seen(part(element, control))).to.equal(false);
      const places = () =>
        [...parts(element, 'note'), ...parts(element, 'row'), ...parts(element, 'entry'), part(element, 'header')!].map(
          (box) => JSON.stringify(box.getBoundingClientRect()),
        );
      const before = places();
      gate.resolve();
      await until(() => seen(part(element, control)), 'it may be used');
      expect(places()).to.deep.equal(before);
    });

    it(`${tag}: a denied write has no control`, async () => {
      const { element, show } = open(tag, { [operation]: { state: 'denied', reason: 'Ask Dana.' } });
      show();
      await waitForText(element, shows);
      await waitForText(element, 'Ask Dana.');
      expect(part(element, control) === null).to.equal(true);
    });

    const marks: readonly (readonly [Permission, string, boolean])[] = [
      [{ state: 'planned' }, 'Planned', true],
      [{ state: 'deprecated', notice: 'Until March.' }, 'Being withdrawn', false],
    ];
    for (const [permission, words, isDisabled] of marks)
      it(`${tag}: a write that is ${permission.state} is marked and explained${isDisabled ? ', and disabled' : ''}`, async () => {
        const { script, element, show } = open(tag, { [operation]: permission });
        show();
        await waitForText(element, shows);
        const button = await until(() => part<HTMLButtonElement>(element, control), 'the control');
        expect(button.matches(':disabled, [aria-disabled=true]')).to.equal(isDisabled || control === 'save');
        const mark = parts(element, 'badge').find(({ textContent }) => textContent.trim() === words);
        expect(seen(mark ?? null), words).to.equal(true);
        const id = button.getAttribute('aria-describedby')!;
        expect(element.shadowRoot!.getElementById(id)!.textContent).to.contain(
          isDisabled ? 'This platform plans to offer it.' : 'Until March.',
        );
        button.click();
        await element.updateComplete;
        if (isDisabled) expect(part(element, 'dialog') === null).to.equal(true);
        expect(script.callsTo(operation).length).to.equal(0);
      });
  }
});
