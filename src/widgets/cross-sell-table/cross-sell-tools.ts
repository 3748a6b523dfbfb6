import { html, nothing, type TemplateResult } from 'lit';
import type { CrossSellRow } from '../../domain/cross-sell.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ExportController } from '../../element/export-controller.ts';
import { importWithWords } from '../../element/lazy.ts';
import { crossSellTableWords } from './words.en.ts';
import { crossSellToolWords } from './tool-words.en.ts';
import { adopt } from '../../ui/adopt.ts';
import { explain } from '../../ui/explain.ts';
import { exportStyles, ExportView } from '../../ui/export.ts';
import * as icons from '../../ui/icons.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { rangePicker } from '../../ui/range-picker.ts';
import { SearchField, searchStyles } from '../../ui/search-field.ts';
import { toolbarStyles } from '../../ui/toolbar.ts';
import { columnNames, columnSet, type CrossSellColumn } from './cross-sell-columns.ts';
import { crossSellOf, type CrossSellList } from './cross-sell-table.data.ts';
import type { Ranking } from './cross-sell-ranking.ts';
import type { SummaryFigure } from './cross-sell-totals.ts';
import { toolStyles } from './cross-sell-tools.styles.ts';
import type { Tool } from './cross-sell-tool-names.ts';

/** The number of rows per page in an export. */
const pageOfFile = 500;

/** The places of the tools. Both can be on one page. */
export type Place = 'panel' | 'all';

export interface CrossSellToolsOptions {
  readonly rankings: Readonly<Record<Place, Ranking>>;
  /** Returns the ranking to export. */
  readonly current: () => Ranking;
  readonly columns: () => readonly CrossSellColumn[];
  /** Returns true if the operator has chosen other columns than the host. */
  readonly isChosen: () => boolean;
  readonly choose: (names: readonly string[] | undefined) => void;
}

/** The tools that filter, explain and export the products. The module is loaded after the products. */
export class CrossSellTools {
  readonly #host: DashboardElement;
  readonly #options: CrossSellToolsOptions;
  readonly #popovers: Popovers;
  readonly #searches: Readonly<Record<Place, SearchField>>;
  readonly #export: ExportController<CrossSellRow>;
  readonly #exportView: ExportView;

  constructor(host: DashboardElement, options: CrossSellToolsOptions) {
    for (const styles of [popoverStyles, searchStyles, exportStyles, toolbarStyles, toolStyles]) adopt(host, styles);
    this.#host = host;
    this.#options = options;
    this.#popovers = new Popovers(host);
    const searchOf = (ranking: Ranking) =>
      new SearchField(host, { onSearch: (text) => (ranking.search = { ...ranking.search, text: text || undefined }) });
    this.#searches = { panel: searchOf(options.rankings.panel), all: searchOf(options.rankings.all) };
    this.#export = new ExportController<CrossSellRow>(host, {
      what: 'products',
      table: async () =>
        (await importWithWords(host, () => import('./cross-sell-file.ts'))).productTable(options.columns(), host.l10n),
      shown: () => {
        const { snapshot } = options.current();
        return snapshot.phase === 'ready' ? snapshot.data.items : [];
      },
      all: (customerId) => crossSellOf(customerId, pageOfFile, options.current().order, options.current().search),
    });
    this.#exportView = new ExportView(this.#popovers, this.#export);
  }

  /** The text for the widget's status region. */
  get announcement(): string {
    return this.#exportView.announcement;
  }

  /** Renders the progress of an export. */
  strip(what: string): TemplateResult | typeof nothing {
    return this.#exportView.strip(what);
  }

  /** Continues the search of the place's ranking, which it has taken over from the other place. */
  begin(place: Place): void {
    this.#searches[place].search(this.#options.rankings[place].search.text ?? '');
  }

  /** Clears the search text and the range. */
  clear(place: Place): void {
    this.#searches[place].search('');
    this.#options.rankings[place].search = {};
  }

  render(place: Place, tools: readonly Tool[], list: CrossSellList | undefined): TemplateResult {
    const drawn: Readonly<Record<Exclude<Tool, 'export'>, () => TemplateResult>> = {
      search: () => this.#searches[place].render({ label: this.#words.find }),
      range: () => this.#range(place),
      columns: () => this.#columns(place),
    };
    return html`${tools.map((tool) => (tool === 'export' ? nothing : drawn[tool]()))}${this.#figures(place)}${
      tools.includes('export') ? this.#file(place, list) : nothing
    }`;
  }

  /** Explains what a figure above the table counts. */
  about(figure: SummaryFigure, label: string, ranking: Ranking, list: CrossSellList): TemplateResult {
    return explain(this.#popovers, figure, label, () => ({
      what: label,
      counts: this.#words[`${figure}Counts`],
      returns: figure === 'charges' ? undefined : 'net',
      range: ranking.answered.range ?? {},
      orders: list.totals?.distinctOrders,
      asOf: list.asOf,
    }));
  }

  get #words() {
    return this.#host.l10n.words(crossSellToolWords);
  }

  #range(place: Place): TemplateResult {
    const ranking = this.#options.rankings[place];
    return rangePicker(this.#popovers, {
      name: `range-${place}`,
      label: this.#words.orderDate,
      value: ranking.search.range ?? {},
      onChange: ({ from, to }) => {
        ranking.search = { ...ranking.search, range: (from ?? to) ? { from, to } : undefined };
      },
    });
  }

  #columns(place: Place): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(crossSellTableWords);
    const all = columnNames.map((name) => ({
      name,
      heading: words[name],
      required: columnSet.required?.includes(name),
    }));
    return this.#popovers.render({
      name: `columns-${place}`,
      label: this.#words.columns,
      button: { label: this.#words.columns },
      load: () => import('../../ui/column-chooser.ts'),
      content: ({ columnChooser }) =>
        columnChooser({
          host: this.#host,
          all,
          chosen: this.#options.columns(),
          isChanged: this.#options.isChosen(),
          onChoose: this.#options.choose,
        }),
    });
  }

  #file(place: Place, list: CrossSellList | undefined): TemplateResult | typeof nothing {
    if (!list?.items.length) return nothing;
    const { items, total, totals, hasMore } = list;
    return this.#exportView.button({ shown: items.length, total: total ?? totals?.rows, hasMore }, `export-${place}`);
  }

  #figures(place: Place): TemplateResult {
    return this.#popovers.render({
      name: `figures-${place}`,
      label: this.#words.figures,
      button: { label: this.#words.figures, path: icons.info, iconOnly: true },
      load: () => import('./cross-sell-figures.ts'),
      content: ({ columnFigures }) =>
        columnFigures(this.#host, this.#options.columns(), this.#options.rankings[place].answered.range ?? {}),
      takesFocus: false,
    });
  }
}
