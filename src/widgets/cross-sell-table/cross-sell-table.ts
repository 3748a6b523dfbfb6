import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Product } from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { openingOf, type OpenAs, type Opening, type ViewAll } from '../../element/opening.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { crossSellTable } from '../../i18n/en/cross-sell-table.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { safeHref } from '../../ui/href.ts';
import { tag } from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { line, sentence, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { table, tableSkeleton, tableStyles } from '../../ui/table.ts';
import { warningNotices } from '../../ui/warnings.ts';
import { crossSellColumns, figures, knownFigures, type Figure } from './cross-sell-columns.ts';
import { extent, sortedWords } from './cross-sell-extent.ts';
import { Ranking } from './cross-sell-ranking.ts';
import { crossSellOf, type CrossSellList, type Field } from './cross-sell-table.data.ts';
import { ProductOpenEvent } from './cross-sell-table.events.ts';
import { styles } from './cross-sell-table.styles.ts';
import {
  crossSellSummary,
  crossSellSummarySkeleton,
  crossSellTotalsRow,
  crossSellTotalsSkeleton,
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
 * @fires {ViewAllEvent} view-all - All products are asked for. Cancelable.
 * @csspart summary - The figures above the table.
 * @csspart product - A product's name.
 * @csspart sku - A product's number.
 * @csspart totals - The row over all products.
 * @csspart view-all - What opens all products.
 * @csspart view-less - What leads back to the first of them.
 * @csspart waiting - That another order is on its way, where that takes long.
 */
export class CrossSellTable extends DashboardElement {
  static readonly tag = 'cross-sell-table';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, tableStyles, dialogStyles, styles];

  /** How many products to show, of those that come first in the order. */
  @property({ type: Number }) limit = 8;
  /** What becomes of a column in which no row has a value: a dash in every row, or no column. */
  @property({ attribute: 'unknown-columns' }) unknownColumns: 'dash' | 'hide' = 'dash';
  /** Where a product opens: it has a page, or none. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;
  /** Where all products are shown. `inline`: here, in place of the first of them. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #top = new Ranking(this, (customerId, order) => crossSellOf(customerId, this.#limit, order));
  readonly #all: Ranking = new Ranking(
    this,
    (customerId, order) => (this.#viewAll.isShown ? crossSellOf(customerId, 50, order) : undefined),
    () => this.#all.more(),
  );
  readonly #dialog = new Dialog(this, 'all');
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('products', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => {
      const isHere = this.opens(event, opening, request);
      if (isHere) this.#all.order = this.#top.order;
      return isHere;
    },
    dialog: this.#dialog,
  });
  #drawnOrder: unknown;

  override refresh(): void {
    this.#top.refresh();
    this.#all.refresh();
  }

  protected override customerChanged(): void {
    this.#viewAll.close();
    this.#top.reset();
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
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(this.#limit),
      isEmpty: ({ items, totals }) => !items.length && !totals?.charges?.length,
      empty: () => ({ path: tag, title: this.#words.empty, help: this.#words.emptyHelp }),
      ready: (rows) => this.#renderRanking(shown, rows),
    });
    const count = list?.total ?? list?.totals?.rows;
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: count === undefined ? undefined : l10n.number(count),
      body: view.content,
      footer:
        list?.items.length || isAll
          ? this.#renderFooter(shown, list)
          : snapshot.phase === 'loading'
            ? footer(line(32))
            : nothing,
      dialogs: this.#dialog.render(this.#renderAll),
      busy: view.busy || (isAll && shown !== this.#all),
      announcement: view.announcement || sortedWords(shown.arrived, l10n),
    });
  }

  get #words() {
    return this.l10n.section('crossSellTable', crossSellTable);
  }

  get #limit(): number {
    return Math.max(1, Math.floor(this.limit) || 8);
  }

  #renderRanking(ranking: Ranking, list: CrossSellList): TemplateResult {
    const isAll = ranking === this.#all;
    const rows = isAll ? list : { ...list, items: list.items.slice(0, this.#limit) };
    return html`${warningNotices(list.warnings, this.l10n)}
      <div class="body flush" part="body">
        ${list.totals ? crossSellSummary(list.totals, this.l10n) : nothing}
        ${
          list.items.length
            ? this.#renderTable(ranking, rows, isAll)
            : sentence({ path: tag, title: this.#words.onlyCharges, help: this.#words.onlyChargesHelp })
        }
        ${isAll && list.moreError ? moreRows(list, this.l10n, (again) => ranking.more(again)) : nothing}
      </div>`;
  }

  readonly #renderAll = () => {
    const { l10n } = this;
    const view = stateView(this.#all.snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(12),
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
        ${view.content}
        <div class="visually-hidden" role="status">${view.announcement || sortedWords(this.#all.arrived, l10n)}</div>
      </div>`,
      l10n,
    };
  };

  #renderTable(ranking: Ranking, { items, totals, total }: CrossSellList, bounded: boolean): TemplateResult {
    const { l10n } = this;
    const shown = this.unknownColumns === 'hide' ? knownFigures(items, totals) : figures;
    const revenue = totals?.revenue.amounts ?? [];
    const shape = ranking.shape([l10n, this.client, this.openAs, shown.join(), JSON.stringify(revenue)], () =>
      this.#columns(shown, revenue),
    );
    const content = table({
      label: this.#words.scrolls,
      shape,
      window: ranking.rows,
      items,
      total,
      sort: ranking.order,
      pending: ranking.pending,
      onSort: (field) => ranking.sortBy(field as Field),
      totals: totals ? crossSellTotalsRow(totals, shape.columns, l10n) : nothing,
      bounded,
    });
    // Rows are drawn into the cells that they have: other columns want other rows.
    return html`${keyed(shown.join(), content)}`;
  }

  #columns(shown: readonly Figure[], revenue: readonly Money[]) {
    return crossSellColumns({
      l10n: this.l10n,
      figures: shown,
      revenue,
      openingOf: this.#openingOf,
      onOpen: this.#open,
    });
  }

  #renderSkeleton(rows: number): TemplateResult {
    const columns = this.#columns(figures, []);
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
    const link = () => this.linkTo('product', { customerId: this.activeCustomer ?? '', productId: id });
    return openingOf(ways, this.openAs, safeHref(url) ?? safeHref(link()));
  };

  readonly #open = ({ id }: Product, opening: Opening, event: Event): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined) this.opens(event, opening, new ProductOpenEvent(activeCustomer, id));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cross-sell-table': CrossSellTable;
  }
}
