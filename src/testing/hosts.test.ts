import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import type { CustomerDashboard } from '../dashboard/customer-dashboard.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { elements, pixel } from './colors.ts';
import { parts, textOf, type, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const five = ['customer-info', 'order-history', 'notes-panel', 'cross-sell-table', 'credit-balance'];

/** Opens a customer's page with a fixed width, in a host whose styles and scripts affect everything around it. */
function open(width = 1000) {
  const script = scripted<Adapter>(shopAdapter());
  const dashboard = document.createElement('customer-dashboard') as CustomerDashboard;
  dashboard.append(...five.map((tag) => document.createElement(tag)));
  Object.assign(dashboard, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: 'en-GB',
    timeZone: frozenZone,
    now: frozenNow,
    backHref: '#customers',
  });
  const root = document.createElement('div');
  for (const [name, value] of [
    ['inline-size', `${width}px`],
    ['display', 'block'],
    ['padding', '0'],
    ['border', '0'],
  ])
    root.style.setProperty(name!, value!, 'important');
  root.append(dashboard);
  document.body.append(root);
  return { root, dashboard, script };
}

/** Widgets whose figures get their explanations from a lazily loaded chunk. */
const explaining = ['customer-info', 'cross-sell-table', 'credit-balance'];

const isSettled = (dashboard: Element): boolean =>
  five.every((tag) => {
    const shadow = dashboard.querySelector(tag)?.shadowRoot;
    if (!shadow?.textContent?.trim() || shadow.querySelector('[aria-busy=true], .skeleton')) return false;
    // Telephone numbers become links when another lazy chunk has arrived.
    if (tag === 'customer-info' && !shadow.querySelector('a[href^="tel:"]')) return false;
    return !explaining.includes(tag) || shadow.querySelector('.explain') !== null;
  });

async function ready(width?: number) {
  const opened = open(width);
  await until(() => isSettled(opened.dashboard), 'all widgets');
  for (const animation of document.getAnimations()) animation.cancel();
  return opened;
}

const PROPERTIES = [
  ...['display', 'position', 'visibility', 'opacity', 'overflow', 'cursor', 'fill', 'stroke', 'color'],
  ...['inline-size', 'block-size', 'background-color', 'background-image', 'box-shadow', 'text-shadow', 'outline'],
  ...['border-block-start', 'border-block-end', 'border-inline-start', 'border-inline-end', 'border-radius'],
  ...['margin-block', 'margin-inline', 'padding-block', 'padding-inline', 'gap'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-variant', 'line-height', 'letter-spacing'],
  ...['word-spacing', 'text-align', 'text-indent', 'text-transform', 'text-decoration', 'white-space', 'word-break'],
];

/** Returns the style of each element in the shadow roots, and the lines between the widgets. */
function stylesIn(dashboard: CustomerDashboard): string[] {
  const inside = [dashboard, ...five.map((tag) => dashboard.querySelector(tag)!)].flatMap(({ shadowRoot }) => [
    ...elements(shadowRoot!),
  ]);
  const all = inside.map((element) => {
    const style = getComputedStyle(element);
    const values = PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.localName}.${element.getAttribute('class') ?? ''} ${values.join('; ')}`;
  });
  const lines = five.map((tag) => {
    const style = getComputedStyle(dashboard.querySelector(tag)!);
    return `${tag} ${style.borderBlockStartWidth}; ${style.borderInlineStartWidth}`;
  });
  return [...all, ...lines];
}

/** Lists the differences per property, once per kind of element, so that a failure is readable. */
const differences = (before: readonly string[], after: readonly string[]): string[] => {
  const all = before.flatMap((line, index) => {
    const [was, is] = [line.split('; '), (after[index] ?? '').split('; ')];
    return was.flatMap((value, at) => (value === is[at] ? [] : [`${was[0]!.split(' ')[0]} ${value} → ${is[at]}`]));
  });
  return [...new Set(all)];
};

async function adopt(css: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  await sheet.replace(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Returns a published style sheet of a package, without its fonts and images. */
const published = async (path: string): Promise<string> =>
  (await (await fetch(`/node_modules/${path}`)).text()).replaceAll(/@font-face\s*\{[^}]*\}|@charset[^;]*;/g, '');

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'a reset of all styles': () =>
    '* { padding: 0; margin: 0; box-sizing: content-box; font: 8px serif; color: red; border: 0; line-height: 3; }',
  'a root of 62.5%': () => 'html { font-size: 62.5%; } body { font-size: 1.4rem; }',
  'Bootstrap 3': () => published('bootstrap-3/dist/css/bootstrap.css'),
  'Bootstrap 5': () => published('bootstrap/dist/css/bootstrap.css'),
  'the preflight of Tailwind': () => published('tailwindcss/preflight.css'),
  'a table cell of an old admin': () => `div {
    color: #777; cursor: help; font: italic small-caps 700 9px/3 monospace; letter-spacing: 2px; list-style: square;
    text-align: center; text-indent: 2em; text-shadow: 1px 1px red; text-transform: uppercase; white-space: nowrap;
    word-break: break-all; word-spacing: 1em; border-collapse: collapse; }`,
};

interface Around {
  readonly styles: number;
  readonly head: string;
  readonly attributes: string;
  readonly globals: string;
}

/** Returns the parts of a page around the widgets. */
const around = (): Around => ({
  styles: document.adoptedStyleSheets.length + document.styleSheets.length,
  head: document.head.innerHTML,
  attributes: [document.documentElement, document.body]
    .flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`))
    .join(),
  globals: Object.keys(window).sort().join(),
});

