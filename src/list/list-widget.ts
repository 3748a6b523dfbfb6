import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdapterError } from '../adapter/adapter-error.ts';
import { listCan } from '../data/list-can.ts';
import { listQuery, type ListRequest } from '../data/list-query.ts';
import type { ListQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { Lazy } from '../element/lazy.ts';
import type { ViewAll } from '../element/opening.ts';
import { ListController } from '../element/query-controller.ts';
import { ViewAllController } from '../element/view-all.ts';
import type { Message, Plural } from '../i18n/message.ts';
import type { DialogContent } from '../ui/dialog.ts';
import { LazyDialog } from '../ui/lazy-dialog.ts';
import { lessLink, viewAllLink } from '../ui/opener.ts';
import { footer, panel } from '../ui/panel.ts';
import { stateView, type Sentence, type StateView } from '../ui/state-view.ts';
import { rowCount, skeletonRows, type FirstRows, type FullList, type ListDescription } from './list-description.ts';
import type { ListPlace, ListTools, ListWords } from './list-tools.ts';
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

  protected readonly first: FirstRows<T, S>;
  protected readonly allDialog: LazyDialog;
  protected readonly allController: ViewAllController;
  readonly #list: ListDescription<T, S>;
  readonly #all: Lazy<FullList<T, S>>;

  constructor(list: ListDescription<T, S>) {
    super();
    this.#list = list;
    this.first = this.createFirst(list);
    this.#all = new Lazy(this, () => this.loadAll(list));
    this.allDialog = new LazyDialog(this, 'all', () => this.allClosed());
    this.allController = new ViewAllController(this, { intent: list.intent, dialog: this.allDialog });
  }

  /** Creates the list of the first rows. Called by the constructor. */
  protected createFirst(_list: ListDescription<T, S>): FirstRows<T, S> {
    return new ListController<T, S>(this, (customerId) => this.query(this.rowCount, customerId), {
      keepPreviousData: true,
    });
  }

  /** Loads the list of all rows. Called when they are requested. */
  protected async loadAll({ operation, pageOfAll = 50 }: ListDescription<T, S>): Promise<FullList<T, S>> {
    const { AllRows: All } = await import('./all-rows.ts');
    return new All<T, S>(this, {
      operation: operation.name,
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
  protected query(pageSize: number, customerId: string, request = this.#firstRequest): ListQuery<T, S> {
    return listQuery(this.#list.operation, pageSize, customerId, request);
  }

  get #firstRequest(): ListRequest {
    const { client } = this;
    const { firstFilter: filter, operation } = this.#list;
    const isOffered = (field: string) =>
      client !== undefined && listCan(client.adapter, operation.name, 'filter', field);
    return filter && Object.keys(filter).every(isOffered) ? { filter } : {};
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
    return list?.items.length ? this.renderActions() : nothing;
  }

  /** Renders the actions in the header, once there are rows. */
  protected renderActions(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Renders the action in the empty state. */
  protected renderEmptyAction(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Renders notices above the rows of the panel. */
  protected renderNotices(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Renders the toolbar above all rows. */
  protected renderToolbar(tools: TemplateResult): TemplateResult | typeof nothing {
    return html`<div class="tools" part="toolbar">${tools}</div>`;
  }

  /** Renders the widget's own dialogs. */
  protected renderDialogs(): unknown {
    return nothing;
  }

  /** Called when the dialog of all rows has closed. */
  protected allClosed(): void {
    this.all?.restart();
  }

  /** `true` if the first rows are filtered, so that there are others even if few are shown. */
  protected get isSelection(): boolean {
    return this.#firstRequest.filter !== undefined;
  }

  /** The first rows that have loaded. */
  protected get rows(): readonly T[] {
    const { snapshot } = this.first;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** All rows, once they have been requested. */
  protected get all(): RefinedListController<T, S> | undefined {
    return this.#all.module?.list;
  }

  /** The text for the status regions. */
  protected get status(): string {
    return this.announcement || (this.#all.module?.announcement ?? '');
  }

  /** Returns the text for the status region of a place. */
  protected statusOf(_place: ListPlace): string {
    return this.status;
  }

  /** `limit`, or the default if it is not a valid number. */
  protected get rowCount(): number {
    return rowCount(this.limit, this.#list.limit, this.#list.pageOfAll ?? 50);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.allController.isShown && this.#all.state === 'idle') this.#all.load();
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
      body: html`${this.renderNotices()}${view.content}`,
      footer: this.renderFooter(list, shownPlace),
      dialogs: html`${this.allDialog.render(this.#renderAll)} ${this.renderDialogs()}`,
      busy: view.busy || (isInline && shownPlace === 'panel'),
      announcement: view.announcement || this.statusOf(shownPlace),
    });
  }

  protected snapshotOf(place: ListPlace): Snapshot<List<T, S>> {
    if (place === 'panel') return this.first.snapshot;
    if (this.#all.state === 'failed')
      return { phase: 'error', error: new AdapterError('unavailable'), refreshing: false };
    return this.#all.module?.list.snapshot ?? { phase: 'loading' };
  }

  /** Returns the list of a place, once it has loaded. */
  protected listOf(place: ListPlace): List<T, S> | undefined {
    const snapshot = this.snapshotOf(place);
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  protected viewOf(place: ListPlace): StateView {
    return stateView(this.snapshotOf(place), {
      ...this.stateOptions,
      retry: () => (this.#all.state === 'failed' ? this.#all.load() : this.refresh()),
      what: this.words.heading,
      skeleton: () => this.renderSkeleton(this.skeletonRows(place), place),
      isEmpty: (list) => this.isEmpty(list, place),
      empty: () => this.emptyState(place),
      ready: (list) =>
        place === 'all'
          ? (this.#all.module?.render(list) ?? html``)
          : this.renderRows(this.firstOf(list.items), place, list),
    });
  }

  protected skeletonRows(_place: ListPlace): number {
    return Math.min(this.rowCount, skeletonRows);
  }

  protected isEmpty({ items }: List<T, S>, place: ListPlace): boolean {
    return !items.length && !(place === 'all' && this.all?.isNarrowed);
  }

  protected emptyState(_place: ListPlace): Sentence {
    const { empty: title, emptyHelp: help } = this.words;
    return { path: this.#list.icon, title, help, action: this.renderEmptyAction() };
  }

  /** Returns the rows that are shown initially. */
  protected firstOf(items: readonly T[]): readonly T[] {
    return items.slice(0, this.rowCount);
  }

  /** Returns the count in the header. */
  protected countOf({ total }: List<T, S>): string | undefined {
    return total === undefined ? undefined : this.l10n.number(total);
  }

  protected renderFooter(list: List<T, S> | undefined, place: ListPlace): TemplateResult | typeof nothing {
    const { l10n, allController, words } = this;
    if (!list?.items.length && !allController.isInline) return nothing;
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
    const { l10n, words } = this;
    if (!isPart) return this.#count(words.all, shown);
    if (list.total === undefined) return this.#count(words.shown, shown);
    return l10n.text(words.shownOf as '{shown}{total}', { shown, total: list.total });
  }

  #count(message: Plural | undefined, count: number): string {
    return message ? this.l10n.text(message as Message & { other: '{count}' }, { count }) : '';
  }

  readonly #renderAll = (): DialogContent => ({
    heading: this.words.allHeading,
    ...(this.#list.wide && { wide: true }),
    ...this.dialogContent(this.viewOf('all')),
    l10n: this.l10n,
  });

  /** Renders the content of the dialog of all rows. */
  protected dialogContent({ content, announcement }: StateView): Pick<DialogContent, 'body' | 'footer'> {
    // The widget's own status region is inert while a modal dialog is open.
    const body = html`<div class="body flush">
      <div class="visually-hidden" role="status">${announcement || this.statusOf('all')}</div>
      ${content}
    </div>`;
    return { body };
  }
}
