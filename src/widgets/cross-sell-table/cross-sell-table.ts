import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CrossSellTotals, Product } from '../../domain/cross-sell.ts';
import { orderedRange, type DayRange } from '../../domain/time.ts';
import { chosenColumns, ColumnsChangedEvent, namesFrom, namesIn, type WordList } from '../../element/columns.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { rangeFrom } from '../../element/day-range.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs, type Opening, type ViewAll } from '../../element/opening.ts';
import { isToolRow, toolsOf } from '../../element/tool-names.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { crossSellTableWords } from './words.en.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { LazyDialog } from '../../ui/lazy-dialog.ts';
import { safeHref } from '../../element/href.ts';
import { search as searchIcon, tag } from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { pictureStyles } from '../../ui/picture.ts';
import { line, sentence, stateView, type Sentence } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { table, tableSkeleton, tableStyles, type UnknownColumns } from '../../ui/table.ts';
import { warningNotices } from '../../ui/warnings.ts';
import { columnNames, columnSet, crossSellColumns, type CrossSellColumn } from './cross-sell-columns.ts';
import { extent, foundWords, sortedWords } from './cross-sell-extent.ts';
import { Ranking } from './cross-sell-ranking.ts';
import { crossSellOf, type CrossSellList, type Field } from './cross-sell-table.data.ts';
import { ProductOpenEvent } from './cross-sell-table.events.ts';
import { styles } from './cross-sell-table.styles.ts';
import { toolNames, type Tool } from './cross-sell-tool-names.ts';
import type { CrossSellTools, Place } from './cross-sell-tools.ts';
import {
  crossSellSummary,
  crossSellSummarySkeleton,
  crossSellTotalsRow,
  crossSellTotalsSkeleton,
  type SummaryOptions,
} from './cross-sell-totals.ts';

const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/**
 * The products that a customer has bought, with the figures of each, sortable by any of them, and the totals.
 *
 * @summary Every product that a customer has bought, with its figures
 * @tag cross-sell-table
 * @slot heading - Replaces the text of the heading.
 * @slot actions - More actions in the header.
 * @slot hint - A hint below the header.
 * @slot help - Help at the end of the widget.
 * @slot loading - Replaces the loading state.
 * @slot empty - Replaces the empty state.
 * @slot error - Replaces the error state.
 * @fires {ProductOpenEvent} product-open - A product is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Products are about to be exported. Cancelable.
 * @fires {ColumnsChangedEvent<CrossSellColumn>} columns-changed - The operator chose other columns.
 * @fires {ViewAllEvent} view-all - All products are about to be opened. Cancelable.
 * @csspart summary - The totals above a table.
 * @csspart toolbar - The tools above all rows.
 * @csspart product - The name of a product.
 * @csspart image - A product image.
 * @csspart sku - The SKU of a product.
 * @csspart totals - The totals row.
 * @csspart view-all - Opens all rows.
 * @csspart view-less - Goes back to the first rows.
 * @csspart clear - Clears the filters.
 * @csspart waiting - A message about a long wait.
 * @csspart apply - Applies the typed range.
 * @csspart badge - A badge.
 * @csspart basis - The data that a figure counts.
 * @csspart body - The content below the header.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart cell - A cell of a row.
 * @csspart choice - An option of a group.
 * @csspart column - A column heading.
 * @csspart dialog - A dialog.
 * @csspart explanation - The explanation of a figure.
 * @csspart figure - A figure.
 * @csspart form - A form.
 * @csspart input - A form control.
 * @csspart label - The label of a figure.
 * @csspart message - A message about a field or a form.
 * @csspart metric - A figure with its label and basis.
 * @csspart notice - A strip above the data.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart range - The range picker.
 * @csspart row - A row.
 * @csspart scroller - The scroll container of a table.
 * @csspart search - The search field.
 * @csspart sort - Sorts by a column.
 * @csspart table - A table.
 */
