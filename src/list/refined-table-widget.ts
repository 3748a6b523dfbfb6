import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { rowCount, type ListRequest } from '../data/list-query.ts';
import type { List } from '../data/snapshot.ts';
import { orderedRange, type DayRange } from '../domain/time.ts';
import { chosenColumns, ColumnsChangedEvent, namesIn, type ColumnSet, isToolRow, toolsOf } from '../element/columns.ts';
import { Lazy, once } from '../element/lazy.ts';
import type { DialogContent } from '../ui/dialog.ts';
import { retryButton, skeletonRows, type StateView } from '../ui/state-view.ts';
import { KeptChoices } from './kept-choices.ts';
import { RefinedListController, type ListRefinement, type RefinedListOptions } from './refined-list-controller.ts';
import type { ListToolbar } from './list-toolbar.ts';
import type { ColumnChoice, ListPlace, ListTools } from './list-tools.ts';
import type { FullList } from './all-rows.ts';
import type { TableDescription } from './list-description.ts';
import { TableWidget } from './table-widget.ts';

export interface RefinedTableDescription<T, S, C extends string> extends TableDescription<T, S> {
  /** The names that the attribute `toolbar` can list, in order. */
  readonly tools: readonly string[];
  /** The columns that the operator can choose. */
  readonly columns: ColumnSet<C>;
  /** `true` if the operator's sort order also applies to the next customer. */
  readonly keepsSort?: boolean;
}

/** The module of a widget that describes its tools, with what they need. Loaded with the first tool. */
export interface ToolSource<T> {
  readonly tools: ListTools<T>;
}

const importToolbar = once(() => import('./list-toolbar.ts'));

interface LoadedTools<T, S> extends Readonly<Record<ListPlace, ListToolbar<T, S>>> {
  readonly source: ToolSource<T>;
}

/**
 * The base class of a table whose first rows the operator can refine too: with tools in the head of the panel
 * (`toolbar`), a choice of columns (`columns`), and `limit="all"`. The host page sets the refinement that both lists
 * start with; a new value of the host page overrides the operator's choice. All rows continue with the refinement of the
 * first ones.
 *
 * @csspart apply - Applies the typed range.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart choice - An option of a group.
 * @csspart form - A form.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart range - The range picker.
 */
export abstract class RefinedTableWidget<T, S, C extends string> extends TableWidget<T, S> {
  /** The days that the rows are limited to. */
  abstract range?: DayRange;
  /** The names of the tools above the first rows. All of them if it is empty, none if it is absent. */
  abstract toolbar?: string;
  /** The columns that the host page sets, in order. */
  abstract columns?: readonly C[];

  declare protected readonly first: RefinedListController<T, S>;
  readonly #description: RefinedTableDescription<T, S, C>;
  readonly #all: RefinedListController<T, S>;
  readonly #tools: Lazy<LoadedTools<T, S>>;
  readonly #kept: KeptChoices;
  #wasAllShown = false;

