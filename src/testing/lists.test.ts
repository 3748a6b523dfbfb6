import { expect } from 'chai';
import { operations } from '../adapter/operations.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { RequestEvent, type ViewAllEvent } from '../element/events.ts';

import type { ListTools } from '../list/list-tools.ts';
import { widgets, widgetTags, type WidgetEntry } from '../widgets/registry.ts';
import { sampledTags } from './engines.ts';
import { parts, unmountAll, until } from './kit.ts';
import { openList, press } from './list-kit.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** The lists whose rows are those of a table. */
const tables = widgetTags.filter((tag) => {
  const { list }: WidgetEntry = widgets[tag];
  return list?.row === 'row' && sampledTags.includes(tag);
});

/** Returns the links in the panel to pages of the host, beside the one to all rows. */
const linksIn = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.panel a[href^="https://admin.example/"]')].filter(
    (link) => !link.matches('[part~=view-all]'),
  );

for (const tag of tables)
  describe(`the rows of ${tag}`, () => {
    afterEach(() => {
      unmountAll();
      document.body.replaceChildren();
    });

    // The rows of a list of all customers are customers themselves.
    if (operations[widgets[tag].reads].scope === 'customer')
      it('link to pages of the host, after an event that the page can prevent; without pages there is no link', async () => {
        const { element } = await openList<DashboardElement>(tag);
        const seen: Event[] = [];
        const dispatch = element.dispatchEvent.bind(element);
        element.dispatchEvent = (event) => {
          if (event instanceof RequestEvent) event.preventDefault();
          seen.push(event);
          return dispatch(event);
        };
        const kinds = new Map(linksIn(element).map((link) => [new URL(link.href).pathname, link]));
        for (const [path, link] of kinds) {
          expect(new URL(link.href).searchParams.get('customerId'), path).to.equal(knownCustomers.ingrid);
          seen.length = 0;
          link.click();
          expect(seen.map((event) => [event.cancelable, (event as ViewAllEvent).customerId])).to.deep.equal([
            [true, knownCustomers.ingrid],
          ]);
        }
        const { element: alone } = await openList<DashboardElement>(tag, {}, shopAdapter());
        expect(linksIn(alone)).to.deep.equal([]);
      });

    it('have a plain value in each column of a file, below headings that differ', async () => {
      const { element } = await openList<DashboardElement>(tag);
      element.setAttribute('view-all', 'dialog');
      await element.updateComplete;
      if (parts(element, 'view-all').length) await press(element, 'view-all');
      const { tools } = element as unknown as { readonly tools?: ListTools<object> };
      if (tools === undefined) return;
      const file = await until(() => (element as unknown as { tools: ListTools<object> }).tools.file, 'the file');
      const { title, columns } = await file.table();
      const headings = columns.map(({ heading }) => heading);
      expect([title, ...headings]).to.not.include('');
      expect(new Set(headings).size, headings.join()).to.equal(headings.length);
      const all = element as unknown as { listOf(place: string): { readonly items: readonly object[] } | undefined };
      const { items } = await until(() => all.listOf('all') ?? all.listOf('panel'), 'rows');
      for (const { heading, value } of columns)
        for (const row of items) {
          const cell = value(row);
          expect(cell ?? '', heading).to.satisfy((one: unknown) => typeof one === 'string' || typeof one === 'number');
          expect(String(cell ?? ''), heading).to.not.match(/undefined$|\[object /);
        }
    });
  });
