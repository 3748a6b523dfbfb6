import { expect } from 'chai';
import '../define.ts';
import { textOf, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { widgetTags } from '../../widgets/registry.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import { loadWidget } from '../load-widget.ts';
import { readLayout, type DashboardLayout } from './layout.ts';
import { place } from './placement.ts';
import { presets } from './presets.ts';

const problemsOf = (input: unknown): readonly string[] => {
  const read = readLayout(input);
  return 'problems' in read ? read.problems : [];
};

async function open(layout: DashboardLayout | string, { width = 1200, children = [] as readonly Element[] } = {}) {
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  const problems: string[] = [];
  element.addEventListener('layout-problem', (event) => problems.push(...event.problems));
  Object.assign(element, {
    adapter: shopAdapter(),
    customerId: knownCustomers.ingrid,
    timeZone: frozenZone,
    now: frozenNow,
    layout,
  });
  element.style.inlineSize = `${width}px`;
  element.append(...children);
  document.body.append(element);
  await until(() => element.shadowRoot?.querySelector('.placed'), 'the layout');
  await element.updateComplete;
  return { element, problems };
}

/** The tags of the widgets, in the order in which they are shown, by where they stand. */
const shownIn = (element: Element): readonly string[] =>
  [...element.shadowRoot!.querySelectorAll('slot[name]')].flatMap((slot) =>
    (slot as HTMLSlotElement).assignedElements().map(({ localName }) => localName),
  );
const boxOf = (element: Element, tag: string) => element.querySelector(tag)!.getBoundingClientRect();

describe('the layout of a dashboard', () => {
  afterEach(() => {
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is read from JSON, and a fault names the member and what is wrong with it', () => {
    expect(problemsOf('{"widgets": [')[0]).to.match(/^The layout is not JSON: ./);
    const wrong = {
      widgets: [
        { tag: 'orders', column: 3 },
        { tag: 'notes-panel', attributes: { onclick: 'alert(1)' }, colour: 'red' },
      ],
    };
    expect(problemsOf(wrong)).to.deep.equal([
      'widgets.0.tag: is not the tag of a custom element',
      'widgets.0.column: has to be (1 | 2), not 3',
      'widgets.1.attributes.onclick: is not an attribute that a layout may set',
      'widgets.1.colour: is not a member of a layout',
    ]);
    expect(problemsOf({})).to.deep.equal(['widgets: is missing']);
    const twice = { widgets: [{ tag: 'notes-panel' }, { tag: 'notes-panel' }] };
    expect(problemsOf(twice)).to.deep.equal(['The layout: has two widgets of one name: give each an id']);
    expect(problemsOf({ widgets: [{ tag: 'notes-panel' }, { tag: 'notes-panel', id: 'mine' }] })).to.deep.equal([]);
  });

  it('falls back to the default and says so, for broken JSON and for an unknown name', async () => {
    for (const layout of ['{', 'nowhere']) {
      const { element, problems } = await open(layout);
      expect(shownIn(element)).to.include.members(['customer-info', 'order-history', 'credit-balance']);
      expect(problems.at(-1)).to.equal('The default layout is shown instead.');
      element.remove();
    }
  });

  it('loads the library’s widgets by tag, with their attributes and headings, beside each other where there is room', async () => {
    const { element } = await open({
      widgets: [
        { tag: 'quotes-panel', column: 1, attributes: { limit: 1 }, heading: { en: 'Offers', id: 'Tawaran' } },
        { tag: 'notes-panel', column: 2 },
      ],
    });
    await until(() => textOf(element.querySelector('quotes-panel')!).includes('Q-1042'), 'the quote');
    const quotes = element.querySelector('quotes-panel')!;
    expect([quotes.limit, quotes.textContent]).to.deep.equal([1, 'Offers']);
    expect(boxOf(element, 'notes-panel').top).to.equal(boxOf(element, 'quotes-panel').top);
    expect(boxOf(element, 'notes-panel').left).to.be.closeTo(boxOf(element, 'quotes-panel').right, 1);
    element.style.inlineSize = '700px';
    await until(() => boxOf(element, 'notes-panel').top >= boxOf(element, 'quotes-panel').bottom, 'one column');
    element.layout = { widgets: [{ tag: 'quotes-panel' }] };
    await until(() => !element.querySelector('notes-panel'), 'the notes are gone');
    expect([quotes.isConnected, quotes.getAttribute('limit'), quotes.textContent]).to.deep.equal([true, null, '']);
  });

  it('places the host’s own children by slots: they neither move nor reconnect, and are given back', async () => {
    const own = document.createElement('div');
    const notes = document.createElement('notes-panel');
    notes.setAttribute('limit', '1');
    const tag = 'host-badge';
    let connected = 0;
    customElements.define(
      tag,
      class extends HTMLElement {
        connectedCallback() {
          connected += 1;
        }
      },
    );
    const badge = document.createElement(tag);
    const { element } = await open(
      { widgets: [{ tag }, { tag: 'customer-info' }, { tag: 'notes-panel', attributes: { limit: 9 } }] },
      { children: [own, notes, badge] },
    );
    expect(shownIn(element)).to.deep.equal([tag, 'customer-info', 'notes-panel']);
    expect(element.querySelectorAll('notes-panel').length).to.equal(1);
    expect([notes.getAttribute('limit'), own.assignedSlot?.name], 'the host’s').to.deep.equal(['1', '']);
    element.layout = { widgets: [{ tag: 'notes-panel' }, { tag }] };
    await until(() => shownIn(element).join() === `notes-panel,${tag}`, 'the other order');
    expect([...element.children].map(({ localName }) => localName)).to.deep.equal(['div', 'notes-panel', tag]);
    expect(connected).to.equal(1);
    element.layout = null;
    await until(() => element.shadowRoot!.querySelector('.placed') === null, 'no layout');
    expect([...element.children].map(({ slot }) => slot)).to.deep.equal(['', '', '']);
  });

  it('keeps a tag that nothing defines, says so, and shows it once it is defined', async () => {
    const layout = { widgets: [{ tag: 'late-widget', attributes: { level: 2 } }, { tag: 'quotes-panel' }] };
    const { element, problems } = await open(layout);
    expect(problems).to.deep.equal(['<late-widget> is not defined on this page, so its place stays empty.']);
    expect(shownIn(element)).to.deep.equal(['quotes-panel']);
    customElements.define('late-widget', class extends HTMLElement {});
    await until(() => shownIn(element).join() === 'late-widget,quotes-panel', 'the late widget');
    expect(element.querySelector('late-widget')!.getAttribute('level')).to.equal('2');
  });

  it('differs by role, and by width', () => {
    const layout: DashboardLayout = {
      sections: [{ id: 'money' }],
      widgets: [
        { tag: 'order-history', column: 1, devices: { narrow: { order: 9 } } },
        { tag: 'notes-panel', column: 2, roles: { viewer: { hidden: true } } },
        { tag: 'credit-balance', section: 'money' },
      ],
    };
    const tags = (role: string, device: 'narrow' | 'wide') =>
      place(layout, { role, device }).map(({ bands }) =>
        bands.map(({ main, end }) => [main, end].map((all) => all.map(({ tag }) => tag).join()).join(' | ')),
      );
    expect(tags('manager', 'wide')).to.deep.equal([['order-history | notes-panel'], ['credit-balance | ']]);
    expect(tags('viewer', 'wide')).to.deep.equal([['order-history | '], ['credit-balance | ']]);
    expect(tags('manager', 'narrow')).to.deep.equal([['notes-panel | ', 'order-history | '], ['credit-balance | ']]);
  });

  it('has sections with headings, links to them, and an anchor that the URL can name', async () => {
    history.replaceState(null, '', '#account');
    const { element } = await open('default');
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=section-link]')];
    const headings = [...element.shadowRoot!.querySelectorAll('[part=section-heading]')].map((one) => one.textContent);
    expect(links.map((link) => link.textContent)).to.deep.equal(headings);
    const section = element.shadowRoot!.querySelector<HTMLElement>('[data-section=products]')!;
    await until(() => scrollY > 0, 'scrolled to the section of the URL');
    scrollTo(0, 0);
    links.find(({ hash }) => hash === '#products')!.click();
    expect(location.hash).to.equal('#products');
    await until(() => Math.abs(section.getBoundingClientRect().top) < innerHeight / 2, 'scrolled to the section');
  });

  it('is shown for a URL with a malformed fragment', async () => {
    history.replaceState(null, '', '#%');
    const { element } = await open({ widgets: [{ tag: 'notes-panel' }] });
    expect(shownIn(element)).to.deep.equal(['notes-panel']);
  });

  it('has presets whose widgets, attributes and columns exist', async () => {
    for (const [name, layout] of Object.entries(presets)) {
      expect(problemsOf(layout), name).to.deep.equal([]);
      for (const { tag, attributes = {} } of layout.widgets) {
        expect(widgetTags, name).to.include(tag);
        await loadWidget(tag)!();
        const { observedAttributes } = customElements.get(tag) as typeof CustomerDashboard;
        for (const attribute of Object.keys(attributes))
          expect(observedAttributes, `${name}: ${tag}`).to.include(attribute);
      }
    }
  });
});
