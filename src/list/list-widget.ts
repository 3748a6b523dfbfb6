import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdapterError } from '../adapter/adapter-error.ts';
import { listCan } from '../data/list-can.ts';
import { listQuery, type ListOperation, type ListRequest } from '../data/list-query.ts';
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
import { stateView, type StateView } from '../ui/state-view.ts';
import type { AllRows, AllRowsOptions } from './all-rows.ts';
import type { ListPlace, ListTools, ListWords } from './list-tools.ts';
import type { RefinedListController } from './refined-list-controller.ts';
import { rowCount } from './row-count.ts';

export interface ListDescription<T, S> {
  readonly operation: ListOperation<T, S>;
  /** The intent of the host page's link to all rows. */
  readonly intent: string;
  /** The path of the icon in the empty state. */
  readonly icon: string;
  /** The number of rows that are shown if `limit` is not a valid number. */
  readonly limit: number;
  /** The filter of the first rows, where the platform declares it: `{ state: 'current' }`. */
  readonly firstFilter?: Readonly<Record<string, string>>;
  /** The page size of the full list. */
  readonly pageOfAll?: number;
  /** `true` if the dialog of all rows is as wide as the page. */
  readonly wide?: boolean;
}

/** The maximum number of rows in a skeleton, which fills the first screen. */
const skeletonRows = 12;

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
  abstract limit: number;
  /** The place that shows all rows. `inline`: in the widget itself, instead of the first rows. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  protected readonly first: ListController<T, S>;
  protected readonly allDialog: LazyDialog;
  protected readonly allController: ViewAllController;
  readonly #list: ListDescription<T, S>;
  readonly #all: Lazy<AllRows<T, S>>;

  constructor(list: ListDescription<T, S>) {
    super();
    this.#list = list;
    const { intent, operation, pageOfAll = 50 } = list;
    this.first = new ListController<T, S>(this, (customerId) => this.query(this.rowCount, customerId), {
      keepPreviousData: true,
    });
    this.#all = new Lazy(this, async () => {
      const { AllRows: All } = await import('./all-rows.ts');
      const options: AllRowsOptions<T, S> = {
        operation: operation.name,
        getQuery: (...asked) => this.query(...asked),
        isShown: () => this.allController.isShown,
        pageSize: pageOfAll,
        words: () => this.words,
        tools: () => this.tools,
        renderToolbar: (tools) => this.renderToolbar(tools),
        renderRows: (rows) => this.renderRows(rows.items, 'all', rows),
      };
      return new All(this, options);
    });
    this.allDialog = new LazyDialog(this, 'all', () => this.allClosed());
    this.allController = new ViewAllController(this, {
      intent,
      dialog: this.allDialog,
    });
  }

  protected abstract get words(): ListWords;
  /** Renders the rows. */
  protected abstract renderRows(items: readonly T[], place: ListPlace, list: List<T, S>): TemplateResult;
  /** Renders the given number of placeholder rows. */
  protected abstract renderSkeleton(rows: number): TemplateResult;

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

  /** `limit`, or the default if it is not a valid number. */
  protected get rowCount(): number {
    return rowCount(this.limit, this.#list.limit, this.#list.pageOfAll ?? 50);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.allController.isShown && this.#all.state === 'idle') this.#all.load();
  }

  protected override render(): TemplateResult {
    const { words, allController } = this;
    const isInline = allController.isInline;
    const isAll = isInline && this.#snapshot('all').phase !== 'loading';
    const snapshot = this.#snapshot(isAll ? 'all' : 'panel');
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = this.#view(isAll ? 'all' : 'panel');
    return panel({
      heading: isInline ? words.allHeading : words.heading,
      count: list?.total === undefined ? undefined : this.l10n.number(list.total),
      actions: list?.items.length ? this.renderActions() : nothing,
      body: html`${this.renderNotices()}${view.content}`,
      footer: list?.items.length || isInline ? this.#renderFooter(list, isAll) : nothing,
      dialogs: html`${this.allDialog.render(this.#renderAll)} ${this.renderDialogs()}`,
      busy: view.busy || (isInline && !isAll),
      announcement: view.announcement || this.status,
    });
  }

  #snapshot(place: ListPlace): Snapshot<List<T, S>> {
    if (place === 'panel') return this.first.snapshot;
    if (this.#all.state === 'failed')
      return { phase: 'error', error: new AdapterError('unavailable'), refreshing: false };
    return this.#all.module?.snapshot ?? { phase: 'loading' };
  }

  #view(place: ListPlace): StateView {
    const { words } = this;
    return stateView(this.#snapshot(place), {
      ...this.stateOptions,
      retry: () => (this.#all.state === 'failed' ? this.#all.load() : this.refresh()),
      what: words.heading,
      skeleton: () => this.renderSkeleton(Math.min(this.rowCount, skeletonRows)),
      isEmpty: ({ items }) => !items.length && !(place === 'all' && this.all?.isNarrowed),
      empty: () => ({
        path: this.#list.icon,
        title: words.empty,
        help: words.emptyHelp,
        action: this.renderEmptyAction(),
      }),
      ready: (list) =>
        place === 'all'
          ? (this.#all.module?.render(list) ?? html``)
          : this.renderRows(this.firstOf(list.items), place, list),
    });
  }

  /** Returns the rows that are shown initially. */
  protected firstOf(items: readonly T[]): readonly T[] {
    return items.slice(0, this.rowCount);
  }

  #renderFooter(list: List<T, S> | undefined, isAll: boolean): TemplateResult {
    const { l10n, allController, words } = this;
    const { items, hasMore } = list ?? { items: [], hasMore: false };
    const shown = isAll ? items.length : this.firstOf(items).length;
    const isPart = hasMore || items.length > shown;
    const text = list ? this.extent(list, shown, isPart) : '';
    if (allController.isInline) return footer(text, lessLink(l10n.common.viewLess, allController.less));
    return footer(text, isPart || this.isSelection ? viewAllLink(words.viewAll, allController) : nothing);
  }

  /** Returns the text for the footer: how many of the rows are shown. */
  protected extent({ total }: List<T, S>, shown: number, isPart: boolean): string {
    const { l10n, words } = this;
    if (!isPart) return this.#count(words.all, shown);
    if (total === undefined) return this.#count(words.shown, shown);
    return l10n.text(words.shownOf as '{shown}{total}', { shown, total });
  }

  #count(message: Plural, count: number): string {
    return this.l10n.text(message as Message & { other: '{count}' }, { count });
  }

  readonly #renderAll = (): DialogContent => {
    const view = this.#view('all');
    return {
      heading: this.words.allHeading,
      ...(this.#list.wide && { wide: true }),
      // The widget's own status region is inert while a modal dialog is open.
      body: html`<div class="body flush">
        <div class="visually-hidden" role="status">${view.announcement || this.status}</div>
        ${view.content}
      </div>`,
      l10n: this.l10n,
    };
  };
}
