import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { moneyColumns, textColumn, type FileColumn } from '../../data/file-table.ts';
import { listCan, platformListOperation, type ListRequest } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { CustomerListItem, idOf, nameOf, visible } from '../../domain/customer-list.ts';
import { TopCustomerTotals } from '../../domain/insights.ts';
import { CustomerOpenEvent } from '../../element/events.ts';
import { openingOf, type OpenAs } from '../../element/opening.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { amountsCell } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import type { Details } from '../../list/row-details.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { user } from '../../ui/icons.ts';
import { briefId } from '../../ui/identifier.ts';
import { opener } from '../../ui/opener.ts';
import { segmented, segmentedStyles } from '../../ui/segmented.ts';
import { isAwaited } from '../../ui/panel.ts';
import { datum, fieldText, maybe, moment, name } from '../../ui/text.ts';
import { topCustomersWords } from './words.en.ts';

/** What customers are ranked by, with the member that the platform sorts by. */
const rankings = {
  'lifetime-value': 'lifetimeTotal',
  frequency: 'orders',
  'average-order': 'averageOrderValue',
} as const;
type Ranking = keyof typeof rankings;

const averageColumn = (amount: string): readonly FileColumn<CustomerListItem>[] =>
  moneyColumns<CustomerListItem>({ amount, currency: '' }, (row) => row.averageOrderValue?.amounts[0]).slice(0, 1);

const operation = { ...platformListOperation('insights.topCustomers', CustomerListItem), totals: TopCustomerTotals };
const ways: readonly OpenAs[] = ['page', 'popup', 'dialog', 'drawer', 'event'];

const styles = css`
  .ranking {
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
  }

  .ranking > .segmented {
    flex-wrap: wrap;
  }

  .ranking label {
    white-space: normal;
  }

  .table .total .amounts {
    display: grid;
    justify-items: end;
  }

  .table .ranked {
    font-weight: 500;
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tbody > tr:not(.spacer) > .unranked {
      display: none;
    }
  }
`;

/**
 * The best customers of the platform: by lifetime value, by order frequency, or by average order. The widget needs no
 * customer. Amounts in different currencies cannot be compared: a ranking has the customers of one currency.
 *
 * @summary The best customers by lifetime value, order frequency or average order
 * @tag top-customers
 * @fires {CustomerOpenEvent} customer-open - A customer is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Customers are about to be exported. Cancelable.
 * @csspart detail - An opened customer.
 * @csspart facts - The facts of an opened customer.
 * @csspart link - The name of a customer, which opens it.
 * @csspart segment - One of the rankings.
 * @csspart segmented - The choice of the ranking.
 */
export class TopCustomers extends TableWidget<CustomerListItem, TopCustomerTotals> {
  static readonly tag = 'top-customers';
  static override styles = [TableWidget.styles, twoLineRows, segmentedStyles, styles];

  /** What the customers are ranked by at first: `lifetime-value`, `frequency` or `average-order`. */
  @property() by: Ranking = 'lifetime-value';
  /** The currency of the customers to rank, such as `EUR`. By default that of most customers. */
  @property() currency?: string;
  /** The number of customers to show. */
  @property({ type: Number }) limit = 10;
  /** The place where a customer opens: its page, if the adapter has its URL, otherwise a dialog. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** The ranking that the operator has chosen. */
  @state() private chosen: Ranking | undefined;

