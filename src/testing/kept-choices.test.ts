import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import type { Operation } from '../adapter/operation.ts';
import { operations } from '../adapter/operations.ts';
import type { PageRequest } from '../adapter/options.ts';
import { createShop, memoryAdapter, MemoryStore } from '../adapters/memory/index.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { widgets, type WidgetEntry } from '../widgets/registry.ts';
import { sampledTags } from './engines.ts';
import { eventually, part, parts, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';
import { knownCustomers } from './shop.ts';

const shop = createShop({ customers: Object.keys(knownCustomers).length });
const key = 'page/list';
const options = { signal: new AbortController().signal };

/** The tables that can be sorted. */
const sorted = sampledTags.flatMap((tag) => {
  const { list, reads }: WidgetEntry = widgets[tag];
  const operation: Operation = operations[reads];
  const isSorted = 'can' in operation && operation.can?.sort !== undefined;
  return list?.row === 'row' && isSorted ? [{ tag, reads }] : [];
});

async function open(tag: string, store: MemoryStore, attributes: Readonly<Record<string, string>> = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const script = scripted<Adapter>(memoryAdapter({ store }));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = document.createElement(tag) as DashboardElement;
  const all = { limit: '2', 'view-all': 'inline', 'preference-key': key, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  root.append(element);
  await until(() => part(element, 'row'), 'the rows');
  const stored = async () => (await memoryAdapter({ store }).preferences.get('personal', key, options)).value;
  return { element, script, dashboard, stored };
}

const requests = ({ script }: { script: ReturnType<typeof scripted<Adapter>> }, reads: string) =>
  script.callsTo(reads as 'orders.list').map(({ args }) => args.at(-2) as PageRequest);
const headings = (element: Element) => parts(element, 'column').map(({ textContent }) => textContent.trim());
const columnsOf = (element: Element) =>
  (element as unknown as { columnChoice: { onChoose(names: readonly string[] | undefined): void } }).columnChoice;

describe('what an operator has chosen for a list', () => {
  afterEach(() => document.body.replaceChildren());

  for (const { tag, reads } of sorted)
    it(`is kept by ${tag}: the order, with which all rows begin in one request the next time`, async () => {
      const store = new MemoryStore(shop);
      const first = await open(tag, store);
      (await until(() => part(first.element, 'view-all'), 'the opener')).click();
      await until(() => parts(first.element, 'row').length > 2, 'all rows');
      // The last one: a list rarely comes in the order of its last column.
      (await until(() => parts(first.element, 'sort').at(-1), 'a column to sort by')).click();
      const kept = await eventually(
        async () => ((await first.stored())?.['sort'] ? first.stored() : undefined),
        'the order',
      );
      const next = await open(tag, store);
      const before = part(next.element, 'search') ? 0 : requests(next, reads).length;
      (await until(() => part(next.element, 'view-all'), 'the opener')).click();
      await until(() => part(next.element, 'sort') && parts(next.element, 'row').length > 2, 'all rows');
      const asked = requests(next, reads).slice(before);
      expect(asked.length, 'requests').to.be.greaterThan(0);
      const orders = asked.filter(({ first: size }) => size !== 2).map(({ sort }) => sort);
      expect(orders, 'the order of all rows').to.deep.equal([kept!['sort']]);
      expect(next.script.callsTo('preferences.get')).to.have.length(1);
    });

  for (const [tag, columns, shown] of [
    ['order-history', ['order', 'total'], ['Order', 'Total']],
    ['cross-sell-table', ['title', 'units'], ['Product', 'Units']],
  ] as const)
    it(`is kept by ${tag}: the columns, for every customer, until the operator goes back to those of the page`, async () => {
      const store = new MemoryStore(shop);
      const first = await open(tag, store);
      columnsOf(first.element).onChoose(columns);
      await eventually(async () => (await first.stored())?.['columns'], 'stored');
      const next = await open(tag, store);
      expect(headings(next.element)).to.deep.equal(shown);
      next.dashboard.customerId = knownCustomers.wholesale;
      await until(() => part(next.element, 'row') && !part(next.element, 'panel')!.querySelector('.skeleton'), 'rows');
      expect(headings(next.element)).to.deep.equal(shown);
      columnsOf(next.element).onChoose(undefined);
      await until(() => headings(next.element).length > 2, 'the columns of the page');
      await eventually(async () => !(await first.stored())?.['columns'], 'removed');
    });

  it('applies to the next customer: the order too, also before it is stored', async () => {
    const { element, script, dashboard } = await open('order-history', new MemoryStore(shop), { limit: 'all' });
    script.always('preferences.set', { until: new Promise(() => {}) });
    (await until(() => parts(element, 'sort').at(-1), 'a column to sort by')).click();
    await until(() => requests({ script }, 'orders.list').length === 2, 'sorted');
    dashboard.customerId = knownCustomers.wholesale;
    const last = await until(() => requests({ script }, 'orders.list')[2], 'the next customer');
    expect(last.sort).to.deep.equal({ field: 'total', direction: 'descending' });
  });

  it('is neither read nor kept without a key', async () => {
    for (const name of ['', 'none']) {
      const { element, script, stored } = await open('order-history', new MemoryStore(shop), {
        'preference-key': name,
      });
      columnsOf(element).onChoose(['order']);
      await element.updateComplete;
      expect([script.callsTo('preferences.get').length, await stored()], name).to.deep.equal([0, null]);
    }
  });
});
