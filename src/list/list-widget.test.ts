import { expect } from 'chai';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { PageRequest } from '../adapter/options.ts';
import type { ListOperation } from '../data/list-query.ts';
import { textColumn } from '../data/file-table.ts';
import type { ListCapabilities } from '../domain/page.ts';
import { Money } from '../domain/money.ts';
import { define } from '../element/define.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../testing/kit.ts';
import { badge } from '../ui/badge.ts';
import { clock, receipt } from '../ui/icons.ts';
import { opener } from '../ui/opener.ts';
import { widgetStyles } from '../ui/styles.ts';
import { tableStyles } from '../ui/table.ts';
import type { ListTools } from './list-tools.ts';
import { TableWidget, type ListColumn } from './table-widget.ts';

const Quote = v.object({
  id: v.string(),
  customerId: v.string(),
  number: v.string(),
  status: v.string(),
  total: Money,
  validUntil: v.string(),
});
type Quote = v.InferOutput<typeof Quote>;

interface OffersAdapter extends Adapter {
  readonly offers?: {
    readonly capabilities?: { readonly list?: ListCapabilities };
    list(customerId: string, page: PageRequest): Promise<unknown>;
  };
}

const quotes: ListOperation<Quote> = {
  name: 'offers.list',
  schema: Quote,
  call: (adapter, customerId, page) => (adapter as OffersAdapter).offers?.list(customerId, page),
};

const words = {
  heading: 'Quotes',
  allHeading: 'All quotes',
  empty: 'No quotes yet.',
  viewAll: 'View all quotes',
  shownOf: '{shown} of {total} quotes',
  shown: { one: 'First quote', other: 'First {count} quotes' },
  all: { one: '{count} quote', other: '{count} quotes' },
  noMatch: 'No quote has “{text}” in it.',
  clearSearch: 'Show all quotes',
} as const;

/** A list widget as a host page would write it, without translations. */
class QuotesList extends TableWidget<Quote> {
  static readonly tag = 'test-quotes';
  static override styles = [...widgetStyles, tableStyles];

  @property({ type: Number }) limit = 3;

  constructor() {
    super({
      operation: quotes,
      intent: 'quotes',
      icon: receipt,
      limit: 3,
      usualSort: { field: 'number', direction: 'descending' },
    });
  }

  protected override get words() {
    return words;
  }

  protected override get tools(): ListTools<Quote> {
    return {
      search: { label: 'Search quotes' },
      range: { label: 'Valid until' },
      file: {
        what: 'quotes',
        table: () => ({ title: words.heading, columns: [textColumn<Quote>('Number', ({ number }) => number)] }),
      },
    };
  }

  protected override columnsOf(): readonly ListColumn<Quote>[] {
    const { l10n } = this;
    return [
      { name: 'number', heading: 'Number', names: true, sortBy: 'number', text: ({ number }) => number },
      { name: 'status', heading: 'Status', cell: ({ status }) => badge('neutral', clock, status) },
      { name: 'total', heading: 'Total', numeric: true, sortBy: 'total', text: ({ total }) => l10n.amount(total) },
      { name: 'valid', heading: 'Valid until', text: ({ validUntil }) => l10n.day(validUntil) },
    ];
  }

  protected override renderActions() {
    const href = this.link('quote-create');
    if (href === undefined) return nothing;
    return opener({
      label: html`New quote`,
      part: 'create',
      className: 'button',
      opening: { as: 'page', href },
      onOpen: () => {},
    });
  }
}
define(QuotesList);

const quote = (customerId: string, number: number): Quote => ({
  id: `${customerId}-${number}`,
  customerId,
  number: `Q${number}`,
  status: 'sent',
  total: { value: String(number * 10), currency: 'EUR' },
  validUntil: '2026-03-01',
});

interface Shop {
  readonly count?: number;
  readonly can?: ListCapabilities;
  readonly fails?: (page: PageRequest) => boolean;
}

const everything: ListCapabilities = { search: true, sort: ['number', 'total'], range: true };