  readonly #details = new LazyForm(this, async () => {
    const { RowDetails, latestIn } = await import('../../list/row-details.ts');
    const latest = (row: CustomerListItem) => latestIn(row, this.snapshotOf('all'), this.snapshotOf('panel'));
    return new RowDetails<CustomerListItem>(this, (opened) => this.#detailsOf(latest(opened)));
  });
  protected override readonly forms = [this.#details];

  constructor() {
    super({ operation, intent: 'top-customers', icon: user, limit: 10 });
  }

  /** @ignore */
  override get scope() {
    return 'platform' as const;
  }

  protected override get words() {
    return this.l10n.words(topCustomersWords);
  }

  get #ranking(): Ranking {
    const ranking = this.chosen ?? this.by;
    return Object.hasOwn(rankings, ranking) ? ranking : 'lifetime-value';
  }

  protected override query(pageSize: number, customerId: string, request: ListRequest = {}) {
    const { client, currency } = this;
    const can = (what: 'sort' | 'filter', field: string) =>
      client && listCan(client.adapter, operation.name, what, field);
    const field = rankings[this.#ranking];
    return super.query(pageSize, customerId, {
      ...(can('sort', field) && { sort: { field, direction: 'descending' } as const }),
      ...request,
      ...(currency && can('filter', 'currency') && { filter: { currency, ...request.filter } }),
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('by')) this.chosen = undefined;
  }

  protected override renderNotices(): TemplateResult {
    const { words, client } = this;
    const offered = (Object.keys(rankings) as Ranking[]).filter(
      (ranking) => client && listCan(client.adapter, operation.name, 'sort', rankings[ranking]),
    );
    const choice = segmented<Ranking>({
      name: 'by',
      label: words.rankedBy,
      segments: offered.map((value) => ({ value, label: words[value] })),
      value: this.#ranking,
      onChange: (value) => (this.chosen = value),
    });
    const hasRows = isAwaited(this.snapshotOf('panel')) || this.listOf('panel')?.items.length;
    const isShown = offered.length > 1 && !this.allController.isInline && hasRows;
    return html`${isShown ? html`<div class="ranking">${choice}</div>` : nothing}${super.renderNotices()}`;
  }

  protected override get tools(): ListTools<CustomerListItem> {
    const { words } = this;
    const options = (this.listOf('panel')?.totals?.currencies ?? []).map((value) => ({ value, label: value }));
    return {
      ...(options.length > 1 && {
        filter: { label: words.filter, groups: [{ name: 'currency', label: words.currency, options }] },
      }),
      file: this.file('customers', [
        'name',
        textColumn<CustomerListItem>(words.email, ({ email }) => visible(email)),
        ...['lifetimeTotal', 'orders', 'averageOrderValue', 'lastOrder'],
      ]),
    };
  }

  protected override get reasons() {
    return [this.openAs, this.#ranking];
  }

  protected override columnsOf(): readonly ListColumn<CustomerListItem>[] {
    const { words, l10n } = this;
    const column = new ListColumns<CustomerListItem>(l10n);
    const ranked = rankings[this.#ranking];
    const classOf = (field: string) => (field === ranked ? 'total ranked' : 'total unranked');
    const amounts = (field: 'lifetimeTotal' | 'averageOrderValue') =>
      column.amount(field, words[field], (row) => row[field]?.amounts[0], {
        ...{ className: classOf(field), sortBy: field, knows: (row) => row[field] !== undefined },
        cell: (row) => amountsCell(row[field]?.amounts, l10n),
        // A file has one column of currencies: that of the lifetime value is that of the average too.
        ...(field === 'averageOrderValue' && { file: averageColumn(words.averageOrderValue) }),
      });
    return [
      column.data('name', words.name, nameOf, {
        ...{ names: true, className: 'lead', title: nameOf, cell: (customer) => this.#nameCell(customer) },
      }),
      column.data('email', words.email, ({ email }) => visible(email), {
        ...{
          className: 'under',
          knows: ({ email }) => email !== undefined,
          title: ({ email }) => visible(email) ?? '',
        },
        cell: ({ email }) => maybe(email, l10n, fieldText),
      }),
      amounts('lifetimeTotal'),
      {
        ...{ name: 'orders', heading: words.orders, numeric: true, className: classOf('orders'), sortBy: 'orders' },
        knows: ({ orders }) => orders !== undefined,
        cell: ({ orders }) => maybe(orders, l10n, ({ value }) => datum(l10n.number(value))),
        file: { kind: 'number', value: ({ orders }) => orders?.value },
      },
      amounts('averageOrderValue'),
      column.moment('lastOrder', words.lastOrder, ({ lastOrderAt }) => lastOrderAt, {
        className: 'aside',
        cell: ({ lastOrderAt }) => maybe(lastOrderAt, l10n, (at) => moment(at, l10n, l10n.shortDay(at))),
      }),
    ];
  }

  /** Says how many customers are shown, and of which currency, if there are others. */
  protected override extent(
    list: List<CustomerListItem, TopCustomerTotals>,
    shown: number,
    isPart: boolean,
    place: ListPlace,
  ): string | TemplateResult {
    const text = super.extent(list, shown, isPart, place);
    const { currencies = [] } = list.totals ?? {};
    const [first = ''] = currencies;
    const currency = this.currency ?? (currencies.length < 2 ? undefined : first);
    if (place === 'all' || !currency) return text;
    return html`${text}. ${this.l10n.text(this.words.inCurrency, { currency })}`;
  }

  #detailsOf(row: CustomerListItem | undefined): Details<CustomerListItem> | undefined {
    if (!row) return undefined;
    const facts = [
      [this.words.id, html`<bdi translate="no">${idOf(row)}</bdi>`] as const,
      ...['email', 'lifetimeTotal', 'orders', 'averageOrderValue', 'lastOrder'],
    ];
    return { row, heading: nameOf(row), facts, columns: this.columnsOf() };
  }

  #nameCell(customer: CustomerListItem): TemplateResult {
    const { id } = customer;
    const text = nameOf(customer);
    const opening = openingOf(ways, this.openAs, this.link('customer', { customerId: id }))!;
    const onOpen = (event: Event): void => {
      const ids = (this.listOf(this.shownPlace)?.items ?? []).map((item) => item.id);
      if (!this.open(event, opening, new CustomerOpenEvent(id, ids))) return;
      this.#details.use((details) => details.open(customer, opening));
    };
    const label = name(text === idOf(customer) ? briefId(text) : text, this.l10n);
    return opener({ label, part: 'link', isData: true, opening, onOpen });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'top-customers': TopCustomers;
  }
}
