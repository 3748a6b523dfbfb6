import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CrossSellRow, CrossSellTotals, Product } from '../../domain/cross-sell.ts';
import type { DayRange } from '../../domain/time.ts';
import { absentIsUndefined, namesFrom, namesIn, type WordList, rangeFrom } from '../../element/columns.ts';
import { ProductOpenEvent } from '../../element/events.ts';
import { once } from '../../element/lazy.ts';
import type { Opening } from '../../element/opening.ts';
import type { ListRefinement } from '../../list/refined-list-controller.ts';
import type { ListPlace } from '../../list/list-tools.ts';
import { noMatchSentence } from '../../list/no-match.ts';
import { isPictured, pictureStyles, productOpening, type ProductOpenAs } from '../../list/product-cell.ts';
import { fullTableStyles, RefinedTableWidget } from '../../list/refined-table-widget.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { tag } from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { footer } from '../../ui/panel.ts';
import { columnSet, crossSellColumns, type CrossSellColumn } from './cross-sell-columns.ts';
import { sentence, type Sentence } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableSkeleton, tableStyles, totalsSkeleton } from '../../ui/table.ts';
import { extent, foundWords, sortedWords } from './cross-sell-extent.ts';
import { productStyles } from './cross-sell-product.styles.ts';
import { byRevenue, productsList, toolNames, type CrossSellList, type Tool } from './cross-sell-table.data.ts';
import { styles } from './cross-sell-table.styles.ts';
import type { CrossSellTools } from './cross-sell-tools.ts';
import {
  crossSellSummary,
  crossSellSummarySkeleton,
  crossSellTotalsRow,
  summaryFigures,
  type SummaryFigure,
} from './cross-sell-totals.ts';
import { crossSellTableWords } from './words.en.ts';

const importTools = once(() => import('./cross-sell-tools.ts'));

/**
 * The products that a customer has bought, with the figures of each, sortable by any of them, and the totals.
 *
 * @summary Every product that a customer has bought, with its figures
 * @tag cross-sell-table
 * @fires {ProductOpenEvent} product-open - A product is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Products are about to be exported. Cancelable.
 * @fires {ColumnsChangedEvent<CrossSellColumn>} columns-changed - The operator chose other columns.
 * @fires {ViewAllEvent} view-all - All products are about to be opened. Cancelable.
 * @csspart summary - The totals above a table.
 * @csspart product - The name of a product.
 * @csspart image - A product image.
 * @csspart sku - The SKU of a product.
 * @csspart variants - The variants of a product with their units, in place of its SKU.
 * @csspart totals - The totals row.
 * @csspart waiting - A message about a long wait.
 * @csspart badge - A badge.
 * @csspart basis - The data that a figure counts.
 * @csspart body - The content below the header.
 * @csspart explanation - The explanation of a figure.
 * @csspart figure - A figure.
 * @csspart label - The label of a figure.
 * @csspart metric - A figure with its label and basis.
 */
export class CrossSellTable extends RefinedTableWidget<CrossSellRow, CrossSellTotals, CrossSellColumn> {
  static readonly tag = 'cross-sell-table';
  static override styles = [
    ...widgetStyles,
    metricStyles,
    columnsStyles,
    tableStyles,
    pictureStyles,
    fullTableStyles,
    styles,
    productStyles,
  ];

  /** The number of products to show, in the current sort order. */
  @property({ type: Number }) limit = 8;
  /** The place where a product opens. A product opens on a page of its own or not at all. */
  @property({ attribute: 'open-as' }) openAs?: ProductOpenAs;

  /**
   * The columns, in order: `title sku revenue share orders units unitsReturned promoRevenue nonPromoRevenue promotions
   * profit cogs fees`. All but `sku` by default. The operator's choice, which `columns-changed` reports, overrides them
   * until they are set again.
   */
  @property({ converter: namesFrom }) columns?: readonly CrossSellColumn[];
  /** Limits the products to orders of these days. As an attribute `2026-01-01/2026-03-31`; either end can be open. */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * The tools above the products, any of `search range columns export`. All of them if the attribute is empty, none if
   * it is absent. The view of all products always has all of them.
   */
  @property() toolbar?: WordList<Tool>;

  /** The figures above the products: all of `revenue charges lifetimeTotal profit` by default, none if it is empty. */
  @property({ converter: absentIsUndefined }) metrics?: WordList<SummaryFigure>;

  #productTools: CrossSellTools | undefined;

  constructor() {
    super({
      operation: productsList,
      intent: 'products',
      icon: tag,
      limit: 8,
      usualSort: byRevenue,
      keepsSort: true,
      tools: toolNames,
      columns: columnSet,
    });
  }

  protected override get words() {
    return this.l10n.words(crossSellTableWords);
  }

  protected override get base(): ListRefinement {
    return { ...super.base, sort: byRevenue };
  }

  /** The usual order is the library's. */
  protected override get hostSort() {
    return undefined;
  }

  /** Tools are also loaded with the products, which they explain. */
  protected override get wantsTools(): boolean {
    const { phase } = this.first.snapshot;
    return super.wantsTools || phase === 'loading' || phase === 'ready';
  }

