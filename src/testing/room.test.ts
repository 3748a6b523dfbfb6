import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { widgets, type WidgetTag } from '../widgets/registry.ts';
import { isChromium } from './engines.ts';
import { deferred, mount, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** The widgets whose content has a known height: of a list, if the customer has as many rows as it shows. */
const known: readonly WidgetTag[] = [
  'change-log',
  'credit-balance',
  'cross-sell-table',
  'customer-info',
  'customer-nav',
  'customer-stats',
  'inquiries-panel',
  'login-log',
  'order-history',
  'payment-cards',
  'price-groups',
  'transaction-history',
  'wishlist-items',
];

/** Those of them whose rows have as many lines as there are columns for. */
const knownNarrow: readonly WidgetTag[] = [
  'customer-nav',
  'inquiries-panel',
  'payment-cards',
  'price-groups',
  'transaction-history',
  'wishlist-items',
];

/** The widgets whose height depends on the data, each with the difference in pixels that a usual customer makes. */
const usual: readonly (readonly [tag: WidgetTag, difference: number])[] = [
  ['address-book', 30],
  ['cart-items', 20],
  ['customer-timeline', 50],
  ['privacy-panel', 28],
  // The notice that the operator may not change them comes with the permissions.
  ['reseller-details', 40],
];

const heightOf = (element: Element): number => Math.round(element.getBoundingClientRect().height);

describe('the room of a placeholder', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  const all = [
    ...known.map((tag) => ({ tag, width: 1246, difference: 0 })),
    ...knownNarrow.map((tag) => ({ tag, width: 400, difference: 0 })),
    ...usual.map(([tag, difference]) => ({ tag, width: 1246, difference })),
  ];
  for (const { tag, width, difference } of all)
    it(`${tag} in ${width} pixels takes ${difference ? 'about ' : ''}as much room while it loads as with its data`, async () => {
      const answer = deferred();
      const script = scripted<Adapter>(shopAdapter());
      script.next(widgets[tag].reads, { until: answer.promise });
      const root = document.body.appendChild(document.createElement('div'));
      root.style.inlineSize = `${width}px`;
      provideDashboard(root, {
        adapter: script.adapter,
        customerId: knownCustomers.ingrid,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const element = mount(tag, {}, root);
      const has = (selector: string) => element.shadowRoot?.querySelector(selector);
      await until(() => script.callsTo(widgets[tag].reads).length && has('.skeletons'), 'the placeholder');
      const before = heightOf(element);
      answer.resolve();
      await until(() => !has('.skeleton') && !has('[aria-busy=true]'), 'the data');
      // WebKit rounds the height of each line.
      expect(heightOf(element)).to.be.closeTo(before, difference + (isChromium ? 0 : 4));
    });
});
