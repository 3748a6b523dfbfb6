import { expect } from 'chai';
import { property } from 'lit/decorators.js';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { PageRequest } from '../adapter/options.ts';
import { textColumn } from '../data/file-table.ts';
import { Coded } from '../domain/field.ts';
import { Money } from '../domain/money.ts';
import { define } from '../element/define.ts';
import { requestEvent } from '../element/events.ts';
import { LazyForm } from '../forms/lazy-form.ts';
import { englishList } from '../i18n/list-messages.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../testing/kit.ts';
import { press, rowsOf, textsOf } from '../testing/list-kit.ts';
import { clock, receipt } from '../ui/icons.ts';
import { pageLink } from './cells.ts';
import { ListColumns, type ListColumn } from './list-columns.ts';
import { fileColumns } from './list-toolbar.ts';
import { TableWidget } from './table-widget.ts';

const Plan = v.object({
  ...{ id: v.string(), customerId: v.string(), number: v.string(), status: v.optional(Coded) },
  ...{ at: v.string(), price: v.nullable(Money) },
});
type Plan = v.InferOutput<typeof Plan>;

class PlanOpenEvent extends requestEvent('plan-open', 'planId') {}

const badges = { sent: ['accent', clock] } as const;

/** A list with columns, a file, a first filter and details of a row. */
class PlanList extends TableWidget<Plan> {
  static readonly tag = 'test-plans';
  @property({ type: Number }) limit = 5;
  protected override readonly words = { ...englishList('plan', 'plans'), heading: 'Plans' };

