import type { TemplateResult } from 'lit';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import { importWithWords } from '../../element/lazy.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { ColumnChoice, FurtherTool, ListPlace, ListTools } from '../../list/list-tools.ts';
import type { RefinedListController } from '../../list/refined-list-controller.ts';
import type { ToolSource } from '../../list/refined-table-widget.ts';
import { explain } from '../../ui/explain.ts';
import * as icons from '../../ui/icons.ts';
import { Popovers } from '../../ui/popover.ts';
import { columnNames, columnSet, type CrossSellColumn } from './cross-sell-columns.ts';
import type { CrossSellList } from './cross-sell-table.data.ts';
import type { SummaryFigure } from './cross-sell-totals.ts';
import { crossSellToolWords } from './tool-words.en.ts';
import { crossSellTableWords } from './words.en.ts';

type Products = RefinedListController<CrossSellRow, CrossSellTotals>;

export interface CrossSellToolsOptions {
  readonly columns: () => readonly CrossSellColumn[];
  readonly columnChoice: () => ColumnChoice;
  readonly listOf: (place: ListPlace) => Products;
  /** Returns the list that the operator is using. */
  readonly active: () => Products;
}

/** The tools that filter, explain and export the products. Loaded after the products. */
export class CrossSellTools implements ToolSource<CrossSellRow> {
  readonly #host: WidgetHost;
  readonly #options: CrossSellToolsOptions;
  readonly #popovers: Popovers;

  constructor(host: WidgetHost, options: CrossSellToolsOptions) {
    this.#host = host;
    this.#options = options;
    this.#popovers = new Popovers(host);
  }

  get tools(): ListTools<CrossSellRow> {
    const { l10n } = this.#host;
    const words = this.#words;
    const headings = l10n.words(crossSellTableWords);
    return {
      search: { label: words.find },
      range: { label: words.orderDate },
      columns: {
        label: words.columns,
        all: columnNames.map((name) => ({
          name,
          heading: headings[name],
          required: columnSet.required?.includes(name),
        })),
        ...this.#options.columnChoice(),
      },
      further: [this.#figures],
      file: {
        what: 'products',
        total: this.#options.active().list?.totals?.rows,
        table: async () => {
          const { productTable } = await importWithWords(this.#host, () => import('./cross-sell-file.ts'));
          return productTable(this.#options.columns(), this.#host.l10n);
        },
      },
    };
  }

  /** Explains what a figure above the table counts. */
  about(figure: SummaryFigure, label: string, list: CrossSellList, place: ListPlace): TemplateResult {
    return explain(this.#popovers, figure, label, () => ({
      what: label,
      counts: this.#words[`${figure}Counts`],
      returns: figure === 'charges' ? undefined : 'net',
      range: this.#options.listOf(place).resolved.range ?? {},
      orders: list.totals?.distinctOrders,
      asOf: list.asOf,
    }));
  }

  /** Explains what the columns count. Always shown, because the headings are short. */
  readonly #figures: FurtherTool = {
    render: (popovers, place) =>
      popovers.render({
        name: `figures-${place}`,
        label: this.#words.figures,
        button: { label: this.#words.figures, path: icons.info, iconOnly: true },
        load: () => import('./cross-sell-figures.ts'),
        content: ({ columnFigures }) =>
          columnFigures(this.#host, this.#options.columns(), this.#options.listOf(place).resolved.range ?? {}),
        takesFocus: false,
      }),
  };

  get #words() {
    return this.#host.l10n.words(crossSellToolWords);
  }
}
