import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { mount, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { widgetTags } from './scenarios.ts';
import { knownCustomers, shopAdapter } from './shop.ts';
import { withMethods, type Method } from './with-methods.ts';

const long = 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste '.repeat(3).trim();
const members = new Set(['name', 'company', 'title', 'subject', 'label']);

/** Returns the shop with long names, and without URLs: what opens is a button, which is one box in its line. */
function withLongNames() {
  const lengthened =
    (method: Method): Method =>
    async (...args) => {
      const answer = await method(...args);
      if (answer === undefined) return answer;
      return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
        typeof value === 'string' && members.has(key) ? long : value,
      );
    };
  return withMethods(shopAdapter({ links: () => null }), (_name, method) => lengthened(method));
}

const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;

/** Returns the cells whose button leaves them, or is cut without an ellipsis. */
const cutIn = ({ shadowRoot }: Element): readonly string[] =>
  [...shadowRoot!.querySelectorAll<HTMLElement>(':is(td, th) button.link')].flatMap((button) => {
    const cell = button.closest('td, th')!;
    const [inner, outer] = [button.getBoundingClientRect(), cell.getBoundingClientRect()];
    const isInside = inner.left > outer.left - 1 && inner.right < outer.right + 1;
    const isMarked = !isCut(button) || getComputedStyle(button).textOverflow === 'ellipsis';
    if (!inner.width || (isInside && isMarked)) return [];
    return [`${cell.className}: ${Math.round(inner.width)} in ${Math.round(outer.width)}`];
  });

describe('long names', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const tag of widgetTags)
    it(`end with an ellipsis in the cells of ${tag}, narrow and wide`, async () => {
      const root = document.body.appendChild(document.createElement('div'));
      provideDashboard(root, {
        adapter: withLongNames(),
        customerId: knownCustomers.ingrid,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const element = mount<DashboardElement>(tag, {}, root);
      await until(
        () => element.hasUpdated && !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton'),
        'the data',
      );
      for (const width of [400, 640, 1280]) {
        root.style.inlineSize = `${width}px`;
        expect(cutIn(element), `${width}px`).to.deep.equal([]);
      }
    });
});
