import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { platformListOperation, type ListRequest } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { nameOf, CustomerListItem } from '../../domain/customer-list.ts';
import type { Named } from '../../domain/customer.ts';
import type { DayRange } from '../../domain/time.ts';
import { namesFrom, namesIn, rangeFrom, type WordList } from '../../element/columns.ts';
import { CustomerOpenEvent } from '../../element/events.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs } from '../../element/opening.ts';
import { rowExtent } from '../../list/list-description.ts';
import type { ListPlace } from '../../list/list-tools.ts';
import { noMatchSentence } from '../../list/no-match.ts';
import { type ListRefinement, requestOf } from '../../list/refined-list-controller.ts';
import { fullTableStyles, RefinedTableWidget } from '../../list/refined-table-widget.ts';
import { RowSelection } from '../../list/row-selection.ts';
import type { ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { user } from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { openFailed, type Sentence } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import { basisText, columnNames, columnSet, customerColumns, type CustomerColumn } from './customer-columns.ts';
import type { CustomerDialog } from './customer-dialog.ts';
import { CustomersSelectEvent, QueryChangedEvent } from './customer-list.events.ts';
import { styles } from './customer-list.styles.ts';
import type { CustomerTools } from './customer-tools.ts';
import { ExportAccess } from './export-access.ts';
import { customerListWords } from './words.en.ts';

const customersList = platformListOperation('customers.list', CustomerListItem, [
  'customers',
  'orders',
  'transactions',
  'credit',
]);
type Customers = List<CustomerListItem>;

const usualLimit = 20;
const limitOf = (text: string | null): number | 'all' => (text === 'all' ? text : Number(text ?? usualLimit));

/** The tools above the customers, in order. */
const toolNames = ['search', 'range', 'filter', 'columns', 'views', 'export'] as const;
type Tool = (typeof toolNames)[number];

const ways: readonly OpenAs[] = ['page', 'popup', 'dialog', 'drawer', 'event'];

/**
 * All customers of the platform, those with the latest order first. The widget needs no customer: it stands on a page of
 * its own. A customer opens as `open-as` says: on the host's page if the adapter has its URL, otherwise in a dialog.
 *
 * @summary All customers, with search and filters
 * @tag customer-list
 * @fires {CustomerOpenEvent} customer-open - A customer is about to be opened. Cancelable.
 * @fires {CustomersSelectEvent} customers-select - The operator selected other customers.
 * @fires {QueryChangedEvent} query-changed - The operator changed the search, the filters or the order.
 * @fires {ExportEvent} export - Customers are about to be exported. Cancelable.
 * @fires {ColumnsChangedEvent<CustomerColumn>} columns-changed - The operator chose other columns.
 * @fires {ViewAllEvent} view-all - All customers are about to be opened. Cancelable.
 * @csspart badge - The verification of a customer.
 * @csspart clear-selection - Deselects all customers.
 * @csspart detail - An opened customer.
 * @csspart export - Opens the export on the platform.
 * @csspart export-again - Chooses another export, after one has ended.
 * @csspart export-cancel - Cancels an export that is running.
 * @csspart export-download - Downloads the file of an export.
 * @csspart export-look - Reads the progress of an export again.
 * @csspart export-show - Shows an export whose dialog was closed.
 * @csspart export-start - Starts an export.
 * @csspart facts - The facts of an opened customer.
 * @csspart link - What opens a customer, such as the name.
 * @csspart profile - The link from the dialog to the page of the customer.
 * @csspart delete - Deletes a saved view.
 * @csspart save - Saves a view.
 * @csspart progress - The progress of an export.
 * @csspart progress-text - The progress of an export in words.
 * @csspart select-all - Selects all customers on screen.
 * @csspart views - The saved views, and the rows per page.
 * @csspart selection - How many customers are selected, and what can be done with them.
 * @slot bulk - Actions for the selected customers.
 * @slot customer - Replaces the facts in the dialog of a customer.
 */
export class CustomerList extends RefinedTableWidget<CustomerListItem, unknown, CustomerColumn> {
  static readonly tag = 'customer-list';
  static override styles = [...widgetStyles, tableStyles, fullTableStyles, twoLineRows, styles];

  /** The number of customers to show. `all` shows all of them and loads them on scroll. */
  @property({ converter: limitOf }) limit: number | 'all' = usualLimit;
  /** The place where a customer opens: its page, if the adapter has its URL, otherwise a dialog. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** The columns that open a customer. Default: `name`. */
  @property({ attribute: 'open-by' }) openBy: WordList<CustomerColumn> = 'name';
  /** Counts orders, or payments and refunds, which some platforms call orders. */
  @property({ attribute: 'count-basis' }) countBasis?: 'orders' | 'transactions';
  /** Lets the operator select several customers, for the actions in the slot `bulk`. */
  @property({ type: Boolean }) selectable = false;
  /** The search, the filters and the order to start with, as `query-changed` reports them. */
  @property({ attribute: false }) startQuery?: ListRefinement;
  /** The levels to filter by, in addition to those of customers that have been on screen. */
  @property({ attribute: false }) levels?: readonly Named[];
  /** The groups to filter by, in addition to those of customers that have been on screen. */
  @property({ attribute: false }) groups?: readonly Named[];
  /** Limits the customers to those whose last order was on these days. As an attribute `2026-01-01/2026-03-31`. */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * The tools above the customers, any of `search range filter columns views export`. All of them if the attribute is empty,
   * which is the default.
   */
  @property() toolbar?: WordList<Tool> = '';
  /**
   * The columns, in order, of `name email phone spent orders lastOrder status transactions firstOrder level groups`. The
   * operator's choice, which `columns-changed` reports, overrides them until they are set again.
   */
  @property({ converter: namesFrom }) columns?: readonly CustomerColumn[];
  /**
   * The key under which the adapter's port `preferences` keeps the columns, the order, the rows per page and the views that
   * operators choose. `none` keeps nothing. Default: the tag.
   */
  @property({ attribute: 'preference-key' }) override preferenceKey = 'customer-list';

  readonly #dialog = new Lazy<CustomerDialog>(this, async () => {
    const { CustomerDialog: Dialog } = await import('./customer-dialog.ts');
    return new Dialog(this, (opened) => this.active.list?.items.find(({ id }) => id === opened.id) ?? opened);
  });
  /** @ignore */
  readonly exporting = new ExportAccess(this, () => {
    const { request, refinement } = this.active;
    return { columns: this.columnNames, request, range: refinement.range };
  });
  readonly #selection = new RowSelection<CustomerListItem>(this, {
    nameOf,
    shown: () => this.listOf(this.allController.isShown ? 'all' : 'panel')?.items ?? [],
    onChange: (ids) => this.dispatchEvent(new CustomersSelectEvent(ids)),
    words: () => this.words,
  });
  #lastQuery = '{}';

  constructor() {
    super({
      operation: customersList,
      intent: 'customers',
      icon: user,
      limit: usualLimit,
      pageOfAll: 100,
      usualSort: { field: 'lastOrder', direction: 'descending' },
      tools: toolNames,
      columns: columnSet,
    });
  }

  /** @ignore */
  override get scope() {
    return 'platform' as const;
  }

  protected override get words() {
    return this.l10n.words(customerListWords);
  }

  protected override async loadTools(): Promise<CustomerTools> {
    const { CustomerTools: Tools } = await import('./customer-tools.ts');
    return new Tools(this, () => this.active);
  }

  /** The list has several dates and no range of its own: a filter takes the days of the last order. */
  protected override query(pageSize: number, customerId: string, request?: ListRequest) {
    const { range, ...others } = request ?? {};
    const filter = range && { ...others.filter, lastOrder: `${range.from ?? ''}/${range.to ?? ''}` };
    return super.query(pageSize, customerId, { ...others, ...(filter && { filter }) });
  }

  protected override statusOf(place: ListPlace): string {
    return super.statusOf(place) || this.exporting.announcement;
  }

  protected override isSortable(): boolean {
    return true;
  }

  protected override get base(): ListRefinement {
    return { ...super.base, ...this.startQuery };
  }

  protected override get usualColumns(): readonly CustomerColumn[] {
    const { usual = columnNames } = columnSet;
    return usual.map((name) => (name === 'orders' && this.countBasis === 'transactions' ? 'transactions' : name));
  }

  protected override columnsOf(): readonly ListColumn<CustomerListItem>[] {
    const openBy = namesIn(namesFrom(this.openBy), columnNames);
    const columns = customerColumns({
      ...{ l10n: this.l10n, names: this.columnNames, opener: this.#opener },
      openBy: openBy.length ? openBy : ['name'],
    });
    return this.selectable ? [this.#selection.column(), ...columns] : columns;
  }

  protected override get reasons(): readonly unknown[] {
    return [this.columnNames.join(), this.openAs, this.openBy, this.selectable, this.#selection.ids];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('startQuery')) {
      this.first.restart();
      this.#lastQuery = JSON.stringify(requestOf(this.first.refinement));
    }
    // An operator who has lost access must not keep seeing customers in a dialog.
    const { snapshot } = this.first;
    if (snapshot.phase !== 'error' || snapshot.error.code !== 'forbidden') return;
    this.#dialog.module?.close();
    this.allDialog.close();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { refinement } = this.active;
    const query = JSON.stringify(requestOf(refinement));
    if (query === this.#lastQuery) return;
    this.#lastQuery = query;
    const event = new QueryChangedEvent(refinement);
    if (Object.keys(this.active.chosen).length) this.dispatchEvent(event);
  }

  protected override renderAbove(place: ListPlace): TemplateResult {
    const isShown = place === 'all' || this.shownPlace === 'all' || !this.allController.isShown;
    const bar = this.selectable && isShown ? this.#selection.bar(html`<slot name="bulk"></slot>`) : nothing;
    return html`${super.renderAbove(place)}${this.exporting.notices()}${this.exporting.strip()}${openFailed(
      this.#dialog,
      this.l10n,
    )}${bar}`;
  }

  protected override renderDialogs(): unknown {
    return [super.renderDialogs(), this.#dialog.module?.render(), this.exporting.dialog()];
  }

  protected override renderRows(items: readonly CustomerListItem[], place: ListPlace, list: Customers): TemplateResult {
    return html`${super.renderRows(items, place, list)}
    ${this.isBounded(place) && list.moreError ? moreRows(list, this.l10n, this.refined(place).more) : ''}`;
  }

  protected override isNarrowed(place: ListPlace): boolean {
    return this.refined(place).isNarrowed;
  }

  protected override isEmpty(list: Customers): boolean {
    return !this.hasRows(list);
  }

  protected override emptyState(place: ListPlace): Sentence {
    const list = this.refined(place);
    return list.isNarrowed ? noMatchSentence(list, this.words, this.l10n) : super.emptyState(place);
  }

  /** How many customers are shown, and what their totals count. */
  protected override extent(list: Customers, shown: number, isPart: boolean): string {
    const { words, l10n } = this;
    const text = rowExtent(words, l10n, { shown, total: list.total, isPart });
    const metric = list.items.find(({ lifetimeTotal }) => lifetimeTotal)?.lifetimeTotal;
    if (!metric || !this.columnNames.includes('spent')) return text;
    return `${text}. ${l10n.text(words.spentBasis, { basis: basisText(metric, l10n) })}`;
  }

  readonly #opener = (customer: CustomerListItem, label: TemplateResult): TemplateResult => {
    const { id } = customer;
    const opening = openingOf(ways, this.openAs, this.link('customer', { customerId: id }))!;
    const onOpen = (event: Event) => {
      const ids = (this.active.list?.items ?? []).map((item) => item.id);
      if (!this.open(event, opening, new CustomerOpenEvent(id, ids))) return;
      this.#dialog.use((dialog) => dialog.show(customer, { drawer: opening.as === 'drawer' }));
    };
    return opener({ label, part: 'link', isData: true, opening, onOpen });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-list': CustomerList;
  }
}

export type { CustomerColumn };
