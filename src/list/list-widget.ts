import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdapterError } from '../adapter/adapter-error.ts';
import { listQuery, rowCount } from '../data/list-query.ts';
import type { ListQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { Lazy } from '../element/lazy.ts';
import type { ViewAll } from '../element/opening.ts';
import { inScopeOf, ListController } from '../element/query-controller.ts';
import { ViewAllController } from '../element/view-all.ts';
import type { DialogContent } from '../ui/dialog.ts';
import { LazyDialog } from '../ui/lazy-dialog.ts';
import { lessLink, viewAllLink } from '../ui/opener.ts';
import { footer, footerSkeleton, panel } from '../ui/panel.ts';
import { skeletonRows, stateView, type Sentence, type StateView } from '../ui/state-view.ts';
import type { FullList } from './all-rows.ts';
import { firstRequestOf, rowExtent, type FirstRows, type ListDescription } from './list-description.ts';
import type { ListForm, ListPlace, ListTools, ListWords } from './list-tools.ts';
import type { RefinedListController } from './refined-list-controller.ts';

/**
 * The base class of a list widget: its first rows in a panel, and all rows in a dialog, in the panel itself, or on a
 * page of the host. It renders the frame: states, count, footer, dialog, search and other tools. A subclass provides
 * the operation, the words and the rows.
 *
 * @slot heading - Replaces the text of the heading.
 * @slot empty - Replaces the empty state.
 * @fires {ViewAllEvent} view-all - All rows are requested. Cancelable.
 * @csspart clear - The button that clears every filter.
 * @csspart dialog - A dialog.
 * @csspart input - A form control.
 * @csspart message - A message about a field or a form.
 * @csspart notice - A strip above the data.
 * @csspart search - The search field.
 * @csspart toolbar - The tools above all rows.
 * @csspart view-all - Opens all rows.
 * @csspart view-less - Goes back to the first rows.
 */
export abstract class ListWidget<T, S = unknown> extends DashboardElement {
  abstract limit: number | 'all';
  /** The place that shows all rows. `inline`: in the widget itself, instead of the first rows. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  /** The forms that the widget opens. */
  protected readonly forms: readonly ListForm[] = [];
  protected readonly first: FirstRows<T, S>;
  protected readonly allDialog: LazyDialog;
  protected readonly allController: ViewAllController;
  readonly #list: ListDescription<T, S>;
  /** All rows with their tools. Loaded when they are requested. */
  protected readonly allRows: Lazy<FullList<T, S>>;

  constructor(list: ListDescription<T, S>) {
    super();
    this.#list = list;
    this.first = this.createFirst(list);
    this.allRows = new Lazy(this, () => this.loadAll(list));
    this.allDialog = new LazyDialog(this, 'all', () => this.allClosed());
    this.allController = new ViewAllController(this, { intent: list.intent, dialog: this.allDialog });
  }

  /** Creates the list of the first rows. Called by the constructor. */
  protected createFirst(_list: ListDescription<T, S>): FirstRows<T, S> {
    const getQuery = inScopeOf(this, (customerId) => this.query(this.rowCount, customerId));
    return new ListController<T, S>(this, getQuery, { keepPreviousData: true });
  }

  /** Loads the list of all rows. Called when they are requested. */
  protected async loadAll({ operation, pageOfAll = 50 }: ListDescription<T, S>): Promise<FullList<T, S>> {
    const { AllRows: All } = await import('./all-rows.ts');
    return new All<T, S>(this, {
      operation: operation.name,
      hasRows: (rows) => this.hasRows(rows),
      getQuery: (...asked) => this.query(...asked),
      isShown: () => this.allController.isShown,
      pageSize: pageOfAll,
      words: () => this.words,
      tools: () => this.tools,
      renderToolbar: (tools) => this.renderToolbar(tools),
      renderRows: (rows) => this.renderRows(rows.items, 'all', rows),
    });
  }

  protected abstract get words(): ListWords;
  /** Renders the rows. */
  protected abstract renderRows(items: readonly T[], place: ListPlace, list: List<T, S>): TemplateResult;
  /** Renders the given number of placeholder rows. */
  protected abstract renderSkeleton(rows: number, place: ListPlace): TemplateResult;

  /** Returns the query for the given page size; by default for the first rows. */
  protected query(
    pageSize: number,
    customerId: string,
    request = firstRequestOf(this.#list, this.client),
  ): ListQuery<T, S> {
    return listQuery(this.#list.operation, pageSize, customerId, request);
  }

  override refresh(): void {
    this.first.refresh();
    this.all?.refresh();
    this.permissions.refresh();
  }

  /** The tools above the rows. Tools that the platform does not declare are omitted. */
  protected get tools(): ListTools<T> {
    return {};
  }

  /** Renders the end of the header. */
  protected renderHead(list: List<T, S> | undefined): TemplateResult | typeof nothing {
    return list?.items.length || this.isNarrowed(this.shownPlace) ? this.renderActions() : nothing;
  }

  /** Renders what creates a row: in the header, and in the empty state. */
  protected renderCreate(): TemplateResult | typeof nothing {
    const buttons = this.forms.map((form) => form.button()).filter((button) => button !== nothing);
    return buttons.length ? html`${buttons}` : nothing;
  }

  /** Renders the actions in the header, once there are rows. */
  protected renderActions(): TemplateResult | typeof nothing {
    return this.renderCreate();
  }

  /** Renders notices above the rows of the panel. */
  protected renderNotices(): TemplateResult | typeof nothing {
    const strip = (form: ListForm) => (this.allDialog.isOpen ? nothing : form.strip());
    return html`${this.forms.map((form) => html`${form.notices()}${strip(form)}`)}`;
  }

  /** Renders the toolbar above all rows, and above the first rows if they are refined. */
  protected renderToolbar(tools: TemplateResult): TemplateResult | typeof nothing {
    return html`<div class="tools" part="toolbar">${tools}</div>`;
  }

  protected renderDialogs(): unknown {
    return this.forms.map((form) => form.dialog());
  }

  /** Called when the dialog of all rows has closed. */
  protected allClosed(): void {
    this.all?.restart();
  }

  /** `true` if the operator's search applies to the first rows too, with the toolbar above them. */
  protected get isFirstRefined(): boolean {
    return false;
  }

  /** Returns whether a search or filters of the operator exclude rows from those of a place. */
  protected isNarrowed(place: ListPlace): boolean {
    return (place === 'all' || this.isFirstRefined) && this.all?.isNarrowed === true;
  }

  /** `true` if the first rows are filtered, so that there are others even if few are shown. */
  protected get isSelection(): boolean {
    return firstRequestOf(this.#list, this.client).filter !== undefined;
  }

  /** All rows, once they have been requested. */
  protected get all(): RefinedListController<T, S> | undefined {
    return this.allRows.module?.list;
  }

  /** Returns the text for the status region of a place. */
  protected statusOf(_place: ListPlace): string {
    return [...this.forms, this, this.allRows.module].find((part) => part?.announcement)?.announcement ?? '';
  }

  /** `limit`, or the default if it is not a valid number. */
  protected get rowCount(): number {
    return rowCount(this.limit, this.#list.limit, this.#list.pageOfAll ?? 50);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.allController.isShown && this.allRows.state === 'idle') this.allRows.load();
  }

  /** The place that the panel shows. While all rows are loading, the first ones stay. */
  protected get shownPlace(): ListPlace {
    return this.allController.isInline && this.snapshotOf('all').phase !== 'loading' ? 'all' : 'panel';
  }

  protected override render(): TemplateResult {
    const { words, shownPlace } = this;
    const { isInline } = this.allController;
    const list = this.listOf(shownPlace);
    const view = this.viewOf(shownPlace);
    return panel({
      heading: isInline ? words.allHeading : words.heading,
      count: list && this.countOf(list),
      actions: this.renderHead(list),
      body: html`${this.#renderTools(isInline ? 'all' : 'panel')}${this.renderNotices()}${view.content}`,
      footer: this.renderFooter(list, shownPlace),
      dialogs: html`${this.allDialog.render(() => this.#dialog)} ${this.renderDialogs()}`,
      busy: view.busy || (isInline && shownPlace === 'panel'),
      announcement: view.announcement || this.statusOf(shownPlace),
    });
  }

  protected snapshotOf(place: ListPlace): Snapshot<List<T, S>> {
    if (place === 'panel') return this.first.snapshot;
    if (this.allRows.state === 'failed')
      return { phase: 'error', error: new AdapterError('unavailable'), refreshing: false };
    return this.allRows.module?.list.snapshot ?? { phase: 'loading' };
  }

  /** Returns the list of a place, once it has loaded. */
  protected listOf(place: ListPlace): List<T, S> | undefined {
    const snapshot = this.snapshotOf(place);
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  protected viewOf(place: ListPlace): StateView {
    return stateView(this.snapshotOf(place), {
      ...this.stateOptions,
      retry: () => (this.allRows.state === 'failed' ? this.allRows.load() : this.refresh()),
      what: this.words.heading,
      skeleton: () => this.renderSkeleton(this.skeletonRows(place), place),
      isEmpty: (list) => this.isEmpty(list, place),
      empty: () => this.emptyState(place),
      ready: (list) =>
        place === 'all'
          ? (this.allRows.module?.render(list) ?? html``)
          : this.renderRows(this.firstOf(list.items), place, list),
    });
  }

  /** Renders the toolbar, also while rows are loading or have failed: the search that failed can be changed. */
  #renderTools(place: ListPlace): TemplateResult | typeof nothing {
    const list = this.listOf(place);
    if ((place === 'panel' && !this.isFirstRefined) || (list && this.isEmpty(list, place))) return nothing;
    return this.allRows.module?.renderTools?.(list) ?? nothing;
  }

  /** Returns whether there is a row to show. */
  protected hasRows({ items }: List<T, S>): boolean {
    return items.length > 0;
  }

  protected skeletonRows(_place: ListPlace): number {
    return Math.min(this.rowCount, skeletonRows);
  }

  protected isEmpty(list: List<T, S>, place: ListPlace): boolean {
    return !this.hasRows(list) && !this.isNarrowed(place);
  }

  protected emptyState(_place: ListPlace): Sentence {
    const { empty: title, emptyHelp: help } = this.words;
    const create = this.renderCreate();
    const action = this.isSelection ? html`${create}${viewAllLink(this.words.viewAll, this.allController)}` : create;
    return { path: this.#list.icon, title, help, action };
  }

  /** Returns the rows that are shown initially. */
  protected firstOf(items: readonly T[]): readonly T[] {
    return items.length > this.rowCount ? items.slice(0, this.rowCount) : items;
  }

  /** Returns the count in the header. */
  protected countOf({ total }: List<T, S>): string | undefined {
    return total === undefined ? undefined : this.l10n.number(total);
  }

  protected renderFooter(list: List<T, S> | undefined, place: ListPlace): TemplateResult | typeof nothing {
    const { l10n, allController, words } = this;
    if (!list?.items.length && !allController.isInline) return footerSkeleton(this.snapshotOf(place));
    const { items, hasMore = false } = list ?? { items: [] };
    const shown = place === 'all' ? items.length : this.firstOf(items).length;
    const isPart = hasMore || items.length > shown;
    const text = list ? this.extent(list, shown, isPart, place) : '';
    if (allController.isInline) return footer(text, lessLink(l10n.common.viewLess, allController.less));
    const hasLink = this.limit !== 'all' && (isPart || this.isSelection);
    return footer(text, hasLink ? viewAllLink(words.viewAll, allController) : nothing);
  }

  /** Returns the text for the footer: how many of the rows are shown. */
  protected extent(list: List<T, S>, shown: number, isPart: boolean, _place: ListPlace): string | TemplateResult {
    return rowExtent(this.words, this.l10n, { shown, total: list.total, isPart });
  }

  get #dialog(): DialogContent {
    const content = this.dialogContent(this.viewOf('all'));
    return { heading: this.words.allHeading, wide: this.#list.wide === true, ...content, l10n: this.l10n };
  }

  /** Renders the content of the dialog of all rows. */
  protected dialogContent({ content, announcement }: StateView): Pick<DialogContent, 'body' | 'footer'> {
    // The widget's own status region is inert while a modal dialog is open.
    const body = html`<div class="body flush">
      <div class="visually-hidden" role="status">${announcement || this.statusOf('all')}</div>
      ${this.#renderTools('all')}${this.forms.map((form) => form.strip())}${content}
    </div>`;
    return { body };
  }
}
