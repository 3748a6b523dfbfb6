import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { html } from 'lit';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { defineWords } from '../i18n/define-words.ts';
import { addLocale, loadLocale } from '../i18n/locales.ts';
import { deferred, textOf, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scenarios, widgetTags } from './scenarios.ts';

/**
 * Opens every widget, populated. Each has its own adapter, which answers after `delay` milliseconds once it is slowed
 * down.
 */
async function page(now: () => Date = frozenNow) {
  const root = document.body.appendChild(document.createElement('div'));
  let calls = 0;
  const elements = widgetTags.map((tag) => {
    const scenario = scenarios[tag].populated;
    if ('absent' in scenario) throw new Error('every widget can be populated');
    const at = root.appendChild(document.createElement('div'));
    const adapter = counted(scenario.adapter(), () => void calls++);
    provideDashboard(at, { adapter, customerId: scenario.customerId, locale: { timeZone: frozenZone, now } });
    const element = at.appendChild(document.createElement(tag));
    for (const [name, value] of Object.entries(scenario.attributes ?? {})) element.setAttribute(name, value);
    return { element, shows: scenario.shows };
  });
  const isReady = () =>
    !elements.some(({ element }) => element.shadowRoot!.querySelector('[aria-busy=true], .skeleton'));
  for (const { element, shows } of elements) await until(() => textOf(element).includes(shows), shows);
  await until(isReady, 'all data');
  return { root, elements: elements.map(({ element }) => element), calls: () => calls };
}

/** Calls a function at every read and write. */
const counted = <A extends object>(adapter: A, called: () => void): A =>
  new Proxy(adapter, {
    get(target, name) {
      const port: unknown = Reflect.get(target, name);
      if (Array.isArray(port)) return port;
      if (typeof port === 'object' && port !== null) return counted(port, called);
      if (typeof port !== 'function') return port;
      return (...args: unknown[]) => {
        // Links and subscriptions are not reads.
        if (name !== 'links' && name !== 'watch') called();
        return Reflect.apply(port, target, args) as unknown;
      };
    },
  });

// Notes are excluded: their text is the operators' own.
const english = /£[\d,]+\.\d\d\b(?! credit, #)/;
const indonesian = /£[\d.]+,\d\d\b/;

/**
 * Returns the languages that amounts and words are in, per frame until `end`: `en`, `id`, or both, which is an error.
 */
async function frames(elements: readonly Element[], end: Promise<unknown>): Promise<Set<string>> {
  const seen = new Set<string>();
  let over = false;
  void end.then(() => (over = true));
  for (let last = false; !last;) {
    await new Promise(requestAnimationFrame);
    last = over;
    const texts = elements.map(textOf);
    const written = texts.flatMap((text) => [
      ...(english.test(text) || text.includes('Orders') ? ['en'] : []),
      ...(indonesian.test(text) || text.includes('Pesanan') ? ['id'] : []),
    ]);
    seen.add([...new Set(written)].sort().join('+'));
  }
  return seen;
}

describe('switching the page’s language', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('lang');
  });

  it('updates all widgets at once, words and formats together, also if the words must load', async function () {
    this.timeout(40_000);
    const words = deferred();
    addLocale('id', () => words.promise.then(() => import('../locales/id.ts')));
    document.documentElement.lang = 'en-GB';
    const { elements } = await page();
    for (const turn of ['words have to come', 'words are there']) {
      const arrived = deferred();
      const looked = frames(elements, arrived.promise);
      document.documentElement.lang = 'id';
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (turn === 'words have to come')
        expect(elements.map((element) => indonesian.test(textOf(element)))).to.not.include(true);
      words.resolve();
      await until(() => elements.every((element) => !english.test(textOf(element))), 'Indonesian everywhere');
      expect(elements.filter((element) => indonesian.test(textOf(element))).length).to.be.greaterThan(2);
      arrived.resolve();
      expect(
        [...(await looked)].filter((written) => written.includes('+')),
        turn,
      ).to.deep.equal([]);
      document.documentElement.lang = 'en-GB';
      await until(() => elements.every((element) => !indonesian.test(textOf(element))), 'English again');
    }
  });

  it('updates the text when the host adds its own wording', async () => {
    const put = () => document.body.appendChild(document.createElement('notes-panel'));
    const panels = [put(), put()];
    await until(() => panels.every((panel) => textOf(panel).includes('Notes')), 'our wording');
    addLocale('en', () => Promise.resolve({ catalogue: { 'notes-panel': { heading: 'Team remarks' } } }));
    await until(() => panels.some((panel) => textOf(panel).includes('Team remarks')), 'the wording of the host');
    expect(panels.every((panel) => textOf(panel).includes('Team remarks'))).to.equal(true);
    addLocale('en', () => Promise.resolve({ catalogue: {} }));
    await until(() => panels.every((panel) => textOf(panel).includes('Notes')), 'our wording again');
  });

  it('follows the nearest ancestor, through shadow roots, and keeps explicit settings', async () => {
    const outer = document.body.appendChild(document.createElement('div'));
    const inner = outer.attachShadow({ mode: 'closed' }).appendChild(document.createElement('section'));
    const within = inner.attachShadow({ mode: 'open' });
    const outside = document.body.appendChild(document.createElement('div'));
    const put = (root: Node) => root.appendChild(document.createElement('notes-panel'));
    const [deep, other] = [put(within), put(outside)];
    await Promise.all([deep.updateComplete, other.updateComplete]);
    const locales = () => [deep.l10n.locale, other.l10n.locale];
    const shown = () => [deep, other].map((element) => /Catatan/.test(textOf(element)));
    inner.lang = 'id';
    await until(() => shown()[0], 'Indonesian below');
    expect([locales(), shown()]).to.deep.equal([
      ['id', 'en'],
      [true, false],
    ]);
    inner.removeAttribute('lang');
    await until(() => !shown()[0], 'English again');
    outer.lang = 'id_ID';
    await until(() => shown()[0], 'from further out');
    document.documentElement.lang = 'id';
    await until(() => shown()[1], 'from the page');
    inner.lang = 'not a language';
    await until(() => !shown()[0], 'English for an unknown locale');
  });
});