function shop({ count = 7, can = everything, fails = () => false }: Shop = {}) {
  const asked: PageRequest[] = [];
  const adapter: OffersAdapter = {
    links: (intent) => (intent === 'quote-create' ? '/quotes/new' : null),
    offers: {
      capabilities: { list: can },
      list: (customerId, page) => {
        asked.push(page);
        if (fails(page)) return Promise.reject(new AdapterError('unavailable'));
        const rows = Array.from({ length: count }, (_, index) => quote(customerId, count - index));
        const found = rows.filter(({ number }) => !page.text || number === page.text);
        const sorted = page.sort?.direction === 'ascending' ? found.toReversed() : found;
        const next = found.length > page.first ? 'more' : null;
        return Promise.resolve({ items: sorted.slice(0, page.first), total: found.length, next });
      },
    },
  };
  return { adapter, asked };
}

async function open(options?: Shop, properties: Partial<QuotesList> = {}) {
  const script = shop(options);
  const element = mount<QuotesList>('test-quotes', { adapter: script.adapter, customerId: 'A', ...properties });
  await until(() => textOf(element).includes('quote'), 'the list');
  return { element, ...script };
}

const numbers = (element: Element, scope = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${scope} tbody th`)].map(({ textContent }) => textContent);

async function openAll(element: QuotesList) {
  part(element, 'view-all')!.click();
  await until(() => numbers(element, 'dialog').length > 1, 'all rows');
}

const status = (element: QuotesList) => element.shadowRoot!.querySelector('dialog [role=status]')!.textContent.trim();
const searchFor = (element: QuotesList, text: string) => {
  const field = element.shadowRoot!.querySelector<HTMLInputElement>('dialog .search-input')!;
  type(field, text);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
};

describe('ListWidget', () => {
  afterEach(unmountAll);

  it('shows the first rows, the total, and a link to all rows', async () => {
    const { element } = await open();
    expect(numbers(element)).to.deep.equal(['Q7', 'Q6', 'Q5']);
    expect(part(element, 'count')!.textContent).to.equal('7');
    expect(part(element, 'footer')!.textContent).to.contain('3 of 7 quotes').and.to.contain('View all quotes');
    expect(part(element, 'create')!.getAttribute('href')).to.equal('/quotes/new');
  });

  for (const limit of [0, -1, NaN, '5' as never])
    it(`shows the default number of rows if limit is ${String(limit)}`, async () => {
      const { asked } = await open({}, { limit });
      expect(asked.map(({ first }) => first)).to.deep.equal([3]);
    });

  it('rounds the limit down, and requests one page at most', async () => {
    const { asked } = await open({}, { limit: 2.9 });
    const { asked: askedForMany } = await open({}, { limit: 1000 });
    expect([asked[0]!.first, askedForMany[0]!.first]).to.deep.equal([2, 50]);
  });

  it('renders skeleton rows for one screen at most', async () => {
    const element = mount<QuotesList>('test-quotes', {
      adapter: { offers: { list: () => new Promise(() => {}) } } as OffersAdapter,
      customerId: 'A',
      limit: 40,
    });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector<HTMLElement>('.skeleton-rows')!.style.cssText).to.contain(': 12');
  });

  it('shows all rows in a dialog, with the search that the platform declares', async () => {
    const { element, asked } = await open();
    await openAll(element);
    expect(numbers(element, 'dialog')).to.have.length(7);
    searchFor(element, 'Q4');
    await until(() => numbers(element, 'dialog').join() === 'Q4', 'what was found');
    expect(status(element), 'announced').to.equal('1 quote');
    expect(asked.at(-1)).to.deep.include({ text: 'Q4', first: 50 });
    expect(numbers(element), 'the panel is as it was').to.have.length(3);
  });

  it('hides tools that the platform does not declare', async () => {
    const { element } = await open({ can: { sort: ['total'] } });
    await openAll(element);
    const dialog = part(element, 'dialog')!;
    expect(dialog.querySelector('[part~=search]')).to.equal(null);
    expect(dialog.querySelector('[part~=popover-button]:not(.export-button)')).to.equal(null);
    expect([...dialog.querySelectorAll('[part~=sort]')].map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Total',
    ]);
  });

  it('shows that nothing was found, and clears the search', async () => {
    const { element } = await open();
    await openAll(element);
    searchFor(element, 'Q99');
    await until(() => part(element, 'clear'), 'the way back');
    expect(part(element, 'state')!.textContent).to.contain('No quote has “\u2068Q99\u2069” in it.');
    expect(status(element), 'announced').to.equal('No quote has “\u2068Q99\u2069” in it.');
    part(element, 'clear')!.click();
    await until(() => numbers(element, 'dialog').length === 7, 'all rows');
    expect(status(element)).to.equal('7 quotes');
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('dialog .search-input')!.value).to.equal('');
  });

  it('sorts by a column, and returns to the default order', async () => {
    const { element, asked } = await open();
    await openAll(element);
    const head = () => element.shadowRoot!.querySelector<HTMLElement>('dialog [part~=sort]')!;
    head().click();
    await until(() => numbers(element, 'dialog')[0] === 'Q1', 'from the first');
    expect(asked.at(-1)!.sort).to.deep.equal({ field: 'number', direction: 'ascending' });
    head().click();
    await until(() => numbers(element, 'dialog')[0] === 'Q7', 'from the last');
    // The default order sends no `sort`, and its rows are still cached.
    expect(asked.map(({ sort }) => sort?.direction)).to.deep.equal([undefined, undefined, 'ascending']);
  });

  it('hides the rows of the previous search if the next one fails', async () => {
    const { element } = await open({ fails: ({ text }) => text === 'Q4' });
    await openAll(element);
    searchFor(element, 'Q4');
    await until(() => part(element, 'retry'), 'the error');
    expect(numbers(element, 'dialog')).to.deep.equal([]);
  });

  it('keeps the search field after a search has failed, so that the text can be changed', async () => {
    const { element } = await open({ fails: ({ text }) => text === 'Q4' });
    await openAll(element);
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('dialog .search-input');
    field!.focus();
    searchFor(element, 'Q4');
    await until(() => part(element, 'retry'), 'the error');
    expect(element.shadowRoot!.activeElement === field, 'focus').to.equal(true);
    searchFor(element, 'Q3');
    await until(() => numbers(element, 'dialog').join() === 'Q3', 'the other rows');
  });

  it('resets the search for another customer, and when the dialog is opened again', async () => {
    const { element, asked } = await open();
    await openAll(element);
    searchFor(element, 'Q4');
    await until(() => numbers(element, 'dialog').join() === 'Q4', 'what was found');
    element.customerId = 'B';
    await until(() => !part(element, 'dialog') && numbers(element).length === 3, 'the rows of B');
    await openAll(element);
    expect(numbers(element, 'dialog')).to.have.length(7);
    expect(asked.at(-1)!.text).to.equal(undefined);
  });

  it('shows all rows in the panel, and collapses again', async () => {
    const { element } = await open({}, { viewAll: 'inline' });
    part(element, 'view-all')!.click();
    await until(() => numbers(element).length === 7, 'all rows');
    expect(part(element, 'heading')!.textContent).to.equal('All quotes');
    part(element, 'view-less')!.click();
    await until(() => numbers(element).length === 3, 'the first rows');
  });

  it('shows an empty state', async () => {
    const script = shop({ count: 0 });
    const element = mount<QuotesList>('test-quotes', { adapter: script.adapter, customerId: 'A' });
    await until(() => textOf(element).includes('No quotes yet.'), 'the words');
    expect(part(element, 'footer')).to.equal(null);
  });

  it('offers an export of the rows on screen', async () => {
    const { element } = await open();
    await openAll(element);
    expect(parts(element, 'popover-button').some((button) => button.matches('.export-button'))).to.equal(true);
  });
});
