import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { platformListOperation, type ListRequest } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { CustomerListItem } from '../../domain/customer-list.ts';
import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import type { DayRange } from '../../domain/time.ts';
import { namesFrom, rangeFrom, type WordList } from '../../element/columns.ts';
import { openingOf, type OpenAs } from '../../element/opening.ts';
import { rowExtent } from '../../list/list-description.ts';
import type { ListPlace } from '../../list/list-tools.ts';
import { fullTableStyles, RefinedTableWidget } from '../../list/refined-table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { user } from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';
import { moreRows } from '../../ui/more-rows.ts';
import type { Sentence } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import { columnSet, customerColumns, type CustomerColumn } from './customer-columns.ts';
import { CustomerOpenEvent } from './customer-list.events.ts';
import { styles } from './customer-list.styles.ts';
import type { CustomerTools } from './customer-tools.ts';
import { customerListWords } from './words.en.ts';

const customersList = platformListOperation('customers.list', CustomerListItem);
type Customers = List<CustomerListItem>;

const usualLimit = 20;
const limitOf = (text: string | null): number | 'all' => (text === 'all' ? text : Number(text ?? usualLimit));

/** The tools above the customers, in order. */
const toolNames = ['search', 'range', 'filter', 'columns', 'export'] as const;
type Tool = (typeof toolNames)[number];

const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/**
 * All customers of the platform, those with the latest order first. The widget needs no customer: it stands on a page of
 * its own, and a customer in it opens as `open-as` says.
 *
 * @summary All customers, with search and filters
 * @tag customer-list
 * @fires {CustomerOpenEvent} customer-open - A customer is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Customers are about to be exported. Cancelable.
 * @fires {ColumnsChangedEvent<CustomerColumn>} columns-changed - The operator chose other columns.
 * @fires {ViewAllEvent} view-all - All customers are about to be opened. Cancelable.
 * @csspart badge - The verification of a customer.
 * @csspart link - The name of a customer that opens.
 */
export class CustomerList extends RefinedTableWidget<CustomerListItem, unknown, CustomerColumn> {
  static readonly tag = 'customer-list';
  static override styles = [...widgetStyles, tableStyles, fullTableStyles, twoLineRows, styles];

  /** The number of customers to show. `all` shows all of them and loads them on scroll. */
  @property({ converter: limitOf }) limit: number | 'all' = usualLimit;
  /**
   * The place where a customer opens: a page (`links` with the intent `customer`), a separate window, or none, with only
   * the event dispatched. Without it, the page of the host, if there is one.
   */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;
  /** Limits the customers to those whose last order was on these days. As an attribute `2026-01-01/2026-03-31`. */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * The tools above the customers, any of `search range filter columns export`. All of them if the attribute is empty,
   * which is the default.
   */
  @property() toolbar?: WordList<Tool> = '';
  /**
   * The columns, in order, of `name email phone spent orders lastOrder status transactions firstOrder level groups`. The
   * operator's choice, which `columns-changed` reports, overrides them until they are set again.
   */
  @property({ converter: namesFrom }) columns?: readonly CustomerColumn[];

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
    return new Tools(this);
  }

  /** The list has several dates and no range of its own: a filter takes the days of the last order. */
  protected override query(pageSize: number, customerId: string, request?: ListRequest) {
    const { range, ...others } = request ?? {};
    const filter = range && { ...others.filter, lastOrder: `${range.from ?? ''}/${range.to ?? ''}` };
    return super.query(pageSize, customerId, { ...others, ...(filter && { filter }) });
  }

  protected override isSortable(): boolean {
    return true;
  }

  protected override columnsOf() {
    return customerColumns({ l10n: this.l10n, names: this.columnNames, opener: this.#opener });
  }

  protected override get reasons(): readonly unknown[] {
    return [this.columnNames.join(), this.openAs];
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
    const { words } = this;
    const list = this.refined(place);
    if (!list.isNarrowed) return super.emptyState(place);
    const { text } = list.resolved;
    return {
      path: user,
      title: text ? this.l10n.text(words.noMatch, { text: `\u2068${text}\u2069` }) : words.noneFound,
      help: words.noMatchHelp,
      action: html`<button type="button" class="button" part="clear" @click=${() => list.clear()}>
        ${words.clearSearch}
      </button>`,
    };
  }

  /** How many customers are shown, and what their totals count. */
  protected override extent(list: Customers, shown: number, isPart: boolean): string {
    const { words, l10n } = this;
    const text = rowExtent(words, l10n, { shown, total: list.total, isPart });
    const metric = list.items.find(({ lifetimeTotal }) => lifetimeTotal)?.lifetimeTotal;
    if (!metric || !this.columnNames.includes('spent')) return text;
    return `${text}. ${l10n.text(words.spentBasis, { basis: this.#basisText(metric.basis, metric.scope) })}`;
  }

  #basisText(basis: Coded, scope: Coded | undefined): string {
    const { words, l10n } = this;
    const known: Readonly<Record<string, unknown>> = words;
    const code = codeOf(basis);
    const text = labelOf(basis) ?? (Object.hasOwn(known, code) ? String(known[code]) : code);
    if (!scope) return text;
    return l10n.text(words.withScope, { basis: text, scope: labelOf(scope) ?? codeOf(scope) });
  }

  readonly #opener = ({ id }: CustomerListItem, label: TemplateResult): TemplateResult => {
    const opening = openingOf(ways, this.openAs, this.link('customer', { customerId: id }));
    if (!opening) return label;
    const onOpen = (event: Event) => void this.open(event, opening, new CustomerOpenEvent(id));
    return opener({ label, part: 'link', isData: true, opening, onOpen });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-list': CustomerList;
  }
}

export type { CustomerColumn };
