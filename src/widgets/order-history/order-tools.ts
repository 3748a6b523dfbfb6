import { html, nothing, type TemplateResult } from 'lit';
import { listQuery, listCan } from '../../data/list-query.ts';
import { type OrderEntry, type OrderTotals, axes } from '../../domain/order.ts';
import { importWithWords } from '../../element/lazy.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { Localization } from '../../i18n/localization.ts';
import { type RefinedListController, requestOf } from '../../list/refined-list-controller.ts';
import type { ColumnChoice, FurtherTool, ListTools } from '../../list/list-tools.ts';
import type { ToolSource } from '../../list/refined-table-widget.ts';
import { adopt } from '../../ui/styles.ts';
import type { FilterGroup } from '../../ui/filter-groups.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { ordersList } from '../../features/orders/orders-list.ts';
import { orderColumnNames } from './order-rows.ts';
import { axisOrder, signOf } from '../../features/orders/order-status.ts';
import type { StatusPalette } from '../../features/orders/status-palettes.ts';
import { orderToolWords } from './tool-words.en.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderStatusWords } from '../../features/orders/words.en.ts';

export interface OrderToolsHost extends WidgetHost {
  readonly columnChoice: ColumnChoice;
}

export interface OrderToolsOptions {
  readonly palette: () => StatusPalette;
  /** Returns the list that the operator is using. */
  readonly active: () => RefinedListController<OrderEntry, OrderTotals>;
}

/** The tools that filter, explain and export a list of orders. */
export class OrderTools implements ToolSource<OrderEntry> {
  readonly #host: OrderToolsHost;
  readonly #options: OrderToolsOptions;
  readonly #archive: ListController<OrderEntry, OrderTotals>;

  constructor(host: OrderToolsHost, options: OrderToolsOptions) {
    this.#host = host;
    this.#options = options;
    // Fetched only if the operator has changed the range: archived orders in it are then worth a hint.
    this.#archive = new ListController<OrderEntry, OrderTotals>(host, (customerId) => {
      const { chosen, refinement } = options.active();
      if (!chosen.range || refinement.filter?.['archived']?.length || !this.#knowsArchive) return undefined;
      const filter = { ...refinement.filter, archived: ['only'] };
      return listQuery(ordersList, 1, customerId, requestOf({ ...refinement, filter, sort: undefined }));
    });
  }

  get tools(): ListTools<OrderEntry> {
    const { l10n, columnChoice } = this.#host;
    const words = l10n.words(orderToolWords);
    const { placed, ...others } = l10n.words(orderHistoryWords);
    const axisWords = l10n.words(orderStatusWords);
    const headings: Readonly<Record<string, unknown>> = { ...others, ...axisWords, date: placed };
    const all = orderColumnNames.map((name) => ({ name, heading: String(headings[name]), required: name === 'order' }));
    return {
      search: { label: words.find, hint: words.findHint },
      range: { label: words.orderDate },
      filter: { label: words.filter, groups: filterGroups(l10n) },
      columns: { label: words.columns, all, ...columnChoice },
      further: [this.#legend],
      file: {
        what: 'orders',
        table: async () => {
          const { orderTable } = await importWithWords(this.#host, () => import('./order-file.ts'));
          return orderTable(this.#host.l10n, this.#options.palette());
        },
      },
    };
  }

  /** Renders the hint that the chosen range has archived orders. */
  offer(): TemplateResult | typeof nothing {
    const { snapshot } = this.#archive;
    if (snapshot.phase !== 'ready' || !snapshot.data.items.length) return nothing;
    const { total } = snapshot.data;
    const { l10n } = this.#host;
    const words = l10n.words(orderToolWords);
    const list = this.#options.active();
    const include = () => list.refine({ filter: { ...list.refinement.filter, archived: ['include'] } });
    return notice({
      path: icons.info,
      text: total === undefined ? words.archivedSome : l10n.text(words.archivedThere, { count: total }),
      action: html`<button type="button" class="button inline" part="show-archived" @click=${include}>
        ${words.showArchived}
      </button>`,
    });
  }

  readonly #legend: FurtherTool = {
    name: 'legend',
    render: (popovers, place) => {
      const { l10n } = this.#host;
      const label = l10n.words(orderToolWords).legend;
      return popovers.render({
        name: `legend-${place}`,
        label,
        button: { label, path: icons.info, iconOnly: true },
        load: () => import('./order-legend.ts'),
        content: ({ legend, legendStyles }) => {
          adopt(this.#host, legendStyles);
          return legend(this.#options.palette(), l10n);
        },
        takesFocus: false,
      });
    },
  };

  get #knowsArchive(): boolean {
    const { client } = this.#host;
    return client !== undefined && listCan(client.adapter, ordersList.name, 'filter', 'archived');
  }
}

/** Returns the filters of orders, with the labels of the badges. The codes for "not requested" are left out. */
function filterGroups(l10n: Localization): readonly FilterGroup[] {
  const words = { ...l10n.words(orderToolWords), ...l10n.words(orderStatusWords) };
  return [
    ...axisOrder.map((axis): FilterGroup => {
      const codes = axes[axis].filter((code) => code !== 'none');
      const options = codes.map((value) => ({ value, label: signOf(axis, { status: value }, l10n)?.words ?? value }));
      return { name: axis, label: words[axis], options };
    }),
    {
      name: 'kind',
      label: words.kind,
      options: [
        { value: 'order', label: words.kindOrder },
        { value: 'return', label: words.kindReturn },
      ],
    },
    {
      name: 'archived',
      label: words.archive,
      isSingle: true,
      options: [
        { value: 'include', label: words.archiveInclude },
        { value: 'only', label: words.archiveOnly },
      ],
    },
  ];
}