  protected override async loadTools(): Promise<CrossSellTools> {
    const { CrossSellTools: Tools } = await importTools();
    return (this.#productTools = new Tools(this, {
      columns: () => this.columnNames,
      columnChoice: () => this.columnChoice,
      listOf: (place) => this.refined(place),
      active: () => this.active,
    }));
  }

  protected override get tableLabel(): string {
    return this.words.scrolls;
  }

  protected override isSortable(): boolean {
    return true;
  }

  protected override columnsOf(place: ListPlace) {
    return crossSellColumns({
      l10n: this.l10n,
      names: this.columnNames,
      totals: this.listOf(place)?.totals,
      pictured: this.#isPictured(place),
      openingOf: this.#openingOf,
      onOpen: this.#open,
    });
  }

  protected override reasonsOf(place: ListPlace): readonly unknown[] {
    const totals = JSON.stringify(this.listOf(place)?.totals);
    return [this.openAs, this.columnNames.join(), this.#isPictured(place), totals];
  }

  protected override totalsOf(rows: readonly CrossSellRow[], place: ListPlace, { totals }: CrossSellList) {
    const isFound = this.refined(place).resolved.text !== undefined;
    return (
      totals &&
      ((columns: readonly { readonly name: string }[]) =>
        crossSellTotalsRow(totals, columns, this.l10n, {
          rows,
          isFound,
          saysBasis: !this.#metrics.includes('revenue'),
        }))
    );
  }

  protected override countOf({ total, totals }: CrossSellList): string | undefined {
    const count = total ?? totals?.rows;
    return count === undefined ? undefined : this.l10n.number(count);
  }

  protected override extent(list: CrossSellList, shown: number, _isPart: boolean, place: ListPlace) {
    return list.items.length ? extent(shown, list, this.refined(place), this.l10n) : '';
  }

  protected override statusOf(place: ListPlace): string {
    const list = this.refined(place);
    return super.statusOf(place) || foundWords(list, this.l10n) || sortedWords(list, this.l10n);
  }

  protected override renderRows(items: readonly CrossSellRow[], place: ListPlace, list: CrossSellList) {
    const content = this.renderTable(items, place, list);
    if (place === 'all' && !this.allController.isInline) return this.#renderInDialog(content, list);
    const { words, l10n } = this;
    return html`${this.renderWarnings(list)}
      <div class="body flush" part="body">
        ${this.#renderSummary(list, place)}
        ${items.length ? content : sentence({ path: tag, title: words.onlyCharges, help: words.onlyChargesHelp })}
        ${place === 'all' && list.moreError ? moreRows(list, l10n, this.refined(place).more) : nothing}
      </div>`;
  }

  protected override renderSkeleton(rows: number, place: ListPlace): TemplateResult {
    const columns = this.columnsOf(place);
    return html`<div class="body flush" part="body">
      ${crossSellSummarySkeleton(this.#metrics.length)}
      ${tableSkeleton(this.tableLabel, columns, rows, totalsSkeleton(columns))}
    </div>`;
  }

  /** Returns true if nothing was bought, or only charges, which the summary above the table shows. */
  protected override isEmpty({ items, totals }: CrossSellList, place: ListPlace): boolean {
    return !items.length && (this.refined(place).resolved.text !== undefined || !totals?.charges?.length);
  }

  protected override emptyState(place: ListPlace): Sentence {
    const list = this.refined(place);
    return list.isNarrowed ? noMatchSentence(list, this.words, this.l10n) : super.emptyState(place);
  }

  /** Returns true if at least one product has an image: then every row has room for one. */
  #isPictured(place: ListPlace): boolean {
    const { items } = this.listOf(place) ?? { items: [] };
    return isPictured(place === 'all' ? items : this.firstOf(items));
  }

  #renderInDialog(content: TemplateResult, list: CrossSellList): TemplateResult {
    const text = this.extent(list, list.items.length, false, 'all');
    return html`${this.renderWarnings(list)}${content}
    ${list.hasMore ? moreRows(list, this.l10n, this.all.more, text) : footer(text)}`;
  }

  #renderSummary(list: CrossSellList, place: ListPlace): TemplateResult | typeof nothing {
    if (!list.totals) return nothing;
    return crossSellSummary(list.totals, this.l10n, {
      figures: this.#metrics,
      isWhole: !this.refined(place).isNarrowed,
      about: (figure, label) => this.#productTools?.about(figure, label, list, place),
    });
  }

  get #metrics(): readonly string[] {
    return this.metrics === undefined ? summaryFigures : namesIn(namesFrom(this.metrics), summaryFigures);
  }

  /** Returns how a product opens: by its own URL, or by the one from the host. */
  readonly #openingOf = (product: Product): Opening | undefined => productOpening(this, product, this.openAs);

  readonly #open = ({ id }: Product, opening: Opening, event: Event): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined) this.open(event, opening, new ProductOpenEvent(activeCustomer, id));
  };
}

export { ProductOpenEvent };
export type { CrossSellColumn };

declare global {
  interface HTMLElementTagNameMap {
    'cross-sell-table': CrossSellTable;
  }
}
