import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { mount, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { widgetTags } from './scenarios.ts';
import { followLoads } from './settled.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** Returns the texts of an element and the names of its controls. */
const contentOf = ({ shadowRoot }: DashboardElement): string =>
  [...shadowRoot!.querySelectorAll('*')]
    .flatMap((each) => [
      each.getAttribute('aria-label') ?? '',
      ...[...each.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map(({ nodeValue }) => nodeValue!.trim()),
    ])
    .filter(Boolean)
    .join(' | ');

const { additional, ingrid } = knownCustomers;

/**
 * The widgets, and what loads parts on demand: the figures of accounts and the coupons of `credit-balance`, and the tools
 * above the rows of each table.
 */
const cases = [
  ...widgetTags.map((tag) => ({ tag, customerId: additional, attributes: {} })),
  { tag: 'credit-balance', customerId: ingrid, attributes: {} },
  { tag: 'credit-balance', customerId: ingrid, attributes: { kinds: 'coupons' } },
  ...widgetTags
    .filter((tag) => 'toolbar' in customElements.get(tag)!.prototype)
    .flatMap((tag) => [
      { tag, customerId: ingrid, attributes: { toolbar: '' } },
      { tag, customerId: ingrid, attributes: { toolbar: '', limit: 'all' } },
    ]),
];

describe('an element that finds its data in the cache', () => {
  const isSettled = followLoads();
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const { tag, customerId, attributes } of cases)
    it(`${tag} ${JSON.stringify(attributes)} of ${customerId} shows what the one shows that has fetched it`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      provideDashboard(root, {
        adapter: shopAdapter(),
        customerId,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const first = mount<DashboardElement & { kinds?: string | undefined }>(tag, attributes, root);
      await until(() => isSettled(first), 'the first');
      const second = mount<DashboardElement & { kinds?: string | undefined }>(tag, attributes, root);
      await until(() => isSettled(second), 'the second');
      // A bounded table renders 30 rows until its height is known, so each has its own frame to wait for.
      await until(() => contentOf(second) === contentOf(first), 'the same').catch(() => {});
      expect(contentOf(second)).to.equal(contentOf(first));
    });
});
