import { html, nothing, type TemplateResult } from 'lit';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ExportController } from '../../element/export-controller.ts';
import { importWithWords } from '../../element/lazy.ts';
import { ListController } from '../../element/query-controller.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderToolWords } from './tool-words.en.ts';
import { adopt } from '../../ui/adopt.ts';
import { exportStyles, ExportView } from '../../ui/export.ts';
import { filterMenu } from '../../ui/filter-menu.ts';
import * as icons from '../../ui/icons.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { rangePicker } from '../../ui/range-picker.ts';
import { SearchField, searchStyles } from '../../ui/search-field.ts';
import { notice } from '../../ui/state-view.ts';
import { toolbarStyles } from '../../ui/toolbar.ts';
import type { OrderBook } from './order-book.ts';
import { chosenFilters, filterGroups, searchFrom } from './order-filter.ts';
import { ordersOf } from './order-history.data.ts';
import { orderColumnNames } from './order-rows.ts';
import type { Tool } from './order-tool-names.ts';
import type { StatusPalette } from './status-palettes.ts';

/** The number of rows per page in an export. */
const pageOfFile = 500;

export interface ToolsView {
  readonly book: OrderBook;
  /** The place of the tools. Both can be on one page. */
  readonly place: 'panel' | 'all';
  readonly tools: readonly Tool[];
  readonly palette: StatusPalette;
  readonly columns: ColumnChoice;
}

/** The current columns, and the callback for another choice. */
export interface ColumnChoice {
  readonly chosen: readonly string[];
  readonly isChanged: boolean;
  readonly onChoose: (names: readonly string[] | undefined) => void;
}

export interface OrderBooks {
  /** The list in the panel and the list of all orders. */
  readonly panel: OrderBook;
  readonly all: OrderBook;
  /** Returns the list that the operator is using. */
  readonly active: () => OrderBook;
}

/** The tools that filter, explain and export a list of orders, in one row. */
export class OrderTools {
  readonly #host: DashboardElement;
  readonly #popovers: Popovers;
  readonly #export: ExportController<OrderEntry>;
  readonly #exportView: ExportView;
  readonly #fields: Readonly<Record<ToolsView['place'], SearchField>>;
  readonly #archive: ListController<OrderEntry, OrderTotals>;
  readonly #books: OrderBooks;
  /** The palette of the status labels. */
  #palette: StatusPalette | undefined;

  constructor(host: DashboardElement, books: OrderBooks) {
    for (const styles of [popoverStyles, exportStyles, searchStyles, toolbarStyles]) adopt(host, styles);
    this.#host = host;
    this.#books = books;
    this.#popovers = new Popovers(host);
    this.#export = new ExportController<OrderEntry>(host, {
      what: 'orders',
      table: async () =>
        (await importWithWords(host, () => import('./order-file.ts'))).orderTable(host.l10n, this.#palette),
      shown: () => books.active().list?.items ?? [],
      all: (customerId) => ordersOf(customerId, pageOfFile, books.active().search),
    });
    this.#exportView = new ExportView(this.#popovers, this.#export);
    const fieldOf = (book: OrderBook): SearchField => {
      const field = new SearchField(host, { onSearch: (text) => book.narrow({ text }) });
      book.notify(({ text = '' }) => {
        if (text !== field.text) field.search(text);
      });
      return field;
    };
    this.#fields = { panel: fieldOf(books.panel), all: fieldOf(books.all) };
    // Fetched only if the operator has changed the range: archived orders in it are then worth a hint.
    this.#archive = new ListController<OrderEntry, OrderTotals>(host, (customerId) => {
      const { chosen, search } = books.active();
      const isLeftOut = search.archived !== 'include' && search.archived !== 'only';
      return chosen.range && isLeftOut
        ? ordersOf(customerId, 1, { ...search, archived: 'only', sort: undefined })
        : undefined;
    });
  }

  /** The text for the widget's status region. */
  get announcement(): string {
    return this.#exportView.announcement;
  }

  render(view: ToolsView): TemplateResult {
    this.#palette = view.palette;
    const drawn: Readonly<Record<Tool, () => TemplateResult | typeof nothing>> = {
      search: () => this.#search(view),
      range: () => this.#range(view),
      filter: () => this.#filter(view),
      columns: () => this.#columns(view),
      legend: () => this.#legend(view),
      export: () => this.#exportButton(view),
    };
    return html`${view.tools.map((tool) => drawn[tool]())}`;
  }

  /** Renders the progress of an export. */
  strip(what: string): TemplateResult | typeof nothing {
    return this.#exportView.strip(what);
  }

  /** Renders the hint that the chosen range has archived orders. */
  offer(): TemplateResult | typeof nothing {
    const { snapshot } = this.#archive;
    if (snapshot.phase !== 'ready' || !snapshot.data.items.length) return nothing;
    const { total } = snapshot.data;
    const words = this.#words;
    return notice({
      path: icons.info,
      text: total === undefined ? words.archivedSome : this.#host.l10n.text(words.archivedThere, { count: total }),
      action: html`<button
        type="button"
        class="button inline"
        part="show-archived"
        @click=${() => this.#books.active().narrow({ archived: 'include' })}
      >
        ${words.showArchived}
      </button>`,
    });
  }

  get #words() {
    return this.#host.l10n.words(orderToolWords);
  }

  #range({ book, place }: ToolsView): TemplateResult {
    return rangePicker(this.#popovers, {
      name: `range-${place}`,
      label: this.#words.orderDate,
      value: book.search.range ?? {},
      onChange: (range) => book.narrow({ range }),
    });
  }

  #search({ place }: ToolsView): TemplateResult {
    return this.#fields[place].render({ label: this.#words.find, hint: this.#words.findHint });
  }

  #columns({ place, columns }: ToolsView): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(orderHistoryWords);
    const headings: Readonly<Record<string, unknown>> = { ...words, date: words.placed };
    const all = orderColumnNames.map((name) => ({ name, heading: String(headings[name]), required: name === 'order' }));
    return this.#popovers.render({
      name: `columns-${place}`,
      label: this.#words.columns,
      button: { label: this.#words.columns },
      load: () => import('../../ui/column-chooser.ts'),
      content: ({ columnChooser }) => columnChooser({ host: this.#host, all, ...columns }),
    });
  }

  #filter({ book, place }: ToolsView): TemplateResult {
    return filterMenu(this.#popovers, {
      name: `filter-${place}`,
      label: this.#words.filter,
      groups: filterGroups(this.#host.l10n),
      chosen: chosenFilters(book.search),
      onChange: (chosen) => book.narrow(searchFrom(chosen, book.search)),
    });
  }

  #legend({ place, palette }: ToolsView): TemplateResult {
    const { l10n } = this.#host;
    return this.#popovers.render({
      name: `legend-${place}`,
      label: this.#words.legend,
      button: { label: this.#words.legend, path: icons.info, iconOnly: true },
      load: () => import('./order-legend.ts'),
      content: ({ legend, legendStyles }) => {
        adopt(this.#host, legendStyles);
        return legend(palette, l10n);
      },
      takesFocus: false,
    });
  }

  #exportButton({ book }: ToolsView): TemplateResult | typeof nothing {
    const { list } = book;
    // The export covers the list that the operator is using.
    if (!list?.items.length || book !== this.#books.active()) return nothing;
    const { items, total, hasMore } = list;
    return this.#exportView.button({ shown: items.length, total, hasMore });
  }
}