describe('a widget that is added to a page in another language', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('lang');
  });

  /** Defines a host's own widget, whose words load when the test allows it. */
  function defineLoyalty() {
    const arrival = deferred();
    const words = defineWords(
      'acme-loyalty',
      { heading: 'Loyalty' },
      { id: () => arrival.promise.then(() => ({ words: { heading: 'Loyalitas' } })) },
    );
    class AcmeLoyalty extends DashboardElement {
      static readonly tag = 'acme-loyalty';
      override refresh(): void {}
      protected override render() {
        return html`<h2>${this.l10n.words(words).heading}</h2>`;
      }
    }
    define(AcmeLoyalty);
    return arrival;
  }

  it('waits for its words, so English never appears, and delays no other widget', async () => {
    document.documentElement.lang = 'id';
    await loadLocale('id');
    const notes = document.body.appendChild(document.createElement('notes-panel'));
    await until(() => textOf(notes).includes('Catatan'), 'Indonesian');
    const arrival = defineLoyalty();
    const seen = new Set<string>();
    const look = () => void seen.add(textOf(late));
    const late = document.body.appendChild(document.createElement('acme-loyalty'));
    for (let frame = 0; frame < 5; frame++) {
      await new Promise(requestAnimationFrame);
      look();
    }
    (notes as DashboardElement).requestUpdate();
    await (notes as DashboardElement).updateComplete;
    expect(textOf(notes)).to.include('Catatan');
    arrival.resolve();
    await until(() => (look(), textOf(late)), 'the late widget');
    expect([...seen].map((text) => text.trim())).to.deep.equal(['', 'Loyalitas']);
  });
});

describe('midnight', () => {
  afterEach(() => document.body.replaceChildren());

  it('updates “today” in every widget at once, without a read', async function () {
    this.timeout(40_000);
    let clock = () => frozenNow().getTime();
    const { root, elements, calls } = await page(() => new Date(clock()));
    const today = () => elements.map((element) => /\btoday\b/i.test(textOf(element)));
    expect(today().filter(Boolean).length).to.be.greaterThan(2);
    const read = calls();
    // In November, midnight in this zone is 00:00 UTC.
    const midnight = Date.parse('2026-11-19T00:00:00Z');
    const started = performance.now();
    clock = () => midnight - 300 + performance.now() - started;
    // Adding another widget resets the timer.
    root.appendChild(document.createElement('notes-panel'));
    const text = new Set<number>();
    await until(() => {
      const count = today().filter(Boolean).length;
      text.add(count);
      return count === 0;
    }, 'no widget calls yesterday today');
    // A busy machine draws late, but no widget waits for its next read.
    expect(clock()).to.be.within(midnight, midnight + 10_000);
    expect(text.size, 'all before, none after').to.equal(2);
    expect(calls(), 'calls of the adapter').to.equal(read);
  });
});

describe('observing language and day', () => {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const { observe, disconnect } = MutationObserver.prototype;

  afterEach(() => {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    Object.assign(MutationObserver.prototype, { observe, disconnect });
    document.body.replaceChildren();
  });

  it('needs one observer and one timer for all widgets, and stops with the last of them', async () => {
    document.body.replaceChildren();
    const waiting = new Set<unknown>();
    const observing = new Set<MutationObserver>();
    let observers = 0;
    const longest = 60_000;
    Object.assign(globalThis, {
      setTimeout: (act: () => void, delay = 0) => {
        const timer = set(act, delay);
        if (delay === longest) waiting.add(timer);
        return timer;
      },
      clearTimeout: (timer: ReturnType<typeof set>) => {
        waiting.delete(timer);
        clear(timer);
      },
    });
    MutationObserver.prototype.observe = function (node, options) {
      if (options?.attributeFilter?.includes('lang') && !observing.has(this)) {
        observing.add(this);
        observers++;
      }
      observe.call(this, node, options);
    };
    MutationObserver.prototype.disconnect = function () {
      observing.delete(this);
      disconnect.call(this);
    };
    const { root, elements } = await page();
    // The observer is in a chunk that loads after the first render.
    await until(() => waiting.size && observing.size, 'something that watches');
    expect([waiting.size, observing.size, observers]).to.deep.equal([1, 1, 1]);
    const [first, ...others] = [...elements] as Element[] as [Element, ...Element[]];
    for (const element of others) element.remove();
    expect([waiting.size, observing.size]).to.deep.equal([1, 1]);
    first.remove();
    expect([waiting.size, observing.size]).to.deep.equal([0, 0]);
    root.append(first);
    await until(() => waiting.size && observing.size, 'something that watches again');
    expect([waiting.size, observing.size]).to.deep.equal([1, 1]);
    // An update was pending when the element was removed.
    first.remove();
    await new Promise(requestAnimationFrame);
    expect([waiting.size, observing.size]).to.deep.equal([0, 0]);
  });
});
