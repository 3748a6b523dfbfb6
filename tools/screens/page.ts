// The page for screenshots: one scenario of one widget, or the whole dashboard, chosen by the URL.
import { memoryAdapter } from '../../src/adapters/memory/index.ts';
import '../../src/define-all.ts';
import { loadLocale } from '../../src/i18n/locales.ts';
import { frozenNow, frozenZone, type ScenarioName } from '../../src/testing/scenario.ts';
import { scenarios, type WidgetTag } from '../../src/testing/scenarios.ts';
import { stage } from '../../src/testing/stage.ts';
import { textOf, until } from '../../src/testing/kit.ts';

const address = new URLSearchParams(location.search);
const tag = address.get('tag') ?? 'customer-dashboard';
const root = document.documentElement;
root.lang = address.get('lang') ?? 'en-GB';
root.dir = address.get('dir') ?? 'ltr';
root.style.colorScheme = address.get('scheme') ?? 'light';
await loadLocale(root.lang);

async function dashboard(): Promise<boolean> {
  const element = document.createElement('customer-dashboard');
  Object.assign(element, {
    adapter: memoryAdapter(),
    customerId: address.get('customer') ?? 'C-20817',
    timeZone: frozenZone,
    now: frozenNow,
    backHref: '#customers',
  });
  const layout = address.get('layout');
  const tags = ['customer-info', 'order-history', 'notes-panel', 'cross-sell-table', 'credit-balance'];
  if (layout === null) element.append(...tags.map((name) => document.createElement(name)));
  else element.layout = layout;
  document.body.append(element);
  await until(() => element.children.length > 0, 'the widgets');
  const widgets = [...element.children];
  const settled = (widget: Element) =>
    textOf(widget) !== '' && !widget.shadowRoot?.querySelector('[aria-busy="true"], .skeleton');
  await until(() => widgets.every(settled), 'the dashboard');
  return true;
}

async function scenario(): Promise<boolean> {
  const cell = scenarios[tag as WidgetTag][(address.get('state') ?? 'populated') as ScenarioName];
  if ('absent' in cell) return false;
  const { root: box, arrive } = stage(tag, cell, root.lang);
  document.body.append(box);
  await arrive();
  return true;
}

const there = await (tag === 'customer-dashboard' ? dashboard() : scenario());
await document.fonts.ready;
const waiting = () =>
  [...document.querySelectorAll('*')]
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('.skeleton') ?? [])])
    .some((shape) => shape.checkVisibility() && getComputedStyle(shape).visibility === 'hidden');
await until(() => !waiting(), 'what appears after a while');
// Animations would make screenshots differ.
for (const animation of document.getAnimations()) animation.cancel();
root.dataset['ready'] = there ? 'shown' : 'absent';
