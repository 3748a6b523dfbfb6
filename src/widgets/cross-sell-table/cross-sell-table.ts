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
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
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
 * What a customer has bought, product by product, with what each brought in and cost, sorted by any of it, and what
 * all of it adds up to.
 *
 * @summary Every product that a customer has bought, with its figures
 * @tag cross-sell-table
 * @slot heading - In place of the heading's words.
 * @slot actions - Further actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the products are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {ProductOpenEvent} product-open - A product is to be opened. Cancelable.
 * @fires {ExportEvent} export - Products are asked for as a file. Cancelable.
 * @fires {ColumnsChangedEvent<CrossSellColumn>} columns-changed - The operator has chosen other columns.
 * @fires {ViewAllEvent} view-all - All products are asked for. Cancelable.
 * @csspart summary - The figures above the table.
 * @csspart toolbar - What narrows, explains and exports all products.
 * @csspart product - A product's name.
 * @csspart image - What a product looks like.
 * @csspart sku - A product's number.
 * @csspart totals - The row over all products.
 * @csspart view-all - What opens all products.
 * @csspart view-less - What leads back to the first of them.
 * @csspart clear - What shows all products again.
 * @csspart waiting - That another order is on its way, where that takes long.
 * @csspart apply - What takes the days that were typed.
 * @csspart badge - A sign.
 * @csspart basis - What a figure is a figure of.
 * @csspart body - What is below the header.
 * @csspart cancel - What closes without a change.
 * @csspart cell - A cell of a row.
 * @csspart choice - One of several to choose from.
 * @csspart column - The head of a column.
 * @csspart dialog - A dialog.
 * @csspart explanation - What a figure counts.
 * @csspart figure - A figure.
 * @csspart form - A form.
 * @csspart input - What is typed or chosen in.
 * @csspart label - The name of a figure.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart metric - A figure with its name and basis.
 * @csspart notice - A strip above data.
 * @csspart popover - What a button opens beside it.
 * @csspart popover-button - What opens a popover.
 * @csspart range - Days to choose from.
 * @csspart row - A row.
 * @csspart scroller - What a table scrolls in.
 * @csspart search - The field to search with.
 * @csspart sort - What sorts by a column.
 * @csspart table - The table.
 */
export class CrossSellTable extends DashboardElement {
  static readonly tag = 'cross-sell-table';
  static override styles = [
    ...widgetStyles,
    metricStyles,
    columnsStyles,
    tableStyles,
    dialogStyles,
    pictureStyles,
    styles,
  ];

  /** How many products to show, of those that come first in the order. */
  @property({ type: Number }) limit = 8;
  /**
   * What becomes of a column of which neither a row nor the total knows anything: it is not there (`auto`), or has a
   * dash in every row (`dash`).
   */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';
  /** Where a product opens: it has a page, or none. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;
  /** Where all products are shown. `inline`: here, in place of the first of them. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  /**
   * Which columns there are, in this order: `title sku revenue share orders units unitsReturned promoRevenue
   * nonPromoRevenue promotions profit cogs fees`; all but the number where nothing is said. What the operator chooses
   * instead is told by `columns-changed`, and holds until this is set again.
   */
  @property({ converter: namesFrom }) columns?: readonly CrossSellColumn[];
  /** Only what was ordered on these days: as an attribute `2026-01-01/2026-03-31`, either end may be left open. */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * What stands above the products for the operator, any of `search range columns export`; all of it where nothing is
   * named, nothing where it is absent. Above all products they all stand always.
   */
  @property() toolbar?: WordList<Tool>;

  readonly #top = new Ranking(this, (customerId, order, search) => crossSellOf(customerId, this.#limit, order, search));
  readonly #all: Ranking = new Ranking(
    this,
    (customerId, order, search) => (this.#viewAll.isShown ? crossSellOf(customerId, 50, order, search) : undefined),
    () => this.#all.more(),
  );
  readonly #dialog = new Dialog(this, 'all');
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
    // What the host asks for anew holds before what the operator chose.
    if (changed.has('columns')) this.#chosen = undefined;
    if (changed.has('range')) this.#top.search = { ...this.#top.search, range: this.range && orderedRange(this.range) };
    this.#loadTools();
  }

  /** At once where they are wanted; else when there is something that they explain. */
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
    // Other rows are the first now, and it is they who were asked for.
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

  /** The tools in the panel's head. */
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

  /** Where the first of them are looked at, all of them are: in the same order, of the same days, with the same words. */
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

  /** Nothing was bought; or only charges were, which stand above the table. */
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
    // A status of its own, for what is outside a modal dialog is not read.
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

  /** How a product opens: by its own address, or the one that the host says. */
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
