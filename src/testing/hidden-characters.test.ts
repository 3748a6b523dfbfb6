import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import type { PortName } from '../adapter/operations.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { part, unmountAll, until, mount } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const hostile = 'pay\u202epal';
const marked = 'payU+202Epal';

type Method = (...args: unknown[]) => Promise<object | undefined>;

/** Returns the shop with a hostile text in some members of the answers of one port. */
function shopWith(port: PortName, ...members: readonly string[]): Adapter {
  const shop = shopAdapter({ links: () => null });
  const tampered =
    (method: Method): Method =>
    async (...args) => {
      const answer = await method(...args);
      return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
        key === '' || !members.includes(key) || typeof value !== 'string' ? value : hostile,
      ) as object;
    };
  const methods = Object.entries(shop[port] as object).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function' ? tampered((value as Method).bind(shop[port])) : value,
  ]);
  return { ...shop, [port]: Object.fromEntries(methods) as object };
}

const click = async (element: Element, name: string) => (await until(() => part(element, name), name)).click();

interface Place {
  readonly what: string;
  readonly tag: string;
  readonly adapter: () => Adapter;
  /** Opens what contains the text. */
  readonly open?: (element: DashboardElement) => Promise<void>;
  /** The selector of the element that contains the text. */
  readonly within: string;
}

/** Returns the accounts with a hostile label. */
function labeledAccounts(): Adapter {
  const { credit, ...shop } = shopAdapter();
  const accounts: typeof credit.accounts = async (...args) => {
    const page = await credit.accounts(...args);
    return { ...page, items: page.items.map((account) => ({ ...account, label: hostile })) };
  };
  return { ...shop, credit: { ...credit, accounts } };
}

/** Returns the customer with a hostile note on a consent. */
function consentNote(): Adapter {
  const { customers, ...shop } = shopAdapter();
  const get: typeof customers.get = async (...args) => {
    const customer = await customers.get(...args);
    return { ...customer, consent: { email: { state: 'denied', note: hostile } } };
  };
  return { ...shop, customers: { ...customers, get } };
}

const places: readonly Place[] = [
  {
    what: 'an order number',
    tag: 'order-history',
    adapter: () => shopWith('orders', 'number'),
    within: '.cell-order',
  },
  {
    what: 'the number of an opened order',
    tag: 'order-history',
    adapter: () => shopWith('orders', 'number'),
    open: (element) => click(element, 'link'),
    within: '[part~=dialog-heading]',
  },
  {
    what: 'the title of an ordered product',
    tag: 'order-history',
    adapter: () => shopWith('orders', 'title'),
    within: '.cell-items',
  },
  {
    what: 'the name of an account',
    tag: 'credit-balance',
    adapter: labeledAccounts,
    within: '[part~=metric] dt',
  },
  {
    what: 'the name of an account in a reversal',
    tag: 'credit-balance',
    adapter: labeledAccounts,
    open: (element) => click(element, 'reverse'),
    within: '[part~=form] .fields dd',
  },
  {
    what: 'the description of a credit entry',
    tag: 'credit-balance',
    adapter: () => shopWith('credit', 'description'),
    within: '[part~=row]',
  },
  {
    what: 'the reason of a permission',
    tag: 'credit-balance',
    adapter: () => shopAdapter({ permissions: { 'credit.adjust': { state: 'denied', reason: hostile } } }),
    within: '[part~=notice]',
  },
  {
    what: 'a subscribed product and its variant',
    tag: 'subscriptions-panel',
    adapter: () => shopWith('subscriptions', 'title', 'variant'),
    within: '.cell-product',
  },
  {
    what: 'a subscribed product in a change',
    tag: 'subscriptions-panel',
    adapter: () => shopWith('subscriptions', 'title'),
    open: (element) => click(element, 'change'),
    within: '[part~=form] p.strong',
  },
  {
    what: 'an account to choose',
    tag: 'credit-balance',
    adapter: labeledAccounts,
    open: (element) => click(element, 'adjust'),
    within: '[part~=form] option',
  },
  {
    what: 'the status of a row',
    tag: 'order-history',
    adapter: () => shopWith('orders', 'status'),
    within: '.cell-status',
  },
  {
    what: 'the status of a quote',
    tag: 'quotes-panel',
    adapter: () => shopWith('quotes', 'status'),
    within: '.cell-status',
  },
  {
    what: 'the subject and the text of an inquiry',
    tag: 'inquiries-panel',
    adapter: () => shopWith('inquiries', 'subject', 'text'),
    within: '.cell-subject',
  },
  {
    what: 'an inquiry in the form that answers it',
    tag: 'inquiries-panel',
    adapter: () => shopWith('inquiries', 'text'),
    open: (element) => click(element, 'reply'),
    within: '[part~=inquiry]',
  },
  {
    what: 'a price group and its discount',
    tag: 'price-groups',
    adapter: () => shopWith('priceGroups', 'name', 'discount'),
    within: '[part~=row]',
  },
  {
    what: 'the status of a transaction',
    tag: 'transaction-history',
    adapter: () => shopWith('transactions', 'status'),
    within: '.cell-status',
  },
  {
    what: 'the holder of a payment card',
    tag: 'payment-cards',
    adapter: () => shopWith('paymentCards', 'holder'),
    within: '.cell-holder',
  },
  {
    what: 'the availability of a product on a wishlist',
    tag: 'wishlist-items',
    adapter: () => shopWith('wishlist', 'availability'),
    within: '.cell-availability',
  },
  {
    what: 'the reason of a failed payment',
    tag: 'subscriptions-panel',
    adapter: () => shopWith('subscriptions', 'reason'),
    within: '.cell-status',
  },
  {
    what: 'the level of a customer',
    tag: 'customer-info',
    adapter: () => shopWith('customers', 'name'),
    within: '[part~=badge]',
  },
  {
    what: 'the note of a consent',
    tag: 'customer-info',
    adapter: consentNote,
    within: '[part~=consent]',
  },
];

/** Returns displayed texts that contain the invisible character itself. */
const unmarked = (root: ShadowRoot): string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue!.includes('\u202e')) found.push(node.nodeValue!);
  return found;
};

describe('an invisible character in data', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const { what, tag, adapter, open, within } of places)
    it(`is marked in ${what}`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      root.style.inlineSize = '1000px';
      const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
      provideDashboard(root, { adapter: adapter(), customerId: knownCustomers.ingrid, locale });
      const element = mount<DashboardElement>(tag, {}, root);
      await open?.(element);
      const shown = () =>
        [...element.shadowRoot!.querySelectorAll(within)].some(({ textContent }) =>
          textContent.replace(/[\s[\]]+/g, '').includes(marked),
        );
      await until(() => shown() || unmarked(element.shadowRoot!).length, 'the text');
      await element.updateComplete;
      expect(unmarked(element.shadowRoot!)).to.deep.equal([]);
      expect(shown()).to.equal(true);
    });
});
