import { expect } from 'chai';
import { html } from 'lit';
import type { Adapter } from '../../adapter/adapter.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { define } from '../../element/define.ts';
import { Lazy } from '../../element/lazy.ts';
import { deferred, mount, part, type, unmountAll, until, type Deferred } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { openFailed } from '../../ui/state-view.ts';
import { NoteActions } from './note-actions.ts';
import { NoteComposer } from './note-composer.ts';

const { ingrid, noOrders } = knownCustomers;
const arrivals: Deferred<void>[] = [];

/** A form for new notes whose module arrives when the test lets it. */
class TestComposer extends DashboardElement {
  static readonly tag = 'test-note-composer';
  readonly actions: Lazy<NoteActions> = new Lazy(this, async () => {
    const arrival = deferred();
    arrivals.push(arrival);
    await arrival.promise;
    return new NoteActions(this.composer);
  });
  readonly composer = new NoteComposer(this, this.actions, () => this.renderRoot);

  override refresh(): void {}

  protected override render() {
    return html`${openFailed(this.actions, this.l10n)}${this.composer.render({ state: 'allowed' })}`;
  }
}
define(TestComposer);

describe('notes-panel: a note saved before its module has loaded', () => {
  beforeEach(() => void (arrivals.length = 0));
  afterEach(unmountAll);

  function put() {
    const script = scripted<Adapter>(shopAdapter());
    const element = mount<TestComposer>('test-note-composer', { adapter: script.adapter, customerId: ingrid });
    const sent = () => script.callsTo('notes.create').map(({ args }) => [args[0], (args[1] as { body: string }).body]);
    return { element, sent };
  }
  const field = (element: Element) => element.shadowRoot!.querySelector('textarea')!;
  const saveButton = (element: Element) => part<HTMLButtonElement>(element, 'save')!;

  async function save(element: TestComposer, text: string): Promise<void> {
    await element.updateComplete;
    type(field(element), text);
    await element.updateComplete;
    saveButton(element).click();
    await element.updateComplete;
  }

  it('waits for it and is sent once; text typed meanwhile is the next note', async () => {
    const { element, sent } = put();
    await save(element, 'First');
    expect([saveButton(element).textContent.trim(), arrivals.length, sent()]).to.deep.equal(['Saving', 1, []]);
    await save(element, 'First and more');
    arrivals[0]!.resolve();
    await until(() => element.announcement === 'Note saved.', 'saved');
    expect(sent()).to.deep.equal([[ingrid, 'First']]);
    expect(field(element).value).to.equal('First and more');
    await save(element, 'Second');
    await until(() => field(element).value === '', 'the next one, at once');
    expect([arrivals.length, sent().length]).to.deep.equal([1, 2]);
  });

  it('moves no focus that is elsewhere on the page by then', async () => {
    const { element } = put();
    await element.updateComplete;
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    element.composer.focusComposer();
    await element.updateComplete;
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
    element.composer.focusComposer();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement === field(element)).to.equal(true);
  });

  it('is sent for its customer after another one is shown', async () => {
    const { element, sent } = put();
    await save(element, 'About Ingrid');
    element.customerId = noOrders;
    await save(element, 'About the other');
    arrivals[0]!.resolve();
    await until(() => sent().length === 2 && field(element).value === '', 'both');
    expect(sent()).to.deep.equal([
      [ingrid, 'About Ingrid'],
      [noOrders, 'About the other'],
    ]);
    element.customerId = ingrid;
    await element.updateComplete;
    expect(field(element).value).to.equal('');
  });

  it('is not sent to an adapter that replaces its own', async () => {
    const { element, sent } = put();
    const other = scripted<Adapter>(shopAdapter());
    const own = element.adapter;
    await save(element, 'First');
    element.adapter = other.adapter;
    await element.updateComplete;
    arrivals[0]!.resolve();
    await until(() => element.actions.module, 'the module');
    await element.updateComplete;
    element.adapter = own!;
    await element.updateComplete;
    expect([sent(), other.callsTo('notes.create'), field(element).value]).to.deep.equal([[], [], 'First']);
  });

  it('says that loading has failed, keeps the text, and is sent after a retry', async () => {
    const { element, sent } = put();
    await save(element, 'First');
    arrivals[0]!.reject(new TypeError('Failed to fetch'));
    const retry = await until(() => element.shadowRoot!.querySelector<HTMLButtonElement>('.notice button'), 'said');
    expect([field(element).value, saveButton(element).textContent.trim()]).to.deep.equal(['First', 'Save note']);
    retry.click();
    arrivals[1]!.resolve();
    await until(() => field(element).value === '', 'saved');
    expect(sent()).to.deep.equal([[ingrid, 'First']]);
  });

  for (const [what, change, kept] of [
    ['edited', (element) => type(field(element), 'First of all'), 'First of all'],
    ['discarded', (element) => part(element, 'discard')!.click(), ''],
  ] satisfies [string, (element: TestComposer) => void, string][])
    it(`is not sent after a failure to load if the text was ${what}`, async () => {
      const { element, sent } = put();
      await save(element, 'First');
      arrivals[0]!.reject(new TypeError('Failed to fetch'));
      await until(() => element.actions.state === 'failed', 'failed');
      await element.updateComplete;
      change(element);
      element.actions.load();
      arrivals[1]!.resolve();
      await until(() => element.actions.module, 'the module');
      await element.updateComplete;
      expect([sent(), field(element).value]).to.deep.equal([[], kept]);
    });
});
