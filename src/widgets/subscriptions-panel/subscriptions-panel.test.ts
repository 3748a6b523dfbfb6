import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { part, parts, type, unmountAll, until } from '../../testing/kit.ts';
import { openList, press, rowsOf, says, searchFor } from '../../testing/list-kit.ts';
import type { Call } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { SubscriptionsPanel } from './subscriptions-panel.ts';

const ingrid = knownCustomers.ingrid;

async function open(shop?: Adapter, more: Partial<SubscriptionsPanel> = {}) {
  const store = new MemoryStore();
  const other = memoryAdapter({ store, actor: { id: 'op-131', name: 'Tom Adeyemi' } });
  return { ...(await openList('subscriptions-panel', more, shop ?? memoryAdapter({ store }))), other };
}
const find = <E extends HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector);

/** Returns the subscription of the fifth row. */
async function fifth({ subscriptions }: ReturnType<typeof memoryAdapter>) {
  const { items } = await subscriptions.list(ingrid, { first: 8 }, { signal: new AbortController().signal });
  return items[4]!;
}

/** The calls that write, without dry runs. */
const written = ({ callsTo }: { callsTo: (method: 'subscriptions.create') => readonly Call[] }) =>
  callsTo('subscriptions.create').filter(({ args }) => !(args[2] as WriteOptions).dryRun);

/** Opens the form of a subscription and chooses what to do. */
async function chooseWay(element: SubscriptionsPanel, index: number, way: string) {
  await press(element, 'change', index);
  (await until(() => find(element, `[value=${way}]`), way)).click();
  await element.updateComplete;
}

/** Changes quantity and interval of the fifth subscription, up to the second step. */
async function changeTerms(element: SubscriptionsPanel, quantity: string, interval: string) {
  await chooseWay(element, 4, 'update');
  type(await until(() => find<HTMLInputElement>(element, '#change-quantity'), 'the quantity'), quantity);
  const select = find<HTMLSelectElement>(element, '#change-interval')!;
  // The platform names three for this product.
  await until(() => select.options.length === 3, 'the intervals of the product');
  select.value = interval;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await press(element, 'review');
  await until(() => part(element, 'confirm'), 'the second step');
}

/** Opens the form of a subscription and chooses what to do, up to the second step. */
async function review(element: SubscriptionsPanel, index: number, way: string) {
  await chooseWay(element, index, way);
  await press(element, 'review');
  await until(() => part(element, 'confirm'), 'the second step');
}

