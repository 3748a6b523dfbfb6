import { html, nothing, type TemplateResult } from 'lit';
import { moneyColumns, textColumn, type FileColumn } from '../data/file-table.ts';
import { type ListRequest, listCan } from '../data/list-query.ts';
import type { ListQuery } from '../data/query.ts';
import type { List } from '../data/snapshot.ts';
import { ExportController } from '../element/export-controller.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import { adopt } from '../ui/styles.ts';
import { exportStyles, ExportView } from '../ui/export.ts';
import { Popovers, popoverStyles } from '../ui/popover.ts';
import { rangePicker } from '../ui/range-picker.ts';
import { SearchField, searchStyles } from '../ui/search-field.ts';
import { sentence } from '../ui/state-view.ts';
import { toolbarStyles } from '../ui/toolbar.ts';
import type { ListColumn } from './list-columns.ts';
import { rowExtent } from './list-description.ts';
import type { ListPlace, ListTools, ListWords, NoMatchWords } from './list-tools.ts';
import { noMatchSentence } from './no-match.ts';
import type { RefinedListController } from './refined-list-controller.ts';
import { filterCount, type FilterMenu } from '../ui/filter-groups.ts';
import { filter } from '../ui/tool-icons.ts';
import { controlWords } from '../ui/words.en.ts';

/**
 * Renders a button that shows the number of active filters and opens check boxes, which apply at once. Requires
 * `popoverStyles`.
 *
 *     filterMenu(this.#popovers, { label: words.status, groups, chosen: this.#filters, onChange: (chosen) => … })
 */
export const filterMenu = (
  popovers: Popovers,
  { name = 'filter', label, groups, chosen, onChange }: FilterMenu,
): TemplateResult => {
  const { host } = popovers;
  const count = filterCount(groups, chosen);
  return popovers.render({
    name,
    label,
    button: { label, path: filter, count: count ? host.l10n.number(count) : undefined },
    load: async () => new (await import('../ui/filter-panel.ts')).FilterPanel(host),
    content: (panel) => panel.render({ name, label, groups, chosen, onChange }),
  });
};

/** Returns the columns of a file: those of a table, by name, and others. Throws if the table has no such column. */
export const fileColumns = <T>(
  columns: readonly (string | FileColumn<T>)[],
  ofTable: readonly ListColumn<T>[],
  l10n: Localization,
): readonly FileColumn<T>[] =>
  columns.flatMap((column) => {
    if (typeof column !== 'string') return [column];
    const { heading = '', text, file } = ofTable.find(({ name }) => name === column) ?? {};
    if (file && !('kind' in file)) return file;
    if (file?.kind === 'money')
      return moneyColumns<T>({ amount: heading, currency: l10n.words(controlWords).currency }, file.value);
    if (file) return [{ heading, ...file }];
    if (text) return [textColumn<T>(heading, text)];
    throw new Error(`The column ${column} has no text for a file.`);
  });

/** The page size while a file is exported. */
const pageOfFile = 500;

type Drawn = TemplateResult | typeof nothing;

export interface ListToolbarOptions<T, S> {
  /** The port and the method: `notes.list`. */
  readonly operation: string;
  readonly list: RefinedListController<T, S>;
  readonly tools: () => ListTools<T>;
  /** The place of the toolbar, for a widget that has one above the first rows too. */
  readonly place?: ListPlace;
  /** Returns the query for the rows of a file, for the given page size. */
  readonly getFileQuery: (pageSize: number, customerId: string, request: ListRequest) => ListQuery<T, S>;
}

/**
 * The tools above a list: search, date range, filters, columns, tools of the widget, export. Tools that the platform does
 * not declare are omitted.
 */
export class ListToolbar<T, S> {
  readonly #host: WidgetHost;
  readonly #options: ListToolbarOptions<T, S>;
  readonly #popovers: Popovers;
  readonly #field: SearchField;
  readonly #exportView: ExportView;

  constructor(host: WidgetHost, options: ListToolbarOptions<T, S>) {
    for (const styles of [popoverStyles, exportStyles, searchStyles, toolbarStyles]) adopt(host, styles);
    const { list, tools, getFileQuery } = options;
    this.#host = host;
    this.#options = options;
    this.#popovers = new Popovers(host);
    this.#field = new SearchField(host, { onSearch: (text) => list.refine({ text: text || undefined }) });
    list.onRefine = this.#showText;
    this.#showText();
    const exporter = new ExportController<T>(host, {
      get what() {
        return tools().file?.what ?? '';
      },
      table: async () => tools().file!.table(),
      shown: () => list.list?.items ?? [],
      all: (customerId) => getFileQuery(pageOfFile, customerId, list.request),
    });
    this.#exportView = new ExportView(this.#popovers, exporter);
  }

