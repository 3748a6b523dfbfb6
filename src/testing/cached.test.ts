import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { mount, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { widgetTags } from './scenarios.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const isSettled = (element: DashboardElement) =>
  element.hasUpdated && !element.isUpdatePending && !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');

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

describe('an element that finds its data in the cache', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const tag of widgetTags)
    it(`${tag} shows what the one shows that has fetched it`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      provideDashboard(root, {
        adapter: shopAdapter(),
        customerId: knownCustomers.additional,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const first = mount<DashboardElement>(tag, {}, root);
      await until(() => isSettled(first), 'the first');
      // What loads later has come when nothing changes for a while.
      let before: string;
      do {
        before = contentOf(first);
        await new Promise((resolve) => setTimeout(resolve, 100));
      } while (contentOf(first) !== before);
      const second = mount<DashboardElement>(tag, {}, root);
      await until(() => isSettled(second), 'the second');
      await until(() => contentOf(second) === contentOf(first), 'the same').catch(() => {});
      expect(contentOf(second)).to.equal(contentOf(first));
    });
});
