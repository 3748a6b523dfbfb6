import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { deferred, parts, type, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted, type MethodName } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

type Act = (element: DashboardElement) => Promise<void>;

const inside = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);

/** Sorts by the column with this heading. */
const sortBy =
  (name: string): Act =>
  async (element) => {
    const head = () => parts(element, 'sort').find(({ textContent }) => textContent.trim() === name);
    (await until(head, `the head ${name}`)).click();
  };

/** Searches for a text. */
const search =
  (text: string): Act =>
  async (element) => {
    const field = await until(() => inside(element, 'input[type=search]'), 'the field');
    type(field as HTMLInputElement, text);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  };

interface Case {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly customerId?: string;
  readonly method: MethodName;
  readonly row: string;
  /** Opens the list, if it is not visible at once. */
  readonly open?: Act;
  readonly to: Act;
  readonly fro: Act;
}

const viewAll: Act = async (element) => (await until(() => parts(element, 'view-all')[0], 'view-all')).click();
const press =
  (label: string): Act =>
  async (element) =>
    (await until(() => inside(element, `button[title="${label}"], button[aria-label="${label}"]`), label)).click();

const cases: Readonly<Record<string, Case>> = {
  'order-history, searched': {
    tag: 'order-history',
    attributes: { toolbar: 'search' },
    method: 'orders.list',
    row: 'row',
    open: search('1'),
    to: search('10'),
    fro: search('1'),
  },
  'cross-sell-table, sorted': {
    tag: 'cross-sell-table',
    method: 'crossSell.list',
    row: 'row',
    open: sortBy('Orders'),
    to: sortBy('Units'),
    fro: sortBy('Orders'),
  },
  'notes-panel, searched': {
    tag: 'notes-panel',
    attributes: { searchable: '' },
    method: 'notes.list',
    row: 'note',
    open: async (element) => {
      await press('Search notes')(element);
      await search('a')(element);
    },
    to: search('an'),
    fro: search('a'),
  },
  'address-book, searched': {
    tag: 'address-book',
    attributes: { 'view-all': 'inline' },
    customerId: knownCustomers.manyAddresses,
    method: 'addresses.list',
    row: 'entry',
    open: async (element) => {
      await viewAll(element);
      await search('e')(element);
    },
    to: search('er'),
    fro: search('e'),
  },
  'quotes-panel, searched': {
    tag: 'quotes-panel',
    attributes: { 'view-all': 'inline' },
    method: 'quotes.list',
    row: 'row',
    open: async (element) => {
      await viewAll(element);
      await search('Q-1')(element);
    },
    to: search('Q-10'),
    fro: search('Q-1'),
  },
  'subscriptions-panel, sorted': {
    tag: 'subscriptions-panel',
    attributes: { limit: '2', 'view-all': 'inline' },
    method: 'subscriptions.list',
    row: 'row',
    open: async (element) => {
      await viewAll(element);
      await sortBy('Product')(element);
    },
    to: sortBy('Price'),
    fro: sortBy('Product'),
  },
};

describe('a list that is re-sorted twice before the answer arrives', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [
    title,
    { tag, attributes = {}, customerId = knownCustomers.ingrid, method, row, ...acts },
  ] of Object.entries(cases))
    it(`${title}: shows the reloaded rows, also after the cache is cleared`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      const script = scripted<Adapter>(shopAdapter());
      const dashboard = provideDashboard(root, {
        adapter: script.adapter,
        customerId,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const element = document.createElement(tag) as DashboardElement;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      root.append(element);
      const rows = () => parts(element, row).length;
      const isIdle = () => rows() > 0 && !element.isUpdatePending && !inside(element, '[aria-busy=true], .skeleton');
      await until(isIdle, 'rows');
      await acts.open?.(element);
      await until(isIdle, 'the first order');
      const calls = () => script.callsTo(method).length;
      const before = calls();
      const answer = deferred();
      script.next(method, { until: answer.promise });
      await acts.to(element);
      await until(() => calls() > before, 'the other request');
      await element.updateComplete;
      await acts.fro(element);
      await element.updateComplete;
      answer.resolve();
      await until(isIdle, 'back where it was');
      const count = rows();
      expect(count).to.be.greaterThan(1);

      script.always(method, {
        answer: async (carryOut) => {
          const page = (await carryOut()) as { readonly items: readonly unknown[] };
          return { ...page, items: page.items.slice(0, 1), total: 1 };
        },
      });
      element.refresh();
      await until(() => rows() === 1, 'the refetched data');
      script.always(method, {});

      dashboard.clear();
      await until(() => isIdle() && rows() === count, 'everything once more');
    });
});