  readonly #details = new LazyForm(this, async () => {
    const { RowDetails, latestIn } = await import('./row-details.ts');
    return new RowDetails<Plan>(this, (opened) => {
      const row = latestIn(opened, this.snapshotOf('all'), this.snapshotOf('panel'));
      return row && { row, heading: row.number, facts: ['status', ['Why', 'because']], columns: this.columnsOf() };
    });
  });
  protected override readonly forms = [this.#details];

  constructor() {
    const call = (adapter: Adapter, customerId: string, page: PageRequest) =>
      (adapter as PlansAdapter).plans.list(customerId, page);
    super({
      ...{ operation: { name: 'plans.list', schema: Plan, call }, intent: 'plans', icon: receipt, limit: 5 },
      firstFilter: { state: 'current' },
    });
  }

  get fileTable() {
    return this.file('plans', ['number', textColumn<Plan>('Id', ({ id }) => id), 'status', 'at', 'price'])!.table();
  }

  protected override columnsOf(): readonly ListColumn<Plan>[] {
    const column = new ListColumns<Plan>(this.l10n);
    return [
      column.data('number', 'Number', ({ number }) => number, {
        names: true,
        cell: (plan) =>
          pageLink(this, {
            ...{ intent: 'plan', label: plan.number, request: (customerId) => new PlanOpenEvent(customerId, plan.id) },
            ...(this.viewAll === 'event' ? {} : { onShow: (as) => this.#details.use((form) => form.open(plan, as)) }),
          }) ?? plan.number,
      }),
      column.coded('status', 'Status', ({ status }) => status, { badges, words: { sent: 'Sent' } }),
      column.moment('at', 'Time', ({ at }) => at),
      column.amount('price', 'Price', ({ price }) => price, { absent: 'Free' }),
    ];
  }
}
define(PlanList);

interface PlansAdapter extends Adapter {
  readonly plans: {
    readonly capabilities: { readonly list: { readonly filter?: readonly string[] } };
    list(customerId: string, page: PageRequest): Promise<unknown>;
  };
}

const plan = (number: string, more: object): object => ({
  ...{ id: number, customerId: 'A', number, at: '2026-11-02T13:20:00Z', price: { value: '1.50', currency: 'EUR' } },
  ...more,
});

async function open(properties: Partial<PlanList> = {}, filter: readonly string[] = ['state']) {
  let rows = [plan('P1', { status: 'sent' }), plan('P2', { status: 'lost', price: null })];
  const asked: PageRequest[] = [];
  const state = { fails: false, set: (next: readonly object[]) => (rows = [...next]) };
  const adapter: PlansAdapter = {
    plans: {
      capabilities: { list: { filter } },
      list: async (_, page) => {
        asked.push(page);
        if (state.fails) throw new AdapterError('forbidden');
        return { items: rows, total: rows.length, next: null };
      },
    },
  };
  const element = mount<PlanList>('test-plans', { adapter, customerId: 'A', ...properties });
  await until(() => parts(element, 'row').length, 'the rows');
  return { element, asked, state };
}

describe('columns of a list', () => {
  afterEach(unmountAll);

  it('show names, badges, times and amounts, and the text for no amount', async () => {
    const { element } = await open();
    expect(rowsOf(element).map((row) => row.replace(/ Nov [^|]*| [0-9]+ Nov[^|]*/, ' then '))).to.deep.equal([
      'P1 | Sent | then | €1.50',
      'P2 | lost | then | Free',
    ]);
    expect(textsOf(element, '.badge')).to.deep.equal(['Sent', 'lost']);
  });

  it('say the same in a file, beside columns that only the file has', async () => {
    const { element } = await open();
    const { title, columns } = await element.fileTable;
    expect(title).to.equal('Plans');
    const row = v.parse(Plan, plan('P1', { status: 'sent' }));
    expect(columns.map(({ heading, kind, value }) => [heading, kind, value(row)])).to.deep.equal([
      ['Number', 'text', 'P1'],
      ['Id', 'text', 'P1'],
      ['Status', 'text', 'Sent'],
      ['Time', 'instant', '2026-11-02T13:20:00Z'],
      ['Price', 'number', '1.50'],
      ['Currency', 'text', 'EUR'],
    ]);
    expect(() => fileColumns<Plan>(['missing'], [], element.l10n)).to.throw(
      'The column missing has no text for a file.',
    );
  });

  it('hide a column that has no value in any row', async () => {
    const { element, state } = await open();
    state.set([plan('P3', {})]);
    element.refresh();
    await until(() => rowsOf(element).length === 1, 'the next rows');
    expect(rowsOf(element)[0]!.split(' | ')).to.have.length(3);
  });

  it('open the details of a row, which follow changes and close if the operator loses access', async () => {
    const { element, state } = await open();
    await press(element, 'link');
    await until(() => part(element, 'facts'), 'the dialog');
    expect(textsOf(element, 'dialog :is(dt, dd)')).to.deep.equal(['Status', 'Sent', 'Why', 'because']);
    state.set([plan('P1', { status: { code: 'sent', label: 'Gone' } })]);
    element.refresh();
    await until(() => textsOf(element, 'dialog dd')[0] === 'Gone', 'the new status');
    state.fails = true;
    element.refresh();
    await until(() => part(element, 'state'), 'the words');
    expect(part(element, 'dialog')).to.equal(null);
  });

  it('show text instead of a link if neither the host nor the widget can open a row', async () => {
    const { element } = await open({ viewAll: 'event' });
    expect(parts(element, 'link')).to.have.length(0);
    expect(rowsOf(element)[0]).to.match(/^P1 /);
  });
});

describe('the first filter of a list', () => {
  afterEach(unmountAll);

  it('selects the first rows where the platform declares it, and no others', async () => {
    const { element, asked } = await open();
    expect(asked[0]).to.deep.include({ filter: { state: 'current' } });
    expect(part(element, 'view-all')!.textContent.trim(), 'there may be others').to.equal('View all plans');
    const { element: other, asked: all } = await open({}, []);
    expect(all[0]).to.not.have.property('filter');
    expect(part(other, 'view-all')).to.equal(null);
  });

  it('leaves a link to all rows if none is selected', async () => {
    const { element, state } = await open();
    state.set([]);
    element.refresh();
    await until(() => textOf(element).includes('No plans yet.'), 'the words');
    expect(part(element, 'view-all')!.textContent.trim()).to.equal('View all plans');
  });
});

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-open': PlanOpenEvent;
  }
}
