import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { SubscriptionsPanel } from './subscriptions-panel.ts';

async function open(shop: Adapter = shopAdapter(), more: Partial<SubscriptionsPanel> = {}) {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<SubscriptionsPanel>('subscriptions-panel', more, root);
  await until(() => parts(element, 'row').length, 'the subscriptions');
  return { element, script };
}
const rows = (element: Element, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
const press = async (element: Element, name: string) => (await until(() => part(element, name), name)).click();
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);

/** Opens the form of a subscription and chooses what to do, up to the second step. */
async function review(element: SubscriptionsPanel, index: number, way: string) {
  (await until(() => parts(element, 'change')[index], 'the button')).click();
  (await until(() => element.shadowRoot!.querySelector<HTMLElement>(`[value=${way}]`), way)).click();
  await press(element, 'review');
  await until(() => part(element, 'confirm'), 'the second step');
}

async function fillIn(element: SubscriptionsPanel) {
  await press(element, 'create');
  const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
  type(field, 'Night shift');
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  const found = () => parts(element, 'choice');
  (await until(() => found().length === 2 && found()[0], 'what was found')).click();
  const quantity = element.shadowRoot!.querySelector<HTMLInputElement>('#create-quantity')!;
  type(quantity, '3');
  await element.updateComplete;
  await press(element, 'review');
}

describe('subscriptions-panel', () => {
  afterEach(unmountAll);

  it('shows six, those with failed payments first, with terms, renewal, status and price', async () => {
    const { element } = await open();
    const [failed, ...others] = rows(element);
    expect(failed).to.equal(
      'Cleaning tablets, 100 | 2 every 2 months | Next 14 Jan 2027 | Payment failed The card was declined: insufficient funds. | £48.00 | Change',
    );
    expect(others).to.have.length(5);
    expect(others[1]).to.equal('Paper cups 227 ml, 50 | 20 every month | Ends 5 Dec | Ending | £196.00 | Change');
    expect(element.shadowRoot!.querySelector('tbody .badge')!.className).to.contain('danger');
  });

  it('shows all of them, ended ones too', async () => {
    const { element } = await open(undefined, { viewAll: 'dialog' });
    await press(element, 'view-all');
    await until(() => rows(element, 'dialog').length === 8, 'all subscriptions');
    expect(rows(element, 'dialog')[7]).to.contain('Ended 28 May 2023 | Cancelled');
  });

  it('focuses the first field of a form, not its close button', async () => {
    const { element } = await open();
    const focused = () => element.shadowRoot!.activeElement;
    await press(element, 'create');
    await until(() => focused()?.matches('[part~=search] input'), 'the search for a product');
    await press(element, 'cancel');
    (await until(() => parts(element, 'change')[1], 'the button')).click();
    await until(() => focused()?.matches('[part=segmented] input'), 'the choice');
  });

  it('creates one with a product from a search, quantity, interval and first day, after confirmation', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    element.addEventListener('subscription-create', ({ type }) => seen.push(type));
    element.addEventListener('subscription-created', ({ type }) => seen.push(type));
    await fillIn(element);
    await until(() => part(element, 'confirmation')?.textContent.includes('3 every'), 'what is confirmed');
    expect(script.callsTo('subscriptions.create')).to.have.length(0);
    await press(element, 'confirm');
    await says(element, 'created.');
    expect(script.callsTo('subscriptions.create')[0]!.args[1]).to.deep.include({ quantity: 3, startsAt: '2026-11-18' });
    await until(() => part(element, 'count')!.textContent === '9', 'it is among them');
    expect(seen).to.deep.equal(['subscription-create', 'subscription-created']);
  });

  it('reports an unknown outcome, and resolves it with the same key', async () => {
    const { element, script } = await open();
    script.next('subscriptions.create', { fail: new AdapterError('timeout') });
    await fillIn(element);
    await press(element, 'confirm');
    await says(element, 'We do not know whether the subscription was created.');
    await press(element, 'check');
    await says(element, 'created.');
    const keys = script
      .callsTo('subscriptions.create')
      .map(({ args }) => (args[2] as { idempotencyKey: string }).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('pauses one and resumes it, after confirmation', async () => {
    const { element, script } = await open();
    await review(element, 4, 'pause');
    expect(script.callsTo('subscriptions.pause')).to.have.length(0);
    await press(element, 'confirm');
    await until(() => rows(element)[4]?.includes('Paused'), 'it is paused');
    await review(element, 4, 'resume');
    await press(element, 'confirm');
    await until(() => rows(element)[4]?.includes('Active'), 'it renews again');
  });

  it('cancels one at the end of its period, or now', async () => {
    const { element, script } = await open();
    await review(element, 4, 'cancelAtEnd');
    expect(part(element, 'confirm')!.className).to.contain('danger');
    await press(element, 'confirm');
    await until(() => rows(element)[4]?.includes('Ending'), 'it is ending');
    await review(element, 4, 'cancelNow');
    await press(element, 'confirm');
    await until(() => rows(element)[4]?.includes('Cancelled'), 'it has ended');
    expect(script.callsTo('subscriptions.cancel').map(({ args }) => args[2])).to.deep.equal([
      { at: 'period-end' },
      { at: 'now' },
    ]);
  });

  it('shows the current state if somebody else was first', async () => {
    const { element, script } = await open();
    script.next('subscriptions.pause', { fail: new AdapterError('conflict', {}) });
    await review(element, 4, 'pause');
    await press(element, 'confirm');
    await says(element, 'The subscription was not changed.');
  });

  it('hides what the platform lacks, and explains what is denied', async () => {
    const denied = { state: 'denied', reason: 'Managers cancel subscriptions.' } as const;
    const { element } = await open(
      shopAdapter({ permissions: { 'subscriptions.create': denied, 'subscriptions.cancel': denied } }),
    );
    await says(element, 'Managers cancel subscriptions.');
    expect(part(element, 'create')).to.equal(null);
    (await until(() => parts(element, 'change')[4], 'the button')).click();
    await until(() => element.shadowRoot!.querySelector('[value=pause]'), 'the form');
    expect(element.shadowRoot!.querySelector('[value=cancelNow]')).to.equal(null);
    expect(part(element, 'dialog')!.textContent).to.contain('Managers cancel subscriptions.');
  });
});