export class CrossSellTable extends DashboardElement {
  static readonly tag = 'cross-sell-table';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, tableStyles, pictureStyles, styles];

  /** The number of products to show, in the current sort order. */
  @property({ type: Number }) limit = 8;
  /**
   * Controls a column without any known value, the total included: `auto` leaves it out, `dash` shows a dash in every
   * row.
   */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';
  /** The place where a product opens. A product opens on a page of its own or not at all. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;
  /** The place where all products open. `inline` replaces the first products in the widget. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

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

  readonly #top = new Ranking(this, (customerId, order, search) => crossSellOf(customerId, this.#limit, order, search));
  readonly #all: Ranking = new Ranking(
    this,
    (customerId, order, search) => (this.#viewAll.isShown ? crossSellOf(customerId, 50, order, search) : undefined),
    () => this.#all.more(),
  );
  readonly #dialog = new LazyDialog(this, 'all');
  readonly #viewAll = new ViewAllController(this, {
    intent: 'products',
    dialog: this.#dialog,
    onShow: () => this.#beginAll(),
  });
  readonly #toolsModule = new Lazy(this, () => import('./cross-sell-tools.ts'));
  #tools: CrossSellTools | undefined;
  #chosen: readonly CrossSellColumn[] | undefined;
  #drawnOrder: unknown;

  override refresh(): void {
    this.#top.refresh();
    this.#all.refresh();
  }

  protected override customerChanged(): void {
    this.#top.reset({ range: this.range && orderedRange(this.range) });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A new value from the host overrides the operator's choice.
    if (changed.has('columns')) this.#chosen = undefined;
    if (changed.has('range')) this.#top.search = { ...this.#top.search, range: this.range && orderedRange(this.range) };
    this.#loadTools();
  }

  /**
   * Loads the tools: at once if the host enables them, otherwise as soon as there are products to filter or explain.
   */
  #loadTools(): void {
    const isWanted = this.#panelTools.length > 0 || this.#viewAll.isShown || this.#top.snapshot.phase === 'ready';
    if (isWanted && this.#toolsModule.state === 'idle') this.#toolsModule.load();
    const { module } = this.#toolsModule;
    if (!module) return;
    this.#tools ??= new module.CrossSellTools(this, {
      rankings: { panel: this.#top, all: this.#all },
      current: () => (this.#viewAll.isShown ? this.#all : this.#top),
      columns: () => this.#columnNames,
      isChosen: () => this.#chosen !== undefined,
      choose: this.#choose,
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#viewAll.isShown || this.#drawnOrder === this.#all.order) return;
    this.#drawnOrder = this.#all.order;
    // The first rows have changed, and the operator expects to see them.
    this.renderRoot.querySelector('.windowed')?.scrollTo({ top: 0 });
  }

  protected override render() {
    const { l10n } = this;
    const shown = this.#viewAll.shown(this.#top, this.#all);
    const isAll = this.#viewAll.isInline;
    const { snapshot } = shown;
    const list = this.#list(shown);
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(this.#limit),
      isEmpty: (rows) => this.#isEmpty(shown, rows),
      empty: () => this.#empty(shown, isAll ? 'all' : 'panel'),
      ready: (rows) => this.#renderRanking(shown, rows),
    });
    const count = list?.total ?? list?.totals?.rows;
    const tools = this.#tools?.render(isAll ? 'all' : 'panel', this.#panelTools, list) ?? nothing;
    const isRow = isToolRow(this.#panelTools);
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: count === undefined ? undefined : l10n.number(count),
      actions: isRow ? nothing : tools,
      body: html`${isRow ? html`<div class="tools" part="toolbar">${tools}</div>` : nothing}${this.#tools?.strip(this.#words.heading)}${view.content}`,
      footer:
        list?.items.length || isAll
          ? this.#renderFooter(shown, list)
          : snapshot.phase === 'loading'
            ? footer(line(32))
            : nothing,
      dialogs: this.#dialog.render(this.#renderAll),
      busy: view.busy || (isAll && shown !== this.#all),
      announcement: this.#announcement(view.announcement, shown),
    });
  }

  #list({ snapshot }: Ranking): CrossSellList | undefined {
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  get #words() {
    return this.l10n.words(crossSellTableWords);
  }

  /** The tools in the header of the panel. */
  get #panelTools(): readonly Tool[] {
    return this.#viewAll.isInline ? toolNames : toolsOf(this.toolbar, toolNames);
  }

  get #columnNames(): readonly CrossSellColumn[] {
    return chosenColumns(this.#chosen ?? this.columns, columnSet);
  }

  readonly #choose = (names: readonly string[] | undefined): void => {
    this.#chosen = names && namesIn(names, columnNames);
    this.requestUpdate();
    this.dispatchEvent(new ColumnsChangedEvent(this.#chosen));
  };

  /** Starts the view of all products with the sort order, range and search text of the panel. */
  #beginAll(): void {
    this.#all.begin(this.#top);
    this.#toolsModule.use(() => {
      this.#loadTools();
      this.#tools?.begin('all');
    });
  }

  #announcement(said: string, ranking: Ranking): string {
    return (
      said ||
      (this.#tools?.announcement ?? '') ||
      foundWords(ranking, this.l10n) ||
      sortedWords(ranking.arrived, this.l10n)
    );
  }

  /** Returns true if nothing was bought, or only charges, which the summary above the table shows. */
  #isEmpty({ answered }: Ranking, { items, totals }: CrossSellList): boolean {
    return !items.length && (answered.text !== undefined || !totals?.charges?.length);
  }

  #empty({ answered: { text, range } }: Ranking, place: Place): Sentence {
    const { l10n } = this;
    if (text === undefined && !range) return { path: tag, title: this.#words.empty, help: this.#words.emptyHelp };
    return {
      path: searchIcon,
      title:
        text === undefined
          ? this.#words.noneInRange
          : l10n.text(this.#words.noneFound, { text: `\u2068${text}\u2069` }),
      action: this.#tools
        ? html`<button type="button" class="button" part="clear" @click=${() => this.#tools?.clear(place)}>
            ${this.#words.clearFilters}
          </button>`
        : nothing,
    };
  }

  get #limit(): number {
    return Math.max(1, Math.floor(this.limit) || 8);
  }

  #renderRanking(ranking: Ranking, list: CrossSellList): TemplateResult {
    const isAll = ranking === this.#all;
    const rows = isAll ? list : { ...list, items: list.items.slice(0, this.#limit) };
    return html`${warningNotices(list.warnings, this.l10n)}
      <div class="body flush" part="body">
        ${list.totals ? crossSellSummary(list.totals, this.l10n, this.#summary(ranking, list)) : nothing}
        ${
          list.items.length
            ? this.#renderTable(ranking, rows, isAll)
            : sentence({ path: tag, title: this.#words.onlyCharges, help: this.#words.onlyChargesHelp })
        }
        ${isAll && list.moreError ? moreRows(list, this.l10n, (again) => ranking.more(again)) : nothing}
      </div>`;
  }

  #summary(ranking: Ranking, list: CrossSellList): SummaryOptions {
    const { text, range } = ranking.answered;
    return {
      isWhole: text === undefined && !range,
      about: (figure, label) => this.#tools?.about(figure, label, ranking, list),
    };
  }

  readonly #renderAll = () => {
    const { l10n } = this;
    const view = stateView(this.#all.snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(12),
      isEmpty: (list) => this.#isEmpty(this.#all, list),
      empty: () => this.#empty(this.#all, 'all'),
      ready: (list) => {
        const text = extent(list.items.length, list, this.#all, l10n);
        return html`${warningNotices(list.warnings, l10n)} ${this.#renderTable(this.#all, list, true)}
        ${list.hasMore ? moreRows(list, l10n, (again) => this.#all.more(again), text) : footer(text)}`;
      },
    });
    // The dialog has a status region of its own: screen readers ignore regions outside a modal dialog.
    return {
      heading: this.#words.allHeading,
      wide: true,
      body: html`<div class="body all">
        <div class="tools" part="toolbar">${this.#tools?.render('all', toolNames, this.#list(this.#all))}</div>
        ${this.#tools?.strip(this.#words.heading)}${view.content}
        <div class="visually-hidden" role="status">${this.#announcement(view.announcement, this.#all)}</div>
      </div>`,
      l10n,
    };
  };

  #renderTable(ranking: Ranking, { items, totals, total }: CrossSellList, bounded: boolean): TemplateResult {
    const { l10n } = this;
    const names = this.#columnNames;
    const pictured = items.some(({ product }) => product.image !== undefined);
    const reasons = [l10n, this.client, this.openAs, names.join(), pictured, JSON.stringify(totals)];
    const shape = ranking.shape(reasons, () => this.#columns(names, totals, pictured));
    return table({
      label: this.#words.scrolls,
      shape,
      window: ranking.rows,
      items,
      total,
      sort: ranking.order,
      pending: ranking.pending,
      onSort: (field) => ranking.sortBy(field as Field),
      totals:
        totals &&
        ((columns) =>
          crossSellTotalsRow(totals, columns, l10n, { rows: items, isFound: ranking.answered.text !== undefined })),
      unknownColumns: this.unknownColumns,
      bounded,
    });
  }

  #columns(names: readonly CrossSellColumn[], totals: CrossSellTotals | undefined, pictured: boolean) {
    return crossSellColumns({
      l10n: this.l10n,
      names,
      totals,
      pictured,
      openingOf: this.#openingOf,
      onOpen: this.#open,
    });
  }

  #renderSkeleton(rows: number): TemplateResult {
    const columns = this.#columns(this.#columnNames, undefined, false);
    return html`<div class="body flush" part="body">
      ${crossSellSummarySkeleton()}
      ${tableSkeleton(this.#words.scrolls, columns, rows, crossSellTotalsSkeleton(columns))}
    </div>`;
  }

  #renderFooter(ranking: Ranking, list: CrossSellList | undefined): TemplateResult {
    const { l10n } = this;
    const shown = Math.min(list?.items.length ?? 0, ranking === this.#all ? Infinity : this.#limit);
    const text = list?.items.length ? extent(shown, list, ranking, l10n) : '';
    if (this.#viewAll.isInline) return footer(text, lessLink(l10n.common.viewLess, this.#viewAll.less));
    const isPart = list && (list.hasMore || list.items.length > shown);
    return footer(text, isPart ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  /** Returns how a product opens: by its own URL, or by the one from the host. */
  readonly #openingOf = ({ id, url }: Product): Opening | undefined => {
    return openingOf(ways, this.openAs, safeHref(url) ?? this.link('product', { productId: id }));
  };

  readonly #open = ({ id }: Product, opening: Opening, event: Event): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined) this.open(event, opening, new ProductOpenEvent(activeCustomer, id));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cross-sell-table': CrossSellTable;
  }
}
