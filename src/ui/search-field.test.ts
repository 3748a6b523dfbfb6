import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { axeFaults } from '../testing/axe.ts';
import { part, type, until } from '../testing/kit.ts';
import { SearchField, searchStyles } from './search-field.ts';
import { widgetStyles } from './styles.ts';

const delay = 20;

class SearchOwner extends DashboardElement {
  static readonly tag = 'search-owner';
  static override styles = [...widgetStyles, searchStyles];
  /** The search text before each render: each value would be a request. */
  readonly queries: string[] = [];
  readonly changes: string[] = [];
  readonly search = new SearchField(this, { delay, onSearch: (text) => this.changes.push(text) });

  override refresh(): void {}

  protected override render() {
    const query = `${this.activeCustomer}:${this.search.text}`;
    if (this.queries.at(-1) !== query) this.queries.push(query);
    const found = this.search.text === 'cup' ? { count: 3, total: 1047 } : undefined;
    return html`<div class="widget">
      ${this.search.render({ label: 'Find orders', hint: 'Number or product', found })}
    </div>`;
  }
}
define(SearchOwner);

async function put(locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, { adapter: {}, customerId: 'A', locale: { locale } });
  const element = root.appendChild(document.createElement('search-owner') as SearchOwner);
  await element.updateComplete;
  return { root, dashboard, element };
}

const press = (keys: string) => executeServerCommand('press', keys);
const field = (element: Element) => part<HTMLInputElement>(element, 'input')!;
/** Timers with the same delay fire in order, so the field's timer has fired before this one. */
const moment = () => new Promise((resolve) => setTimeout(resolve, delay));
const clear = (element: Element) => part(element, 'button');
const count = (element: Element) => part(element, 'search-count')!.textContent!.trim();

describe('search field', () => {
  afterEach(() => document.body.replaceChildren());

  it('searches once for the latest text, after a delay', async () => {
    const { element } = await put();
    for (const text of ['c', 'cu', 'cup ']) type(field(element), text);
    await element.updateComplete;
    expect(element.changes, 'not yet').to.deep.equal([]);
    await until(() => element.changes.length, 'searched');
    expect(element.changes).to.deep.equal(['cup']);
    await element.updateComplete;
    expect(element.queries).to.deep.equal(['A:', 'A:cup']);
    expect(field(element).value, 'as it was typed').to.equal('cup ');
  });

  it('shows how many of how many were found', async () => {
    const { element } = await put();
    expect(part(element, 'search-count')!.getAttribute('role'), 'there before its text').to.equal('status');
    element.search.search('cup');
    await until(() => count(element) === '3 of 1,047', 'found');
    element.search.search('');
    await until(() => count(element) === '', 'nothing to be found');
  });

  it('searches at once on Enter and when it is cleared', async () => {
    const { element } = await put();
    type(field(element), 'cup');
    field(element).focus();
    await press('Enter');
    expect(element.changes).to.deep.equal(['cup']);
    type(field(element), '');
    expect(element.changes).to.deep.equal(['cup', '']);
  });

  it('clears on Escape; Escape in an empty field reaches the container', async () => {
    const { element } = await put();
    const outside: boolean[] = [];
    element.addEventListener(
      'keydown',
      ({ key, defaultPrevented }) => key === 'Escape' && outside.push(defaultPrevented),
    );
    element.search.search('cup');
    await until(() => field(element).value === 'cup', 'shown');
    field(element).focus();
    await press('Escape');
    await until(() => field(element).value === '', 'cleared');
    expect(element.search.text).to.equal('');
    expect(outside).to.deep.equal([]);
    await press('Escape');
    expect(outside).to.deep.equal([false]);
  });

  it('has a clear button, and keeps the focus in the field', async () => {
    const { element } = await put();
    expect(clear(element)).to.equal(null);
    type(field(element), 'cup');
    const button = await until(() => clear(element), 'the button');
    expect(button.getAttribute('aria-label')).to.equal('Clear search');
    button.focus();
    await press('Enter');
    await until(() => !clear(element), 'gone');
    expect(element.shadowRoot!.activeElement === field(element), 'focus').to.equal(true);
    expect(element.search.text).to.equal('');
  });

  it('does not search for half a surrogate pair', async () => {
    const { element } = await put();
    const input = field(element);
    input.value = 'か';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    expect(element.changes).to.deep.equal([]);
    input.value = '花';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await until(() => element.changes.length, 'searched');
    expect(element.changes).to.deep.equal(['花']);
  });

  it('belongs to its customer: it is neither shown nor run for another one', async () => {
    const { element, dashboard } = await put();
    element.search.search('cup');
    await until(() => field(element).value === 'cup', 'shown');
    type(field(element), 'cups');
    dashboard.customerId = 'B';
    await until(() => element.queries.includes('B:'), 'the next customer');
    expect(field(element).value).to.equal('');
    await moment();
    type(field(element), 'mug');
    await until(() => element.changes.includes('mug'), 'searched');
    await element.updateComplete;
    expect(element.queries).to.deep.equal(['A:', 'A:cup', 'B:', 'B:mug']);
    expect(element.changes).to.deep.equal(['cup', 'mug']);
  });

  it('drops text that was not searched yet when customer or adapter changes', async () => {
    const { element, dashboard } = await put();
    type(field(element), 'cup');
    dashboard.customerId = 'B';
    await element.updateComplete;
    dashboard.customerId = 'A';
    await element.updateComplete;
    expect(field(element).value, 'back at the first').to.equal('');
    type(field(element), 'mug');
    await element.updateComplete;
    dashboard.adapter = {};
    await element.updateComplete;
    expect(field(element).value, 'the same id in another shop').to.equal('');
    await moment();
    expect(element.changes).to.deep.equal([]);
  });

  it('runs a pending search after a move, and leaves no timer behind', async () => {
    const { element, root } = await put();
    type(field(element), 'cup');
    element.remove();
    await moment();
    expect(element.changes).to.deep.equal([]);
    root.append(element);
    await until(() => element.changes.length, 'searched');
    expect(element.changes).to.deep.equal(['cup']);
  });

  it('passes axe, empty and filled', async () => {
    const { element } = await put();
    expect(await axeFaults(element)).to.deep.equal([]);
    element.search.search('cup');
    await until(() => count(element), 'found');
    expect(await axeFaults(element)).to.deep.equal([]);
    const { width, height } = clear(element)!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(23.9);
  });
});