describe('host pages', () => {
  let plain: string[];
  before(async () => {
    const { dashboard } = await ready();
    plain = stylesIn(dashboard);
    document.body.replaceChildren();
  });
  afterEach(() => {
    document.body.replaceChildren();
    document.adoptedStyleSheets = [];
    document.documentElement.removeAttribute('class');
    document.body.removeAttribute('style');
  });

  for (const [name, css] of Object.entries(pages))
    it(`${name} changes nothing inside the widgets`, async () => {
      await adopt(await css());
      const { dashboard } = await ready();
      expect(differences(plain, stylesIn(dashboard))).to.deep.equal([]);
    });

  it('the comparison covers the computed styles', () => {
    expect(plain.length).to.be.greaterThan(500);
    expect(plain.find((line) => line.startsWith('div.widget'))).to.contain('font-size: 14px');
    expect(plain.find((line) => line.startsWith('header.header'))).to.contain('padding-inline: 24px');
    expect(
      differences(
        plain,
        plain.map((line) => line.replace('14px', '13px')),
      ),
    ).to.not.be.empty;
  });

  it('zoom keeps the proportions', async () => {
    document.body.style.zoom = '1.5';
    const { dashboard } = await ready();
    const { width } = dashboard.querySelector('notes-panel')!.getBoundingClientRect();
    const note = parts(dashboard.querySelector('notes-panel')!, 'note')[0]!;
    expect(getComputedStyle(note).fontSize).to.equal('14px');
    expect(width / note.getBoundingClientRect().width).to.be.closeTo(1, 0.01);
    expect(dashboard.scrollWidth).to.be.at.most(dashboard.clientWidth);
  });

  it('a scaled container shows the whole widget, and its overlays in view', async () => {
    const { root, dashboard } = await ready();
    root.style.transform = 'scale(0.6)';
    root.style.transformOrigin = '0 0';
    expect(differences(plain, stylesIn(dashboard))).to.deep.equal([]);
    const notes = dashboard.querySelector('notes-panel')!;
    parts(notes, 'view-all')[0]!.click();
    const dialog = await until(() => notes.shadowRoot!.querySelector('dialog:modal'), 'dialog');
    const box = dialog.getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.top).to.be.at.least(0);
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.bottom).to.be.at.most(innerHeight);
    await until(() => dialog.querySelectorAll('[part~=note]').length > 3, 'all notes');
  });

  it('a class on the root switches to dark, by color scheme or tokens, without a request', async () => {
    await adopt(`.dark { color-scheme: dark; }
      .night { --clientele-background: #101418; --clientele-foreground: #eef; --clientele-accent: #9cf; }`);
    const { dashboard, script } = await ready();
    const callCount = script.calls.length;
    const panel = () => getComputedStyle(parts(dashboard.querySelector('notes-panel')!, 'panel')[0]!);
    const surface = () => pixel(panel().backgroundColor);
    expect(surface()).to.deep.equal(pixel('#ffffff'));
    document.documentElement.className = 'dark';
    expect(surface()).to.deep.equal(pixel('#17191c'));
    document.documentElement.className = 'night';
    expect(surface()).to.deep.equal(pixel('#101418'));
    expect(pixel(panel().color)).to.deep.equal(pixel('#eeeeff'));
    document.documentElement.className = '';
    expect(surface()).to.deep.equal(pixel('#ffffff'));
    expect(script.calls.length).to.equal(callCount);
  });

  it('an admin that moves, wraps and reorders its DOM loses nothing and causes no request', async () => {
    const { root, dashboard, script } = await ready();
    const notes = dashboard.querySelector('notes-panel')!;
    type(notes.shadowRoot!.querySelector('textarea')!, 'Half a note');
    await until(() => textOf(notes).includes('Draft, not saved'), 'draft');
    const callCount = script.calls.length;
    const before = textOf(notes);
    const shell = document.createElement('main');
    // Wraps the page's content, moves it back, removes and re-adds it, and reorders the widgets.
    root.replaceChildren(shell);
    shell.append(dashboard);
    document.body.append(shell);
    shell.remove();
    document.body.prepend(shell);
    dashboard.append(...[...dashboard.children].reverse());
    document.body.insertBefore(dashboard, shell);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isSettled(dashboard)).to.equal(true);
    expect(textOf(notes)).to.equal(before);
    expect(notes.shadowRoot!.querySelector('textarea')!.value).to.equal('Half a note');
    expect(script.calls.length).to.equal(callCount);
  });

  it('an admin that replaces its DOM gets widgets that find their provider, and read once', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const root = document.body.appendChild(document.createElement('div'));
    const { ingrid: customerId } = knownCustomers;
    provideDashboard(root, { adapter: script.adapter, customerId, locale: { locale: 'en-GB', now: frozenNow } });
    root.append(document.createElement('notes-panel'));
    const notes = () => root.querySelector('notes-panel')!;
    await until(() => parts(notes(), 'note').length, 'notes');
    const before = textOf(notes());
    // A shallow clone keeps only the tag and the attributes, as HTML markup would.
    notes().replaceWith(notes().cloneNode());
    await until(() => parts(notes(), 'note').length, 'notes again');
    expect(textOf(notes())).to.equal(before);
    expect(script.callsTo('notes.list').length).to.equal(2);
  });

  it('widgets leave nothing behind outside of themselves', async () => {
    document.documentElement.setAttribute('class', 'admin');
    const was = around();
    const { root, dashboard } = await ready();
    const attributes = () => [dashboard, ...dashboard.children].flatMap((element) => [...element.attributes]);
    expect(attributes().map(({ name }) => name)).to.deep.equal([]);
    expect([...root.querySelectorAll('*')].length).to.equal(1 + five.length);
    expect(around()).to.deep.equal(was);
    root.remove();
    expect(around()).to.deep.equal(was);
  });
});