async function fillIn(element: SubscriptionsPanel) {
  await press(element, 'create');
  await searchFor(element, 'Night shift');
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
    const [failed, ...others] = rowsOf(element);
    expect(failed).to.equal(
      'Cleaning tablets, 100 | 2 every 2 months | Next 14 Jan 2027 | Payment failed The card was declined: insufficient funds. | Change | £48.00',
    );
    expect(others).to.have.length(5);
    expect(others[1]).to.equal('Paper cups 227 ml, 50 | 20 every month | Ends 5 Dec | Ending | Change | £196.00');
    expect(element.shadowRoot!.querySelector('tbody .badge')!.className).to.contain('danger');
  });

  it('shows all of them, ended ones too', async () => {
    const { element } = await open(undefined, { viewAll: 'dialog' });
    await press(element, 'view-all');
    await until(() => rowsOf(element, 'dialog').length === 8, 'all subscriptions');
    expect(rowsOf(element, 'dialog')[7]).to.contain('Ended 28 May 2023 | Cancelled');
  });

  it('focuses the first field of a form, not its close button', async () => {
    const { element } = await open();
    const focused = () => element.shadowRoot!.activeElement;
    await press(element, 'create');
    await until(() => focused()?.matches('[part~=search] input'), 'the search for a product');
    await press(element, 'cancel');
    await press(element, 'change', 1);
    await until(() => focused()?.matches('input[part=choice]'), 'the choice');
  });

  it('announces what a search for a product has found', async () => {
    const { element } = await open();
    const status = () => element.shadowRoot!.querySelector('[role=radiogroup] > [role=status]')?.textContent.trim();
    await press(element, 'create');
    await searchFor(element, 'Night shift');
    await until(() => status() === '2 products found', 'the number');
    await searchFor(element, 'Reykjavík');
    await until(() => status() === 'No product found.', 'that there is none');
  });

  it('creates one with a product from a search, quantity, interval and first day, after confirmation', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    element.addEventListener('subscription-create', ({ type }) => seen.push(type));
    element.addEventListener('subscription-created', ({ type }) => seen.push(type));
    await fillIn(element);
    await until(() => part(element, 'confirmation')?.textContent.includes('3 every'), 'what is confirmed');
    expect(written(script)).to.have.length(0);
    await press(element, 'confirm');
    await says(element, 'created.');
    expect(written(script)[0]!.args[1]).to.deep.include({ quantity: 3, startsAt: '2026-11-18' });
    await until(() => part(element, 'count')!.textContent === '9', 'it is among them');
    expect(seen).to.deep.equal(['subscription-create', 'subscription-created']);
  });

  it('reports an unknown outcome, and resolves it with the same key', async () => {
    const { element, script } = await open();
    // The first call is the dry run.
    script.next('subscriptions.create', {});
    script.next('subscriptions.create', { fail: new AdapterError('timeout') });
    await fillIn(element);
    await press(element, 'confirm');
    await says(element, 'We do not know whether the subscription was created.');
    await press(element, 'check');
    await says(element, 'created.');
    const keys = written(script).map(({ args }) => (args[2] as { idempotencyKey: string }).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('pauses one and resumes it, after confirmation', async () => {
    const { element, script } = await open();
    await review(element, 4, 'pause');
    expect(script.callsTo('subscriptions.pause')).to.have.length(0);
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('Paused'), 'it is paused');
    await review(element, 4, 'resume');
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('Active'), 'it renews again');
  });

  it('cancels one at the end of its period, or now', async () => {
    const { element, script } = await open();
    await review(element, 4, 'cancelAtEnd');
    expect(part(element, 'confirm')!.className).to.contain('danger');
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('Ending'), 'it is ending');
    await review(element, 4, 'cancelNow');
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('Cancelled'), 'it has ended');
    expect(script.callsTo('subscriptions.cancel').map(({ args }) => args[2])).to.deep.equal([
      { at: 'period-end' },
      { at: 'now' },
    ]);
  });

  it('changes quantity and interval after confirmation, with the version that is shown', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    element.addEventListener('subscription-changed', ({ step }) => seen.push(step));
    await changeTerms(element, '3', '4 week');
    const confirmation = part(element, 'confirmation')!.textContent.replace(/\s+/g, ' ');
    expect(confirmation).to.match(/3 every 4 weeks Until now \d+ every/);
    expect(script.callsTo('subscriptions.update')).to.have.length(0);
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('3 every 4 weeks'), 'it has changed');
    const { args } = script.callsTo('subscriptions.update')[0]!;
    expect(args[2]).to.deep.equal({ quantity: 3, interval: { count: 4, unit: 'week' } });
    expect(args[3]).to.include({ ifVersion: '1' });
    expect(seen).to.deep.equal(['update']);
  });

  it('does not send an unchanged or invalid quantity', async () => {
    const { element } = await open();
    await press(element, 'change', 4);
    await press(element, 'review');
    await says(element, 'Choose what to do.');
    find(element, '[value=update]')!.click();
    await element.updateComplete;
    await press(element, 'review');
    await says(element, 'Change the quantity or the interval.');
    type(await until(() => find<HTMLInputElement>(element, '#change-quantity'), 'the quantity'), '0');
    await press(element, 'review');
    await says(element, 'Enter a whole number from 1.');
    expect(part(element, 'confirm')).to.equal(null);
  });

  it('continues with the draft on the current version if somebody else has changed it', async () => {
    const { element, other } = await open();
    await changeTerms(element, '3', '4 week');
    const { id, version } = await fifth(other);
    await other.subscriptions.update(ingrid, id, { quantity: 7 }, { idempotencyKey: 'theirs', ifVersion: version });
    await press(element, 'confirm');
    await says(element, 'Somebody else changed it. It is now: 7 every');
    expect(find<HTMLInputElement>(element, '#change-quantity')!.value).to.equal('3');
    await press(element, 'review');
    await press(element, 'confirm');
    await until(() => rowsOf(element)[4]?.includes('3 every 4 weeks'), 'it has changed');
  });

  it('reports an unknown outcome of a change, and resolves it with the same key', async () => {
    const { element, script } = await open();
    script.next('subscriptions.update', { fail: new AdapterError('timeout'), written: true });
    await changeTerms(element, '3', '4 week');
    await press(element, 'confirm');
    await says(element, 'We do not know whether the subscription was changed.');
    await press(element, 'check');
    await says(element, 'Delivery changed.');
    const keys = script
      .callsTo('subscriptions.update')
      .map(({ args }) => (args[3] as { idempotencyKey: string }).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('shows the price and the first renewal before a subscription is created, as the platform computes them', async () => {
    const { element, script } = await open();
    await fillIn(element);
    const confirmation = () => part(element, 'confirmation')!.textContent.replace(/\s+/g, ' ');
    await until(() => /Price £\d+\.\d\d ?Renewal \d+ \w+/.test(confirmation()), 'the price and the first renewal');
    expect(script.callsTo('subscriptions.create').map(({ args }) => (args[2] as WriteOptions).dryRun)).to.deep.equal([
      true,
    ]);
    expect(part(element, 'count')!.textContent, 'nothing is written').to.equal('8');
  });

  it('requests no price if the platform does not declare that a dry run writes nothing', async () => {
    const { subscriptions, ...shop } = shopAdapter();
    const guarantees = { idempotency: true, versions: true };
    const { element, script } = await open({ ...shop, subscriptions: { ...subscriptions, guarantees } });
    await fillIn(element);
    await until(() => part(element, 'confirmation')?.textContent.includes('3 every'), 'what is confirmed');
    expect(script.callsTo('subscriptions.create')).to.have.length(0);
    expect(part(element, 'confirmation')!.textContent).to.not.contain('Renewal');
  });

  it('shows a pause by another operator at once', async () => {
    const { element, other } = await open();
    const { id, version } = await fifth(other);
    expect(rowsOf(element)[4]).to.contain('Active');
    await other.subscriptions.pause(ingrid, id, { idempotencyKey: 'theirs', ifVersion: version });
    await until(() => rowsOf(element)[4]?.includes('Paused'), 'it is paused');
  });

  it('marks planned and deprecated operations: on the button of a row if there is nothing else, and in the form', async () => {
    const planned = { state: 'planned' } as const;
    const ways = ['update', 'pause', 'resume', 'cancel'] as const;
    const all = Object.fromEntries(ways.map((way) => [`subscriptions.${way}`, planned]));
    const { element } = await open(shopAdapter({ permissions: all }));
    const button = await until(
      () => parts(element, 'change')[4]?.matches(':disabled') && parts(element, 'change')[4],
      'it',
    );
    expect(button.ariaLabel).to.match(/^Change .+\. Planned\. This platform plans to offer it\.$/);

    const withdrawn = { state: 'deprecated', notice: 'Until March.' } as const;
    const { element: some } = await open(
      shopAdapter({ permissions: { 'subscriptions.update': planned, 'subscriptions.pause': withdrawn } }),
    );
    await until(() => part<HTMLButtonElement>(some, 'change')?.matches(':enabled'), 'it can be used');
    await chooseWay(some, 4, 'pause');
    expect(find<HTMLInputElement>(some, '[value=update]')!.disabled).to.equal(true);
    const form = part(some, 'form')!.textContent.replace(/\s+/g, ' ');
    expect(form)
      .to.contain('Change delivery Planned')
      .and.match(/Pause Being withdrawn ?Until March/);
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
    await press(element, 'change', 4);
    await until(() => element.shadowRoot!.querySelector('[value=pause]'), 'the form');
    expect(element.shadowRoot!.querySelector('[value=cancelNow]')).to.equal(null);
    expect(part(element, 'dialog')!.textContent).to.contain('Managers cancel subscriptions.');
  });
});
