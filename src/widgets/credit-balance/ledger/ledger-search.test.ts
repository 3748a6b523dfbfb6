import { expect } from 'chai';
import type { Adapter } from '../../../adapter/adapter.ts';
import { AdapterError } from '../../../adapter/adapter-error.ts';
import type { ListCapabilities } from '../../../domain/page.ts';
import { click, find, ready, rows, text } from '../../../testing/credit-kit.ts';
import { deferred, part, textOf, type as write, unmountAll, until } from '../../../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import '../define.ts';

const { ingrid, noOrders } = knownCustomers;

/** Opens the whole ledger of the first account in place. */
async function opened() {
  const found = await ready(shopAdapter(), { viewAll: 'inline' });
  await click(found.element, 'view-all');
  await until(() => field(found.element) && rows(found.element).length > 9, 'all entries');
  // A long table knows its height once the browser has laid it out.
  await frame();
  await frame();
  return found;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const field = (element: Element) => find(element, 'input[type=search]')!;
const choices = (element: Element) =>
  element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input[type=radio]');
const search = (element: Element, words: string) => {
  write(field(element), words);
  field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
};

describe('credit-balance: searching the ledger', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('keeps the previous entries until the new ones arrive', async () => {
    const { element, script } = await opened();
    const before = rows(element);
    const held = deferred();
    script.next('credit.entries', { until: held.promise });
    search(element, 'Goodwill');
    const callCount = script.callsTo('credit.entries').length;
    await until(() => script.callsTo('credit.entries').length > callCount, 'the search');
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(before);
    held.resolve();
    await until(() => rows(element).length < before.length, 'what was found');
    for (const row of rows(element)) expect(row).to.contain('Goodwill');
  });

  it('never shows one account’s entries under another, in any order of answers', async () => {
    const { element, script } = await opened();
    search(element, 'Goodwill');
    await until(() => rows(element).length && rows(element).every((row) => row.includes('Goodwill')), 'found');
    const held = deferred();
    script.always('credit.entries', { until: held.promise });
    choices(element)[1]!.click();
    await element.updateComplete;
    expect(rows(element)).to.deep.equal([]);
    expect(textOf(element)).to.not.contain('Dana Whitlock');
    // The first account has a search of its own.
    choices(element)[0]!.click();
    await element.updateComplete;
    for (const row of rows(element)) expect(row).to.contain('£');
    choices(element)[1]!.click();
    held.resolve();
    await until(() => textOf(element).includes('No entries match.'), 'nothing found there');
    expect(rows(element)).to.deep.equal([]);
  });

  it('never reports an empty ledger if the search found nothing', async () => {
    const { element, script } = await opened();
    search(element, 'no such thing');
    const all = await until(
      () => [...element.shadowRoot!.querySelectorAll('button')].find((button) => text(button) === 'Show all entries'),
      'nothing found',
    );
    const held = deferred();
    script.always('credit.entries', { until: held.promise });
    all.click();
    search(element, 'Spring');
    const callCount = script.callsTo('credit.entries').length;
    await until(() => script.callsTo('credit.entries').length > callCount, 'the search');
    await element.updateComplete;
    expect(textOf(element)).to.contain('No entries match.').and.not.contain('No entries yet.');
    held.resolve();
    await until(() => rows(element).some((row) => row.includes('Spring')), 'what was found');
  });

  it('shows only the tools that the platform declares', async () => {
    const { credit, ...rest } = shopAdapter();
    const shown = async (entries: ListCapabilities) => {
      const adapter: Adapter = { ...rest, credit: { ...credit, capabilities: { entries } } };
      const { element } = await ready(adapter, { viewAll: 'inline' });
      await click(element, 'view-all');
      await until(() => rows(element).length > 9, 'all entries');
      const tools = await until(() => part(element, 'ledger-tools'), 'the tools');
      return [tools.querySelector('[type=search]') !== null, tools.textContent.includes('All dates')];
    };
    expect(await shown({ search: true, range: true })).to.deep.equal([true, true]);
    expect(await shown({ range: true })).to.deep.equal([false, true]);
    expect(await shown({ search: true })).to.deep.equal([true, false]);
  });

  it('shows a failure instead of the entries before the search', async () => {
    const { element, script } = await opened();
    script.next('credit.entries', { fail: new AdapterError('internal', { retryable: false }) });
    search(element, 'Goodwill');
    await until(() => rows(element).length === 0 && part(element, 'retry'), 'the failure');
    expect(field(element).value).to.equal('Goodwill');
    part(element, 'retry')!.click();
    await until(() => rows(element).length, 'what was found');
    for (const row of rows(element)) expect(row).to.contain('Goodwill');
  });

  it('shows nothing of it under another customer', async () => {
    const { element, dashboard, script } = await opened();
    const held = deferred();
    script.next('credit.entries', { until: held.promise });
    search(element, 'Goodwill');
    const callCount = script.callsTo('credit.entries').length;
    await until(() => script.callsTo('credit.entries').length > callCount, 'the search');
    dashboard.customerId = noOrders;
    await element.updateComplete;
    expect(rows(element)).to.deep.equal([]);
    held.resolve();
    await until(() => textOf(element).includes('No credit, no points.'), 'theirs');
    dashboard.customerId = ingrid;
    await until(() => rows(element).length === 9, 'the latest again');
  });
});
