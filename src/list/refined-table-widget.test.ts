import { expect } from 'chai';
import { html } from 'lit';
import { property } from 'lit/decorators.js';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import type { PageRequest } from '../adapter/options.ts';
import type { ListOperation } from '../data/list-query.ts';
import type { List } from '../data/snapshot.ts';
import type { ListCapabilities } from '../domain/page.ts';
import type { DayRange } from '../domain/time.ts';
import { namesFrom, rangeFrom } from '../element/columns.ts';
import { define } from '../element/define.ts';
import { mount, part, parts, type as write, unmountAll, until } from '../testing/kit.ts';
import { receipt } from '../ui/icons.ts';
import type { ListRefinement } from './refined-list-controller.ts';
import type { ListPlace, ListTools } from './list-tools.ts';
import { RefinedTableWidget, type ToolSource } from './refined-table-widget.ts';
import type { ListColumn } from './table-widget.ts';

const Part = v.object({ id: v.string(), customerId: v.string(), name: v.string(), count: v.number() });
type Part = v.InferOutput<typeof Part>;
type Name = 'name' | 'count' | 'double';

interface PartsAdapter extends Adapter {
  readonly parts: {
    readonly capabilities: { readonly list: ListCapabilities };
    list(customerId: string, page: PageRequest): Promise<unknown>;
  };
}

const operation: ListOperation<Part> = {
  name: 'parts.list',
  schema: Part,
  call: (adapter, customerId, page) => (adapter as PartsAdapter).parts.list(customerId, page),
};

const words = {
  heading: 'Parts',
  allHeading: 'All parts',
  empty: 'No parts.',
  viewAll: 'View all parts',
  shownOf: '{shown} of {total} parts',
  all: { one: '{count} part', other: '{count} parts' },
} as const;

/** A table with tools above its first rows, as small as one can be. */
class PartsTable extends RefinedTableWidget<Part, unknown, Name> {
  static readonly tag = 'test-parts';

  @property() limit: number | 'all' = 3;
  @property({ converter: rangeFrom }) range?: DayRange;
  @property() toolbar?: string;
  @property({ converter: namesFrom }) columns?: readonly Name[];
  @property() state = '';

  constructor() {
    super({
      operation,
      intent: 'parts',
      icon: receipt,
      limit: 3,
      pageOfAll: 40,
      tools: ['search', 'range', 'filter', 'columns', 'help', 'export'],
      columns: { all: ['name', 'count', 'double'], usual: ['name', 'count'], required: ['name'] },
      keepsSort: true,
    });
  }

  protected override get words() {
    return words;
  }

  protected override get base(): ListRefinement {
    return { ...super.base, filter: { state: this.state ? [this.state] : [] } };
  }

  protected override async loadTools(): Promise<ToolSource<Part>> {
    const toolsOf = (): ListTools<Part> => ({
      search: { label: 'Find parts' },
      range: { label: 'Made on' },
      filter: {
        label: 'State',
        groups: [{ name: 'state', label: 'State', options: [{ value: 'old', label: 'Old' }] }],
      },
      columns: {
        label: 'Columns',
        all: ['name', 'count', 'double'].map((name) => ({ name, heading: name })),
        ...this.columnChoice,
      },
      further: [{ name: 'help', render: (_, place) => html`<button id="help-${place}">Help</button>` }],
    });
    return {
      get tools() {
        return toolsOf();
      },
    };
  }

  protected override columnsOf(): readonly ListColumn<Part>[] {
    const all: Readonly<Record<Name, Omit<ListColumn<Part>, 'name' | 'heading'>>> = {
      name: { names: true, sortBy: 'name', text: ({ name }) => name },
      count: { numeric: true, sortBy: 'count', text: ({ count }) => String(count) },
      double: { numeric: true, sortBy: 'double', sortsAs: 'count', text: ({ count }) => String(count * 2) },
    };
    return this.columnNames.map((name) => ({ name, heading: name, ...all[name] }));
  }

  protected override reasonsOf(): readonly unknown[] {
    return [this.columnNames.join()];
  }

  protected override totalsOf(items: readonly Part[]) {
    return () =>
      html`<tr>
        <td>${items.reduce((sum, { count }) => sum + count, 0)}</td>
      </tr>`;
  }

