import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../define.ts';
import { part, textOf, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import { presets } from './presets.ts';

const press = (keys: string) => executeServerCommand('press', keys);

/** The element that has the focus, through all shadow trees. */
function focused(): HTMLElement {
  let element = document.activeElement as HTMLElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
  return element;
}

/** The widget that an element belongs to, or the dashboard. */
const widgetOf = (element: HTMLElement): string => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : element.localName;
};

/** Opens the page of the demo, between two stops of the keyboard. */
async function open() {
  const [before, after] = ['before', 'after'].map((text) => Object.assign(document.createElement('button'), { text }));
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  Object.assign(element, {
    adapter: shopAdapter({ links: () => null }),
    customerId: knownCustomers.ingrid,
    locale: 'en-GB',
    timeZone: frozenZone,
    now: frozenNow,
    layout: 'default',
    arrangeable: true,
    backHref: '#customers',
  });
  element.style.inlineSize = '1280px';
  document.body.append(before!, element, after!);
  await until(() => element.children.length === presets['default']!.widgets.length, 'the widgets', 60_000);
  const isSettled = (widget: Element) =>
    textOf(widget) !== '' && !widget.shadowRoot?.querySelector('[aria-busy="true"], .skeleton');
  await until(() => [...element.children].every(isSettled), 'their content', 60_000);
  await until(() => part(element.querySelector('order-history')!, 'search'), 'the tools');
  before!.focus();
  return { element, before: before!, after: after! };
}

/** `true` if an element, or the box that it is in, shows that it has the focus, and nothing hides it. */
function isVisible(element: HTMLElement): boolean {
  // A radio button covers its label, and is transparent.
  const box = element.closest('label') ?? element;
  const line: HTMLElement[] = [];
  for (let one: HTMLElement | null = box; one; one = one.parentElement) line.push(one);
  const hasRing = line.slice(0, 3).some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
  const isShown = line.every((one) => getComputedStyle(one).opacity === '1');
  const { width, height, bottom, top } = box.getBoundingClientRect();
  return hasRing && isShown && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
}

describe('the default page, with the keyboard alone', () => {
  afterEach(() => {
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is walked by Tab: the focus is always visible, in the order of the page, and reaches each row action', async function () {
    this.timeout(120_000);
    const { element, before, after } = await open();
    const stops: HTMLElement[] = [];
    for (let step = 0; step < 400; step++) {
      await press('Tab');
      const stop = focused();
      if (stop === after) break;
      // WebKit scrolls to the element a little later.
      await until(() => isVisible(stop), `a visible focus on ${widgetOf(stop)} ${stop.outerHTML.slice(0, 160)}`);
      stops.push(stop);
    }
    expect(focused() === after, 'the walk ends after the page').to.equal(true);

    const order = stops.map(widgetOf).filter((tag, index, all) => tag !== all[index - 1]);
    const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-widget]')].map(
      ({ dataset }) => dataset['widget'],
    );
    expect(order[0]).to.equal('customer-dashboard');
    expect(order.slice(1), 'each widget once, in its place').to.deep.equal(shown.filter((tag) => order.includes(tag!)));

    const actions = [...element.children].flatMap((widget) => [
      ...widget.shadowRoot!.querySelectorAll<HTMLElement>(
        '.panel :is(.on-row, .note > header > .actions) :is(button, a)',
      ),
      ...widget.shadowRoot!.querySelectorAll<HTMLElement>('.panel :is(button, a).on-row'),
    ]);
    expect(actions.length).to.be.greaterThan(10);
    const missed = actions.filter((action) => !stops.includes(action)).map(({ outerHTML }) => outerHTML.slice(0, 120));
    expect(missed, 'row actions that Tab does not reach').to.deep.equal([]);

    // Back again, by the same stops.
    await press('Shift+Tab');
    expect(focused() === stops.at(-1)).to.equal(true);
    before.focus();
    await press('Tab');
    expect(focused() === stops[0]).to.equal(true);
  });

  it('opens what a button opens with Enter; Escape closes it, and the focus is back on the button', async function () {
    this.timeout(120_000);
    const { element } = await open();
    const names = [
      'view-all',
      'popover-button',
      'change',
      'reply',
      'adjust',
      'create',
      'add',
      'edit',
      'remove',
      'delete',
    ];
    const openers = [...element.children].flatMap((widget) =>
      names.flatMap((name) => part<HTMLElement>(widget, name) ?? []).filter((one) => one.checkVisibility()),
    );
    expect(openers.length).to.be.greaterThan(20);
    for (const opener of openers) {
      const root = opener.getRootNode() as ShadowRoot;
      const name = `${root.host.localName} ${opener.getAttribute('part')}`;
      const opened = () => root.querySelector('dialog[open], :popover-open');
      opener.focus();
      await press('Enter');
      const box = await until(opened, `${name}: what it opens`);
      if (box.localName === 'dialog') await until(() => box.contains(root.activeElement), `${name}: the focus in it`);
      await press('Escape');
      await until(() => !opened(), `${name}: closed`);
      await until(() => root.activeElement === opener, `${name}: the focus back on its opener`);
    }
  });
});
