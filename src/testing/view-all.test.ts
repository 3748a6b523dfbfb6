import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { operations } from '../adapter/operations.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { ViewAllHost } from '../element/view-all.ts';
import type { Section } from '../i18n/message.ts';
import { allWords } from '../locales/all-words.ts';
import { widgets, type WidgetEntry } from '../widgets/registry.ts';
import { sampledTags } from './engines.ts';
import { part, parts, textOf, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from './shop.ts';

const { ingrid } = knownCustomers;

/** The lists: the intent of their link, the part of their rows, and the heading of the complete list. */
const lists = sampledTags.flatMap((tag) => {
  const { list, reads }: WidgetEntry = widgets[tag];
  const words: Section = allWords.find(({ name }) => name === tag)!.english;
  // A list of the platform belongs to no customer.
  const owner = operations[reads].scope === 'customer' ? ingrid : '';
  return list ? [{ tag, ...list, owner, heading: (words['allHeading'] ?? words['heading']) as string }] : [];
});

for (const { tag, intent, row, owner, heading } of lists)
  describe(`all rows of ${tag}`, () => {
    afterEach(() => {
      unmountAll();
      document.body.replaceChildren();
    });

    const rowsIn = (element: Element) =>
      [...part(element, 'panel')!.querySelectorAll(`[part~=${row}]`)].filter(({ textContent }) => textContent?.trim());
    async function open(attributes: Readonly<Record<string, string>>, links?: Adapter['links']) {
      const root = document.body.appendChild(document.createElement('div'));
      const script = scripted<Adapter>(shopAdapter(links ? { links } : {}));
      const dashboard = provideDashboard(root, {
        adapter: script.adapter,
        customerId: ingrid,
        locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
      });
      const element = document.createElement(tag) as ViewAllHost;
      for (const [name, value] of Object.entries({ limit: '2', ...attributes })) element.setAttribute(name, value);
      root.append(element);
      await until(() => part(element, 'view-all'), 'the opener');
      return { element, dashboard, script, latest: rowsIn(element).length };
    }
    const click = async (element: ViewAllHost, name: string) => {
      part(element, name)!.click();
      await element.updateComplete;
    };
    const headingOf = (element: Element) => part(element, 'heading')!.textContent!.trim();

    it('fire a cancelable event first, in every mode', async () => {
      for (const way of ['dialog', 'inline', 'event']) {
        const { element, script } = await open({ 'view-all': way }, adminLinks);
        const callCount = script.calls.length;
        const before = textOf(element);
        let seen = 0;
        element.addEventListener('view-all', (event) => {
          expect(event.customerId).to.equal(owner);
          seen++;
          if (way !== 'event') event.preventDefault();
        });
        await click(element, 'view-all');
        expect([seen, textOf(element), script.calls.length], way).to.deep.equal([1, before, callCount]);
      }
    });

    it('are a link to the host’s page by default, if the host has one', async () => {
      for (const way of ['', 'page', 'upwards']) {
        const { element } = await open({ 'view-all': way }, adminLinks);
        expect(part<HTMLAnchorElement>(element, 'view-all')!.href).to.equal(
          adminLinks(intent, owner ? { customerId: owner } : {}),
        );
      }
      const { element } = await open({ 'view-all': 'page' }, () => 'javascript:alert(1)');
      expect(part(element, 'view-all')!.localName, 'no link that would run').to.equal('button');
    });

    it('open in a dialog on request, or if the host has no page', async () => {
      for (const [way, links] of [
        ['dialog', adminLinks],
        ['page', undefined],
      ] as const) {
        const { element, latest } = await open({ 'view-all': way }, links);
        await click(element, 'view-all');
        await until(() => part(element, 'dialog')?.querySelectorAll(`[part~=${row}]`).length, 'rows in the dialog');
        expect(rowsIn(element).length, 'behind it the latest').to.equal(latest);
      }
    });

    it('open inline on request, and collapse again', async () => {
      const { element, latest } = await open({ 'view-all': 'inline' }, adminLinks);
      part(element, 'view-all')!.focus();
      await click(element, 'view-all');
      await until(() => rowsIn(element).length > latest, 'all rows');
      expect(headingOf(element)).to.equal(heading);
      expect(parts(element, 'dialog').length).to.equal(0);
      expect(parts(element, 'view-all').length).to.equal(0);
      const focused = await until(() => element.shadowRoot!.activeElement?.getAttribute('part'), 'focus is not lost');
      expect(focused, 'it goes to where they begin').to.be.oneOf(['widget', 'adjust']);
      await click(element, 'view-less');
      expect(rowsIn(element).length).to.equal(latest);
      await click(element, 'view-all');
      await until(() => rowsIn(element).length > latest, 'all rows again');
    });

    it('collapse for another customer, and when the mode changes', async () => {
      const { element, dashboard, latest } = await open({ 'view-all': 'inline' });
      await click(element, 'view-all');
      await until(() => rowsIn(element).length > latest, 'all rows');
      element.setAttribute('view-all', 'dialog');
      await element.updateComplete;
      expect(rowsIn(element).length).to.equal(latest);
      element.setAttribute('view-all', 'inline');
      await until(() => part(element, 'view-less'), 'all rows');
      dashboard.customerId = knownCustomers.wholesale;
      await element.updateComplete;
      expect(part(element, 'view-less') === null).to.equal(owner !== '');
    });
  });