  protected override extent(list: List<Part>, shown: number, _isPart: boolean, place: ListPlace): string {
    return `${place}: ${shown} of ${list.total}`;
  }
}
define(PartsTable);

function open(properties: Partial<PartsTable> = {}, can: ListCapabilities = {}) {
  const asked: PageRequest[] = [];
  const adapter: PartsAdapter = {
    parts: {
      capabilities: { list: { search: true, range: true, sort: ['name', 'count'], filter: ['state'], ...can } },
      list: (customerId, page) => {
        asked.push(page);
        const all = Array.from({ length: 120 }, (_, index) => ({
          id: `${customerId}-${index}`,
          customerId,
          name: `P${index}`,
          count: index,
        }));
        const found = all.filter(({ name }) => name.includes(page.text ?? ''));
        const sorted = page.sort?.direction === 'descending' ? found.toReversed() : found;
        const start = Number(page.after ?? 0);
        const end = start + page.first;
        return Promise.resolve({
          items: sorted.slice(start, end),
          total: found.length,
          next: end < found.length ? String(end) : null,
        });
      },
    },
  };
  const element = mount<PartsTable>('test-parts', { adapter, customerId: 'A', ...properties });
  return { element, asked };
}

async function ready(...args: Parameters<typeof open>) {
  const opened = open(...args);
  await until(() => names(opened.element).length, 'rows');
  return opened;
}