  /** Returns the text for the status region: of an export from any of these toolbars, or what this one's list has found. */
  status(words: ListWords, toolbars: readonly ListToolbar<T, S>[] = [this]): string {
    return toolbars.map(({ announcement }) => announcement).find(Boolean) ?? this.#found(words);
  }

  /** The state of an export, for the status region. */
  get announcement(): string {
    return this.#exportView.announcement;
  }

  /** Returns how many rows the operator's search and filters have found, once they are on screen. */
  #found(words: ListWords): string {
    const { list } = this.#options;
    const { l10n } = this.#host;
    if (!list.hasArrived || !list.list) return '';
    const { items, total, hasMore } = list.list;
    if (!items.length) return noMatchSentence(list, words, l10n).title;
    // A widget without this message words its own extent, and its own announcement.
    if (words.shownOf === undefined) return '';
    return rowExtent(words, l10n, {
      shown: total ?? items.length,
      total: undefined,
      isPart: hasMore === true && total === undefined,
    });
  }

  /** Renders the progress of an export. */
  strip(heading: string): Drawn {
    return this.#exportView.strip(heading);
  }

  /** Renders the notice that no row matches the search or filters, with a button that clears them. */
  renderNoMatch(words: NoMatchWords): TemplateResult {
    return sentence(noMatchSentence(this.#options.list, words, this.#host.l10n));
  }

  /** Renders the tools that `names` contains; all of them by default. */
  render(list: List<T, S> | undefined, names?: readonly string[]): TemplateResult {
    const { tools, place = 'all' } = this.#options;
    const isShown = (name: string): boolean => !names || names.includes(name);
    const further = tools().further?.filter(({ name }) => name === undefined || isShown(name));
    return html`${isShown('search') ? this.#search(list) : nothing}${isShown('range') ? this.#range() : nothing}${
      isShown('filter') ? this.#filter() : nothing
    }${isShown('columns') ? this.#columns() : nothing}${further?.map((tool) => tool.render(this.#popovers, place))}${
      isShown('export') ? this.#file(list) : nothing
    }`;
  }

  readonly #showText = (): void => {
    const { text = '' } = this.#options.list.refinement;
    if (text !== this.#field.text) this.#field.search(text);
  };

  #search(list: List<T, S> | undefined): Drawn {
    const { search } = this.#options.tools();
    if (!search || !this.#can('search')) return nothing;
    const { label, hint, above } = search;
    const isLong = list && (list.hasMore || (list.total ?? 0) > (above ?? 0));
    return above === undefined || isLong || this.#field.text ? this.#field.render({ label, hint }) : nothing;
  }

  #range(): Drawn {
    const { list, tools } = this.#options;
    const { range } = tools();
    if (!range || !(range.filter === undefined ? this.#can('range') : this.#hasFilter(range.filter))) return nothing;
    return rangePicker(this.#popovers, {
      name: this.#name('range'),
      label: range.label,
      unset: range.filter === undefined ? undefined : range.label,
      value: list.refinement.range ?? {},
      onChange: (days) => list.refine({ range: days }),
    });
  }

  #filter(): Drawn {
    const { list, tools } = this.#options;
    const { filter } = tools();
    const groups = filter?.groups.filter(({ name }) => this.#hasFilter(name));
    if (!filter || !groups?.length) return nothing;
    return filterMenu(this.#popovers, {
      name: this.#name('filter'),
      label: filter.label,
      groups,
      chosen: list.refinement.filter ?? {},
      onChange: (chosen) => list.refine({ filter: chosen }),
    });
  }

  #columns(): Drawn {
    const { columns } = this.#options.tools();
    if (!columns) return nothing;
    const { label, ...choice } = columns;
    return this.#popovers.render({
      name: this.#name('columns'),
      label,
      button: { label },
      load: () => import('../ui/column-chooser.ts'),
      content: ({ columnChooser }) => columnChooser({ host: this.#host, ...choice }),
    });
  }

  #file(list: List<T, S> | undefined): Drawn {
    const { file } = this.#options.tools();
    if (!file || !list?.items.length) return nothing;
    if (file.button) return file.button(this.#name('export'));
    const { items, total = file.total, hasMore } = list;
    return this.#exportView.button({ shown: items.length, total, hasMore }, this.#name('export'));
  }

  /** Returns the name of a popover, which is unique in the widget. */
  #name(tool: string): string {
    return this.#options.place === 'panel' ? `${tool}-panel` : tool;
  }

  #hasFilter(name: string): boolean {
    const { client } = this.#host;
    return client !== undefined && listCan(client.adapter, this.#options.operation, 'filter', name);
  }

  #can(capability: 'search' | 'range'): boolean {
    const { client } = this.#host;
    return client !== undefined && listCan(client.adapter, this.#options.operation, capability);
  }
}
