import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import type { WidgetTag } from '../widgets/registry.ts';
import { mount, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { knownCustomers, shopAdapter } from './shop.ts';
import { withMethods, type Method } from './with-methods.ts';

const value = '123456789012345678901234567890.12';
const shown = '234,567,890.12';

const isAmount = (one: unknown): one is { value: string } =>
  typeof one === 'object' && one !== null && 'value' in one && 'currency' in one;

/** Returns the shop with all amounts as long as this. */
function withLongAmounts() {
  const lengthened =
    (method: Method): Method =>
    async (...args) => {
      const answer = await method(...args);
      if (answer === undefined) return answer;
      return JSON.parse(JSON.stringify(answer), (_key, one: unknown) => (isAmount(one) ? { ...one, value } : one));
    };
  return withMethods(shopAdapter(), (_name, method) => lengthened(method));
}

const textsIn = (root: Node): readonly Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

const boxOf = (text: Text): DOMRect => {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
};

/** Returns the texts of amounts that are on screen. */
const amountsIn = ({ shadowRoot }: Element): readonly Text[] =>
  textsIn(shadowRoot!).filter((text) => text.data.includes(shown) && text.parentElement!.checkVisibility());

/** Returns the amounts that leave their cell, or the widget if they are in none. */
function runningOut(element: Element): readonly string[] {
  return amountsIn(element).flatMap((text) => {
    const parent = text.parentElement!;
    const frame = parent.closest('td, th, dd') ?? element;
    const [inner, outer] = [boxOf(text), frame.getBoundingClientRect()];
    if (inner.width < 2 || (inner.left > outer.left - 1 && inner.right < outer.right + 1)) return [];
    return [
      `${frame.localName}.${frame.className}: ${Math.round(outer.left - inner.left)} before, ${Math.round(inner.right - outer.right)} after`,
    ];
  });
}

/** Returns the cells below an amount that do not end where it ends. */
const misplacedIn = ({ shadowRoot }: Element, dir: string): readonly string[] =>
  [...shadowRoot!.querySelectorAll('tbody > tr')].flatMap((row) => {
    const [amount, aside] = [
      row.querySelector('.amount, .ranked'),
      row.querySelector(':is(.aside, .beside):not(.beside + .aside)'),
    ];
    if (!amount || !aside) return [];
    const side = dir === 'ltr' ? 'right' : 'left';
    const distance = amount.getBoundingClientRect()[side] - aside.getBoundingClientRect()[side];
    return Math.abs(distance) > 1 ? [`${aside.className}: ${Math.round(distance)}`] : [];
  });

const tags: readonly WidgetTag[] = [
  'cart-items',
  'credit-balance',
  'cross-sell-table',
  'customer-info',
  'customer-list',
  'customer-stats',
  'customer-timeline',
  'order-history',
  'quotes-panel',
  'subscriptions-panel',
  'top-customers',
  'transaction-history',
  'wishlist-items',
];

describe('amounts of thirty digits', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const tag of tags)
    it(`stay in their cells in ${tag}, narrow and wide, in both directions`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      provideDashboard(root, {
        adapter: withLongAmounts(),
        customerId: knownCustomers.ingrid,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const element = mount<DashboardElement>(tag, {}, root);
      const isWaiting = () => element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');
      await until(() => element.hasUpdated && !isWaiting() && amountsIn(element).length, 'the amounts');
      for (const width of [240, 400, 900])
        for (const dir of ['ltr', 'rtl']) {
          root.style.inlineSize = `${width}px`;
          root.dir = dir;
          expect(runningOut(element), `${width}px, ${dir}`).to.deep.equal([]);
          if (width === 400) expect(misplacedIn(element, dir), dir).to.deep.equal([]);
        }
    });
});
