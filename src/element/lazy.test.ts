import { expect } from 'chai';
import { html } from 'lit';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { controlWords } from '../ui/words.en.ts';
import { deferred, textOf, until, type Deferred } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { defineWords } from '../i18n/define-words.ts';
import { Localization } from '../i18n/localization.ts';
import { importWithWords, Lazy, loadAhead, once } from './lazy.ts';

interface Editor {
  readonly open: (what: string) => string;
}

const arrivals: Deferred<Editor>[] = [];

class LazyOwner extends DashboardElement {
  static readonly tag = 'lazy-owner';
  readonly editor = new Lazy<Editor>(this, () => {
    const arrival = deferred<Editor>();
    arrivals.push(arrival);
    return arrival.promise;
  });
  readonly opened: string[] = [];

  override refresh(): void {}

  edit(what: string): void {
    this.editor.use(({ open }) => this.opened.push(open(what)));
  }

  protected override render() {
    return html`<i>${this.editor.state}: ${this.l10n.words(controlWords).apply}</i>`;
  }
}
define(LazyOwner);

const editor: Editor = { open: (what) => `opened ${what}` };

function put(locale?: string) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, { adapter: {}, customerId: 'A', locale: { locale: locale ?? 'en' } });
  const element = root.appendChild(document.createElement('lazy-owner') as LazyOwner);
  return { root, dashboard, element };
}

const says = (element: Element, text: string) => until(() => textOf(element).startsWith(text), text);

describe('lazy', () => {
  beforeEach(() => {
    arrivals.length = 0;
  });
  afterEach(() => document.body.replaceChildren());

  it('loads once when it is first called, and runs the latest call', async () => {
    const { element } = put();
    await says(element, 'idle');
    expect(arrivals.length).to.equal(0);
    element.edit('n1');
    element.edit('n2');
    await says(element, 'loading');
    expect(arrivals.length).to.equal(1);
    expect(element.opened).to.deep.equal([]);
    arrivals[0]!.resolve(editor);
    await says(element, 'ready');
    await until(() => element.opened.length, 'the wish');
    expect(element.opened).to.deep.equal(['opened n2']);
    element.edit('n3');
    expect(element.opened, 'at once').to.deep.equal(['opened n2', 'opened n3']);
    expect(arrivals.length).to.equal(1);
  });

  it('reports a failed load, and runs the pending call after a retry', async () => {
    const { element } = put();
    element.edit('n1');
    arrivals[0]!.reject(new TypeError('Failed to fetch'));
    await says(element, 'failed');
    element.editor.load();
    await says(element, 'loading');
    arrivals[1]!.resolve(editor);
    await until(() => element.opened.length, 'the wish');
    expect(element.opened).to.deep.equal(['opened n1']);
  });

  for (const [what, leave] of [
    ['shows another customer', ({ dashboard }) => void (dashboard.customerId = 'B')],
    ['shows another shop', ({ dashboard }) => void (dashboard.adapter = {})],
    ['has gone', ({ element }) => element.remove()],
  ] satisfies [string, (there: ReturnType<typeof put>) => void][])
    it(`discards the pending call if the element ${what} meanwhile`, async () => {
      const there = put();
      await says(there.element, 'idle');
      there.element.edit('n1');
      leave(there);
      await there.element.updateComplete;
      arrivals[0]!.resolve(editor);
      await until(() => there.element.editor.module, 'the module');
      await there.element.updateComplete;
      expect(there.element.opened).to.deep.equal([]);
    });

  it('keeps the pending call when the element moves', async () => {
    const { root, element } = put();
    await says(element, 'idle');
    element.edit('n1');
    element.remove();
    root.append(element);
    arrivals[0]!.resolve(editor);
    await until(() => element.opened.length, 'the wish');
  });

  it('loads the words of the module', async () => {
    const { element } = put('id');
    await says(element, 'idle');
    const seen: string[] = [];
    new MutationObserver(() => seen.push(textOf(element))).observe(element.shadowRoot!, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    element.edit('n1');
    arrivals[0]!.resolve(editor);
    await says(element, 'ready: Terapkan');
    expect(seen).to.not.include('ready: Apply');
  });

  it('is not ready before the words are loaded that the module defines', async () => {
    const { element } = put('x-lazy');
    await says(element, 'idle');
    const words = deferred();
    element.edit('n1');
    defineWords(
      'acme-editor',
      { save: 'Save' },
      { 'x-lazy': () => words.promise.then(() => ({ words: { save: 'Sichern' } })) },
    );
    arrivals[0]!.resolve(editor);
    await new Promise(requestAnimationFrame);
    expect([element.editor.state, element.opened]).to.deep.equal(['loading', []]);
    words.resolve();
    await until(() => element.opened.length, 'the wish');
    expect(element.editor.state).to.equal('ready');
  });

  it('imports a module with its words for a single use, such as a file', async () => {
    const { words } = await importWithWords({ requestedLocale: 'x-file' }, () =>
      Promise.resolve({
        words: defineWords('acme-file', { total: 'Total' }, { 'x-file': async () => ({ words: { total: 'Summe' } }) }),
      }),
    );
    expect(Localization.of({ locale: 'x-file' }).words(words).total).to.equal('Summe');
  });

  it('loads ahead when the pointer or the focus enters, and reports no failure', async () => {
    const { element } = put();
    let loads = 0;
    loadAhead(element, () => Promise.reject(new TypeError(`Failed to fetch, ${++loads}`)));
    expect(loads).to.equal(0);
    for (const type of ['pointerenter', 'focusin', 'pointerenter', 'focusin']) element.dispatchEvent(new Event(type));
    await new Promise(requestAnimationFrame);
    expect(loads, 'once each').to.equal(2);
    expect(element.editor.state).to.equal('idle');
  });

  it('imports once, and again after a failure', async () => {
    let imports = 0;
    const load = once(() =>
      ++imports === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('module'),
    );
    const first = [load(), load()].map((one) => one.catch(({ message }: Error) => message));
    expect(await Promise.all(first)).to.deep.equal(['Failed to fetch', 'Failed to fetch']);
    expect(await Promise.all([load(), load()])).to.deep.equal(['module', 'module']);
    expect(imports).to.equal(2);
  });
});