  constructor(description: RefinedTableDescription<T, S, C>) {
    super(description);
    const { pageOfAll = 50, keepsSort } = description;
    this.#description = description;
    this.#all = new RefinedListController<T, S>(
      this,
      (...asked) => (this.allController.isShown ? this.query(pageOfAll, ...asked) : undefined),
      this.refining(keepsSort),
    );
    this.#tools = new Lazy(this, () => this.#loadTools());
    this.#kept = new KeptChoices(this, {
      key: () => this.preferenceKey,
      hasViews: description.tools.includes('views'),
      active: () => this.active,
      hostSort: () => this.hostSort,
      columns: () => this.columnNames,
      rows: () => (this.limit === 'all' ? undefined : this.rowCount),
    });
  }

  /** Loads the tools of the widget. */
  protected abstract loadTools(): Promise<ToolSource<T>>;

  /** The refinement that the host page sets. */
  protected get base(): ListRefinement {
    return this.range ? { range: orderedRange(this.range) } : {};
  }

  /** The order that the host page sets, which the operator's own from an earlier visit does not replace. */
  protected get hostSort(): ListRefinement['sort'] {
    return this.base.sort;
  }

  /** `true` if the tools are needed. */
  protected get wantsTools(): boolean {
    return this.panelTools.length > 0 || this.allController.isShown;
  }

  protected override createFirst({ pageOfAll = 50, keepsSort }: RefinedTableDescription<T, S, C>) {
    const getQuery = (customerId: string, request: ListRequest) =>
      this.#kept.isWaiting
        ? undefined
        : this.query(this.limit === 'all' ? pageOfAll : this.rowCount, customerId, request);
    return new RefinedListController<T, S>(this, getQuery, this.refining(keepsSort));
  }

  /** Not private: the constructor of the base class calls it, before private methods exist. */
  protected refining(keepsSort: boolean | undefined): RefinedListOptions {
    return { getBase: () => this.base, getStart: () => this.#kept.start, keepsSort };
  }

  protected override async loadAll(): Promise<FullList<T, S>> {
    await this.virtualize('all');
    return { list: this.#all, announcement: '', render: (list) => this.renderRows(list.items, 'all', list) };
  }

  protected override get all(): RefinedListController<T, S> {
    return this.#all;
  }

  protected override get tools(): ListTools<T> {
    const { tools = {} } = this.#tools.module?.source ?? {};
    const { tool } = this.#kept;
    return tool ? { ...tools, further: [...(tools.further ?? []), tool] } : tools;
  }

  /** The list that the operator is using: all rows while they are shown, otherwise the first ones. */
  protected get active(): RefinedListController<T, S> {
    return this.refined(this.allController.isShown ? 'all' : 'panel');
  }

  /** The names of the tools above the rows in the panel. */
  protected get panelTools(): readonly string[] {
    const { tools } = this.#description;
    return this.allController.isInline ? tools : toolsOf(this.toolbar, tools);
  }

  /** The names of the columns to show, in order. */
  protected get columnNames(): readonly C[] {
    return chosenColumns(this.#kept.columns ?? this.columns ?? this.usualColumns, this.#description.columns);
  }

  /** The columns without a choice of the host page or the operator. */
  protected get usualColumns(): readonly C[] | undefined {
    return this.#description.columns.usual;
  }

  /** The choice of columns, for the tool. */
  get columnChoice(): ColumnChoice {
    return {
      chosen: this.columnNames,
      isChanged: this.#kept.columns !== undefined,
      onChoose: (names) => {
        const columns = names && namesIn(names, this.#description.columns.all);
        this.#kept.showColumns(columns);
        this.dispatchEvent(new ColumnsChangedEvent(columns));
      },
    };
  }

  protected override get rowCount(): number {
    return this.limit === 'all' ? Infinity : rowCount(this.#kept.rows ?? this.limit, this.#description.limit);
  }

  protected override skeletonRows(place: ListPlace): number {
    return this.isBounded(place) ? skeletonRows : this.rowCount;
  }

  protected override refined(place: ListPlace): RefinedListController<T, S> {
    return place === 'all' ? this.#all : this.first;
  }

  protected override isBounded(place: ListPlace): boolean {
    return place === 'all' || this.limit === 'all';
  }

  protected override statusOf(place: ListPlace): string {
    const { module } = this.#tools;
    return super.statusOf(place) || (module?.[place].status(this.words, [module.panel, module.all]) ?? '');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A new value from the host page overrides the operator's choice.
    if (changed.has('range')) this.first.release('range');
    if (changed.has('columns')) this.#kept.columns = undefined;
    if (changed.has('limit')) this.#kept.rows = undefined;
    this.#kept.update();
    const { isShown } = this.allController;
    if (isShown && !this.#wasAllShown) this.#all.restart(this.first.chosen);
    this.#wasAllShown = isShown;
  }

  protected override loadParts(): void {
    if (this.wantsTools && this.#tools.state === 'idle') this.#tools.load();
  }

  protected override renderHead(list: List<T, S> | undefined): TemplateResult | typeof nothing {
    return html`${isToolRow(this.panelTools) ? nothing : this.renderPanelTools(list)}${this.renderActions()}`;
  }

  /** Renders the row of tools, if the head has too little room for them, and what is above the rows. */
  protected override renderNotices(): TemplateResult {
    const tools = html`${this.renderPanelTools(this.listOf(this.shownPlace))}`;
    const row = isToolRow(this.panelTools) ? this.renderToolbar(tools) : nothing;
    return html`${row}${this.renderSummary()}${this.renderAbove('panel')}`;
  }

  /** Renders the totals between the tools and the rows of the panel. */
  protected renderSummary(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Renders what is above the rows in the panel and in the dialog: the progress of exports. */
  protected renderAbove(_place: ListPlace): TemplateResult {
    const { heading } = this.words;
    const { panel, all } = this.#tools.module ?? {};
    return html`${panel?.strip(heading)}${all?.strip(heading)}`;
  }

  protected override dialogContent({ content, announcement, busy }: StateView): Pick<DialogContent, 'body' | 'footer'> {
    const tools =
      this.#tools.state === 'failed' ? this.#renderFailure() : this.#tools.module?.all.render(this.listOf('all'));
    return {
      body: html`<div class="body rows" aria-busy=${busy ? 'true' : 'false'}>
        ${this.renderToolbar(html`${tools}`)} ${this.renderAbove('all')}${content}
        <div class="visually-hidden" role="status">${announcement || this.statusOf('all')}</div>
      </div>`,
    };
  }

  /** Renders the tools above the rows in the panel: the first ones, or all of them. */
  protected renderPanelTools(list: List<T, S> | undefined): TemplateResult | typeof nothing {
    const { panelTools } = this;
    if (this.#tools.state === 'failed' && panelTools.length) return this.#renderFailure();
    return this.#tools.module?.[this.allController.isInline ? 'all' : 'panel'].render(list, panelTools) ?? nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#kept.updated();
  }

  protected override customerChanged(): void {
    super.customerChanged();
    this.#kept.customerChanged();
  }

  async #loadTools(): Promise<LoadedTools<T, S>> {
    const [{ ListToolbar: Toolbar }, source] = await Promise.all([importToolbar(), this.loadTools()]);
    const toolbarOf = (place: ListPlace) =>
      new Toolbar<T, S>(this, {
        operation: this.#description.operation.name,
        place,
        list: this.refined(place),
        tools: () => this.tools,
        getFileQuery: (...asked) => this.query(...asked),
      });
    return { source, panel: toolbarOf('panel'), all: toolbarOf('all') };
  }

  #renderFailure(): TemplateResult {
    return retryButton(this.l10n.common.retry, () => this.#tools.load());
  }
}

/** The dialog of all rows: the table fills it and scrolls by itself. */
export const fullTableStyles = css`
  .dialog > .body.rows {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
  }

  .rows > .footer {
    margin: 0;
  }
`;