const all = <E extends Element = HTMLElement>(element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const names = (element: Element, within = '.panel') =>
  all(element, `${within} tbody th`).map(({ textContent }) => textContent);
const heads = (element: Element) => parts(element, 'column').map(({ textContent }) => textContent.trim());
const field = (element: Element, within = '.panel') =>
  all<HTMLInputElement>(element, `${within} input[type=search]`)[0]!;
const footer = (element: Element) => part(element, 'footer')!.textContent;
const sortBy = (element: Element, name: string, within = '.panel') =>
  all(element, `${within} [part=sort]`)
    .find(({ textContent }) => textContent.trim() === name)!
    .click();

const status = (element: PartsTable, within = '') =>
  element.shadowRoot!.querySelector(`${within} .visually-hidden[role=status]`)!.textContent.trim();

describe('a table with tools', () => {
  afterEach(unmountAll);

  it('refines the first rows in the panel, and all rows continue with the same refinement', async () => {
    const { element, asked } = await ready({ toolbar: 'search' });
    await until(() => field(element), 'the field');
    write(field(element), 'P5');
    await until(() => names(element).join() === 'P5,P50,P51', 'what was found');
    expect(status(element), 'announced').to.equal('11 parts');
    expect(asked.at(-1)).to.deep.equal({ first: 3, after: undefined, text: 'P5' });
    part(element, 'view-all')!.click();
    await until(() => names(element, 'dialog').length === 11, 'all that was found');
    expect(field(element, 'dialog').value).to.equal('P5');
    expect(asked.at(-1)).to.deep.equal({ first: 40, after: undefined, text: 'P5' });
    write(field(element, 'dialog'), 'P51');
    await until(() => names(element, 'dialog').length === 1, 'what was found in all');
    await until(() => status(element, 'dialog') === '1 part', 'the announcement');
  });

  it('shows the tools in `toolbar`, in the header if there are few, and those of the widget', async () => {
    const { element } = await ready({ toolbar: 'help range' });
    const actions = part(element, 'actions')!;
    await until(() => actions.querySelector('#help-panel'), 'the tools');
    expect(actions.querySelectorAll('button').length).to.equal(2);
    expect(parts(element, 'toolbar').length).to.equal(0);
    element.toolbar = '';
    await until(() => part(element, 'toolbar')?.querySelector('#help-panel'), 'a row of tools');
    expect(actions.querySelectorAll('button').length).to.equal(0);
  });

  for (const [tool, fewer, selector] of [
    ['search', { search: false }, 'input[type=search]'],
    ['range', { range: false }, '[aria-controls=popover-range-panel]'],
    ['filter', { filter: [] }, '[aria-controls=popover-filter-panel]'],
  ] as const)
    it(`hides the tool ${tool} if the platform does not declare it`, async () => {
      const { element } = await ready({ toolbar: '' }, fewer);
      await until(() => part(element, 'toolbar')?.querySelector('#help-panel'), 'the other tools');
      expect(part(element, 'toolbar')!.querySelectorAll(selector).length).to.equal(0);
      const whole = await ready({ toolbar: '' });
      await until(() => part(whole.element, 'toolbar')?.querySelector('#help-panel'), 'the tools');
      expect(part(whole.element, 'toolbar')!.querySelectorAll(selector).length).to.equal(1);
    });

  it('lets a new value of the host page override the operator’s choice of the same member, and no other', async () => {
    const { element, asked } = await ready({ toolbar: 'search', state: 'old', range: { from: '2026-01-01' } });
    expect(asked.at(-1)).to.deep.include({ filter: { state: 'old' }, range: { from: '2026-01-01' } });
    await until(() => field(element), 'the field');
    write(field(element), 'P5');
    await until(() => asked.at(-1)!.text === 'P5', 'the search');
    element.range = { from: '2026-12-31', to: '2026-02-01' };
    await until(() => asked.at(-1)!.range?.to, 'the range of the host page');
    expect(asked.at(-1)).to.deep.include({
      text: 'P5',
      filter: { state: 'old' },
      range: { from: '2026-02-01', to: '2026-12-31' },
    });
  });

  it('keeps the sort order for the next customer, and nothing else', async () => {
    const { element, asked } = await ready({ toolbar: 'search', limit: 'all' });
    await until(() => field(element), 'the field');
    write(field(element), 'P5');
    await until(() => names(element)[0] === 'P5', 'what was found');
    sortBy(element, 'count');
    await until(() => names(element)[0] === 'P59', 'from the last');
    element.customerId = 'B';
    await until(() => asked.at(-1)!.text === undefined, 'the rows of B');
    expect(asked.at(-1)!.sort).to.deep.equal({ field: 'count', direction: 'descending' });
  });

  it('shows all rows in the panel with limit="all", page by page, and scrolls to the top when they are sorted', async () => {
    const { element, asked } = await ready({ limit: 'all' });
    expect([asked[0]!.first, parts(element, 'view-all').length]).to.deep.equal([40, 0]);
    const scroller = part(element, 'scroller')!;
    scroller.style.maxBlockSize = '200px';
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => footer(element).includes('80 of 120'), 'the second page');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(asked.length, 'one page at a time').to.equal(2);
    sortBy(element, 'name');
    await until(() => asked.at(-1)!.sort, 'the order');
    await until(() => names(element)[0] === 'P0' && scroller.scrollTop === 0, 'at the top');
  });

  it('sorts a column by the field that it names', async () => {
    const { element, asked } = await ready({ limit: 'all', columns: ['double'] }, { sort: ['count'] });
    expect(all(element, '[part=sort]').map(({ textContent }) => textContent.trim())).to.deep.equal(['double']);
    sortBy(element, 'double');
    await until(() => asked.at(-1)!.sort, 'the order');
    expect(asked.at(-1)!.sort).to.deep.equal({ field: 'double', direction: 'descending' });
  });

  it('shows the columns of the host page, then those of the operator, and says so in an event', async () => {
    const { element } = await ready({ toolbar: 'columns', columns: ['count'] });
    expect(heads(element)).to.deep.equal(['name', 'count']);
    const seen: unknown[] = [];
    element.addEventListener('columns-changed', ({ columns }) => seen.push(columns));
    (await until(() => part(element, 'popover-button'), 'the tool')).click();
    const box = await until(() => all<HTMLInputElement>(element, '.column-choices input').at(-1), 'the columns');
    box.click();
    await until(() => heads(element).join() === 'name,count,double', 'one more');
    expect(seen).to.deep.equal([['name', 'count', 'double']]);
    element.columns = ['double'];
    await until(() => heads(element).join() === 'name,double', 'those of the host page');
  });

  it('renders totals below the rows', async () => {
    const { element } = await ready();
    expect(all(element, 'tfoot')[0]!.textContent.trim()).to.equal('3');
  });
});
