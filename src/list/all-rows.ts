import { html, type nothing, type TemplateResult } from 'lit';
import type { ListRequest } from '../data/list-query.ts';
import type { ListQuery } from '../data/query.ts';
import type { List } from '../data/snapshot.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { moreRows } from '../ui/more-rows.ts';
import { KeptChoices } from './kept-choices.ts';
import { ListToolbar } from './list-toolbar.ts';
import type { ListTools, ListWords } from './list-tools.ts';
import { RefinedListController } from './refined-list-controller.ts';

/** The options of a list widget for its full list. */
export interface AllRowsOptions<T, S> {
  /** The port and the method: `notes.list`. */
  readonly operation: string;
  /** Returns the query for the given page size. */
  readonly getQuery: (pageSize: number, customerId: string, request: ListRequest) => ListQuery<T, S>;
  readonly hasRows: (list: List<T, S>) => boolean;
  readonly isShown: () => boolean;
  readonly pageSize: number;
  readonly words: () => ListWords;
  readonly tools: () => ListTools<T>;
  readonly renderToolbar: (tools: TemplateResult) => TemplateResult | typeof nothing;
  readonly renderRows: (list: List<T, S>) => TemplateResult;
}

/** The full list of a list widget, with the tools above it. Loaded when all rows are requested. */
export class AllRows<T, S> {
  readonly list: RefinedListController<T, S>;
  readonly #host: WidgetHost;
  readonly #options: AllRowsOptions<T, S>;
  readonly #toolbar: ListToolbar<T, S>;

  constructor(host: WidgetHost & { readonly preferenceKey?: string | undefined }, options: AllRowsOptions<T, S>) {
    this.#host = host;
    this.#options = options;
    const { operation, tools, getQuery, isShown, pageSize } = options;
    const kept = new KeptChoices(host, {
      key: () => host.preferenceKey,
      active: () => this.list,
      hostSort: () => undefined,
      columns: () => [],
      rows: () => undefined,
    });
    // Before the list, which waits for what is kept.
    host.addController({ hostUpdate: () => kept.update(), hostUpdated: () => kept.updated() });
    this.list = new RefinedListController<T, S>(
      host,
      (...asked) => (isShown() && !kept.isWaiting ? getQuery(pageSize, ...asked) : undefined),
      { getStart: () => kept.start },
    );
    this.#toolbar = new ListToolbar<T, S>(host, {
      operation,
      list: this.list,
      tools,
      getFileQuery: getQuery,
    });
  }

  /** The text for the status regions. */
  get announcement(): string {
    return this.#toolbar.status(this.#options.words());
  }

  /** Renders the toolbar. `list` is absent until the rows have loaded. */
  renderTools(list: List<T, S> | undefined): TemplateResult {
    const { renderToolbar, words } = this.#options;
    return html`${renderToolbar(this.#toolbar.render(list))} ${this.#toolbar.strip(words().heading)}`;
  }

  /** Renders the notice that no row matches the search or filters. */
  renderNoMatch(): TemplateResult {
    return this.#toolbar.renderNoMatch(this.#options.words());
  }

  render(list: List<T, S>): TemplateResult {
    const { hasRows, renderRows } = this.#options;
    if (this.list.isNarrowed && !hasRows(list)) return this.renderNoMatch();
    return html`${renderRows(list)}${moreRows(list, this.#host.l10n, this.list.more)}`;
  }
}

/** All rows of a list, once they have been requested. */
export type FullList<T, S> = Pick<AllRows<T, S>, 'list' | 'announcement' | 'render'> &
  Partial<Pick<AllRows<T, S>, 'renderTools' | 'renderNoMatch'>>;
